import { useMessages } from '@dvor/ui';
import { TextInput } from '@mantine/core';
import { meterMessages } from './messages.js';

const WHOLE_DAY = 'all';

/** A field for each zone of a dial. */
export function DialFields({
  zones,
  label,
  inputProps,
}: {
  zones: readonly string[];
  label: string;
  inputProps: (place: number) => object;
}) {
  const t = useMessages(meterMessages);
  return zones.map((zone, place) => (
    <TextInput
      key={zone}
      label={zone === WHOLE_DAY ? label : `${label}: ${t(`zone.${zone as 'day'}`)}`}
      required
      inputMode="decimal"
      {...inputProps(place)}
    />
  ));
}

/** What was typed, by zones. */
export function shownOf(zones: readonly string[], amounts: readonly string[]): string | Record<string, string> {
  if (zones.length === 1) return amounts[0]!.trim();
  return Object.fromEntries(zones.map((zone, place) => [zone, amounts[place]!.trim()]));
}

/** `1234, 1235` → `['1234', '1235']` */
export function sealsOf(text: string): string[] {
  return text
    .split(',')
    .map((seal) => seal.trim())
    .filter((seal) => seal !== '');
}
