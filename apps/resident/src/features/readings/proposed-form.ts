import { readTypedDate, useMessages } from '@dvor/ui';
import { useForm } from '@mantine/form';
import type { OwnMeter } from './api.js';
import type { Proposed, Resource } from './proposals-api.js';
import { proposalMessages } from './proposal-messages.js';

export const ZONES: Readonly<Record<string, readonly string[]>> = {
  1: ['all'],
  2: ['day', 'night'],
  3: ['peak', 'half-peak', 'night'],
  4: ['peak', 'half-peak', 'day', 'night'],
};

/** Figures of the dials that are usual. */
const DIALS: Readonly<Record<Resource, { readonly digits: string; readonly scale: string }>> = {
  'cold-water': { digits: '5', scale: '3' },
  'hot-water': { digits: '5', scale: '3' },
  electricity: { digits: '6', scale: '1' },
  gas: { digits: '5', scale: '3' },
  heating: { digits: '5', scale: '3' },
};

const MOST_BYTES = 20 * 1024 * 1024;
const DIAL = /^\s*\d{1,9}(?:[.,]\d{1,4})?\s*$/;

export interface ProposedValues {
  readonly resource: Resource | '';
  readonly replacesId: string;
  readonly serial: string;
  readonly zones: string;
  readonly digits: string;
  readonly scale: string;
  readonly installedOn: string;
  readonly verifiedUntil: string;
  readonly shown: readonly string[];
  readonly final: readonly string[];
  readonly note: string;
  readonly photo: File | null;
  readonly passport: File | null;
}

const EMPTY: ProposedValues = {
  ...{ resource: '', replacesId: '', serial: '', zones: '1', digits: '5', scale: '3', installedOn: '' },
  ...{ verifiedUntil: '', shown: [''], final: [''], note: '', photo: null, passport: null },
};

/** A meter as it is being told of, and what is wrong with it before it is sent. */
export function useProposedForm() {
  const t = useMessages(proposalMessages);
  const day = (text: string) => (readTypedDate(text) === null ? t('need.day') : null);
  const small = (file: File | null) => (file && file.size > MOST_BYTES ? t('need.large') : null);
  const form = useForm<ProposedValues>({
    initialValues: EMPTY,
    validate: {
      resource: (resource) => (resource === '' ? t('need.resource') : null),
      serial: (serial) => (serial.trim() === '' ? t('need.serial') : null),
      installedOn: day,
      verifiedUntil: day,
      shown: (amounts) => (amounts.every((text) => DIAL.test(text)) ? null : t('need.shown')),
      final: (amounts) =>
        amounts.every((text) => text.trim() === '') || amounts.every((text) => DIAL.test(text))
          ? null
          : t('need.shown'),
      photo: (photo, { passport }) => (photo || passport ? small(photo) : t('need.picture')),
      passport: small,
    },
  });
  return {
    form,
    setResource: (resource: Resource | '') =>
      form.setValues({
        ...{ resource, replacesId: '', zones: '1', shown: [''], final: [''] },
        ...(resource !== '' && DIALS[resource]),
      }),
    setZones: (zones: string) => form.setValues({ zones, shown: ZONES[zones]!.map(() => '') }),
    setReplaced: (meter: OwnMeter | undefined) =>
      form.setValues({ replacesId: meter?.id ?? '', final: (meter?.zones ?? ['all']).map(() => '') }),
  };
}

/** As the API takes it. */
export function proposedOf(values: ProposedValues): Proposed {
  const { resource, serial, zones, digits, scale, installedOn, verifiedUntil, shown, final, note } = values;
  const said = replacedOf(values.replacesId, final);
  return {
    fields: {
      ...{ resource: resource as Resource, serial: serial.trim(), digits: Number(digits), scale: Number(scale) },
      ...(zones !== '1' && { zones: ZONES[zones]!.join(';') }),
      ...{ installedOn: readTypedDate(installedOn)!, verifiedUntil: readTypedDate(verifiedUntil)!, ...said },
      shown: joined(shown),
      ...(note.trim() !== '' && { note: note.trim() }),
    },
    pictures: { photo: values.photo, passport: values.passport },
  };
}

function replacedOf(replacesId: string, final: readonly string[]) {
  if (replacesId === '') return {};
  return { replacesId, ...(final.every((text) => text.trim() !== '') && { final: joined(final) }) };
}

function joined(amounts: readonly string[]): string {
  return amounts.map((text) => text.trim()).join(';');
}
