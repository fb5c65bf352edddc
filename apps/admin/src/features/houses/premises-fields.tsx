import { FormGrid, useLooseMessages, useMessages } from '@dvor/ui';
import { Checkbox, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { numberText, typedCount, typedNumber, typedText } from '../../lib/basis/typed.js';
import { housingWords } from '../../lib/words/messages.js';
import type { Traits } from '../../lib/words/traits.js';
import { type Premises, useHousePremises } from './api.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';
import { meterMessages } from './meter-messages.js';

export const PREMISES_KINDS = ['flat', 'room', 'nonresidential', 'parking', 'common'] as const;
export type PremisesKind = (typeof PREMISES_KINDS)[number];

const RESOURCES = ['cold-water', 'hot-water', 'electricity', 'gas', 'heating'] as const;

/** What stays the same of a premises, as typed. */
export interface TypedPremisesNames {
  readonly kind: PremisesKind;
  readonly number: string;
  readonly parentId: string | null;
  readonly entrance: string;
  readonly floor: string;
  readonly cadastralNumber: string;
  readonly gisId: string;
}

/** What holds over days, as typed. */
export interface TypedPremisesValues {
  readonly area: string;
  readonly livingArea: string;
  readonly heatedArea: string;
  readonly rooms: string;
  readonly traits: Traits;
  readonly meterImpossible: readonly string[];
  readonly ownHeating: boolean;
}

export function typedPremisesNames(premises?: Premises): TypedPremisesNames {
  return {
    kind: (premises?.kind ?? 'flat') as PremisesKind,
    number: premises?.number ?? '',
    parentId: premises?.parentId ?? null,
    entrance: String(premises?.entrance ?? ''),
    floor: String(premises?.floor ?? ''),
    cadastralNumber: premises?.cadastralNumber ?? '',
    gisId: premises?.gisId ?? '',
  };
}

export function typedPremisesValues(premises?: Premises): TypedPremisesValues {
  return {
    area: numberText(premises?.area),
    livingArea: numberText(premises?.livingArea),
    heatedArea: numberText(premises?.heatedArea),
    rooms: String(premises?.rooms ?? ''),
    traits: premises?.traits ?? {},
    meterImpossible: premises?.meterImpossible ?? [],
    ownHeating: premises?.ownHeating ?? false,
  };
}

export function premisesNamesBody({
  kind,
  number,
  parentId,
  entrance,
  floor,
  cadastralNumber,
  gisId,
}: TypedPremisesNames) {
  return {
    kind,
    number: number.trim(),
    parentId: kind === 'room' ? parentId : null,
    entrance: typedCount(entrance),
    floor: typedCount(floor),
    cadastralNumber: typedText(cadastralNumber),
    gisId: typedText(gisId),
  };
}

export function premisesValuesBody({
  area,
  livingArea,
  heatedArea,
  rooms,
  traits,
  meterImpossible,
  ownHeating,
}: TypedPremisesValues) {
  return {
    area: typedNumber(area) ?? '',
    livingArea: typedNumber(livingArea),
    heatedArea: typedNumber(heatedArea),
    rooms: typedCount(rooms),
    traits,
    meterImpossible: [...meterImpossible].sort() as (typeof RESOURCES)[number][],
    ownHeating,
  };
}

export function PremisesNameFields<Values extends TypedPremisesNames>({
  form,
  houseId,
}: {
  form: UseFormReturnType<Values>;
  houseId: string;
}) {
  const t = useMessages(houseMessages);
  const name = useLooseMessages(housingWords);
  const { kind } = form.getValues();
  const { data } = useHousePremises(houseId, {});
  const flats = data?.items.filter((one) => one.kind === 'flat') ?? [];
  return (
    <FormGrid>
      <Select
        label={t('kind')}
        allowDeselect={false}
        data={PREMISES_KINDS.map((value) => ({ value, label: name(`kind.${value}`, value) }))}
        {...form.getInputProps('kind')}
      />
      <TextInput label={t('number')} required maxLength={40} {...form.getInputProps('number')} />
      {kind === 'room' && (
        <Select
          label={t('parent')}
          required
          searchable
          data={[...new Map(flats.map((flat) => [flat.id, { value: flat.id, label: flat.name }])).values()]}
          {...form.getInputProps('parentId')}
        />
      )}
      <TextInput label={t('entrance')} inputMode="numeric" {...form.getInputProps('entrance')} />
      <TextInput label={t('floor')} {...form.getInputProps('floor')} />
      <TextInput
        label={t('names.cadastralNumber')}
        placeholder="22:63:050424:117"
        {...form.getInputProps('cadastralNumber')}
      />
      <TextInput label={t('gisId')} maxLength={60} {...form.getInputProps('gisId')} />
    </FormGrid>
  );
}

export function PremisesAreaInputs<Values extends TypedPremisesValues>({ form }: { form: UseFormReturnType<Values> }) {
  const t = useMessages(houseMessages);
  return (
    <>
      <TextInput label={t('area')} required inputMode="decimal" {...form.getInputProps('area')} />
      <TextInput label={t('livingArea')} inputMode="decimal" {...form.getInputProps('livingArea')} />
      <TextInput label={t('heatedArea')} inputMode="decimal" {...form.getInputProps('heatedArea')} />
      <TextInput label={t('rooms')} inputMode="numeric" {...form.getInputProps('rooms')} />
    </>
  );
}

/** Where an act says that no meter can be installed, the norm is charged without the raising factor. */
export function MeterImpossibleFields<Values extends TypedPremisesValues>({
  form,
}: {
  form: UseFormReturnType<Values>;
}) {
  const t = useMessages(houseMessages);
  const words = useMessages(meterMessages);
  const name = useLooseMessages(housingWords);
  return (
    <>
      <Checkbox.Group
        label={t('meterImpossible')}
        description={t('meterImpossible.hint')}
        {...form.getInputProps('meterImpossible')}
      >
        <div className={classes.checks}>
          {RESOURCES.map((resource) => (
            <Checkbox key={resource} value={resource} label={name(`resource.${resource}`, resource)} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox
        label={words('ownHeating')}
        description={words('ownHeating.hint')}
        {...form.getInputProps('ownHeating', { type: 'checkbox' })}
      />
    </>
  );
}
