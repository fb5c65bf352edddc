import { DataTable, EmptyState, ErrorState, ratesText, useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import { useHouseServices } from './api.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';

export function HouseServices({ houseId }: { houseId: string }) {
  const t = useMessages(houseMessages);
  const name = useLooseMessages(houseMessages);
  const format = useFormat();
  const { data, error, refetch } = useHouseServices(houseId);

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      fill
      label={t('tab.services')}
      wrap
      minWidth={780}
      rows={data?.items}
      rowKey={(row) => `${row.service.code}/${row.premisesId ?? ''}/${row.method}/${row.validFrom}`}
      empty={<EmptyState title={t('services.empty')}>{t('services.empty.text')}</EmptyState>}
      columns={[
        {
          key: 'service',
          title: t('service'),
          cell: ({ service, supplier }) => (
            <>
              {service.name}
              <div className={classes.quiet}>{supplier.name}</div>
            </>
          ),
        },
        { key: 'method', title: t('method'), width: 150, cell: ({ method }) => name(`method.${method}`, method) },
        {
          key: 'since',
          title: t('since'),
          width: 115,
          cell: ({ validFrom, validTo }) =>
            validTo
              ? t('interval.closed', { from: format.day(validFrom), to: format.lastDay(validTo) })
              : t('interval.open', { from: format.day(validFrom) }),
        },
        {
          key: 'rate',
          title: t('rate'),
          width: 150,
          align: 'end',
          cell: ({ rates, service }) =>
            rates
              ? `${ratesText(rates, { format, zoneName: (zone) => name(`zone.${zone}`, zone) })} ₽/${format.unit(service.unit)}`
              : '—',
        },
        { key: 'source', title: t('rateSource'), width: 190, cell: ({ rateSource }) => rateSource },
      ]}
    />
  );
}
