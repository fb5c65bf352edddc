import {
  answer,
  DataTable,
  DayField,
  EmptyState,
  ErrorState,
  Form,
  FormDialog,
  FormGrid,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useLooseMessages,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsOf } from '../../lib/as-of/use-as-of.js';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { dayAfter, typedDay, typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import type { ChosenParty } from '../../lib/parties/party.js';
import { PartyPicker } from '../../lib/parties/party-picker.js';
import { type Agreement, useAgreements, useHousePremises, useSuppliers } from './api.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';

type AgreementKind = Agreement['kind'];

const KINDS = [
  'management',
  'resource-supply',
  'tenancy',
  'social-tenancy',
  'nonresidential',
  'agency',
] as const satisfies readonly AgreementKind[];
/** Kinds that are made with a supplier; the others are made with a person or a firm. */
const WITH_SUPPLIER: readonly AgreementKind[] = ['resource-supply', 'agency'];

export function HouseAgreements({ houseId }: { houseId: string }) {
  const t = useMessages(houseMessages);
  const name = useLooseMessages(houseMessages);
  const format = useFormat();
  const may = useMay();
  const { asOf } = useAsOf();
  const { today } = useCalendar();
  const [adding, add] = useDisclosure();
  const [ending, setEnding] = useState<Agreement | null>(null);
  const { data, error, refetch } = useAgreements(houseId);
  const mayEdit = may('house.edit') && asOf === null;
  const { data: premises } = useHousePremises(houseId, {});
  const placeOf = (id: string | null) =>
    id === null ? t('agreement.wholeHouse') : (premises?.items.find((one) => one.id === id)?.name ?? '…');

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {mayEdit && (
        <Toolbar>
          <ToolbarEnd>
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add.open}>
              {t('agreement.add')}
            </Button>
          </ToolbarEnd>
        </Toolbar>
      )}
      <DataTable
        fill
        wrap
        label={t('tab.agreements')}
        minWidth={860}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('agreements.empty')}>{t('agreements.empty.text')}</EmptyState>}
        columns={[
          {
            key: 'what',
            title: t('agreement'),
            cell: ({ kind, number, signedOn, supersededAt }) => (
              <span className={supersededAt ? classes.superseded : undefined}>
                {t('agreement.what', { kind: name(`agreement.${kind}`, kind), number, date: format.day(signedOn) })}
              </span>
            ),
          },
          {
            key: 'with',
            title: t('agreement.with'),
            width: 210,
            cell: ({ partyName, supplierName }) => partyName ?? supplierName ?? '—',
          },
          { key: 'where', title: t('agreement.where'), width: 120, cell: ({ premisesId }) => placeOf(premisesId) },
          {
            key: 'days',
            title: t('since'),
            width: 190,
            cell: ({ from, to, supersededAt }) => (
              <span className={supersededAt ? classes.superseded : undefined}>
                {to
                  ? t('interval.closed', { from: format.day(from), to: format.lastDay(to) })
                  : t('interval.open', { from: format.day(from) })}
              </span>
            ),
          },
          {
            key: 'reason',
            title: t('agreement.reason'),
            width: 200,
            cell: ({ reason, supersededAt }) => (
              <>
                {reason}
                {supersededAt && (
                  <div className={classes.quiet}>{t('fact.corrected', { date: format.instant(supersededAt) })}</div>
                )}
              </>
            ),
          },
          ...(mayEdit
            ? [
                {
                  key: 'end',
                  title: '',
                  width: 120,
                  align: 'end' as const,
                  cell: (agreement: Agreement) =>
                    agreement.supersededAt === null &&
                    (agreement.to === null || agreement.to > today) && (
                      <Button variant="subtle" size="compact-sm" onClick={() => setEnding(agreement)}>
                        {t('agreement.end')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog opened={adding} onClose={add.close} title={t('agreement.add.title')}>
        <NewAgreementForm houseId={houseId} onClose={add.close} />
      </FormDialog>
      <FormDialog opened={ending !== null} onClose={() => setEnding(null)} title={t('agreement.end.title')}>
        {ending && <EndAgreementForm agreement={ending} onClose={() => setEnding(null)} />}
      </FormDialog>
    </>
  );
}

function NewAgreementForm({ houseId, onClose }: { houseId: string; onClose: () => void }) {
  const t = useMessages(houseMessages);
  const name = useLooseMessages(houseMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const may = useMay();
  const { today } = useCalendar();
  const premises = useHousePremises(houseId, {}).data?.items ?? [];
  const suppliers = useSuppliers({ enabled: may('catalogue.read') }).data?.items ?? [];
  const form = useForm({
    initialValues: {
      kind: 'management' as AgreementKind,
      number: '',
      signedOn: today,
      from: today,
      to: '',
      premisesId: null as string | null,
      partyId: null as ChosenParty | null,
      supplierId: null as string | null,
      area: '',
      basis: emptyBasis('agreement'),
    },
    validate: {
      number: checks.filled,
      signedOn: checks.day,
      from: checks.day,
      to: checks.until,
      area: checks.numberOrEmpty,
      basis: checks.basis,
    },
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) => {
      const { kind, number, signedOn, from, to, premisesId, partyId, supplierId, area } = values;
      const withSupplier = WITH_SUPPLIER.includes(kind);
      const body = {
        kind,
        number: number.trim(),
        signedOn: typedDay(signedOn),
        from: typedDay(from),
        to: to.trim() ? dayAfter(typedDay(to)) : null,
        premisesId: kind === 'management' ? null : premisesId,
        partyId: withSupplier ? null : (partyId?.id ?? null),
        supplierId: withSupplier ? supplierId : null,
        area: typedNumber(area),
        ...told,
      };
      return answer(api.POST('/api/v1/houses/{id}/agreements', { params: { path: { id: houseId } }, body, headers }));
    },
    onDone: onClose,
  });
  const { kind } = form.values;
  return (
    <Form onCancel={onClose} submit={t('agreement.add')} {...record}>
      <FormGrid>
        <Select
          wrapperProps={{ 'data-full': true }}
          label={t('agreement.kind')}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: name(`agreement.${value}`, value) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput label={t('agreement.number')} required maxLength={100} {...form.getInputProps('number')} />
        <DayField label={t('agreement.signedOn')} required {...form.getInputProps('signedOn')} />
        <DayField label={words('from')} required {...form.getInputProps('from')} />
        <DayField
          label={words('until')}
          description={words('until.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('to')}
        />
        {kind !== 'management' && (
          <Select
            label={t('agreement.where')}
            placeholder={t('agreement.wholeHouse')}
            searchable
            clearable
            data={[...new Map(premises.map((one) => [one.id, { value: one.id, label: one.name }])).values()]}
            {...form.getInputProps('premisesId')}
          />
        )}
        <TextInput label={t('agreement.area')} inputMode="decimal" {...form.getInputProps('area')} />
      </FormGrid>
      {WITH_SUPPLIER.includes(kind) ? (
        <Select
          label={t('agreement.supplier')}
          searchable
          clearable
          data={suppliers.map(({ id, name: label }) => ({ value: id, label }))}
          {...form.getInputProps('supplierId')}
        />
      ) : (
        <PartyPicker label={t('agreement.with')} {...form.getInputProps('partyId')} />
      )}
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}

function EndAgreementForm({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const t = useMessages(houseMessages);
  const name = useLooseMessages(houseMessages);
  const format = useFormat();
  const checks = useChecks();
  const { today } = useCalendar();
  const { id, houseId, kind, number, signedOn } = agreement;
  const form = useForm({
    initialValues: { from: today, basis: emptyBasis('decision') },
    validate: { from: checks.day, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { from }, told, headers) =>
      answer(
        api.POST('/api/v1/houses/{id}/agreements/{agreementId}/end', {
          params: { path: { id: houseId, agreementId: id } },
          body: { from: typedDay(from), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('agreement.end')} danger {...record}>
      <div>{t('agreement.what', { kind: name(`agreement.${kind}`, kind), number, date: format.day(signedOn) })}</div>
      <DayField data-autofocus label={t('agreement.end.from')} required maw={220} {...form.getInputProps('from')} />
      <PastNotice from={form.values.from} />
      <BasisFields form={form} />
    </Form>
  );
}
