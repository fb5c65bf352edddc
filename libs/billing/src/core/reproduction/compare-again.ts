import { Money } from '@dvor/kernel';
import type { Part } from '../facts.js';
import type { ChargeLine } from '../line.js';
import { evaluate } from '../working/evaluate.js';
import type { TrueUpWorking } from '../working/working.js';

/** A line as it stands in the books of a run. */
export interface BookedLine {
  readonly premises: string;
  /** By its code. */
  readonly service: string;
  readonly part: Part;
  /** Its number on the bill. */
  readonly number: number;
  readonly amount: Money;
}

/** A correction of a closed month, as it stands in the books. */
export interface BookedCorrection extends BookedLine {
  readonly working: TrueUpWorking;
}

/** A line that came out otherwise. `null`: there is none, in the books or now. */
export interface LineDifference {
  readonly premises: string;
  readonly service: string;
  readonly part: Part;
  readonly number: number | null;
  readonly booked: Money | null;
  readonly again: Money | null;
}

type LineAgain = Pick<ChargeLine, 'premises' | 'service' | 'part' | 'amount'>;

/**
 * What a house comes to when it is charged again, beside what was booked: line by line of an account, service and part.
 * Several lines of one key are matched by their sums first, for their order means nothing.
 */
export function compareAgain(booked: readonly BookedLine[], again: readonly LineAgain[]): LineDifference[] {
  const anew = grouped(again);
  const differences: LineDifference[] = [];
  for (const [key, lines] of grouped(booked)) {
    const left = [...(anew.get(key) ?? [])];
    anew.delete(key);
    const unlike = lines.filter((line) => !takeEqual(left, line.amount));
    for (const { premises, service, part, number, amount } of unlike) {
      differences.push({ premises, service, part, number, booked: amount, again: left.shift()?.amount ?? null });
    }
    differences.push(...left.map(onlyNow));
  }
  for (const lines of anew.values()) differences.push(...lines.map(onlyNow));
  return differences;
}

/**
 * Corrections of one closed month: what their workings say the month comes to must come out of the facts that it was
 * replayed from, and the working must come to the amount. A house and single accounts of it may have been replayed
 * beside each other: an account's line is of one of them.
 */
export function compareCorrections(
  booked: readonly BookedCorrection[],
  replays: readonly (readonly LineAgain[])[],
): LineDifference[] {
  const anew = replays.map(grouped);
  const replayed = booked.map((line) => ({ ...line, part: line.working.part }));
  const differences: LineDifference[] = [];
  for (const [key, lines] of grouped(replayed)) {
    const said = Money.sum(lines.flatMap(({ working }) => working.again.map(evaluate)));
    const found = anew.map((lines) => sumOf(lines.get(key) ?? []));
    const off = found.some((sum) => sum.equals(said)) ? Money.zero : (found.at(-1) ?? Money.zero).minus(said);
    lines.forEach(({ premises, service, number, amount, working }, i) => {
      const again = evaluate(working).plus(i === 0 ? off : Money.zero);
      if (!again.equals(amount))
        differences.push({ premises, service, part: 'true-up', number, booked: amount, again });
    });
  }
  return differences;
}

function onlyNow({ premises, service, part, amount }: LineAgain): LineDifference {
  return { premises, service, part, number: null, booked: null, again: amount };
}

function takeEqual(lines: LineAgain[], amount: Money): boolean {
  const at = lines.findIndex((line) => line.amount.equals(amount));
  if (at >= 0) lines.splice(at, 1);
  return at >= 0;
}

function grouped<Line extends LineAgain>(lines: readonly Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.premises} ${line.service} ${line.part}`;
    const own = groups.get(key);
    if (own) own.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

function sumOf(lines: readonly LineAgain[]): Money {
  return Money.sum(lines.map(({ amount }) => amount));
}
