import { formatPeriod, Money, type Period } from '@dvor/kernel';
import type { ChargedBefore, HouseFacts, Part, ServiceRule } from './facts.js';
import type { ChargeLine } from './line.js';
import { yearOf } from './meters/house-volume.js';
import { Refusal } from './refusal.js';
import { evaluate } from './working/evaluate.js';

// calculation.md §3: the month as it should have been, by its own rules and tariffs, less what was charged
// 50 m² charged at 31.00 for May, the tariff was 37.20 from the 1st: 1860.00 − 1550.00 = 310.00

export interface TrueUps {
  readonly lines: readonly ChargeLine[];
  readonly refused: readonly { readonly premises: string; readonly service: string; readonly refusal: Refusal }[];
}

/**
 * What earlier months were charged too little or too much, as lines of the month that is charged: each of them is run
 * again from the facts as they are known now, and what was charged is subtracted. Even heating settles its year itself.
 */
export function trueUp(
  facts: HouseFacts,
  period: Period,
  chargeAgain: (facts: HouseFacts, period: Period) => { lines: readonly ChargeLine[]; parked: readonly Parking[] },
): TrueUps {
  const before = (facts.charged ?? []).filter((one) => one.period < period && !settledByYear(facts, one, period));
  const lines: ChargeLine[] = [];
  const refused: TrueUps['refused'][number][] = [];
  for (const month of new Set(before.map((one) => one.period))) {
    const ofMonth = before.filter((one) => one.period === month);
    const replay = chargeAgain(onlyWhatIsAsked(facts, ofMonth), month);
    for (const [key, charged] of byLine(ofMonth)) {
      const { premises, service, part } = key;
      const fault = replay.parked.find((one) => one.premises === premises || one.premises === null);
      if (fault) {
        const details = { ...fault.details, period: formatPeriod(month) };
        refused.push({ premises, service, refusal: new Refusal(fault.code, details) });
        continue;
      }
      const again = replay.lines.filter(
        (line) => line.premises === premises && line.service === service && line.part === part,
      );
      const line = difference(key, month, { charged, again });
      if (line) lines.push(line);
    }
  }
  return { lines, refused };
}

type Parking = { readonly premises: string | null } & Pick<Refusal, 'code' | 'details'>;

interface LineKey {
  readonly premises: string;
  readonly service: string;
  readonly part: Part;
}

function difference(
  { premises, service, part }: LineKey,
  month: Period,
  { charged, again }: { charged: Money; again: readonly ChargeLine[] },
): ChargeLine | null {
  const working = {
    formula: 'true-up',
    clause: again[0]?.working.clause ?? 'ПП 354, п. 61',
    unit: again[0]?.working.unit ?? '',
    rate: null,
    period: formatPeriod(month),
    part,
    again: again.map((line) => line.working),
    charged: charged.toString(),
  } as const;
  const amount = evaluate(working);
  return amount.isZero ? null : { premises, service, part: 'true-up', volume: null, amount, working };
}

function byLine(charged: readonly ChargedBefore[]): (readonly [LineKey, Money])[] {
  const sums = new Map<string, { key: LineKey; amounts: Money[] }>();
  for (const { premises, service, part, amount } of charged) {
    const key: LineKey = { premises, service, part: part ?? 'individual' };
    const name = `${premises} ${service} ${key.part}`;
    const known = sums.get(name) ?? { key, amounts: [] };
    known.amounts.push(Money.parse(amount));
    sums.set(name, known);
  }
  return [...sums.values()].map(({ key, amounts }) => [key, Money.sum(amounts)] as const);
}

/** ф. 3(4) compares whole years. */
function settledByYear({ services }: HouseFacts, { service, period }: ChargedBefore, now: Period): boolean {
  const even = services.some((rule) => rule.code === service && rule.method === 'heating' && rule.mode === 'even');
  return even && yearOf(period) === yearOf(now) - 1;
}

/** The services that are corrected, and those whose volumes they are charged by; what is known of this month alone is not known of that. */
function onlyWhatIsAsked(facts: HouseFacts, asked: readonly ChargedBefore[]): HouseFacts {
  const codes = new Set(asked.map(({ service }) => service));
  for (const code of codes) {
    for (const rule of facts.services) if (rule.code === code) for (const other of neededBy(rule)) codes.add(other);
  }
  return {
    ...facts,
    services: facts.services.filter(({ code }) => codes.has(code)),
    premises: facts.premises.map((one) => ({ ...one, given: null, benefits: null, oneOffs: null, manual: null })),
    carry: null,
    quality: null,
    charged: null,
  };
}

function neededBy(rule: ServiceRule): readonly string[] {
  if (rule.method === 'sewage') return rule.of;
  return rule.method === 'common' ? [rule.of] : [];
}
