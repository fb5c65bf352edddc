import { downloadFile, useHttp, useMessages, useProblemWords } from '@dvor/ui';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ImportKind } from './api.js';
import { importMessages } from './messages.js';

/** An empty table with the headings that are surely understood, and an example row. */
export function TemplateButton({ kind }: { kind: ImportKind }) {
  const t = useMessages(importMessages);
  const http = useHttp();
  const words = useProblemWords();
  const file = useMutation({
    mutationFn: () => downloadFile(http, `/api/v1/imports/templates/${kind}`, `${t(`kind.${kind}`)}.xlsx`),
    onError: (error) => notifications.show({ color: 'red', title: words(error).title, message: words(error).text }),
  });
  return (
    <Button
      variant="subtle"
      leftSection={<IconDownload size={16} aria-hidden />}
      aria-label={t('template.of', { kind: t(`kind.${kind}`) })}
      loading={file.isPending}
      onClick={() => file.mutate()}
    >
      {t('template')}
    </Button>
  );
}
