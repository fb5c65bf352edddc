import { Injectable } from '@nestjs/common';
import { decimal, DomainError, formatDate, type Id, type LocalDate, parseDecimal, type UserId } from '@dvor/kernel';
import { addFact, AuditLog, constraintOf, type Recording, removeFacts, type Tx } from '@dvor/platform';
import { BENEFIT_TERMS } from './fact-tables.js';

export type BenefitCategoryId = Id<'BenefitCategory'>;
export const BENEFIT_GROUNDS = ['law', 'age', 'disability'] as const;
export type BenefitGrounds = (typeof BENEFIT_GROUNDS)[number];

/** What a category lets off of one service. */
export interface CategoryPercent {
  /** Code of the service. */
  readonly service: string;
  /** 0 to 100. */
  readonly percent: string;
  /** Full years from which it holds. */
  readonly fromAge?: number | null;
  /** Units a person and month that it holds for; none: the service's own norm. */
  readonly volumeNorm?: string | null;
}

export interface CategoryTerms {
  readonly percents: readonly CategoryPercent[];
  /** m² for each covered person; none: the whole area. */
  readonly areaNorm: string | null;
  readonly areaNormAlone: string | null;
  /** Everyone who is registered is covered, or the holder alone. */
  readonly family: boolean;
}

export interface NewBenefitCategory {
  readonly code: string;
  readonly name: string;
  readonly act: string;
  readonly clause: string | null;
  readonly grounds: BenefitGrounds;
}

export interface BenefitCategory extends NewBenefitCategory {
  readonly id: BenefitCategoryId;
  readonly archived: boolean;
  /** By days, the first first. */
  readonly terms: readonly (CategoryTerms & { readonly from: string; readonly to: string | null })[];
}

/** No invalid of groups I–II is let off more than a half of capital repair (ЖК РФ, ст. 169 ч. 2.1; 181-ФЗ, ст. 17). */
const MOST_OF_CAPITAL_REPAIR = '50';

/** Categories of benefits: by which act who is let off how much. */
@Injectable()
export class BenefitCategories {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  /** By name. */
  async list(tx: Tx): Promise<BenefitCategory[]> {
    return tx.query<BenefitCategory[]>(`${SELECT} order by c.archived_at is not null, c.name, c.id`);
  }

  /** @throws DomainError `benefit.category-not-found` */
  async read(tx: Tx, id: BenefitCategoryId): Promise<BenefitCategory> {
    const [row] = await tx.query<BenefitCategory[]>(`${SELECT} where c.id = $1`, [id]);
    if (!row) throw new DomainError('benefit.category-not-found');
    return row;
  }

  /** @throws DomainError `benefit.category-taken` */
  async create(tx: Tx, category: NewBenefitCategory, by: UserId | null): Promise<BenefitCategoryId> {
    const { code, name, act, clause, grounds } = category;
    try {
      const [row] = await tx.query<{ id: BenefitCategoryId }[]>(
        `insert into benefit_categories (organization_id, code, name, act, clause, grounds, created_by)
         values (current_organization(), $1, $2, $3, $4, $5, $6) returning id`,
        [code, name, act, clause, grounds, by],
      );
      await this.note(tx, 'benefit-category.create', { id: row!.id, by }, { code, name, act });
      return row!.id;
    } catch (error) {
      if (constraintOf(error) === 'benefit_categories_code') throw new DomainError('benefit.category-taken', { code });
      throw error;
    }
  }

