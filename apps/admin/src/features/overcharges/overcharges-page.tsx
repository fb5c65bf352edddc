import {
  answer,
  Code,
  DataTable,
  downloadFile,
  EmptyState,
  ErrorState,
  FormDialog,
  MoneyText,
  Page,
  PageHeader,
  Section,
  useFormat,
  useHttp,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAct } from '../../lib/basis/use-save.js';
import { CorrectionTabs } from '../../lib/correction-tabs/correction-tabs.js';
import {
  type Claim,
  type FoundOvercharge,
  type OwnError,
  useClaims,
  useFoundOvercharges,
  useOwnErrors,
} from './api.js';
import { ClaimForm, DecisionForm } from './claim-forms.js';
import { overchargeMessages } from './messages.js';

/** What came first, a payer's claim or the finding of the mistake, with the times that prove it. */
export default function OverchargesPage() {
  const t = useMessages(overchargeMessages);
  const may = useMay();
  const [doing, setDoing] = useState<'add' | Claim | null>(null);
  const stop = () => setDoing(null);
  return (
    <Page>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          may('account.edit') && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setDoing('add')}>
              {t('add')}
            </Button>
          )
        }
      />
      <CorrectionTabs current="overcharges" />
      <Section title={t('claims')}>
        <Claims onDecide={setDoing} />
      </Section>
      <Section title={t('errors')}>
        <OwnErrors />
      </Section>
      <Section title={t('found.title')} note={t('found.note')}>
        <Found />
      </Section>
      <FormDialog opened={doing !== null} onClose={stop} title={t(doing === 'add' ? 'add.title' : 'decide.title')}>
        {doing === 'add' && <ClaimForm onClose={stop} />}
        {doing !== null && doing !== 'add' && <DecisionForm claim={doing} onClose={stop} />}
      </FormDialog>
    </Page>
  );
}

function Claims({ onDecide }: { onDecide: (claim: Claim) => void }) {
  const t = useMessages(overchargeMessages);
  const format = useFormat();
  const may = useMay();
  const { data, error, refetch } = useClaims();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const firstOf = ({ first, finding }: Claim) => {
    if (!finding) return t('first.none');
    return first === 'claim' ? t('first.claim') : t('first.finding', { at: format.instant(finding.foundAt) });
  };
  return (
    <DataTable
      wrap
      label={t('claims')}
      minWidth={1160}
      rows={data?.items}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('claims.empty')}>{t('claims.empty.text')}</EmptyState>}
      columns={[
        { key: 'account', title: t('account'), width: 140, cell: (one) => <AccountLink {...one} /> },
        {
          key: 'service',
          title: t('service'),
          cell: ({ service, origin, claim }) => <span title={claim}>{`${service}, ${format.month(origin)}`}</span>,
        },
        { key: 'received', title: t('received'), width: 150, cell: ({ receivedAt }) => format.instant(receivedAt) },
        { key: 'first', title: t('first'), width: 190, cell: firstOf },
        {
          key: 'deadline',
          title: t('deadline'),
          width: 190,
          cell: ({ decision, checkBy, payBy }) =>
            decision === null ? (
              <>
                {t('deadline.check', { day: format.day(checkBy) })}
                <div>{t('deadline.pay', { day: format.day(payBy) })}</div>
              </>
            ) : (
              '—'
            ),
        },
        {
          key: 'fine',
          title: t('fine'),
          width: 110,
          align: 'end',
          cell: ({ fine }) => (fine === null ? '—' : <MoneyText value={fine} currency={false} />),
        },
        {
          key: 'decision',
          title: t('decision'),
          width: 170,
          cell: (claim) =>
            claim.decision ? (
              claim.fineId ? (
                <Link to={`/corrections/${claim.fineId}`}>{t(`decision.${claim.decision}`)}</Link>
              ) : (
                t(`decision.${claim.decision}`)
              )
            ) : (
              may('account.edit') && (
                <Button size="compact-sm" variant="light" onClick={() => onDecide(claim)}>
                  {t('decide')}
                </Button>
              )
            ),
        },
      ]}
    />
  );
}

