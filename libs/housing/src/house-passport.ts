import { formatDate, type LocalDate } from '@dvor/kernel';
import type { Traits } from './core/index.js';

/** One value of one attribute of a house and the days on which it holds, or was believed to hold. */
export interface PassportEntry {
  /** `area`, `commonArea`, `floors`, `entrances`, `trait.stove` … */
  readonly attribute: string;
  readonly value: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly reason: string;
  /** When a correction took its place; `null`: in force. */
  readonly supersededAt: Date | null;
}

/** Everything that was recorded of a house at once. */
export interface PassportRow {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly area: string | null;
  readonly commonArea: string | null;
  readonly floors: number | null;
  readonly entrances: number | null;
  readonly traits: Traits;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly reason: string;
  readonly supersededAt: Date | null;
}

/** The rows turned by attribute, earliest first. A value that went on unchanged while another changed stays one entry. */
export function passportOf(rows: readonly PassportRow[]): PassportEntry[] {
  const entries = new Map<string, PassportEntry[]>();
  for (const row of rows)
    for (const [attribute, value] of attributesOf(row)) {
      const entry = entryOf(row, attribute, value);
      const known = entries.get(attribute) ?? [];
      const before = known.findIndex((other) => continues(other, entry));
      if (before === -1) known.push(entry);
      else known[before] = { ...known[before]!, validTo: entry.validTo };
      entries.set(attribute, known);
    }
  return [...entries.values()].flat();
}

function attributesOf({ area, commonArea, floors, entrances, traits }: PassportRow): [string, string][] {
  const named = Object.entries({ area, commonArea, floors, entrances });
  const special = Object.entries(traits).map(([name, value]) => [`trait.${name}`, value] as const);
  return [...named, ...special].flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
}

function entryOf(row: PassportRow, attribute: string, value: string): PassportEntry {
  const { recordedAt, recordedBy, reason, supersededAt } = row;
  const days = { validFrom: formatDate(row.from), validTo: row.to === null ? null : formatDate(row.to) };
  return { attribute, value, ...days, recordedAt, recordedBy, reason, supersededAt };
}

function continues(before: PassportEntry, entry: PassportEntry): boolean {
  return (
    before.value === entry.value && before.validTo === entry.validFrom && !before.supersededAt && !entry.supersededAt
  );
}
