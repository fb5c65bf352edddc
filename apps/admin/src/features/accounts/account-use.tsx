import {
  DataTable,
  downloadFile,
  EmptyState,
  ErrorState,
  EstimatedMark,
  Figure,
  FigureStrip,
  MoneyText,
  MonthColumns,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useHttp,
  useMessages,
} from '@dvor/ui';
import { Button, Select } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import classes from './accounts.module.css';
import type { AccountCard } from './api.js';
import { type ServiceUse, type UseMonth, useUse, useUseSavings } from './use-api.js';
import { useWords } from './use-messages.js';

/** What the account used of a service, month by month, and the readings that it stands on. */
export function AccountUse({ account }: { account: AccountCard }) {
  const t = useMessages(useWords);
  const http = useHttp();
  const [chosen, choose] = useUrlFilter('service');
  const { data, error, refetch } = useUse(account.id);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const use = data.services.find(({ service }) => service.code === chosen) ?? data.services[0];
  if (!use)
    return (
      <EmptyState icon={<IconChartBar stroke={1.5} />} title={t('empty')}>
        {t('empty.text')}
      </EmptyState>
    );
  return (
    <>
      <Toolbar>
        <Select
          aria-label={t('service')}
          size="sm"
          allowDeselect={false}
          data={data.services.map(({ service }) => ({ value: service.code, label: service.name }))}
          value={use.service.code}
          onChange={choose}
        />
        <ToolbarEnd>
          <Button
            variant="default"
            size="sm"
            onClick={() =>
              void downloadFile(http, `/api/v1/accounts/${account.id}/use.xlsx`, t('file', { number: account.number }))
            }
          >
            XLSX
          </Button>
        </ToolbarEnd>
      </Toolbar>
      <Summary accountId={account.id} use={use} />
      <Chart use={use} />
      <Months use={use} />
    </>
  );
}

function Summary({ accountId, use }: { accountId: string; use: ServiceUse }) {
  const t = useMessages(useWords);
  const format = useFormat();
  const { unit } = use.service;
  return (
    <FigureStrip>
      <Figure
        label={t('average')}
        note={use.average === null ? t('average.none') : t('average.of', { n: use.counted })}
      >
        {use.average === null ? '—' : format.volume(use.average, unit)}
      </Figure>
      {(['highest', 'lowest'] as const).map((which) => {
        const record = use[which];
        return (
          record && (
            <Figure key={which} label={t(which)} note={format.month(record.period)}>
              {format.volume(record.volume, unit)}
            </Figure>
          )
        );
      })}
      <Saved accountId={accountId} use={use} />
    </FigureStrip>
  );
}

function Saved({ accountId, use: { service } }: { accountId: string; use: ServiceUse }) {
  const t = useMessages(useWords);
  const format = useFormat();
  const { data } = useUseSavings(accountId);
  const saving = data?.services.find(({ serviceId }) => serviceId === service.id);
  if (!saving) return null;
  const above = saving.volume.startsWith('-');
  return (
    <Figure
      label={t(above ? 'above' : 'saved')}
      note={t('saved.note', { n: saving.months, volume: format.volume(plain(saving.volume), service.unit) })}
    >
      <MoneyText value={plain(saving.amount)} />
    </Figure>
  );
}

function plain(figure: string): string {
  return figure.replace(/^-/, '');
}

function Chart({ use: { service, months } }: { use: ServiceUse }) {
  const t = useMessages(useWords);
  const format = useFormat();
  const columns = useMemo(
    () => months.map(({ period, used, billed }) => ({ period, value: used ?? billed, estimated: used === null })),
    [months],
  );
  return (
    <div>
      <MonthColumns label={t('chart', { service: service.name, unit: format.unit(service.unit) })} months={columns} />
      {months.some(({ used }) => used === null) && (
        <div className={classes.quiet}>
          <EstimatedMark />
          {t('estimated')}
        </div>
      )}
    </div>
  );
}

function Months({ use: { service, months } }: { use: ServiceUse }) {
  const t = useMessages(useWords);
  const format = useFormat();
  const rows = useMemo(() => months.toReversed(), [months]);
  return (
    <DataTable
      label={t('title')}
      minWidth={760}
      wrap
      rows={rows}
      rowKey={({ period }) => period}
      columns={[
        { key: 'month', title: t('month'), width: 120, cell: ({ period }) => format.month(period) },
        {
          key: 'used',
          title: t('used'),
          width: 100,
          align: 'end',
          cell: ({ used }) => (used === null ? '—' : format.volume(used, service.unit)),
        },
        { key: 'how', title: t('how'), width: 150, cell: (month) => <How month={month} /> },
        { key: 'readings', title: t('readings'), cell: (month) => <Readings month={month} /> },
        {
          key: 'billed',
          title: t('billed'),
          width: 100,
          align: 'end',
          cell: ({ billed }) => format.volume(billed, service.unit),
        },
        {
          key: 'amount',
          title: t('amount'),
          width: 110,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
        },
      ]}
    />
  );
}

function How({ month: { how, over, used } }: { month: UseMonth }) {
  const t = useMessages(useWords);
  return (
    <>
      {t(`how.${how}`)}
      {over > 1 && <div className={classes.quiet}>{t('over', { n: over })}</div>}
      {over === 1 && used !== null && (how === 'average' || how === 'norm') && (
        <div className={classes.quiet}>{t('settled')}</div>
      )}
    </>
  );
}

function Readings({ month: { readings } }: { month: UseMonth }) {
  const t = useMessages(useWords);
  const format = useFormat();
  return readings.map(({ meterId, serial, zone, from, to, source, recordedBy, documentId }) => (
    <div key={`${meterId} ${zone} ${to.date}`}>
      {format.decimal(from.value)} → {format.decimal(to.value)}, {format.day(to.date)}
      <div className={classes.quiet}>
        {[
          serial && `№ ${serial}`,
          zone && t('zone', { zone }),
          source && t(`source.${source}`),
          recordedBy,
          documentId && t('photo'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </div>
  ));
}
