import { type LocalMinute, tryParseMinute } from '@dvor/billing/core';
import { parseDecimal, type LocalDate, type Period, tryParseDate, tryParsePeriod } from '@dvor/kernel';

/** A case file that doesn't say what it should: the message names the field. */
export class CaseFault extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(field ? `${field}: ${message}` : message);
    this.name = 'CaseFault';
  }
}

/** Reads one value of a case; `path` names it in faults. All scalars arrive as text. */
export type Reader<T> = (value: unknown, path: string) => T;

interface Optional<T> {
  readonly optional: Reader<T>;
}

export function optional<T>(reader: Reader<T>): Optional<T> {
  return { optional: reader };
}

type Fields = Readonly<Record<string, Reader<unknown> | Optional<unknown>>>;

type OptionalKeys<F extends Fields> = { [K in keyof F]: F[K] extends Optional<unknown> ? K : never }[keyof F];

type RecordOf<F extends Fields> = {
  -readonly [K in Exclude<keyof F, OptionalKeys<F>>]: F[K] extends Reader<infer T> ? T : never;
} & { -readonly [K in OptionalKeys<F>]?: F[K] extends Optional<infer T> ? T : never };

/** A map with exactly these fields: one more, or one less that is not optional, is a fault. */
export function record<const F extends Fields>(fields: F): Reader<RecordOf<F>> {
  return (value, path) => {
    const map = anyMap(value, path);
    for (const name of Object.keys(map)) {
      if (!Object.hasOwn(fields, name)) throw new CaseFault(join(path, name), 'unknown field');
    }
    const read: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(fields)) {
      const here = join(path, name);
      if (Object.hasOwn(map, name))
        read[name] = (typeof field === 'function' ? field : field.optional)(map[name], here);
      else if (typeof field === 'function') throw new CaseFault(here, 'is missing');
    }
    return read as RecordOf<F>;
  };
}

/** A map of any keys. */
export function mapOf<T>(reader: Reader<T>): Reader<Record<string, T>> {
  return (value, path) =>
    Object.fromEntries(
      Object.entries(anyMap(value, path)).map(([name, entry]) => [name, reader(entry, join(path, name))]),
    );
}

export function listOf<T>(reader: Reader<T>): Reader<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new CaseFault(path, 'must be a list');
    return value.map((entry, i) => reader(entry, `${path}[${i}]`));
  };
}

/** One reader for a scalar, another for a map, a third for a list. */
export function byShape<const R extends Partial<Record<'scalar' | 'map' | 'list', Reader<unknown>>>>(
  readers: R,
): Reader<{ [K in keyof R]: R[K] extends Reader<infer T> ? T : never }[keyof R]> {
  return (value, path) => {
    const shape = typeof value === 'string' ? 'scalar' : Array.isArray(value) ? 'list' : 'map';
    const reader = readers[shape];
    if (!reader) throw new CaseFault(path, `must be a ${Object.keys(readers).join(' or a ')}`);
    return reader(value, path) as ReturnType<ReturnType<typeof byShape<R>>>;
  };
}

export const text: Reader<string> = (value, path) => {
  if (typeof value !== 'string' || value === '') throw new CaseFault(path, 'must be a text');
  return value;
};

/** A plain decimal number, kept as text: exact, never a float. */
export const decimalText: Reader<string> = (value, path) => {
  const written = text(value, path);
  if (!/^-?\d+(\.\d+)?$/.test(written) || parseDecimal(written) === null)
    throw new CaseFault(path, `"${written}" is not a number`);
  return written;
};

export const whole: Reader<number> = (value, path) => {
  const written = text(value, path);
  if (!/^\d{1,9}$/.test(written)) throw new CaseFault(path, `"${written}" is not a whole number`);
  return Number(written);
};

export const yesNo: Reader<boolean> = (value, path) => {
  if (value !== 'true' && value !== 'false') throw new CaseFault(path, 'must be true or false');
  return value === 'true';
};

export const day: Reader<LocalDate> = (value, path) => {
  const date = tryParseDate(text(value, path));
  if (date === null) throw new CaseFault(path, `"${String(value)}" is not a day such as 2026-07-15`);
  return date;
};

export const instant: Reader<LocalMinute> = (value, path) => {
  const minute = tryParseMinute(text(value, path));
  if (minute === null) throw new CaseFault(path, `"${String(value)}" is not an instant such as 2026-09-22T08:10`);
  return minute;
};

export const month: Reader<Period> = (value, path) => {
  const period = tryParsePeriod(text(value, path));
  if (period === null) throw new CaseFault(path, `"${String(value)}" is not a month such as 2026-07`);
  return period;
};

export function oneOf<const T extends string>(...allowed: T[]): Reader<T> {
  return (value, path) => {
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw new CaseFault(path, `"${String(value)}" is not one of ${allowed.join(', ')}`);
    return found;
  };
}

export function anyMap(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new CaseFault(path, 'must be a map');
  return value as Record<string, unknown>;
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}
