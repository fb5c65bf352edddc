import { Code, DataTable, EmptyState, ErrorState, MoneyText, useFormat, useMessages } from '@dvor/ui';
import { Link, useNavigate } from 'react-router';
import { type LetterFilter, useAllLetters } from './api.js';
import { claimMessages } from './messages.js';

/** Letters of all batches, the latest first. */
export function LettersTable({ filter }: { filter: LetterFilter }) {
  const t = useMessages(claimMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { rows, error, again, more } = useAllLetters(filter);
  if (error) return <ErrorState error={error} onRetry={again} />;
  return (
    <DataTable
      fill
      wrap
      label={t('letters')}
      minWidth={980}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id, batchId }) => void navigate(`/debt-letters/${batchId}/letters/${id}`)}
      onNearEnd={more}
      empty={<EmptyState title={t('preview.empty')}>{t('empty.text')}</EmptyState>}
      columns={[
        {
          key: 'number',
          title: t('number'),
          width: 80,
          cell: ({ id, batchId, number }) => (
            <Link to={`/debt-letters/${batchId}/letters/${id}`} tabIndex={-1}>
              {number}
            </Link>
          ),
        },
        { key: 'dated', title: t('dated'), width: 110, cell: ({ dated }) => format.day(dated) },
        { key: 'kind', title: t('kind'), width: 210, cell: ({ kind }) => t(`kind.${kind}`) },
        {
          key: 'account',
          title: t('debtor'),
          cell: ({ account, debtor, address }) => (
            <span title={address}>
              <Code>{account}</Code> {debtor}
            </span>
          ),
        },
        {
          key: 'sum',
          title: t('sum'),
          width: 120,
          align: 'end',
          cell: ({ principal }) => <MoneyText value={principal} currency={false} />,
        },
        {
          key: 'sent',
          title: t('sent'),
          width: 190,
          cell: ({ sent }) => (sent ? `${t(`way.${sent.way}`)}, ${format.day(sent.on)}` : '—'),
        },
        {
          key: 'delivered',
          title: t('delivered'),
          width: 120,
          cell: ({ deliveredOn }) => (deliveredOn ? format.day(deliveredOn) : '—'),
        },
      ]}
    />
  );
}
