import {
  Code,
  CsvButton,
  csvFigure,
  DataTable,
  EmptyState,
  Figure,
  FigureStrip,
  MoneyText,
  Notice,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Link } from 'react-router';
import type { QualityEffect } from './api.js';
import { qualityMessages } from './messages.js';

/** Whose bills an act lowers, and by how much. */
export function EffectTable({ effect }: { effect: QualityEffect | undefined }) {
  const t = useMessages(qualityMessages);
  const format = useFormat();
  const rows = effect?.accounts.map((one, i) => ({ ...one, i }));
  const accounts = new Set(effect?.accounts.map(({ accountId }) => accountId)).size;

  async function gather() {
    return {
      head: [t('account'), t('address'), t('service'), t('month'), t('amount')],
      rows: (effect?.accounts ?? []).map(({ number, address, service, period, amount }) => [
        ...[number, address, service, period],
        csvFigure(amount),
      ]),
    };
  }

  return (
    <>
      {effect && effect.accounts.length > 0 && (
        <FigureStrip>
          <Figure large label={t('sum')}>
            <MoneyText value={effect.total} />
          </Figure>
          <Figure large label={t('accounts')}>
            {accounts}
          </Figure>
          <CsvButton name={t('effect.csv')} gather={gather} onError={() => undefined} />
        </FigureStrip>
      )}
      {effect && effect.parked > 0 && <Notice tone="attention">{t('effect.parked', { n: effect.parked })}</Notice>}
      {effect?.accounts.some(({ closed }) => closed) && <Notice tone="info">{t('effect.closed')}</Notice>}
      <DataTable
        wrap
        label={t('effect')}
        minWidth={680}
        rows={rows}
        rowKey={({ i }) => String(i)}
        empty={<EmptyState title={t('effect.none')}>{t('effect.none.text')}</EmptyState>}
        columns={[
          {
            key: 'account',
            title: t('account'),
            width: 140,
            cell: ({ accountId, number }) => (
              <Link to={`/accounts/${accountId}`} tabIndex={-1}>
                <Code>{number}</Code>
              </Link>
            ),
            total: effect && t('total', { n: effect.accounts.length }),
          },
          { key: 'address', title: t('address'), cell: ({ address }) => <span title={address}>{address}</span> },
          {
            key: 'service',
            title: t('service'),
            width: 150,
            cell: ({ service, sentence }) => <span title={sentence}>{service}</span>,
          },
          {
            key: 'month',
            title: t('month'),
            width: 150,
            cell: ({ period, closed }) => `${format.month(period)}${closed ? `, ${t('month.closed')}` : ''}`,
          },
          {
            key: 'amount',
            title: t('amount'),
            width: 120,
            align: 'end',
            cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
            total: effect && <MoneyText value={effect.total} currency={false} />,
          },
        ]}
      />
    </>
  );
}
