import {
  answer,
  ErrorState,
  Facts,
  Form,
  Notice,
  Page,
  PageHeader,
  Section,
  Sheet,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { type CourtCheck, useCourtCheck } from './api.js';
import { useWhy } from '../../lib/debt-reasons/use-why.js';
import { claimMessages } from './messages.js';

/** An application for a court order: whether it may be made today, for what, and to which court. */
export default function NewCasePage() {
  const t = useMessages(claimMessages);
  const [params] = useSearchParams();
  const accountId = params.get('accountId') ?? '';
  const { data: check, error, refetch } = useCourtCheck(accountId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!check) return <Page>{null}</Page>;
  return (
    <Page>
      <PageHeader back={<Link to="/court-cases">{t('court')}</Link>} title={t('case.new')} note={check.debtor} />
      <Verdict check={check} />
      {check.obstacles.length === 0 && <CaseForm accountId={accountId} check={check} />}
    </Page>
  );
}

function Verdict({ check: { obstacles, principal, penalty, fee, leftOut, owners } }: { check: CourtCheck }) {
  const t = useMessages(claimMessages);
  const format = useFormat();
  const why = useWhy();
  const sums = { principal: format.money(principal), penalty: format.money(penalty), fee: format.money(fee) };
  return (
    <>
      {obstacles.length > 0 ? (
        <Notice tone="danger">{t('case.may-not', { why: why(obstacles) })}</Notice>
      ) : (
        <Notice tone="info">{t('case.may', sums)}</Notice>
      )}
      {leftOut.length > 0 && <Notice tone="info">{t('case.leftOut', { count: leftOut.length })}</Notice>}
      {owners.length > 0 && (
        <Sheet>
          <Facts
            facts={[{ label: t('owners'), value: owners.map(({ name, share }) => `${name} — ${share}`).join('; ') }]}
          />
        </Sheet>
      )}
    </>
  );
}

function CaseForm({ accountId, check: { owners, residents } }: { accountId: string; check: CourtCheck }) {
  const t = useMessages(claimMessages);
  const checks = useChecks();
  const navigate = useNavigate();
  const family = residents.filter(({ partyId }) => !owners.some((owner) => owner.partyId === partyId));
  const form = useForm({
    initialValues: { courtName: '', courtAddress: '', together: [] as string[] },
    validate: { courtName: checks.filled, courtAddress: checks.filled },
  });
  const save = useSave(form, {
    write: (api, values, headers) =>
      answer(api.POST('/api/v1/court-cases', { body: { accountId, ...values }, headers })),
    onDone: ({ id }) => void navigate(`/court-cases/${id}`),
  });
  return (
    <Section title={t('court')}>
      <Sheet>
        <Form onCancel={() => void navigate(-1)} submit={t('case.open')} {...save}>
          <TextInput
            label={t('court.name')}
            description={t('court.name.hint')}
            required
            maxLength={300}
            {...form.getInputProps('courtName')}
          />
          <TextInput label={t('court.address')} required maxLength={300} {...form.getInputProps('courtAddress')} />
          {owners.length === 1 && family.length > 0 && (
            <Checkbox.Group label={t('together')} {...form.getInputProps('together')}>
              {family.map(({ partyId, name }) => (
                <Checkbox key={partyId} mt="xs" value={partyId} label={name} />
              ))}
            </Checkbox.Group>
          )}
        </Form>
      </Sheet>
    </Section>
  );
}
