import { DataTable, MoneyText, sumMoney, useFormat, useMessages } from '@dvor/ui';
import type { PlanCard } from './api.js';
import classes from './instalments.module.css';
import { instalmentMessages } from './messages.js';

type Place = PlanCard['places'][number];

/** The debt that a plan covers, month by month. */
export function PlacesTable({ places }: { places: readonly Place[] | undefined }) {
  const t = useMessages(instalmentMessages);
  const format = useFormat();
  return (
    <DataTable
      label={t('places')}
      minWidth={460}
      rows={places}
      rowKey={({ recipientId, serviceId, period, kind }: Place) => `${recipientId} ${serviceId} ${period} ${kind}`}
      empty={null}
      columns={[
        {
          key: 'period',
          title: t('period'),
          width: 150,
          cell: ({ period }) => format.month(period),
          total: t('total'),
        },
        {
          key: 'service',
          title: t('service'),
          cell: ({ service, kind, recipient }) => (
            <>
              {kind === 'penalty' ? `${service}, ${t('penalty')}` : service}
              <span className={classes.quiet}> · {recipient}</span>
            </>
          ),
        },
        {
          key: 'amount',
          title: t('debt'),
          width: 120,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
          total: places && <MoneyText value={sumMoney(places.map(({ amount }) => amount))} currency={false} />,
        },
      ]}
    />
  );
}