  /**
   * What the category gives from a day on; what it gave before stays.
   *
   * @throws DomainError `benefit.category-not-found`, `benefit.category-archived`, `benefit.percent`,
   * `benefit.unknown-service`, `benefit.capital-repair-above-half`
   */
  async setTerms(
    tx: Tx,
    id: BenefitCategoryId,
    { from, ...terms }: CategoryTerms & { readonly from: LocalDate },
    recording: Recording,
  ): Promise<BenefitCategory> {
    const category = await lockCategory(tx, id);
    await checkTerms(tx, category, terms);
    const [key, days] = [{ category_id: id }, { from, to: null }];
    await removeFacts(tx, BENEFIT_TERMS, { key, days }, recording);
    const values = {
      percents: terms.percents as unknown as readonly string[],
      area_norm: terms.areaNorm,
      area_norm_alone: terms.areaNormAlone,
      family: terms.family,
    };
    await addFact(tx, BENEFIT_TERMS, { key, days, values }, recording);
    const told = { from: formatDate(from), percents: JSON.stringify(terms.percents), reason: recording.reason };
    await this.note(tx, 'benefit-category.terms', { id, by: recording.by }, told);
    return this.read(tx, id);
  }

  /** Nobody new gets it; those who have it keep it. @throws DomainError `benefit.category-not-found`, `benefit.category-archived` */
  async archive(tx: Tx, id: BenefitCategoryId, by: UserId): Promise<void> {
    const { code } = await lockCategory(tx, id);
    await tx.query('update benefit_categories set archived_at = organization_now() where id = $1', [id]);
    await this.note(tx, 'benefit-category.archive', { id, by }, { code });
  }

  private async note(
    tx: Tx,
    action: string,
    { id, by }: { id: BenefitCategoryId; by: UserId | null },
    details: Record<string, string>,
  ): Promise<void> {
    await this.audit.record(tx, { userId: by, action, object: { type: 'benefit-category', id }, details });
  }
}

/** @throws DomainError `benefit.category-not-found`, `benefit.category-archived` */
export async function lockCategory(
  tx: Tx,
  id: BenefitCategoryId,
): Promise<{ readonly code: string; readonly name: string; readonly grounds: BenefitGrounds }> {
  const [row] = await tx.query<{ code: string; name: string; grounds: BenefitGrounds; archived: boolean }[]>(
    'select code, name, grounds, archived_at is not null as archived from benefit_categories where id = $1 for update',
    [id],
  );
  if (!row) throw new DomainError('benefit.category-not-found');
  if (row.archived) throw new DomainError('benefit.category-archived', { name: row.name });
  return row;
}

async function checkTerms(
  tx: Tx,
  { grounds }: { readonly grounds: BenefitGrounds },
  { percents, areaNorm, areaNormAlone }: CategoryTerms,
): Promise<void> {
  const services = await tx.query<{ code: string; name: string; section: string }[]>(
    'select code, name, section from services where code = any ($1)',
    [percents.map(({ service }) => service)],
  );
  const seen = new Set<string>();
  for (const { service, percent, fromAge, volumeNorm } of percents) {
    const known = services.find(({ code }) => code === service);
    if (!known) throw new DomainError('benefit.unknown-service', { service });
    const value = parseDecimal(percent);
    const key = `${service} ${fromAge ?? 0}`;
    if (
      !value?.gt('0') ||
      value.gt('100') ||
      (volumeNorm != null && !parseDecimal(volumeNorm)?.gt('0')) ||
      seen.has(key)
    )
      throw new DomainError('benefit.percent', { service: known.name, percent });
    seen.add(key);
    if (grounds === 'disability' && known.section === 'capital-repair' && value.gt(MOST_OF_CAPITAL_REPAIR))
      throw new DomainError('benefit.capital-repair-above-half', { percent: decimal(percent).toString() });
  }
  for (const norm of [areaNorm, areaNormAlone])
    if (norm !== null && !parseDecimal(norm)?.gt('0')) throw new DomainError('benefit.area-norm', { norm });
}

const SELECT = `
  select c.id, c.code, c.name, c.act, c.clause, c.grounds, c.archived_at is not null as archived,
         coalesce((select jsonb_agg(jsonb_build_object('from', lower(t.valid), 'to', upper(t.valid), 'percents', t.percents,
                                      'areaNorm', trim_scale(t.area_norm)::text, 'areaNormAlone', trim_scale(t.area_norm_alone)::text,
                                      'family', t.family) order by lower(t.valid))
                     from benefit_terms t where t.category_id = c.id and t.superseded_at is null), '[]') as terms
    from benefit_categories c`;
