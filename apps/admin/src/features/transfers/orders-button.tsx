import { downloadFile, useFormat, useHttp, useMessages, useProblemWords } from '@dvor/ui';
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { transferMessages } from './messages.js';

/** Payment orders are one file a day: a button when one day waits, a choice when several do. */
export function OrdersButton({ waiting }: { waiting: readonly { readonly day: string; readonly amount: string }[] }) {
  const t = useMessages(transferMessages);
  const format = useFormat();
  const words = useProblemWords();
  const http = useHttp();
  const download = useMutation({
    mutationFn: (day: string) => downloadFile(http, `/api/v1/transfers/days/${day}/orders`, t('orders.file', { day })),
    onError: (error) => notifications.show({ color: 'red', title: words(error).title, message: words(error).text }),
  });
  const icon = <IconDownload size={16} />;
  const [first] = waiting;
  if (!first) return null;
  if (waiting.length === 1)
    return (
      <Button leftSection={icon} loading={download.isPending} onClick={() => download.mutate(first.day)}>
        {t('orders.day', { day: format.day(first.day) })}
      </Button>
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={icon} rightSection={<IconChevronDown size={16} />} loading={download.isPending}>
          {t('orders')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={400} style={{ overflowY: 'auto' }}>
        {waiting.map(({ day, amount }) => (
          <Menu.Item key={day} rightSection={format.money(amount)} onClick={() => download.mutate(day)}>
            {t('orders.day', { day: format.day(day) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
