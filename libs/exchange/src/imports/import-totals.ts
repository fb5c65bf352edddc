import type { ImportKind } from '../kinds/kind.js';

/** What a row's figures are counted once for: several owners' rows tell the same area of one account. */
const ONCE_PER: Readonly<Record<ImportKind, string>> = {
  houses: 'place',
  premises: 'place',
  accounts: 'key',
  residents: 'line::text',
  meters: 'line::text',
  readings: 'line::text',
  'opening-balances': 'line::text',
};

/** Counts a load's control totals and keeps them with it. */
export function totalsSql(kind: ImportKind): string {
  const decimal = (field: string) => `coalesce(sum((content ->> '${field}')::numeric), 0)::text`;
  return `
    with once as (
           select distinct on (coalesce(${ONCE_PER[kind]}, line::text)) content from import_rows where import_id = $1
            order by coalesce(${ONCE_PER[kind]}, line::text), line),
         sums as (
           select count(*) as things, ${decimal('area')} as area, ${decimal('amount')} as amount, ${decimal('penalty')} as penalty,
                  coalesce(sum((content ->> 'persons')::int), 0) as persons from once),
         verdicts as (
           select count(*) as rows, count(*) filter (where verdict = 'new') as new, count(*) filter (where verdict = 'change') as change,
                  count(*) filter (where verdict = 'same') as same, count(*) filter (where verdict = 'bad') as bad
             from import_rows where import_id = $1),
         problems as (
           select count(distinct line) filter (where severity = 'error') as errors,
                  count(distinct line) filter (where severity = 'warning') as warnings
             from import_problems where import_id = $1)
    update imports set totals = jsonb_build_object(
             'rows', v.rows, 'things', s.things, 'area', s.area, 'persons', s.persons, 'amount', s.amount, 'penalty', s.penalty,
             'verdicts', jsonb_build_object('new', v.new, 'change', v.change, 'same', v.same, 'bad', v.bad),
             'withErrors', p.errors, 'withWarnings', p.warnings)
      from sums s, verdicts v, problems p where imports.id = $1`;
}
