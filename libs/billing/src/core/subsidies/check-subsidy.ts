import { count, type Decimal, decimal, Money } from '@dvor/kernel';

/** What a subsidy of a family is counted from; roubles a month, percents as they are written. */
export interface SubsidyQuestion {
  /** ССЖКУ: the region's standard of cost for one person. */
  readonly standard: string;
  readonly persons: number;
  /** МДД: percent of its income that a family may spend, no more than 22 by federal law. */
  readonly mostPercent: string;
  /** Д: income of the family. */
  readonly income: string;
  /** ПМ: subsistence minimum of the family, for one person. */
  readonly minimum: string;
  /** What the family is in fact charged; none: not compared. */
  readonly charged?: string | null;
}

// ЖК РФ, ст. 159; ПП 761: С = ССЖКУ · n − МДД / 100 · Д; where СДД < ПМ, МДД · СДД / ПМ stands for МДД
// One person, 4661 − 12500 · 22 % = 1911.00

/** What a subsidy should come to, to compare with what social protection sent; never below zero nor above the charge. */
export function checkSubsidy({ standard, persons, mostPercent, income, minimum, charged }: SubsidyQuestion): Money {
  const whole = decimal(standard).times(count(persons));
  const subsidy = Money.round(whole.minus(ownPart({ income, mostPercent, minimum, persons })));
  const most = charged == null ? null : Money.parse(charged);
  if (subsidy.isNegative) return Money.zero;
  return most && most.compare(subsidy) < 0 ? most : subsidy;
}

/** What the family pays itself: МДД / 100 · Д, less where each has less than the minimum. Multiplied first, divided last. */
function ownPart({ income, mostPercent, minimum, persons }: Omit<SubsidyQuestion, 'standard'>): Decimal {
  const full = decimal(income).times(decimal(mostPercent));
  const needed = decimal(minimum).times(count(persons));
  if (!decimal(income).lt(needed)) return full.div('100');
  return full.times(decimal(income)).div(needed.times('100'));
}
