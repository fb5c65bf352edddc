import { formatDateRange, type LocalDate, monthInterval, type Period } from '@dvor/kernel';
import type { Assignment } from '@dvor/catalogue';
import type { Tx } from '@dvor/platform';
import type { DatedFormula } from '../core/index.js';

/** By code, the texts that hold on some day of the month. */
export type FormulasInMonth = ReadonlyMap<string, readonly DatedFormula[]>;

/** The formulas that some assignments charge by, as they hold in the month. One query, none where there is none. */
export async function loadFormulas(
  tx: Tx,
  assignments: readonly Assignment[],
  month: Period,
): Promise<FormulasInMonth> {
  const codes = [...new Set(assignments.flatMap((assignment) => formulaCodeOf(assignment) ?? []))];
  if (codes.length === 0) return new Map();
  const rows = await tx.query<(DatedFormula & { code: string; clause: string; act: string; to: LocalDate | null })[]>(
    `select f.code, v.id as version, v.text, v.unit, v.norm_per as "normPer", v.volumes, concat_ws(', ', v.act, v.clause) as basis,
            lower(t.valid) - date '1970-01-01' as "from", upper(t.valid) - date '1970-01-01' as "to"
       from charge_formula_terms t
       join charge_formulas f on f.id = t.formula_id
       join charge_formula_versions v on v.id = t.version_id
      where f.code = any ($1) and t.superseded_at is null and t.valid && $2::daterange
      order by f.code, lower(t.valid)`,
    [codes, formatDateRange(monthInterval(month))],
  );
  return new Map(
    codes.map((code) => [code, rows.filter((row) => row.code === code).map(({ code: _, ...formula }) => formula)]),
  );
}

/** `null`: charged some other way. */
export function formulaCodeOf({ method, settings }: Pick<Assignment, 'method' | 'settings'>): string | null {
  const code = settings['formula'];
  return method === 'formula' && typeof code === 'string' ? code : null;
}
