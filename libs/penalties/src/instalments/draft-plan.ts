import { type LawParameters, type LawParameter, lawParameterOn } from '@dvor/catalogue';
import {
  type AccountId,
  dayOfMonth,
  DomainError,
  formatPeriod,
  type HouseId,
  type LocalDate,
  Money,
  parseDecimal,
  type Period,
  periodOfDate,
  addMonths,
} from '@dvor/kernel';
import type { Deferrals } from '@dvor/ledger';
import type { Tx } from '@dvor/platform';
import { checkSchedule, drawUpSchedule, percentText, type PlanPart, withInterest } from '../core/index.js';
import type { PlanPlace } from './load-plans.js';

/** What is asked of a plan; what is left out is made by itself. */
export interface PlanAsked {
  readonly accountId: AccountId;
  /** Nothing: all that the account owes. */
  readonly places?: readonly Omit<PlanPlace, 'amount'>[] | undefined;
  readonly parts?: number | undefined;
  /** The month of the first part; the next one where that is left out. */
  readonly from?: Period | undefined;
  /** Of the month. Nothing: the day up to which its bills are paid. */
  readonly day?: number | undefined;
  /** Ten-thousandths of a percent a year. */
  readonly rate?: number | undefined;
  /** The schedule as somebody has written it, in place of equal parts. */
  readonly schedule?: readonly Pick<PlanPart, 'dueOn' | 'amount'>[] | undefined;
}

export interface PlanDraft {
  readonly accountId: AccountId;
  readonly houseId: HouseId;
  readonly places: readonly PlanPlace[];
  readonly debt: Money;
  readonly parts: readonly PlanPart[];
  readonly rate: number;
  /** No plan may cost more: the key rate and the law's points (ПП 354, п. 72). */
  readonly mostRate: number;
}

const DEFAULT_PARTS = 6;

/**
 * What a plan would be if it began on a day.
 *
 * @throws DomainError `account.not-found`, `instalment.nothing-owed`, `instalment.place-unknown`, `instalment.rate-too-high`,
 * and those of `checkSchedule`
 */
export async function draftPlan(
  tx: Tx,
  { deferrals, law }: { readonly deferrals: Deferrals; readonly law: LawParameters },
  asked: PlanAsked,
  on: LocalDate,
): Promise<PlanDraft> {
  const { accountId, rate = 0 } = asked;
  const houseId = await houseOf(tx, accountId);
  const places = await placesOf(tx, deferrals, asked, on);
  const debt = Money.sum(places.map(({ amount }) => amount));
  const mostRate = mostRateOn(await law.some(tx, RATE_CODES), on);
  if (rate > mostRate)
    throw new DomainError('instalment.rate-too-high', { rate: percentText(rate), most: percentText(mostRate) });
  const terms = { debt, rate, startsOn: on };
  if (asked.schedule) {
    checkSchedule(asked.schedule, terms);
    return { accountId, houseId, places, debt, rate, mostRate, parts: withInterest(asked.schedule, terms) };
  }
  const from = asked.from ?? addMonths(periodOfDate(on), 1);
  const day = asked.day ?? dayOfMonth(await law.dueDate(tx, addMonths(from, -1)));
  const parts = drawUpSchedule({ ...terms, parts: asked.parts ?? DEFAULT_PARTS, from, day });
  checkSchedule(parts, terms);
  return { accountId, houseId, places, debt, rate, mostRate, parts };
}

const RATE_CODES = ['key-rate', 'instalments.points-over-key-rate'] as const;

/** The key rate of the day and the points the law allows above it, in ten-thousandths of a percent. */
export function mostRateOn(parameters: readonly LawParameter[], on: LocalDate): number {
  const percents = RATE_CODES.map((code) => parseDecimal(String(lawParameterOn(parameters, code, on).value)));
  const [key, over] = percents;
  if (!key || !over) throw new DomainError('penalty.law-value', { code: 'key-rate', value: 'null' });
  return Number(key.plus(over).times('10000').toFixed(0));
}

async function houseOf(tx: Tx, accountId: AccountId): Promise<HouseId> {
  const [row] = await tx.query<{ houseId: HouseId }[]>(
    'select house_id::text as "houseId" from accounts where id = $1',
    [accountId],
  );
  if (!row) throw new DomainError('account.not-found');
  return row.houseId;
}

/** What is owed at the places that were named, or at all that may be put off and are in no plan yet. */
async function placesOf(
  tx: Tx,
  deferrals: Deferrals,
  { accountId, places: named }: PlanAsked,
  on: LocalDate,
): Promise<PlanPlace[]> {
  const owed = (await deferrals.payable(tx, [accountId], on))
    .get(accountId)!
    .flatMap(({ recipientId, serviceId, origin, kind, amount, planned }): PlanPlace[] =>
      planned || kind === 'interest' || recipientId === null || serviceId === null || amount.kopecks <= 0n
        ? []
        : [{ recipientId, serviceId, origin, kind, amount }],
    );
  if (!named) {
    if (owed.length === 0) throw new DomainError('instalment.nothing-owed');
    return owed;
  }
  const wanted = new Set(named.map(keyOf));
  const found = owed.filter((place) => wanted.has(keyOf(place)));
  const missing = named.find((place) => !found.some((one) => keyOf(one) === keyOf(place)));
  if (missing) throw new DomainError('instalment.place-unknown', { period: formatPeriod(missing.origin) });
  return found;
}

export function keyOf({ recipientId, serviceId, origin, kind }: Omit<PlanPlace, 'amount'>): string {
  return `${recipientId} ${serviceId} ${origin} ${kind}`;
}
