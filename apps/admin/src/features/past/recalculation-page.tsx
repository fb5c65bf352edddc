import {
  answer,
  capitalized,
  ConfirmDialog,
  CsvButton,
  DataTable,
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  Form,
  FormDialog,
  MoneyText,
  Notice,
  Page,
  PageHeader,
  sumMoney,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from 'react-router';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useAct, useSave } from '../../lib/basis/use-save.js';
import { type Recalculation, usePreview, useRecalculation } from './api.js';
import { useWhat } from './held-recalculations.js';
import { pastMessages } from './messages.js';
import { RecalculationState } from './recalculation-state.js';

/** What a change of many accounts' past comes to, and the word that lets it into the bills. */
export default function RecalculationPage() {
  const { recalculationId = '' } = useParams();
  const { data, error, refetch } = useRecalculation(recalculationId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Page>{null}</Page>;
  return <Card recalculation={data} />;
}

function Card({ recalculation }: { recalculation: Recalculation }) {
  const t = useMessages(pastMessages);
  const format = useFormat();
  const may = useMay();
  const whatOf = useWhat();
  const navigate = useNavigate();
  const [approving, approve] = useDisclosure();
  const [postponing, postpone] = useDisclosure();
  const [undoing, undo] = useDisclosure();
  const { id, state, from, reasons, changedBy, changedAt, decision, decidedBy } = recalculation;
  const note = [
    reasons.join('; '),
    `${t('held.from')}: ${format.day(from)}`,
    [changedBy, format.instant(changedAt)].filter(Boolean).join(', '),
    decision && `${t('decision')}: ${[decision, decidedBy].filter(Boolean).join(', ')}`,
  ];
  return (
    <Page fill>
      <PageHeader
        back={<Link to="/past-changes">{t('title')}</Link>}
        title={capitalized(whatOf(recalculation))}
        status={<RecalculationState of={recalculation} />}
        note={note.filter(Boolean).join(' · ')}
        actions={
          may('run.close') && (
            <>
              <Button variant="default" onClick={undo.open}>
                {t('undo')}
              </Button>
              {(state === 'waiting' || state === 'approved') && (
                <Button variant="default" onClick={postpone.open}>
                  {t('postpone')}
                </Button>
              )}
              {(state === 'waiting' || state === 'postponed') && <Button onClick={approve.open}>{t('approve')}</Button>}
            </>
          )
        }
      />
      <Preview id={id} />
      <ApproveDialog id={id} opened={approving} onClose={approve.close} />
      <FormDialog opened={postponing} onClose={postpone.close} title={t('postpone.title')}>
        <ReasonForm id={id} act="postpone" onClose={postpone.close} onDone={postpone.close} />
      </FormDialog>
      <FormDialog opened={undoing} onClose={undo.close} title={t('undo.title')}>
        <ReasonForm id={id} act="undo" onClose={undo.close} onDone={() => void navigate('/past-changes')} />
      </FormDialog>
    </Page>
  );
}

function Preview({ id }: { id: string }) {
  const t = useMessages(pastMessages);
  const format = useFormat();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePreview(id);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const rows = data?.pages.flatMap(({ items }) => items);
  const houses = data?.pages.at(-1)?.houses;
  const unreplayed = data?.pages.reduce((sum, page) => sum + page.unreplayed, 0) ?? 0;
  const gather = async () => ({
    head: [
      t('preview.account'),
      t('preview.month'),
      t('preview.charged'),
      t('preview.should'),
      t('preview.difference'),
    ],
    rows: (rows ?? []).map((row) => [row.account, row.month, row.charged, row.should, row.difference]),
  });
  return (
    <>
      <FigureStrip>
        <Figure large label={t('preview.difference')}>
          <MoneyText value={sumMoney(data?.pages.map(({ difference }) => difference) ?? [])} />
        </Figure>
        <Figure large label={t('preview.houses')}>
          {houses ? t('preview.ofHouses', houses) : '…'}
        </Figure>
      </FigureStrip>
      {unreplayed > 0 && <Notice tone="attention">{t('preview.unreplayed', { n: unreplayed })}</Notice>}
      <Toolbar>
        <ToolbarEnd>
          {hasNextPage && (
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('preview.more')}
            </Button>
          )}
          <CsvButton name={t('preview.csv')} gather={gather} onError={() => undefined} />
        </ToolbarEnd>
      </Toolbar>
      <DataTable
        fill
        label={t('preview.csv')}
        minWidth={720}
        rows={rows}
        rowKey={({ accountId, month }) => `${accountId}/${month}`}
        empty={
          <EmptyState icon={<IconHistory stroke={1.5} />} title={t('preview.none.title')}>
            {t('preview.none.text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'account',
            title: t('preview.account'),
            cell: ({ accountId, account }) => <Link to={`/accounts/${accountId}`}>{account}</Link>,
          },
          { key: 'month', title: t('preview.month'), width: 160, cell: ({ month }) => format.month(month) },
          ...(['charged', 'should', 'difference'] as const).map((key) => ({
            key,
            title: `${t(`preview.${key}`)}, ₽`,
            width: 150,
            align: 'end' as const,
            cell: (row: { charged: string; should: string; difference: string }) => (
              <MoneyText value={row[key]} currency={false} signed={key === 'difference'} />
            ),
          })),
        ]}
      />
    </>
  );
}

function ApproveDialog({ id, opened, onClose }: { id: string; opened: boolean; onClose: () => void }) {
  const t = useMessages(pastMessages);
  const approve = useAct({
    write: (api, _: null, headers) =>
      answer(api.POST('/api/v1/recalculations/{id}/approve', { params: { path: { id } }, body: {}, headers })),
    onDone: onClose,
    said: t('approve.done'),
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('approve.title')}
      confirm={t('approve')}
      busy={approve.busy}
      error={approve.error}
      onConfirm={() => approve.run(null)}
    >
      {t('approve.text')}
    </ConfirmDialog>
  );
}

function ReasonForm({
  id,
  act,
  onClose,
  onDone,
}: {
  id: string;
  act: 'postpone' | 'undo';
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useMessages(pastMessages);
  const checks = useChecks();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: checks.basis.reason } });
  const save = useSave(form, {
    write: (api, body, headers) => {
      const asked = { params: { path: { id } }, body, headers };
      return answer(
        act === 'undo'
          ? api.POST('/api/v1/recalculations/{id}/undo', asked)
          : api.POST('/api/v1/recalculations/{id}/postpone', asked),
      );
    },
    onDone,
    said: t(`${act}.done`),
  });
  return (
    <Form onSubmit={save.onSubmit} onCancel={onClose} submit={t(act)} busy={save.busy} error={save.error}>
      {act === 'undo' && <p>{t('undo.text')}</p>}
      <Textarea
        data-autofocus
        label={t('postpone.reason')}
        required
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </Form>
  );
}
