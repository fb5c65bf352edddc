import { addMonths, formatPeriod, parsePeriod } from '@dvor/kernel';
import { EmptyState, Form, FormGrid, Notice, Page, PageHeader, Sheet, useFormat, useMessages } from '@dvor/ui';
import { MultiSelect, Select, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { AccountsChoice } from '../../lib/accounts/account-choice.js';
import { useHouseChoices } from '../../lib/house-filter/use-houses.js';
import { type DryRunQuestion, useDryRun, useServiceChoices } from './api.js';
import { DryRunOutcome } from './dry-run-outcome.js';
import { dryRunMessages } from './messages.js';

const MONTHS_AHEAD = 3;

/** What any part of the books would be charged, and nothing is left of it. */
export default function DryRunPage({ workingPeriod }: { workingPeriod: string }) {
  const t = useMessages(dryRunMessages);
  const dry = useDryRun();
  const [asked, setAsked] = useState<DryRunQuestion | null>(null);
  const calculate = (question: DryRunQuestion) => {
    setAsked(question);
    dry.mutate(question);
  };
  return (
    <Page>
      <PageHeader back={<Link to="/runs">{t('back')}</Link>} title={t('title')} note={t('note')} />
      <Sheet>
        <Question workingPeriod={workingPeriod} onAsked={calculate} busy={dry.isPending} error={dry.error} />
      </Sheet>
      {dry.data && asked ? (
        <>
          {dry.data.parked.length > 0 && (
            <Notice tone="attention" title={t('parked', { n: dry.data.parked.length })}>
              <ul>
                {dry.data.parked.map(({ houseId, accountId, address, code, message }) => (
                  <li key={`${houseId}/${accountId}/${code}`}>
                    {accountId ? (
                      <Link to={`/accounts/${accountId}`}>{address}</Link>
                    ) : (
                      <Link to={`/houses/${houseId}`}>{address}</Link>
                    )}
                    : {message}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <DryRunOutcome run={dry.data} asked={asked} />
        </>
      ) : (
        !dry.isPending && (
          <EmptyState icon={<IconFlask stroke={1.5} />} title={t('empty')}>
            {t('empty.text')}
          </EmptyState>
        )
      )}
    </Page>
  );
}

function Question({
  workingPeriod,
  onAsked,
  busy,
  error,
}: {
  workingPeriod: string;
  onAsked: (question: DryRunQuestion) => void;
  busy: boolean;
  error: Error | null;
}) {
  const t = useMessages(dryRunMessages);
  const format = useFormat();
  const services = useServiceChoices().data?.items ?? [];
  const form = useForm<Required<DryRunQuestion>>({
    initialValues: { period: workingPeriod, houseIds: [], accountIds: [], serviceIds: [], extrapolate: false },
  });
  const first = parsePeriod(workingPeriod);
  const months = Array.from({ length: MONTHS_AHEAD + 1 }, (_, i) => formatPeriod(addMonths(first, i)));
  return (
    <Form submit={t('calculate')} busy={busy} error={error} onSubmit={form.onSubmit(onAsked)}>
      <FormGrid>
        <Select
          label={t('month')}
          allowDeselect={false}
          data={months.map((value) => ({ value, label: format.month(value) }))}
          {...form.getInputProps('period')}
        />
        <HousesChoice value={form.values.houseIds} onChange={(houseIds) => form.setFieldValue('houseIds', houseIds)} />
        <AccountsChoice
          placeholder={t('all')}
          value={form.values.accountIds}
          onChange={(accountIds) => form.setFieldValue('accountIds', accountIds)}
        />
        <MultiSelect
          label={t('services')}
          placeholder={form.values.serviceIds.length === 0 ? t('all') : undefined}
          searchable
          clearable
          data={services.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('serviceIds')}
        />
      </FormGrid>
      <Switch
        label={t('extrapolate')}
        description={t('extrapolate.hint')}
        {...form.getInputProps('extrapolate', { type: 'checkbox' })}
      />
    </Form>
  );
}

function HousesChoice({ value, onChange }: { value: string[]; onChange: (houseIds: string[]) => void }) {
  const t = useMessages(dryRunMessages);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const [met, setMet] = useState<ReadonlyMap<string, string>>(new Map());
  const found = useHouseChoices(search).data?.items ?? [];
  const names = new Map([...met, ...found.map(({ id, address }) => [id, address] as const)]);
  return (
    <MultiSelect
      label={t('houses')}
      placeholder={value.length === 0 ? t('all') : undefined}
      searchable
      clearable
      data={[...names].map(([id, label]) => ({ value: id, label }))}
      nothingFoundMessage={t('houses.none')}
      value={value}
      onChange={(ids) => {
        setMet(new Map(ids.map((id) => [id, names.get(id) ?? id])));
        onChange(ids);
      }}
      searchValue={typed}
      onSearchChange={setTyped}
    />
  );
}
