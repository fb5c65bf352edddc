import { useMessages } from '@dvor/ui';
import { TextInput } from '@mantine/core';
import { readingMessages } from './messages.js';

const ZONES = ['day', 'night', 'peak', 'half-peak'] as const;

function isZone(zone: string): zone is (typeof ZONES)[number] {
  return (ZONES as readonly string[]).includes(zone);
}

interface Props {
  readonly zones: readonly string[];
  readonly typed: readonly string[];
  readonly onType: (typed: readonly string[]) => void;
  /** Of a dial without zones; default: that it is the reading. */
  readonly label?: string;
}

/** A large field for each zone of a dial. */
export function ZoneFields({ zones, typed, onType, label }: Props) {
  const t = useMessages(readingMessages);
  return zones.map((zone, i) => (
    <TextInput
      key={zone}
      size="lg"
      label={isZone(zone) ? t(`zone.${zone}`) : (label ?? t('now'))}
      inputMode="decimal"
      autoComplete="off"
      maxLength={16}
      value={typed[i] ?? ''}
      onChange={(event) => {
        const text = event.currentTarget.value;
        onType(zones.map((_, at) => (at === i ? text : (typed[at] ?? ''))));
      }}
    />
  ));
}
