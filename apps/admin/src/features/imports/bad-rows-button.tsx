import { downloadFile, useHttp, useMessages, useProblemWords } from '@dvor/ui';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileAlert } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ImportDetails } from './api.js';
import { importMessages } from './messages.js';

/** The rows that stay out, as they came, with what is wrong in a last column: to be mended and loaded again. */
export function BadRowsButton({ load }: { load: ImportDetails }) {
  const t = useMessages(importMessages);
  const http = useHttp();
  const words = useProblemWords();
  const file = useMutation({
    mutationFn: () => downloadFile(http, `/api/v1/imports/${load.id}/bad-rows`, load.fileName),
    onError: (error) => notifications.show({ color: 'red', title: words(error).title, message: words(error).text }),
  });
  if (!load.totals?.verdicts.bad) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconFileAlert size={16} aria-hidden />}
      loading={file.isPending}
      onClick={() => file.mutate()}
    >
      {t('badRows.download')}
    </Button>
  );
}
