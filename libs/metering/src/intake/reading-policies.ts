import { Injectable } from '@nestjs/common';
import { decimal, DomainError, type LocalDate, type UserId } from '@dvor/kernel';
import { settingsOn } from '@dvor/catalogue';
import { AuditLog, type Tx } from '@dvor/platform';
import {
  ASKED_SOURCES,
  READING_RULES,
  READING_SOURCES,
  type ReadingAction,
  type ReadingBounds,
  type ReadingPolicy,
  type ReadingRule,
  type ReadingSource,
  usualPolicy,
} from '../core/index.js';

/** A cell of the matrix source × rule: what is done, and what would be if the organisation had not chosen. */
export interface PolicyCell {
  readonly source: ReadingSource;
  readonly rule: ReadingRule;
  readonly action: ReadingAction;
  readonly usual: ReadingAction;
}

/** What an organisation does about doubtful readings (MTR-09). */
@Injectable()
export class ReadingPolicies {
  constructor(private readonly audit: AuditLog) {}

  async list(tx: Tx): Promise<PolicyCell[]> {
    const chosen = await chosenCells(tx);
    return READING_SOURCES.flatMap((source) => {
      const usual = usualPolicy(source);
      return READING_RULES.map((rule) => ({
        ...{ source, rule, usual: usual[rule] },
        action: chosen.get(`${source} ${rule}`) ?? usual[rule],
      }));
    });
  }

  /** `null`: what is usual. @throws DomainError `reading-policy.cannot-ask`, `reading-policy.below-previous` */
  async choose(
    tx: Tx,
    { source, rule }: Pick<PolicyCell, 'source' | 'rule'>,
    action: ReadingAction | null,
    by: UserId,
  ): Promise<void> {
    if (action === 'confirm' && !ASKED_SOURCES.has(source))
      throw new DomainError('reading-policy.cannot-ask', { source });
    if (rule === 'below-previous' && action !== null && action !== 'hold' && action !== 'block')
      throw new DomainError('reading-policy.below-previous');
    await tx.query('delete from reading_policies where source = $1 and rule = $2', [source, rule]);
    if (action !== null)
      await tx.query(
        `insert into reading_policies (organization_id, source, rule, action, changed_by) values (current_organization(), $1, $2, $3, $4)`,
        [source, rule, action, by],
      );
    await this.audit.record(tx, {
      ...{ userId: by, action: 'reading-policy.choose' },
      ...{ object: { type: 'reading-policy', id: `${source}/${rule}` }, details: { action } },
    });
  }

  /** What holds for a source now. */
  async of(tx: Tx, source: ReadingSource): Promise<ReadingPolicy> {
    const chosen = await chosenCells(tx);
    const usual = usualPolicy(source);
    return Object.fromEntries(
      READING_RULES.map((rule) => [rule, chosen.get(`${source} ${rule}`) ?? usual[rule]]),
    ) as ReadingPolicy;
  }

  async bounds(tx: Tx, on: LocalDate): Promise<ReadingBounds> {
    const chosen = await settingsOn(tx, BOUNDS, on);
    const capacity = (code: (typeof BOUNDS)[number]) => decimal(String(chosen[code]));
    return {
      usualTimes: Number(chosen['readings.usual-times']),
      similarTimes: Number(chosen['readings.similar-times']),
      capacityADay: {
        'cold-water': capacity('readings.capacity-water'),
        'hot-water': capacity('readings.capacity-water'),
        electricity: capacity('readings.capacity-electricity'),
        gas: capacity('readings.capacity-gas'),
        heating: capacity('readings.capacity-heating'),
      },
    };
  }
}

const BOUNDS = [
  'readings.usual-times',
  'readings.similar-times',
  'readings.capacity-water',
  'readings.capacity-electricity',
  'readings.capacity-gas',
  'readings.capacity-heating',
] as const;

async function chosenCells(tx: Tx): Promise<Map<string, ReadingAction>> {
  const rows = await tx.query<{ cell: string; action: ReadingAction }[]>(
    `select source || ' ' || rule as cell, action from reading_policies`,
  );
  return new Map(rows.map(({ cell, action }) => [cell, action]));
}
