import type { ReadingsRegistry, RegistryProblem, RegistryReading, RegistryRow } from '@dvor/formats';
import type { LocalDate } from '@dvor/kernel';
import { type MeteredResource, WHOLE_DAY, type ZonedValue } from '../core/index.js';

/** What a registry says of one meter: its registers together. */
export interface ReadMeter {
  readonly line: number;
  readonly account: string;
  readonly unifiedAccount: string;
  readonly serial: string;
  readonly resource: MeteredResource;
  readonly value: ZonedValue;
  readonly date: LocalDate;
}

/** A part of a registry that could not be read. */
export type UnreadPart = RegistryProblem & { readonly account: string };

export function readMeters({ rows, problems }: ReadingsRegistry): {
  readonly meters: readonly ReadMeter[];
  readonly unread: readonly UnreadPart[];
} {
  const accounts = new Map(rows.map(({ line, account }) => [line, account]));
  return {
    meters: rows.flatMap(metersOf),
    unread: problems.map((problem) => ({ ...problem, account: accounts.get(problem.line) ?? '' })),
  };
}

/** By what the books may know the account; the unified number stands in where the bank has no other of ours. */
export function accountOf(
  { account, unifiedAccount }: Pick<ReadMeter, 'account' | 'unifiedAccount'>,
  numbersByUnified: ReadonlyMap<string, string>,
): string {
  return numbersByUnified.get(unifiedAccount) ?? account;
}

function metersOf({ line, account, unifiedAccount, readings }: RegistryRow): ReadMeter[] {
  const bySerial = new Map<string, RegistryReading[]>();
  for (const reading of readings) bySerial.set(reading.serial, [...(bySerial.get(reading.serial) ?? []), reading]);
  return [...bySerial].map(([serial, registers]) => ({
    ...{ line, account, unifiedAccount, serial },
    resource: registers[0]!.resource,
    value: valueOf(registers),
    date: Math.max(...registers.map(({ date }) => date)) as LocalDate,
  }));
}

function valueOf(registers: readonly RegistryReading[]): ZonedValue {
  const [only, another] = registers;
  if (only!.zone === WHOLE_DAY && !another) return only!.value.toString();
  return Object.fromEntries(registers.map(({ zone, value }) => [zone, value.toString()]));
}
