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
  Notice,
  Page,
  PageHeader,
  ProblemNotice,
  Section,
  Sheet,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCallback, useState } from 'react';
import { Link, useParams } from 'react-router';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useAct, useSave } from '../../lib/basis/use-save.js';
import { useWriteOff, useWriteOffItems, type WriteOff } from './api.js';
import classes from './debts.module.css';
import { debtMessages } from './messages.js';
import { WriteOffBadge } from './write-off-badge.js';

export default function WriteOffPage() {
  const { writeOffId = '' } = useParams();
  const { data, error, refetch } = useWriteOff(writeOffId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? <Card writeOff={data} /> : <Page>{null}</Page>;
}

function Card({ writeOff }: { writeOff: WriteOff }) {
  const t = useMessages(debtMessages);
  const format = useFormat();
  const may = useMay();
  const [doing, setDoing] = useState<'withdraw' | 'reverse' | null>(null);
  const { id, number, state, postedOn, postedBy, period } = writeOff;
  const stop = () => setDoing(null);
  const post = useAct({
    write: (api, asked: string, headers) =>
      answer(
        api.POST('/api/v1/write-offs/{id}/posting', {
          params: { path: { id: asked }, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          headers,
        }),
      ),
    onDone: () => undefined,
    said: t('post.done'),
  });
  const facts: Fact[] = [
    { label: t('basis'), value: t(`basis.${writeOff.basis}`) },
    { label: t('reason'), value: writeOff.reason },
    { label: t('accounts'), value: String(writeOff.accounts) },
    { label: t('amount'), value: <MoneyText value={writeOff.amount} /> },
    { label: t('penalties'), value: <MoneyText value={writeOff.penalties} zero="dash" /> },
    { label: t('entered'), value: `${writeOff.createdBy ?? '—'}, ${format.instant(writeOff.createdAt)}` },
    ...(postedOn ? [{ label: t('posted'), value: `${postedBy ?? '—'}, ${format.day(postedOn)}` }] : []),
    ...(period ? [{ label: t('booked.in'), value: format.month(period) }] : []),
    ...(writeOff.withdrawn ? [{ label: t('state.withdrawn'), value: writeOff.withdrawn }] : []),
    ...(writeOff.reversed ? [{ label: t('state.reversed'), value: writeOff.reversed }] : []),
  ];
  return (
    <Page>
      <PageHeader
        back={<Link to="/write-offs">{t('back.write-offs')}</Link>}
        title={t('write-off.title', { number })}
        status={<WriteOffBadge state={state} />}
        actions={
          may('debt.write-off') && (
            <>
              {state === 'waiting' && (
                <>
                  <Button variant="default" onClick={() => setDoing('withdraw')}>
                    {t('withdraw')}
                  </Button>
                  <Button loading={post.busy} onClick={() => post.run(id)}>
                    {t('post')}
                  </Button>
                </>
              )}
              {state === 'posted' && (
                <Button variant="default" onClick={() => setDoing('reverse')}>
                  {t('reverse')}
                </Button>
              )}
            </>
          )
        }
      />
      {state === 'waiting' && <Notice tone="attention">{t('waiting.hint')}</Notice>}
      <ProblemNotice error={post.error} />
      <div className={classes.card}>
        <Sheet>
          <Facts facts={facts} />
        </Sheet>
        <Section title={t('items')}>
          <Items writeOff={writeOff} />
        </Section>
      </div>
      <FormDialog opened={doing !== null} onClose={stop} title={t(`${doing ?? 'withdraw'}.title`, { number })}>
        {doing === 'withdraw' && <WithdrawForm id={id} onClose={stop} />}
        {doing === 'reverse' && <ReverseForm id={id} onClose={stop} />}
      </FormDialog>
    </Page>
  );
}

function Items({ writeOff: { id, amount } }: { writeOff: WriteOff }) {
  const t = useMessages(debtMessages);
  const format = useFormat();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useWriteOffItems(id);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <DataTable
      wrap
      label={t('items')}
      minWidth={660}
      rows={data?.pages.flatMap(({ items }) => items)}
      rowKey={(one) => [one.account, one.recipient, one.service, one.origin, one.kind].join(' ')}
      onNearEnd={more}
      empty={null}
      columns={[
        {
          key: 'account',
          title: t('account'),
          width: 140,
          cell: ({ accountId, account }) => (
            <Link to={`/debtors/${accountId}`} tabIndex={-1}>
              <Code>{account}</Code>
            </Link>
          ),
        },
        {
          key: 'service',
          title: t('service'),
          cell: ({ service, recipient, kind }) => (
            <span title={recipient ?? undefined}>
              {[service ?? '—', kind !== 'charge' && t(`kind.${kind}`)].filter(Boolean).join(', ')}
            </span>
          ),
        },
        { key: 'month', title: t('month'), width: 140, cell: ({ origin }) => format.month(origin) },
        {
          key: 'was',
          title: t('was'),
          width: 115,
          align: 'end',
          cell: ({ was }) => <MoneyText value={was} currency={false} />,
        },
        {
          key: 'amount',
          title: t('amount'),
          width: 115,
          align: 'end',
          cell: (one) => <MoneyText value={one.amount} currency={false} />,
          total: <MoneyText value={amount} currency={false} />,
        },
      ]}
    />
  );
}

function WithdrawForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(debtMessages);
  const checks = useChecks();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: checks.basis.reason } });
  const save = useSave(form, {
    write: (api, { reason }, headers) =>
      answer(
        api.POST('/api/v1/write-offs/{id}/withdrawal', {
          params: { path: { id } },
          body: { reason: reason.trim() },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('withdraw')} {...save}>
      <TextInput label={t('reason')} required maxLength={500} {...form.getInputProps('reason')} />
    </Form>
  );
}

function ReverseForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(debtMessages);
  const checks = useChecks();
  const form = useForm({ initialValues: { basis: emptyBasis('decision') }, validate: { basis: checks.basis } });
  const record = useRecord(form, {
    paperNeeded: () => true,
    write: (api, _, { reason, documentId }, headers) =>
      answer(
        api.POST('/api/v1/write-offs/{id}/reversal', {
          params: { path: { id }, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          body: { reason, documentId: documentId! },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('reverse')} {...record}>
      <div>{t('reverse.text')}</div>
      <BasisFields form={form} paperNeeded />
    </Form>
  );
}
