import {
  answer,
  Code,
  DataTable,
  ErrorState,
  type Fact,
  Facts,
  Form,
  FormDialog,
  MoneyText,
  Page,
  PageHeader,
  Section,
  Sheet,
  sumMoney,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useSave } from '../../lib/basis/use-save.js';
import { type PlanCard, usePlan } from './api.js';
import classes from './instalments.module.css';
import { instalmentMessages } from './messages.js';
import { PlacesTable } from './places-table.js';
import { StandingBadge } from './standing-badge.js';

export default function PlanPage() {
  const { planId = '' } = useParams();
  const { data, error, refetch } = usePlan(planId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Page>{null}</Page>;
  return <Card plan={data} />;
}

function Card({ plan }: { plan: PlanCard }) {
  const t = useMessages(instalmentMessages);
  const format = useFormat();
  const may = useMay();
  const [doing, setDoing] = useState<'start' | 'cancel' | null>(null);
  const { id, number, standing } = plan;
  const close = () => setDoing(null);
  const facts: Fact[] = [
    {
      label: t('account'),
      value: (
        <Link to={`/accounts/${plan.accountId}`}>
          <Code>{plan.account}</Code>
        </Link>
      ),
    },
    { label: t('address'), value: plan.address },
    { label: t('payer'), value: plan.payer ?? '—' },
    { label: t('basis'), value: t(`basis.${plan.basis}`) },
    { label: t('debt'), value: format.money(plan.debt) },
    { label: t('paid'), value: format.money(plan.paid) },
    { label: t('left'), value: format.money(plan.left) },
    { label: t('rate'), value: plan.rate.replace('.', ',') },
    ...(plan.startedOn ? [{ label: t('started'), value: format.day(plan.startedOn) }] : []),
    ...(plan.endedOn ? [{ label: t('ended'), value: format.day(plan.endedOn) }] : []),
    { label: t('grace'), value: String(plan.graceDays) },
    { label: t('misses'), value: String(plan.misses) },
    ...(plan.note ? [{ label: t('made'), value: plan.note }] : []),
  ];
  const open = standing === 'draft' || standing === 'kept' || standing === 'late';
  return (
    <Page>
      <PageHeader
        back={<Link to="/instalments">{t('back')}</Link>}
        title={t('card.title', { number })}
        status={<StandingBadge standing={standing} />}
        actions={
          may('debt.work') &&
          open && (
            <>
              <Button variant="default" onClick={() => setDoing('cancel')}>
                {t('cancel')}
              </Button>
              {standing === 'draft' && <Button onClick={() => setDoing('start')}>{t('start')}</Button>}
            </>
          )
        }
      />
      <div className={classes.card}>
        <Sheet>
          <Facts facts={facts} />
        </Sheet>
        <div className={classes.column}>
          <Section title={t('schedule')}>
            <Schedule parts={plan.parts} />
          </Section>
          <Section title={t('places')}>
            <PlacesTable places={plan.places} />
          </Section>
          <Section title={t('events')}>
            <Events events={plan.events} />
          </Section>
        </div>
      </div>
      <FormDialog
        opened={doing !== null}
        onClose={close}
        title={t(doing === 'cancel' ? 'cancel.title' : 'start.title', { number })}
      >
        {doing === 'start' && <StartForm id={id} onClose={close} />}
        {doing === 'cancel' && <CancelForm id={id} onClose={close} />}
      </FormDialog>
    </Page>
  );
}

function Schedule({ parts }: Pick<PlanCard, 'parts'>) {
  const t = useMessages(instalmentMessages);
  const format = useFormat();
  const sum = (of: 'amount' | 'interest') => (
    <MoneyText value={sumMoney(parts.map((part) => part[of]))} currency={false} />
  );
  return (
    <DataTable
      label={t('schedule')}
      minWidth={520}
      rows={parts}
      rowKey={({ dueOn }) => dueOn}
      empty={null}
      columns={[
        { key: 'due', title: t('dueOn'), width: 120, cell: ({ dueOn }) => format.day(dueOn), total: t('total') },
        {
          key: 'amount',
          title: t('part'),
          width: 120,
          align: 'end',
          cell: ({ amount }) => <MoneyText value={amount} currency={false} />,
          total: sum('amount'),
        },
        {
          key: 'interest',
          title: t('interest'),
          width: 110,
          align: 'end',
          cell: ({ interest }) => <MoneyText value={interest} currency={false} />,
          total: sum('interest'),
        },
        {
          key: 'state',
          title: t('part.state'),
          cell: ({ state, paidOn }) =>
            state === 'paid' ? t('part.paid', { day: paidOn ? format.day(paidOn) : '' }) : t(`part.${state}`),
        },
      ]}
    />
  );
}

function Events({ events }: Pick<PlanCard, 'events'>) {
  const t = useMessages(instalmentMessages);
  const format = useFormat();
  return (
    <Facts
      facts={events.map(({ kind, part, at, by, note }) => ({
        label: [format.instant(at), by].filter(Boolean).join(', '),
        value: t(`event.${kind}`, { part: part ?? '', note: note ?? '' }),
      }))}
    />
  );
}

function StartForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(instalmentMessages);
  const checks = useChecks();
  const form = useForm({ initialValues: { basis: emptyBasis('agreement') }, validate: { basis: checks.basis } });
  const record = useRecord(form, {
    paperNeeded: () => true,
    write: (api, _, { documentId }, headers) =>
      answer(
        api.POST('/api/v1/instalments/{id}/start', {
          params: { path: { id }, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          body: { documentId: documentId! },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('start')} {...record}>
      <div>{t('start.text')}</div>
      <BasisFields form={form} paperNeeded />
    </Form>
  );
}

function CancelForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(instalmentMessages);
  const checks = useChecks();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: checks.basis.reason } });
  const save = useSave(form, {
    write: (api, { reason }, headers) =>
      answer(
        api.POST('/api/v1/instalments/{id}/cancel', {
          params: { path: { id }, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          body: { reason: reason.trim() },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('cancel')} {...save}>
      <div>{t('cancel.text')}</div>
      <TextInput label={t('reason')} required maxLength={500} {...form.getInputProps('reason')} />
    </Form>
  );
}
