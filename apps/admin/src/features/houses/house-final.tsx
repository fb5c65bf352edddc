import {
  answer,
  DataTable,
  DayField,
  downloadFile,
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  Form,
  FormDialog,
  FormGrid,
  MoneyText,
  Notice,
  Section,
  Sheet,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useHttp,
  useMay,
  useMessages,
  useProblemWords,
} from '@dvor/ui';
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconFileCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { typedDay, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type FinalAct, type FinalBalances, type FinalLine, useFinalBalances } from './api.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';

/** What a house that has left owes on its last day, and the acts that were fixed of it. */
export function HouseFinal({ houseId, address }: { houseId: string; address: string }) {
  const t = useMessages(houseMessages);
  const { data, error, refetch } = useFinalBalances(houseId);
  const [asked, setAsked] = useUrlFilter('view');
  const view: View = asked === 'accounts' ? 'accounts' : 'totals';
  const setView = (next: View) => setAsked(next === 'totals' ? null : next);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data && data.lastDay === null && data.acts.length === 0)
    return <EmptyState title={t('final.empty')}>{t('final.empty.text')}</EmptyState>;
  if (!data) return null;
  return (
    <>
      {data.lastDay !== null && (
        <Steps houseId={houseId} address={address} final={data} lastDay={data.lastDay} view={view} onView={setView} />
      )}
      {data.lastDay !== null && view === 'accounts' ? (
        <AccountLines final={data} />
      ) : (
        <div className={classes.final}>
          {data.lastDay !== null && <Totals final={data} lastDay={data.lastDay} />}
          <Acts houseId={houseId} acts={data.acts} />
        </div>
      )}
    </>
  );
}

type View = 'totals' | 'accounts';

function Steps({
  houseId,
  address,
  final: { accounts, monthClosed },
  lastDay,
  view,
  onView,
}: {
  houseId: string;
  address: string;
  final: FinalBalances;
  lastDay: string;
  view: View;
  onView: (view: View) => void;
}) {
  const t = useMessages(houseMessages);
  const format = useFormat();
  const may = useMay();
  const [fixing, fix] = useDisclosure();
  const table = useDownload();
  const name = t('final.file', { address, day: format.day(lastDay) });
  return (
    <>
      <Toolbar>
        <SegmentedControl
          aria-label={t('tab.final')}
          value={view}
          onChange={onView}
          data={(['totals', 'accounts'] as const).map((value) => ({ value, label: t(`final.view.${value}`) }))}
        />
        <span className={classes.quiet}>{t('final.on', { day: format.day(lastDay) })}</span>
        <ToolbarEnd>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={table.isPending}
            onClick={() => table.mutate({ path: `/api/v1/houses/${houseId}/final-balances/table`, name })}
          >
            {t('final.download')}
          </Button>
          {may('house.edit') && (
            <Button
              leftSection={<IconFileCheck size={16} aria-hidden />}
              disabled={!monthClosed || accounts.length === 0}
              onClick={fix.open}
            >
              {t('final.fix')}
            </Button>
          )}
        </ToolbarEnd>
      </Toolbar>
      {!monthClosed && (
        <Notice tone="attention" title={t('final.open', { month: format.month(lastDay.slice(0, 7)) })}>
          {t('final.open.text')}
        </Notice>
      )}
      <FormDialog opened={fixing} onClose={fix.close} title={t('final.fix.title')}>
        <FixForm houseId={houseId} onClose={fix.close} />
      </FormDialog>
    </>
  );
}