function OwnErrors() {
  const t = useMessages(overchargeMessages);
  const format = useFormat();
  const may = useMay();
  const { data, error, refetch } = useOwnErrors();
  const http = useHttp();
  const tell = useAct({
    write: (api, { correctionId, accountId }: OwnError, headers) =>
      answer(
        api.POST('/api/v1/corrections/{id}/notices', {
          params: { path: { id: correctionId } },
          body: { accountId, how: 'letter' },
          headers,
        }),
      ),
    onDone: () => undefined,
  });
  const letter = useMutation({
    mutationFn: ({ correctionId, accountId, account }: OwnError) =>
      downloadFile(http, `/api/v1/corrections/${correctionId}/letters/${accountId}`, t('letter.file', { account })),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const rows = data?.items.map((one, i) => ({ ...one, i }));
  return (
    <DataTable
      wrap
      label={t('errors')}
      minWidth={1060}
      rows={rows}
      rowKey={({ i }) => String(i)}
      empty={<EmptyState title={t('errors.empty')}>{t('errors.empty.text')}</EmptyState>}
      columns={[
        { key: 'account', title: t('account'), width: 140, cell: (one) => <AccountLink {...one} /> },
        {
          key: 'service',
          title: t('service'),
          cell: ({ service, origin }) => `${service}, ${format.month(origin)}`,
        },
        {
          key: 'correction',
          title: t('correction'),
          width: 120,
          cell: ({ correctionId, number }) => <Link to={`/corrections/${correctionId}`}>№ {number}</Link>,
        },
        { key: 'found', title: t('found'), width: 150, cell: ({ foundAt }) => format.instant(foundAt) },
        {
          key: 'told',
          title: t('told'),
          width: 170,
          cell: (one) =>
            one.toldAt
              ? format.instant(one.toldAt)
              : may('account.edit') && (
                  <Button size="compact-sm" variant="light" loading={tell.busy} onClick={() => tell.run(one)}>
                    {t('tell.do')}
                  </Button>
                ),
        },
        {
          key: 'letter',
          title: t('letter'),
          width: 100,
          cell: (one) => (
            <Button size="compact-sm" variant="default" loading={letter.isPending} onClick={() => letter.mutate(one)}>
              PDF
            </Button>
          ),
        },
        {
          key: 'posted',
          title: t('posted'),
          width: 150,
          cell: ({ postedAt }) => (postedAt ? format.instant(postedAt) : t('posted.no')),
        },
        {
          key: 'sum',
          title: t('sum'),
          width: 120,
          align: 'end',
          cell: ({ excess }) => <MoneyText value={excess} currency={false} />,
        },
      ]}
    />
  );
}

/** Found by recalculations: whose mistake it was a person tells. */
function Found() {
  const t = useMessages(overchargeMessages);
  const format = useFormat();
  const { data, error, refetch } = useFoundOvercharges();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      wrap
      label={t('found.title')}
      minWidth={1180}
      rows={data?.items}
      rowKey={({ accountId, service, origin, foundAt }) => [accountId, service, origin, foundAt].join('/')}
      empty={<EmptyState title={t('found.empty')}>{t('found.empty.text')}</EmptyState>}
      columns={[
        { key: 'account', title: t('account'), width: 140, cell: (one) => <AccountLink {...one} /> },
        { key: 'service', title: t('service'), cell: ({ service, origin }) => `${service}, ${format.month(origin)}` },
        { key: 'why', title: t('found.why'), width: 260, cell: ({ reasons }) => reasons.join('; ') },
        { key: 'told', title: t('told'), width: 190, cell: (one) => <FoundTold found={one} /> },
        { key: 'at', title: t('found.at'), width: 150, cell: ({ foundAt }) => format.instant(foundAt) },
        {
          key: 'posted',
          title: t('found.posted'),
          width: 150,
          cell: ({ postedAt }) => (postedAt ? format.instant(postedAt) : t('found.draft')),
        },
        {
          key: 'excess',
          title: t('found.excess'),
          width: 120,
          align: 'end',
          cell: ({ excess }) => <MoneyText value={excess} currency={false} />,
        },
      ]}
    />
  );
}

/** The letter to send, and that it was sent; what was found for an account in a run is told at once. */
function FoundTold({ found: { runId, accountId, account, toldAt } }: { found: FoundOvercharge }) {
  const t = useMessages(overchargeMessages);
  const format = useFormat();
  const may = useMay();
  const http = useHttp();
  const tell = useAct({
    write: (api, _: void, headers) =>
      answer(
        api.POST('/api/v1/runs/{id}/overcharge-notices', {
          params: { path: { id: runId } },
          body: { accountId, how: 'letter' },
          headers,
        }),
      ),
    onDone: () => undefined,
  });
  const letter = useMutation({
    mutationFn: () =>
      downloadFile(http, `/api/v1/runs/${runId}/mistake-letters/${accountId}`, t('letter.file', { account })),
  });
  return (
    <div>
      {toldAt && <div>{format.instant(toldAt)}</div>}
      <Button.Group>
        <Button size="compact-sm" variant="default" loading={letter.isPending} onClick={() => letter.mutate()}>
          PDF
        </Button>
        {!toldAt && may('account.edit') && (
          <Button size="compact-sm" variant="light" loading={tell.busy} onClick={() => tell.run(undefined)}>
            {t('tell.short')}
          </Button>
        )}
      </Button.Group>
    </div>
  );
}

function AccountLink({ accountId, account, address }: Pick<Claim, 'accountId' | 'account' | 'address'>) {
  return (
    <Link to={`/accounts/${accountId}`} tabIndex={-1} title={address}>
      <Code>{account}</Code>
    </Link>
  );
}
