import { downloadFile, useHttp, useProblemWords } from '@dvor/ui';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';

interface Props {
  readonly path: string;
  /** What the list is narrowed to; what is not said is left out. */
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly file: string;
  readonly children: string;
}

/** Brings a list whole, as a workbook. */
export function TableButton({ path, query, file, children }: Props) {
  const http = useHttp();
  const words = useProblemWords();
  const bring = useMutation({
    mutationFn: () => {
      const told = Object.entries(query).filter(([, value]) => value !== undefined);
      const asked = new URLSearchParams(told.map(([name, value]) => [name, String(value)]));
      return downloadFile(http, `${path}?${asked.toString()}`, file);
    },
    onError: (error) => notifications.show({ color: 'red', title: words(error).title, message: words(error).text }),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} />}
      loading={bring.isPending}
      onClick={() => bring.mutate()}
    >
      {children}
    </Button>
  );
}