function FixForm({ houseId, onClose }: { houseId: string; onClose: () => void }) {
  const t = useMessages(houseMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({ initialValues: { number: '', dated: today }, validate: { dated: checks.day } });
  const save = useSave(form, {
    write: (api, { number, dated }, headers) => {
      const body = { number: typedText(number), dated: typedDay(dated) };
      return answer(api.POST('/api/v1/houses/{id}/final-acts', { params: { path: { id: houseId } }, body, headers }));
    },
    onDone: onClose,
    said: t('final.fixed'),
  });
  return (
    <Form onSubmit={save.onSubmit} onCancel={onClose} submit={t('final.fix')} busy={save.busy} error={save.error}>
      <p className={classes.quiet}>{t('final.fix.text')}</p>
      <FormGrid>
        <TextInput data-autofocus label={t('final.number')} maxLength={100} {...form.getInputProps('number')} />
        <DayField label={t('final.dated')} required {...form.getInputProps('dated')} />
      </FormGrid>
    </Form>
  );
}

function Totals({ final: { accounts, totals }, lastDay }: { final: FinalBalances; lastDay: string }) {
  const t = useMessages(houseMessages);
  const format = useFormat();
  return (
    <Section title={t('final.totals')} note={t('final.totals.note', { day: format.day(lastDay) })}>
      <Sheet>
        <FigureStrip>
          <Figure large label={t('final.debts')}>
            <MoneyText value={totals.debts} />
          </Figure>
          <Figure large label={t('final.advances')}>
            <MoneyText value={totals.advances} />
          </Figure>
          <Figure large label={t('final.balance')}>
            <MoneyText value={totals.balance} />
          </Figure>
          <Figure large label={t('accounts')}>
            {format.count(accounts.length)}
          </Figure>
        </FigureStrip>
      </Sheet>
      <DataTable
        label={t('final.totals')}
        minWidth={560}
        rows={totals.lines}
        rowKey={lineKey}
        empty={<EmptyState title={t('final.settled')}>{t('final.settled.text')}</EmptyState>}
        columns={useLineColumns()}
      />
    </Section>
  );
}

function Acts({ houseId, acts }: { houseId: string; acts: readonly FinalAct[] }) {
  const t = useMessages(houseMessages);
  const format = useFormat();
  const table = useDownload();
  if (acts.length === 0) return null;
  return (
    <Section title={t('final.acts')}>
      <DataTable
        label={t('final.acts')}
        minWidth={760}
        rows={acts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'paper',
            title: t('final.paper'),
            cell: ({ number, dated }) => t('final.paper.of', { number: number ?? '—', date: format.day(dated) }),
          },
          { key: 'day', title: t('final.day'), width: 120, cell: ({ lastDay }) => format.day(lastDay) },
          {
            key: 'debts',
            title: t('final.debts'),
            width: 140,
            align: 'end',
            cell: ({ debts }) => <MoneyText value={debts} />,
          },
          {
            key: 'advances',
            title: t('final.advances'),
            width: 140,
            align: 'end',
            cell: ({ advances }) => <MoneyText value={advances} />,
          },
          { key: 'by', title: t('final.by'), width: 180, cell: ({ recordedBy }) => recordedBy ?? '—' },
          {
            key: 'file',
            title: '',
            width: 110,
            align: 'end',
            cell: ({ id, number, dated }) => (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('final.file.of', { number: number ?? '—', date: format.day(dated) })}
                onClick={() =>
                  table.mutate({ path: `/api/v1/houses/${houseId}/final-acts/${id}/table`, name: t('final.act.file') })
                }
              >
                {t('final.file.short')}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** A row for each recipient and service of an account; one that owes nothing has a row of its own. */
function AccountLines({ final: { accounts } }: { final: FinalBalances }) {
  const t = useMessages(houseMessages);
  const columns = useLineColumns();
  const rows = accounts.flatMap(({ lines, ...account }) =>
    (lines.length > 0 ? lines : [SETTLED]).map((line, place) => ({ ...account, ...line, place })),
  );
  return (
    <DataTable
      fill
      label={t('final.accounts')}
      minWidth={760}
      rows={rows}
      rowKey={({ accountId, place }) => `${accountId} ${place}`}
      empty={<EmptyState title={t('final.noAccounts')}>{t('final.noAccounts.text')}</EmptyState>}
      columns={[
        { key: 'number', title: t('final.account'), width: 105, cell: ({ number }) => number },
        { key: 'premises', title: t('final.place'), width: 75, cell: ({ premisesName }) => premisesName },
        { key: 'payer', title: t('final.payer'), width: 165, cell: ({ payerName }) => payerName ?? '—' },
        ...columns,
      ]}
    />
  );
}

const SETTLED: FinalLine = { recipient: null, service: null, kind: 'charge', amount: '0.00' };

function useLineColumns() {
  const t = useMessages(houseMessages);
  return [
    { key: 'recipient', title: t('final.recipient'), cell: ({ recipient }: FinalLine) => recipient?.name ?? '—' },
    {
      key: 'service',
      title: t('final.service'),
      cell: ({ service, kind }: FinalLine) =>
        kind === 'charge' ? (service?.name ?? '—') : t(`final.${kind}`, { service: service?.name ?? '—' }),
    },
    {
      key: 'amount',
      title: t('final.amount'),
      width: 120,
      align: 'end' as const,
      cell: ({ amount }: FinalLine) => <MoneyText value={amount} currency={false} />,
    },
  ];
}

function lineKey({ recipient, service, kind }: FinalLine): string {
  return `${recipient?.id} ${service?.id} ${kind}`;
}

function useDownload() {
  const http = useHttp();
  const words = useProblemWords();
  return useMutation({
    mutationFn: ({ path, name }: { path: string; name: string }) => downloadFile(http, path, name),
    onError: (error) => notifications.show({ color: 'red', title: words(error).title, message: words(error).text }),
  });
}
