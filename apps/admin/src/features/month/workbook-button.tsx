import { downloadFile, useHttp, useMessages, useProblemWords } from '@dvor/ui';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { monthMessages } from './messages.js';

/** The rows that a filter leaves, as a workbook; it may take a while. */
export function WorkbookButton({
  path,
  query,
  name,
}: {
  path: string;
  query: Readonly<Record<string, string | undefined>>;
  name: string;
}) {
  const t = useMessages(monthMessages);
  const http = useHttp();
  const words = useProblemWords();
  const file = useMutation({
    mutationFn: () => {
      const asked = Object.entries(query).filter((one): one is [string, string] => !!one[1]);
      return downloadFile(http, `${path}?${new URLSearchParams(asked).toString()}`, name);
    },
    onError: (error) => notifications.show({ color: 'red', title: words(error).title, message: words(error).text }),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={file.isPending}
      onClick={() => file.mutate()}
    >
      {t('changes.xlsx')}
    </Button>
  );
}
