import { FormGrid, useLanguage, useMessages } from '@dvor/ui';
import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { RUSSIAN_TIME_ZONES, timeZoneOptions } from '../../lib/russian-time-zones.js';
import { typedCount, typedText } from '../../lib/basis/typed.js';
import type { House } from './api.js';
import { houseMessages } from './messages.js';

/** Where a house stands and what the state calls it, as typed. */
export interface TypedHouse {
  readonly city: string;
  readonly street: string;
  readonly building: string;
  readonly postalCode: string;
  readonly yearBuilt: string;
  readonly timeZone: string;
  readonly fiasId: string;
  readonly cadastralNumber: string;
  readonly oktmo: string;
}

export function typedHouse(house: Partial<House> & { readonly timeZone: string }): TypedHouse {
  const {
    city = '',
    street = '',
    building = '',
    postalCode,
    yearBuilt,
    timeZone,
    fiasId,
    cadastralNumber,
    oktmo,
  } = house;
  return {
    city,
    street,
    building,
    postalCode: postalCode ?? '',
    yearBuilt: String(yearBuilt ?? ''),
    timeZone,
    fiasId: fiasId ?? '',
    cadastralNumber: cadastralNumber ?? '',
    oktmo: oktmo ?? '',
  };
}

export function houseNamesBody({
  postalCode,
  yearBuilt,
  timeZone,
  fiasId,
  cadastralNumber,
  oktmo,
  ...names
}: TypedHouse) {
  return {
    city: names.city.trim(),
    street: names.street.trim(),
    building: names.building.trim(),
    timeZone,
    postalCode: typedText(postalCode),
    yearBuilt: typedCount(yearBuilt),
    fiasId: typedText(fiasId),
    cadastralNumber: typedText(cadastralNumber),
    oktmo: typedText(oktmo),
  };
}

export function HouseNameFields<Values extends TypedHouse>({ form }: { form: UseFormReturnType<Values> }) {
  const t = useMessages(houseMessages);
  const language = useLanguage();
  const { timeZone } = form.getValues();
  const zones = [...timeZoneOptions(language)];
  if (!RUSSIAN_TIME_ZONES.some(([zone]) => zone === timeZone)) zones.push({ value: timeZone, label: timeZone });
  return (
    <FormGrid>
      <TextInput
        label={t('names.city')}
        placeholder={t('names.city.example')}
        required
        {...form.getInputProps('city')}
      />
      <TextInput
        label={t('names.street')}
        placeholder={t('names.street.example')}
        required
        {...form.getInputProps('street')}
      />
      <TextInput label={t('names.building')} placeholder="15а" required {...form.getInputProps('building')} />
      <TextInput label={t('fact.postalCode')} inputMode="numeric" maxLength={6} {...form.getInputProps('postalCode')} />
      <TextInput label={t('fact.yearBuilt')} inputMode="numeric" maxLength={4} {...form.getInputProps('yearBuilt')} />
      <Select
        label={t('fact.timeZone')}
        required
        searchable
        allowDeselect={false}
        data={zones}
        {...form.getInputProps('timeZone')}
      />
      <TextInput
        wrapperProps={{ 'data-full': true }}
        label={t('names.fiasId')}
        placeholder="0c5b2444-70a0-4932-980c-b4dc0d3f02b5"
        {...form.getInputProps('fiasId')}
      />
      <TextInput
        label={t('names.cadastralNumber')}
        placeholder="22:63:050424:117"
        {...form.getInputProps('cadastralNumber')}
      />
      <TextInput label={t('names.oktmo')} inputMode="numeric" maxLength={11} {...form.getInputProps('oktmo')} />
    </FormGrid>
  );
}
