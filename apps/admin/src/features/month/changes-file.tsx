import { downloadFile, useHttp, useMessages, useProblemWords } from '@dvor/ui';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ChangesFilter, changesQuery } from './api.js';
import { monthMessages } from './messages.js';

/** The accounts that the filter leaves, as a workbook. */
export function ChangesFile({ runId, period, filter }: { runId: string; period: string; filter: ChangesFilter }) {
  const t = useMessages(monthMessages);
  const http = useHttp();
  const words = useProblemWords();
  const file = useMutation({
    mutationFn: () => {
      const asked = Object.entries(changesQuery(filter)).filter((one): one is [string, string] => one[1] !== undefined);
      const query = new URLSearchParams(asked).toString();
      return downloadFile(http, `/api/v1/runs/${runId}/changes/accounts.xlsx?${query}`, `changes-${period}.xlsx`);
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
