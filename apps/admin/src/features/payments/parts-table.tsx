import { DataTable, EmptyState, MoneyText, sumMoney, useFormat, useMessages } from '@dvor/ui';
import type { PaymentPart } from './api.js';
import { paymentMessages } from './messages.js';
import classes from './payments.module.css';

/** Where money goes, line by line, and why. */
export function PartsTable({
  label,
  parts,
  showDue,
}: {
  label: string;
  parts: readonly PaymentPart[] | undefined;
  showDue?: boolean;
}) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  return (
    <DataTable
      label={label}
      wrap
      minWidth={showDue ? 620 : 560}
      rows={parts}
      rowKey={({ service, recipient, period, kind }) => `${service?.id} ${recipient?.id} ${period} ${kind}`}
      empty={<EmptyState title={t('parts.none')} />}
      columns={[
        {
          key: 'what',
          title: t('parts.what'),
          cell: ({ service, recipient, kind, reason, clause }) => (
            <div className={classes.stacked}>
              <span>
                {service?.name ?? t('parts.whole')}
                {kind !== 'charge' && `, ${t(`parts.${kind}`)}`}
              </span>
              <small>{[recipient?.name, reason, clause].filter(Boolean).join(' · ')}</small>
            </div>
          ),
          total: t('parts.total'),
        },
        { key: 'period', title: t('parts.month'), width: 130, cell: ({ period }) => format.month(period) },
        ...(showDue
          ? [
              {
                key: 'due',
                title: t('parts.due'),
                width: 110,
                align: 'end' as const,
                cell: ({ due }: PaymentPart) => (due === null ? '—' : <MoneyText value={due} currency={false} />),
              },
            ]
          : []),
        {
          key: 'amount',
          title: t('parts.amount'),
          width: 120,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
          total: parts && <MoneyText value={sumMoney(parts.map(({ amount }) => amount))} currency={false} />,
        },
      ]}
    />
  );
}
