import { Decimal, decimal, DomainError, Money } from '@dvor/kernel';

/** A step of the table of fees: so much, and a percentage of what the claim has above the step before. Roubles. */
interface FeeStep {
  /** `null`: the last step. */
  readonly upTo: Decimal | null;
  readonly fixed: Decimal;
  readonly percent: Decimal;
  readonly least: Decimal | null;
  readonly most: Decimal | null;
}

/**
 * The state fee of a claim for money, in whole roubles (НК РФ, ст. 333.19 п. 1 пп. 1; ст. 52 п. 6).
 *
 * `до 300 000: 4 000 + 3 %`: a claim of 250 000,00 ₽ costs 4 000 + 150 000 · 3 % = 8 500 ₽.
 *
 * @param table as it stands in the law calendar: `до 100000: 4000; …; свыше: 314000 + 0.15 %, не более 900000`
 * @throws DomainError `court.fee-table` naming the piece that can't be read
 */
export function claimFee(claim: Money, table: string): Money {
  const sum = decimal(claim.toString());
  let below = decimal('0');
  for (const step of table.split(';').map(readStep)) {
    if (step.upTo === null || sum.lte(step.upTo)) return wholeRoubles(feeOf(sum.minus(below), step));
    below = step.upTo;
  }
  throw new DomainError('court.fee-table', { piece: table });
}

/** The fee of an application for a court order: a part of that of a claim (НК РФ, ст. 333.19 п. 1 пп. 2). */
export function orderFee(
  claim: Money,
  { table, percent }: { readonly table: string; readonly percent: number },
): Money {
  const whole = decimal(claimFee(claim, table).toString());
  return wholeRoubles(whole.times(decimal(String(percent))).div(decimal('100')));
}

function feeOf(above: Decimal, { fixed, percent, least, most }: FeeStep): Decimal {
  const fee = fixed.plus(above.times(percent).div(decimal('100')));
  if (least && fee.lt(least)) return least;
  return most && fee.gt(most) ? most : fee;
}

/** Fifty kopecks and more count as a rouble, less than fifty as nothing (НК РФ, ст. 52 п. 6). */
function wholeRoubles(fee: Decimal): Money {
  return Money.parse(fee.round(0, Decimal.roundHalfUp).toFixed(2));
}

const STEP = /^(?:до (\d+)|свыше): (?:(\d+)(?: \+ ([\d.]+) %)?|([\d.]+) %)(?:, не менее (\d+))?(?:, не более (\d+))?$/u;

function readStep(text: string): FeeStep {
  const read = STEP.exec(text.trim());
  if (!read) throw new DomainError('court.fee-table', { piece: text.trim() });
  const [, upTo, fixed, over, alone, least, most] = read;
  return {
    upTo: figure(upTo),
    fixed: decimal(fixed ?? '0'),
    percent: decimal(over ?? alone ?? '0'),
    least: figure(least),
    most: figure(most),
  };
}

function figure(text: string | undefined): Decimal | null {
  return text === undefined ? null : decimal(text);
}
