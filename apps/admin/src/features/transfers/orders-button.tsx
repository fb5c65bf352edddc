import { answer, downloadFile, useFormat, useHttp, useMay, useMessages, useProblemWords } from '@dvor/ui';
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';
import type { OrderFile, WaitingDay } from './api.js';
import { transferMessages } from './messages.js';

/** Payment orders are one file a day: a button when one day waits, a choice when several do. */
export function OrdersButton({ waiting }: { waiting: readonly WaitingDay[] }) {
  const t = useMessages(transferMessages);
  const format = useFormat();
  const may = useMay();
  const make = useMakeOrders();
  const icon = <IconDownload size={16} />;
  const [first] = waiting;
  if (!first || !may('transfer.send')) return null;
  if (waiting.length === 1)
    return (
      <Button leftSection={icon} loading={make.isPending} onClick={() => make.mutate(first.day)}>
        {t('orders.day', { day: format.day(first.day) })}
      </Button>
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={icon} rightSection={<IconChevronDown size={16} />} loading={make.isPending}>
          {t('orders')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={400} style={{ overflowY: 'auto' }}>
        {waiting.map(({ day, amount }) => (
          <Menu.Item key={day} rightSection={format.money(amount)} onClick={() => make.mutate(day)}>
            {t('orders.day', { day: format.day(day) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Makes a day's file and brings it; made once, it stays among the files. */
function useMakeOrders() {
  const api = useApi();
  const queries = useQueryClient();
  const bring = useBringOrders();
  const onError = useTellProblem();
  return useMutation({
    mutationFn: (day: string) => answer(api.POST('/api/v1/transfers/days/{day}/orders', { params: { path: { day } } })),
    onSuccess: async (file) => {
      bring.mutate(file);
      await queries.invalidateQueries({ queryKey: ['transfers', 'orders'] });
    },
    onError,
  });
}

/** A file of orders, as it was made. */
export function useBringOrders() {
  const t = useMessages(transferMessages);
  const http = useHttp();
  const onError = useTellProblem();
  return useMutation({
    mutationFn: ({ id, day }: OrderFile) =>
      downloadFile(http, `/api/v1/transfers/orders/${id}`, t('orders.file', { day })),
    onError,
  });
}

function useTellProblem() {
  const words = useProblemWords();
  return (error: Error) =>
    void notifications.show({ color: 'red', title: words(error).title, message: words(error).text });
}
