import { DayField, FormGrid, FormSection, useMessages } from '@dvor/ui';
import { Checkbox, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { typedDay, typedText } from '../../lib/basis/typed.js';
import { type ImportDetails, type ImportKind, type ImportSettings, useDebtNames } from './api.js';
import type { ColumnMap } from './column-map.js';
import { importMessages } from './messages.js';

/** What is typed of a load before it is checked. */
export interface TypedLoad {
  readonly map: ColumnMap;
  /** Checked how many times from this form: the same again is another check. */
  readonly turn: number;
  readonly source: string;
  readonly from: string;
  readonly city: string;
  readonly makeHouses: boolean;
  readonly serviceId: string | null;
  readonly supplierId: string | null;
}

export const typedLoad = ({ map, sourceName, settings }: ImportDetails): TypedLoad => ({
  map,
  turn: 0,
  source: sourceName ?? '',
  from: settings.from ?? '',
  city: settings.city ?? '',
  makeHouses: settings.makeHouses ?? false,
  serviceId: settings.serviceId ?? null,
  supplierId: settings.supplierId ?? null,
});

export const settingsBody = (typed: TypedLoad): ImportSettings => ({
  from: typed.from.trim() ? typedDay(typed.from) : undefined,
  city: typedText(typed.city) ?? undefined,
  makeHouses: typed.makeHouses,
  serviceId: typed.serviceId ?? undefined,
  supplierId: typed.supplierId ?? undefined,
});

const MAKES_HOUSES: ReadonlySet<ImportKind> = new Set(['premises', 'accounts']);

/** What holds for all rows; only what this kind of table, with these columns, asks for. */
export function LoadSettings({ load, form }: { load: ImportDetails; form: UseFormReturnType<TypedLoad> }) {
  const t = useMessages(importMessages);
  const { map } = form.getValues();
  const debts = load.kind === 'opening-balances';
  const day = load.kind === 'readings' ? 'settings.readOn' : 'settings.from';
  const { services, suppliers } = useDebtNames({ enabled: debts });
  const known = (field: string) => load.fields.some(({ name }) => name === field);
  const named = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormSection title={t('settings.title')}>
      <FormGrid>
        <TextInput
          label={t('settings.source')}
          description={t('settings.source.hint')}
          maxLength={100}
          {...form.getInputProps('source')}
        />
        {!debts && <DayField label={t(day)} description={t(`${day}.hint`)} {...form.getInputProps('from')} />}
        {known('city') && (
          <TextInput
            label={t('settings.city')}
            description={t('settings.city.hint')}
            maxLength={100}
            {...form.getInputProps('city')}
          />
        )}
        {debts && (
          <>
            <Select
              label={t('settings.service')}
              description={t('settings.service.hint')}
              searchable
              clearable
              data={named(services)}
              required={!('service' in map)}
              {...form.getInputProps('serviceId')}
            />
            <Select
              label={t('settings.supplier')}
              description={t('settings.supplier.hint')}
              searchable
              clearable
              data={named(suppliers)}
              required={!('supplier' in map)}
              {...form.getInputProps('supplierId')}
            />
          </>
        )}
      </FormGrid>
      {MAKES_HOUSES.has(load.kind) && (
        <Checkbox
          label={t('settings.makeHouses')}
          description={t('settings.makeHouses.hint')}
          {...form.getInputProps('makeHouses', { type: 'checkbox' })}
        />
      )}
    </FormSection>
  );
}
