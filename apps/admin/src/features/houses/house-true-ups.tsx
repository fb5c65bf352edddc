import {
  DataTable,
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  MoneyText,
  Notice,
  Section,
  Sheet,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { decimal } from '@dvor/kernel';
import { ActionIcon, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type TrueUps, type TrueUpService, useHousePremises, useTrueUps } from './api.js';
import classes from './houses.module.css';
import { trueUpMessages } from './true-up-messages.js';

/** What the house's year would be settled by now: common property and even heating, month by month. */
export function HouseTrueUps({ houseId }: { houseId: string }) {
  const t = useMessages(trueUpMessages);
  const [year, setYear] = useUrlFilter('year');
  const [accountId, setAccountId] = useUrlFilter('account');
  const { data, error, refetch } = useTrueUps(houseId, { year, accountId });
  const { data: premises } = useHousePremises(houseId, {});
  const accounts = (premises?.items ?? []).flatMap(({ name, accountId, accountNumber }) =>
    accountId === null ? [] : [{ value: accountId, label: `${accountNumber} · ${name}` }],
  );

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <>
      <Toolbar>
        {data.year !== null && <Years year={data.year} onYear={(next) => setYear(String(next))} />}
        <ToolbarEnd>
          <Select
            aria-label={t('account')}
            placeholder={t('account.hint')}
            w={260}
            searchable
            clearable
            data={accounts}
            value={accountId || null}
            onChange={setAccountId}
          />
        </ToolbarEnd>
      </Toolbar>
      {data.services.every(({ months }) => months.length === 0) ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <div className={classes.final}>
          {data.account && <p className={classes.quiet}>{t('share', data.account)}</p>}
          {data.services
            .filter(({ months }) => months.length > 0)
            .map((service) => (
              <Service key={service.serviceId} service={service} account={data.account} />
            ))}
        </div>
      )}
    </>
  );
}

function Years({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  const t = useMessages(trueUpMessages);
  return (
    <span className={classes.dated}>
      <ActionIcon variant="default" aria-label={t('previous')} onClick={() => onYear(year - 1)}>
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <strong>{year}</strong>
      <ActionIcon variant="default" aria-label={t('next')} onClick={() => onYear(year + 1)}>
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </span>
  );
}

function Service({ service, account }: { service: TrueUpService; account: TrueUps['account'] }) {
  const t = useMessages(trueUpMessages);
  const { name, kind, settled, due, billed, difference, own } = service;
  return (
    <Section title={name} note={kind === 'common' ? t('common') : t('heating')}>
      {!settled && <Notice tone="attention">{t('common.off')}</Notice>}
      <Sheet>
        <FigureStrip>
          <Figure large label={t('due')}>
            <MoneyText value={due} />
          </Figure>
          <Figure large label={t('billed')}>
            <MoneyText value={billed} />
          </Figure>
          <Figure large label={difference.startsWith('-') ? t('difference.less') : t('difference.more')}>
            <MoneyText value={difference} />
          </Figure>
          {own && account && (
            <Figure large label={t('own', { number: account.number })}>
              <MoneyText value={own.difference} />
            </Figure>
          )}
          {own?.part && (
            <Figure large label={t('part')}>
              <MoneyText value={own.part} />
            </Figure>
          )}
        </FigureStrip>
      </Sheet>
      <Months service={service} />
    </Section>
  );
}

function Months({ service: { name, unit, kind, months } }: { service: TrueUpService }) {
  const t = useMessages(trueUpMessages);
  const format = useFormat();
  return (
    <DataTable
      label={name}
      minWidth={640}
      rows={months}
      rowKey={({ month }) => month}
      columns={[
        { key: 'month', title: t('month'), cell: ({ month }) => format.month(month) },
        {
          key: 'fact',
          title: t('fact'),
          align: 'end',
          width: 130,
          cell: ({ fact }) => format.quantity(thousandths(fact), unit),
        },
        ...(kind === 'common'
          ? [
              {
                key: 'charged',
                title: t('charged'),
                align: 'end' as const,
                width: 140,
                cell: ({ charged }: { charged: string | null }) =>
                  charged === null ? '—' : format.quantity(thousandths(charged), unit),
              },
            ]
          : []),
        { key: 'rate', title: t('rate'), align: 'end', width: 110, cell: ({ rate }) => format.decimal(rate, 2) },
        ...(['due', 'billed', 'difference'] as const).map((figure) => ({
          key: figure,
          title: t(figure),
          align: 'end' as const,
          width: 130,
          cell: (one: TrueUpService['months'][number]) => <MoneyText value={one[figure]} currency={false} />,
        })),
      ]}
    />
  );
}

/** What is shared out by days has no end of figures. */
function thousandths(volume: string): string {
  return decimal(volume).round(3).toString();
}
