import type { Resource } from '@dvor/catalogue';
import type { Tx } from '@dvor/platform';
import { FormulaFault, type FormulaUnits, type NormBase, readFormula, type Unit } from '../core/index.js';
import { unitOfResource } from '../core/line.js';
import { UNITS } from '../load/rule-book.js';

/** A text and what its tariff and norm are measured by. */
export interface FormulaQuestion {
  readonly text: string;
  /** Roubles per this is the tariff. */
  readonly unit: Unit;
  readonly normPer: NormBase;
}

/** In what the organisation's services are measured. */
export async function unitsOf(tx: Tx, { unit, normPer }: Omit<FormulaQuestion, 'text'>): Promise<FormulaUnits> {
  const services = await tx.query<{ code: string; unit: string; resource: Resource | null }[]>(
    'select code, unit, resource from services',
  );
  const units = new Map(
    services.map((service) => [service.code, UNITS[service.unit] ?? unitOfResource(service.resource ?? service.code)]),
  );
  return { unit, normPer, volume: (code) => units.get(code) ?? null };
}

/** Units of the services that a text asks for: they stay with the version, whatever becomes of the services. */
export async function volumesOf(tx: Tx, question: FormulaQuestion): Promise<Readonly<Record<string, Unit>>> {
  const units = await unitsOf(tx, question);
  const found = readFormula(question.text, units);
  if (found instanceof FormulaFault) return {};
  return Object.fromEntries(found.services.map((code) => [code, units.volume(code)!]));
}
