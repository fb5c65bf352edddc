import { type AccountId, formatDateRange, type LocalDate, monthInterval, type Period } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { BenefitFacts } from '../core/index.js';
import type { CategoryPercent } from './benefit-categories.js';

/** Benefits of accounts in a month, as the core takes them: what a category gave on the days on which somebody held it. */
export async function loadBenefits(
  tx: Tx,
  accounts: readonly { readonly id: AccountId }[],
  month: Period,
): Promise<ReadonlyMap<string, readonly BenefitFacts[]>> {
  const rows = await tx.query<Row[]>(BENEFITS, [accounts.map(({ id }) => id), formatDateRange(monthInterval(month))]);
  const byAccount = new Map<string, BenefitFacts[]>();
  for (const row of rows) byAccount.set(row.account, [...(byAccount.get(row.account) ?? []), factsOf(row)]);
  return byAccount;
}

interface Row {
  readonly account: string;
  readonly person: string;
  readonly born: LocalDate | null;
  readonly category: string;
  readonly name: string;
  readonly basis: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly percents: readonly CategoryPercent[];
  readonly areaNorm: string | null;
  readonly areaNormAlone: string | null;
  readonly family: boolean;
  readonly covered: number | null;
}

function factsOf({ account: _, percents, areaNorm, areaNormAlone, family, covered, born, ...row }: Row): BenefitFacts {
  const norms = percents.flatMap(({ service, volumeNorm }) => (volumeNorm ? [[service, volumeNorm] as const] : []));
  return {
    ...row,
    percents: percents.map(({ service, percent, fromAge }) => ({ service, percent, ...(fromAge && { fromAge }) })),
    ...(areaNorm !== null && {
      areaNorm: { person: areaNorm, ...(areaNormAlone !== null && { alone: areaNormAlone }) },
    }),
    ...(norms.length > 0 && { volumeNorms: Object.fromEntries(norms) }),
    covered: covered ?? (family ? 'all' : 1),
    ...(born !== null && { born }),
  };
}

const BENEFITS = `
  select b.account_id::text as account, p.name as person, p.birth_date - date '1970-01-01' as born, c.code as category, c.name,
         concat_ws(', ', c.act, c.clause) as basis, t.percents, trim_scale(t.area_norm)::text as "areaNorm",
         trim_scale(t.area_norm_alone)::text as "areaNormAlone", t.family, b.covered,
         lower(b.valid * t.valid) - date '1970-01-01' as "from", upper(b.valid * t.valid) - date '1970-01-01' as "to"
    from account_benefits b
    join benefit_terms t on t.category_id = b.category_id and t.superseded_at is null and t.valid && b.valid and t.valid && $2::daterange
    join benefit_categories c on c.id = b.category_id
    join parties p on p.id = b.party_id
   where b.account_id = any ($1::bigint[]) and b.superseded_at is null and b.valid && $2::daterange
   order by b.account_id, b.id, t.id`;
