import { answer, useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import type { Schemas } from '@dvor/api-client';
import { ActionIcon, Button, MultiSelect, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { housingWords } from '../../lib/words/messages.js';
import { useServices } from './api.js';
import classes from './catalogue.module.css';
import { FULL } from './full.js';
import { methodMessages } from './method-messages.js';

interface FieldProps {
  /** Of which house the meters are; `null`: none, or several, is chosen. */
  readonly houseId: string | null;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error: ReactNode;
  readonly required: boolean;
  readonly onChange: (text: string) => void;
}

/** Meters at the inputs that serve these premises: `12,15`. Without any: all of the house's. */
export function MetersField({ houseId, label, hint, value, error, required, onChange }: FieldProps) {
  const t = useMessages(methodMessages);
  const meters = useMeterChoices(houseId, idsOf(value));
  return (
    <MultiSelect
      wrapperProps={FULL}
      label={label}
      description={houseId === null ? t('meters.oneHouse') : hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={value ? undefined : t('meters.all')}
      required={required}
      disabled={houseId === null}
      searchable
      clearable
      nothingFoundMessage={t('meters.none')}
      error={error}
      data={meters}
      value={idsOf(value)}
      onChange={(ids) => onChange(ids.join())}
    />
  );
}

/** Which meter counts what goes into the hot water, and by which service's tariff that is paid: `12:heating,15:gas`. */
export function SpentField({ houseId, label, hint, value, error, onChange }: FieldProps) {
  const t = useMessages(methodMessages);
  const services = useServices().data?.items ?? [];
  const pairs = spentOf(value);
  const shown = pairs.length > 0 ? pairs : [NO_PAIR];
  const meters = useMeterChoices(
    houseId,
    pairs.map(({ meter }) => meter),
  );
  const tell = (changed: readonly Spent[]) =>
    onChange(changed.map(({ meter, service }) => `${meter}:${service}`).join());
  const set = (place: number, change: Partial<Spent>) =>
    tell(shown.map((pair, i) => (i === place ? { ...pair, ...change } : pair)));
  return (
    <fieldset className={classes.spent}>
      <legend>{label}</legend>
      <div className={classes.quiet}>{houseId === null ? t('meters.oneHouse') : hint}</div>
      {shown.map(({ meter, service }, i) => (
        <div key={i} className={classes.spentPair}>
          <Select
            label={t('spent.meter')}
            required
            searchable
            disabled={houseId === null}
            nothingFoundMessage={t('meters.none')}
            data={meters}
            value={meter || null}
            error={error && !meter ? error : undefined}
            onChange={(id) => set(i, { meter: id ?? '' })}
          />
          <Select
            label={t('spent.service')}
            required
            searchable
            data={services.filter(({ archived }) => !archived).map(({ code, name }) => ({ value: code, label: name }))}
            value={service || null}
            error={error && !service ? error : undefined}
            onChange={(code) => set(i, { service: code ?? '' })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('spent.remove', { n: i + 1 })}
            disabled={shown.length === 1}
            onClick={() => tell(shown.filter((_, place) => place !== i))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => tell([...shown, NO_PAIR])}
        >
          {t('spent.more')}
        </Button>
      </div>
    </fieldset>
  );
}

interface Spent {
  readonly meter: string;
  readonly service: string;
}

const NO_PAIR: Spent = { meter: '', service: '' };

export const idsOf = (value: string): string[] => (value ? value.split(',') : []);

/** `12:heating,15:gas` in pairs; a pair may want its half yet. */
export function spentOf(value: string): Spent[] {
  return idsOf(value).map((pair) => {
    const [meter = '', service = ''] = pair.split(':');
    return { meter, service };
  });
}

/** The house's meters by resource and number; one that is chosen stands there even when it has been taken away. */
function useMeterChoices(houseId: string | null, chosen: readonly string[]) {
  const api = useApi();
  const t = useMessages(methodMessages);
  const words = useLooseMessages(housingWords);
  const format = useFormat();
  const { today } = useCalendar();
  const { data } = useQuery({
    queryKey: ['houses', houseId, 'meters'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses/{id}/meters', { params: { path: { id: houseId! } }, signal })),
    enabled: houseId !== null,
  });
  const name = ({ resource, serial, removedOn }: Schemas['HouseMeterDto']) => {
    const meter = `${words(`resource.${resource}`, resource)}, № ${serial}`;
    return removedOn && removedOn <= today ? t('meters.removed', { meter, date: format.day(removedOn) }) : meter;
  };
  return (data?.items ?? [])
    .filter(({ id, removedOn }) => removedOn === null || removedOn > today || chosen.includes(id))
    .map((meter) => ({ value: meter.id, label: name(meter) }));
}
