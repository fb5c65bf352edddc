import { Injectable } from '@nestjs/common';
import { type NewAbsence, Residents } from '@dvor/housing';
import { type AccountId, type HouseId, Money, type Period, periodOfDate, type UserId } from '@dvor/kernel';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import type { StoredLine } from '../charges.js';
import { chargeDry } from '../dry-run/dry-runs.js';
import { leavingNothing } from '../dry-run/leaving-nothing.js';
import { type LetOff, letOffIn } from './let-off.js';

export interface ForeseenAbsence extends LetOff {
  /** Full days away. */
  readonly days: number;
  /** Below zero: what is let off in all. */
  readonly amount: Money;
  /** Months that can't be charged yet: a rate or a reading is missing. */
  readonly unknown: readonly Period[];
}

/** What an absence would let off, before it is recorded: recorded, charged by the month's own code, and rolled back. */
@Injectable()
export class AbsenceForesight {
  constructor(
    private readonly database: Database,
    private readonly residents: Residents,
  ) {}

  /** @throws DomainError as `Residents.recordAbsence`, but for the paper */
  async foresee(tenant: Tenant, accountId: AccountId, absence: NewAbsence, by: UserId): Promise<ForeseenAbsence> {
    return leavingNothing(this.database, tenant, async (tx) => {
      await this.residents.supposeAbsence(tx, accountId, absence, { by, reason: 'foreseen' });
      const lines: StoredLine[] = [];
      const unknown: Period[] = [];
      for (const period of monthsOf(absence)) {
        const own = await linesIn(tx, accountId, period);
        if (own === null) unknown.push(period);
        else lines.push(...own);
      }
      const letOff = letOffIn(lines);
      const amount = Money.sum(letOff.services.map((one) => one.amount));
      const { from, to } = absence.days;
      return { ...letOff, amount, unknown, days: to - from - 2 };
    });
  }
}

/** Of an absence of years the first are enough to see what it brings. */
const MONTHS_SHOWN = 24;

/** The days of leaving and of coming back do not count as away. */
function monthsOf({ days: { from, to } }: NewAbsence): Period[] {
  const [first, last] = [periodOfDate((from + 1) as typeof from), periodOfDate((to - 2) as typeof to)];
  return Array.from({ length: Math.min(last - first + 1, MONTHS_SHOWN) }, (_, i) => (first + i) as Period);
}

/** `null`: the month can't be charged. */
async function linesIn(tx: Tx, accountId: AccountId, period: Period): Promise<readonly StoredLine[] | null> {
  const [{ houseId }] = await tx.query<[{ houseId: HouseId }]>(
    'select house_id as "houseId" from accounts where id = $1',
    [accountId],
  );
  const asked = { period, houseIds: [houseId], accountIds: [accountId], serviceIds: [], extrapolate: true };
  const outcomes = await chargeDry(tx, asked, null);
  const lines = outcomes.flatMap((outcome) => outcome.lines);
  return lines.length === 0 && outcomes.some(({ parked }) => parked.length > 0) ? null : lines;
}
