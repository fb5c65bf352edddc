import { DomainError, parseDecimal } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

/** What an assignment may say to the method that charges by it. */
export interface MethodSetting {
  readonly name: string;
  readonly kind:
    | 'services'
    | 'service'
    | 'choice'
    | 'decimal'
    | 'signed'
    | 'flag'
    | 'months'
    | 'text'
    | 'formula'
    | 'meters'
    | 'meters-and-services';
  readonly needed: boolean;
  /** Of a choice. */
  readonly choices?: readonly string[];
}

/** A way of charging as the calculation core has it. */
export interface KnownMethod {
  readonly code: string;
  readonly settings: readonly MethodSetting[];
  /** Divides by an area of the house: its own, or its common property's. */
  readonly areas?: readonly ('area' | 'commonArea')[];
  /** Charges by a norm, always or where there is no meter. */
  readonly norms?: boolean;
}

/** @throws DomainError `assignment.method` naming those there are, `assignment.settings` */
export async function checkMethod(
  tx: Tx,
  { method, settings }: { readonly method: string; readonly settings: Readonly<Record<string, unknown>> },
  methods: readonly KnownMethod[],
): Promise<void> {
  const known = methods.find(({ code }) => code === method);
  if (!known) throw new DomainError('assignment.method', { method, known: methods.map(({ code }) => code).join(', ') });
  const names = known.settings.map(({ name }) => name);
  const unknown = Object.keys(settings).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new DomainError('assignment.settings', { method, setting: unknown.join(', ') });
  for (const setting of known.settings) {
    const given = settings[setting.name];
    const right = given === undefined || given === null ? !setting.needed : await fits(tx, setting, given);
    if (!right) throw new DomainError('assignment.settings', { method, setting: setting.name });
  }
}

async function fits(tx: Tx, { kind, choices = [] }: MethodSetting, given: unknown): Promise<boolean> {
  switch (kind) {
    case 'services':
      return areServices(tx, given);
    case 'service':
      return Array.isArray(given) ? given.length === 1 && areServices(tx, given) : areServices(tx, [given]);
    case 'choice':
      return choices.includes(String(given));
    case 'decimal':
      return typeof given === 'string' && (parseDecimal(given)?.gte('0') ?? false);
    case 'signed':
      return typeof given === 'string' && parseDecimal(given) !== null;
    case 'flag':
      return typeof given === 'boolean';
    case 'months':
      return Array.isArray(given) && given.length > 0 && given.every(isMonth);
    case 'text':
      return typeof given === 'string' && given.trim() !== '' && given.length <= 500;
    case 'formula':
      return isFormula(tx, given);
    case 'meters':
      return areHouseMeters(tx, given);
    case 'meters-and-services':
      return areSpent(tx, given);
  }
}

function isMonth(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 12;
}

/** One that was put in force: a draft charges nobody. */
async function isFormula(tx: Tx, code: unknown): Promise<boolean> {
  if (typeof code !== 'string') return false;
  const [row] = await tx.query<{ known: boolean }[]>(
    `select exists (select from charge_formulas f join charge_formula_terms t on t.formula_id = f.id and t.superseded_at is null
                     where f.code = $1) as known`,
    [code],
  );
  return row!.known;
}

async function areServices(tx: Tx, codes: unknown): Promise<boolean> {
  if (!Array.isArray(codes) || codes.length === 0) return false;
  const texts = codes.map(String);
  const [row] = await tx.query<{ known: boolean }[]>(
    'select not exists (select unnest($1::text[]) except select code from services) as known',
    [texts],
  );
  return row!.known;
}

async function areHouseMeters(tx: Tx, ids: unknown): Promise<boolean> {
  if (!Array.isArray(ids) || ids.length === 0 || !ids.every((id) => /^[1-9]\d{0,17}$/.test(String(id)))) return false;
  const [row] = await tx.query<{ known: boolean }[]>(
    'select not exists (select unnest($1::bigint[]) except select id from meters where premises_id is null) as known',
    [ids.map(String)],
  );
  return row!.known;
}

/** Which meter of the house counts what its hot water takes, and by which service's tariff that is paid. */
async function areSpent(tx: Tx, given: unknown): Promise<boolean> {
  if (!Array.isArray(given) || given.length === 0) return false;
  const pairs = given as { readonly meter?: unknown; readonly service?: unknown }[];
  const named = pairs.every((pair) => pair !== null && typeof pair === 'object');
  if (!named) return false;
  const [meters, services] = [pairs.map(({ meter }) => meter), pairs.map(({ service }) => service)];
  return (await areHouseMeters(tx, meters)) && (await areServices(tx, [...new Set(services)]));
}
