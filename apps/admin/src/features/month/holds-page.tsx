import {
  answer,
  Code,
  CsvButton,
  DataTable,
  EmptyState,
  ErrorState,
  FormDialog,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconZoomCheck } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct } from '../../lib/basis/use-save.js';
import { ReasonForm } from '../../lib/second-word/reason-form.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { useRun } from './api.js';
import { type HeldBill, HOLD_STATES, useHoldCounts, useHolds } from './close-api.js';
import { closeMessages } from './close-messages.js';
import classes from './month.module.css';

/** Bills that look wrong: why, and what is done about them. */
export default function HoldsPage() {
  const t = useMessages(closeMessages);
  const format = useFormat();
  const may = useMay();
  const { runId = '' } = useParams();
  const [chosenState, setState] = useUrlFilter('state');
  const [code, setCode] = useUrlFilter('code');
  const [search, setSearch] = useUrlFilter('search');
  const state = HOLD_STATES.find((one) => one === chosenState) ?? 'held';
  const { data: run } = useRun(runId);
  const { data: counts } = useHoldCounts(runId);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useHolds(runId, { state, code });
  const [accepting, setAccepting] = useState<readonly HeldBill[] | 'all' | null>(null);
  const [asking, setAsking] = useState<HeldBill | null>(null);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const recalculating = useAct({
    write: (api, houseId: string, headers) =>
      answer(
        api.POST('/api/v1/runs/{id}/recalculate', {
          params: { path: { id: runId } },
          body: { houseIds: [houseId] },
          headers,
        }),
      ),
    onDone: () => undefined,
    said: t('holds.fixing'),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const titles = new Map(counts?.items.map((count) => [count.code, count.title]));
  const wanted = search.toLowerCase();
  const items = data?.pages
    .flatMap((page) => page.items)
    .filter(({ address, accountNumber }) => `${address} ${accountNumber ?? ''}`.toLowerCase().includes(wanted));
  const heldNow = counts?.items.filter((one) => code === '' || one.code === code).reduce((n, { held }) => n + held, 0);
  const mayAccept = may('run.close') && state === 'held';

  async function gather() {
    return {
      head: [t('holds.address'), t('holds.account'), t('holds.reason'), t('holds.why')],
      rows: (items ?? []).map((bill) => [
        bill.address,
        bill.accountNumber ?? t('holds.house'),
        titles.get(bill.code) ?? bill.code,
        `${bill.service ? `${bill.service.name}: ` : ''}${bill.text}`,
      ]),
    };
  }

  return (
    <Page fill>
      <PageHeader
        back={<Link to={`/runs/${runId}/close`}>{t('back')}</Link>}
        title={t('holds.title', { month: run ? format.month(run.period) : '' })}
        note={t('holds.note')}
        actions={
          mayAccept &&
          !!heldNow && (
            <Button variant="default" onClick={() => setAccepting('all')}>
              {t('holds.acceptAll', { n: heldNow })}
            </Button>
          )
        }
      />
      <Toolbar>
        <SegmentedControl
          value={state}
          onChange={(next) => setState(next === 'held' ? null : next)}
          data={HOLD_STATES.map((value) => ({ value, label: t(`holds.state.${value}`) }))}
        />
        <Select
          aria-label={t('holds.reason')}
          placeholder={t('holds.reason.all')}
          clearable
          w={290}
          data={counts?.items.map((count) => ({ value: count.code, label: `${count.title}: ${count.held}` })) ?? []}
          value={code || null}
          onChange={setCode}
        />
        <SearchField label={t('holds.search')} value={search} onChange={setSearch} />
        <ToolbarEnd>
          <CsvButton name={t('holds.csv', { period: run?.period ?? '' })} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      <DataTable
        fill
        wrap
        label={t('holds.title', { month: '' })}
        minWidth={980}
        rows={items}
        rowKey={({ id }) => id}
        onOpen={mayAccept ? (bill) => setAccepting([bill]) : undefined}
        onNearEnd={more}
        empty={
          search || code ? (
            <EmptyState title={t('holds.none')} />
          ) : (
            <EmptyState icon={<IconZoomCheck stroke={1.5} />} title={t('holds.empty')}>
              {t('holds.empty.text')}
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'account',
            title: t('holds.account'),
            width: 190,
            cell: ({ accountId, accountNumber, houseId, address }) => (
              <>
                <div>{address}</div>
                {accountId ? (
                  <Link to={`/accounts/${accountId}`} tabIndex={-1}>
                    <Code>{accountNumber}</Code>
                  </Link>
                ) : (
                  <Link to={`/houses/${houseId}`} tabIndex={-1}>
                    {t('holds.house')}
                  </Link>
                )}
              </>
            ),
          },
          { key: 'reason', title: t('holds.reason'), width: 180, cell: (bill) => titles.get(bill.code) ?? bill.code },
          {
            key: 'why',
            title: t('holds.why'),
            cell: ({ service, text, question, askedBy, note, decidedBy }) => (
              <>
                {service && <b>{service.name}: </b>}
                {text}
                {question && (
                  <div className={classes.quiet}>{t('holds.question', { who: askedBy ?? '', question })}</div>
                )}
                {note && (
                  <div className={classes.quiet}>
                    {decidedBy}: {note}
                  </div>
                )}
              </>
            ),
          },
          {
            key: 'do',
            title: '',
            width: 300,
            align: 'end',
            cell: (bill) =>
              state === 'held' && (
                <span className={classes.checkDo}>
                  {may('run.start') && run?.state === 'review' && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      tabIndex={-1}
                      onClick={(event) => {
                        event.stopPropagation();
                        recalculating.run(bill.houseId);
                      }}
                    >
                      {t('holds.fix')}
                    </Button>
                  )}
                  {may('run.start') && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      tabIndex={-1}
                      onClick={(event) => {
                        event.stopPropagation();
                        setAsking(bill);
                      }}
                    >
                      {t('holds.ask')}
                    </Button>
                  )}
                  {mayAccept && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      tabIndex={-1}
                      onClick={(event) => {
                        event.stopPropagation();
                        setAccepting([bill]);
                      }}
                    >
                      {t('holds.accept')}
                    </Button>
                  )}
                </span>
              ),
          },
        ]}
      />
      <FormDialog opened={accepting !== null} onClose={() => setAccepting(null)} title={t('holds.accept.title')}>
        {accepting && (
          <ReasonForm
            label={t('holds.accept.why')}
            example={t('holds.accept.example')}
            submit={t('holds.accept')}
            said={t('holds.accepted')}
            onClose={() => setAccepting(null)}
            write={(api, reason, headers) => {
              const chosen =
                accepting === 'all'
                  ? { ...(code && { code: code as HeldBill['code'] }) }
                  : { ids: accepting.map(({ id }) => id) };
              return answer(
                api.POST('/api/v1/runs/{id}/holds/accept', {
                  params: { path: { id: runId } },
                  body: { ...chosen, reason },
                  headers,
                }),
              );
            }}
          />
        )}
      </FormDialog>
      <FormDialog
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={t('holds.ask.title', { account: asking?.accountNumber ?? asking?.address ?? '' })}
      >
        {asking && (
          <ReasonForm
            label={t('holds.ask.question')}
            submit={t('holds.ask')}
            said={t('holds.asked')}
            onClose={() => setAsking(null)}
            write={(api, question, headers) =>
              answer<unknown>(
                api.POST('/api/v1/runs/{id}/holds/{holdId}/ask', {
                  params: { path: { id: runId, holdId: asking.id } },
                  body: { question },
                  headers,
                }),
              )
            }
          />
        )}
      </FormDialog>
    </Page>
  );
}
