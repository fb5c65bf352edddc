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
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useAct, useSave } from '../../lib/basis/use-save.js';
import { type CorrectionCard, useCorrection } from './api.js';
import classes from './corrections.module.css';
import { correctionMessages } from './messages.js';
import { CorrectionBadge } from './state-badge.js';

export default function CorrectionPage() {
  const { correctionId = '' } = useParams();
  const { data, error, refetch } = useCorrection(correctionId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Page>{null}</Page>;
  return <Card correction={data} />;
}

function Card({ correction }: { correction: CorrectionCard }) {
  const t = useMessages(correctionMessages);
  const format = useFormat();
  const may = useMay();
  const [doing, setDoing] = useState<'mirror' | 'withdraw' | null>(null);
  const { id, number, state, mirrors, mirroredBy, items } = correction;
  const release = useAct({
    write: (api, asked: string, headers) =>
      answer(
        api.POST('/api/v1/corrections/{id}/release', {
          params: { path: { id: asked }, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          headers,
        }),
      ),
    onDone: () => undefined,
    said: t('release.done'),
  });
  const released = state === 'to-post' || state === 'posted';
  const facts: Fact[] = [
    { label: t('reason'), value: correction.reason },
    { label: t('dated'), value: format.day(correction.dated) },
    ...(correction.ownError && correction.kind === 'correction' ? [{ label: t('ownError'), value: '✓' }] : []),
    ...(correction.lateReason ? [{ label: t('late'), value: correction.lateReason }] : []),
    ...(mirrors
      ? [
          {
            label: t('linked'),
            value: <Link to={`/corrections/${mirrors.id}`}>{t('mirrors', { number: mirrors.number })}</Link>,
          },
        ]
      : []),
    ...(mirroredBy
      ? [
          {
            label: t('linked'),
            value: <Link to={`/corrections/${mirroredBy.id}`}>{t('mirrored', { number: mirroredBy.number })}</Link>,
          },
        ]
      : []),
    ...(correction.withdrawn ? [{ label: t('state.withdrawn'), value: correction.withdrawn }] : []),
    { label: t('recorded'), value: `${correction.createdBy ?? '—'}, ${format.instant(correction.createdAt)}` },
  ];
  return (
    <Page>
      <PageHeader
        back={<Link to="/corrections">{t('back')}</Link>}
        title={t(correction.kind === 'fine' ? 'card.fine' : 'card.title', { number })}
        status={<CorrectionBadge correction={correction} />}
        actions={
          may('account.edit') && (
            <>
              {state === 'waiting' && (
                <>
                  <Button variant="default" onClick={() => setDoing('withdraw')}>
                    {t('withdraw')}
                  </Button>
                  <Button loading={release.busy} onClick={() => release.run(id)}>
                    {t('release')}
                  </Button>
                </>
              )}
              {released && !mirrors && !mirroredBy && (
                <Button variant="default" onClick={() => setDoing('mirror')}>
                  {t('mirror')}
                </Button>
              )}
            </>
          )
        }
      />
      {state === 'waiting' && <Notice tone="attention">{t('release.hint')}</Notice>}
      <ProblemNotice error={release.error} />
      <div className={classes.card}>
        <Sheet>
          <Facts facts={facts} />
        </Sheet>
        <Section title={t('amount')}>
          <Items items={items} amount={correction.amount} />
        </Section>
      </div>
      <FormDialog
        opened={doing !== null}
        onClose={() => setDoing(null)}
        title={t(doing === 'withdraw' ? 'withdraw.title' : 'mirror.title', { number })}
      >
        {doing === 'withdraw' && <WithdrawForm id={id} onClose={() => setDoing(null)} />}
        {doing === 'mirror' && <MirrorForm id={id} onClose={() => setDoing(null)} />}
      </FormDialog>
    </Page>
  );
}

function Items({ items, amount }: Pick<CorrectionCard, 'items' | 'amount'>) {
  const t = useMessages(correctionMessages);
  const format = useFormat();
  return (
    <DataTable
      wrap
      label={t('amount')}
      minWidth={720}
      rows={items}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: 'account',
          title: t('account'),
          width: 140,
          cell: ({ accountId, account, finalBalance }) => (
            <>
              <Link to={`/accounts/${accountId}`} tabIndex={-1}>
                <Code>{account}</Code>
              </Link>
              <FinalBalance balance={finalBalance} />
            </>
          ),
          total: t('total', { n: items.length }),
        },
        {
          key: 'service',
          title: t('service'),
          cell: ({ service, part, supplier }) => (
            <span title={supplier}>{part === 'common' ? `${service}, ${t('part.common')}` : service}</span>
          ),
        },
        { key: 'origin', title: t('month.of'), width: 150, cell: ({ origin }) => format.month(origin) },
        {
          key: 'was',
          title: t('was'),
          width: 120,
          align: 'end',
          cell: ({ was }) => (was === null ? '—' : <MoneyText value={was} currency={false} />),
        },
        {
          key: 'amount',
          title: t('amount'),
          width: 120,
          align: 'end',
          cell: (item) => <MoneyText value={item.amount} currency={false} />,
          total: <MoneyText value={amount} currency={false} />,
        },
      ]}
    />
  );
}

/** No bill of a closed account will come: what is left is told beside it. */
function FinalBalance({ balance }: { balance: string | null }) {
  const t = useMessages(correctionMessages);
  const format = useFormat();
  if (balance === null) return null;
  const back = balance.startsWith('-');
  const how = back ? 'closed.back' : /[1-9]/.test(balance) ? 'closed.owed' : 'closed.settled';
  return <div className={classes.quiet}>{t(how, { sum: format.money(back ? balance.slice(1) : balance) })}</div>;
}

function WithdrawForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(correctionMessages);
  const checks = useChecks();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: checks.basis.reason } });
  const save = useSave(form, {
    write: (api, { reason }, headers) =>
      answer(
        api.POST('/api/v1/corrections/{id}/withdrawal', {
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

function MirrorForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(correctionMessages);
  const navigate = useNavigate();
  const checks = useChecks();
  const form = useForm({ initialValues: { basis: emptyBasis('decision') }, validate: { basis: checks.basis } });
  const record = useRecord(form, {
    paperNeeded: () => true,
    write: (api, _, { reason, documentId }, headers) =>
      answer(
        api.POST('/api/v1/corrections/{id}/mirror', {
          params: { path: { id }, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
          body: { reason, documentId: documentId! },
          headers,
        }),
      ),
    onDone: (made) => {
      onClose();
      void navigate(`/corrections/${made.id}`);
    },
  });
  return (
    <Form onCancel={onClose} submit={t('mirror')} {...record}>
      <div>{t('mirror.text')}</div>
      <BasisFields form={form} paperNeeded />
    </Form>
  );
}
