import type { ChoicesInMonth, ExcessFactor } from '@dvor/catalogue';
import { addDays, type LocalDate, parseDate } from '@dvor/kernel';
import type { Policy, QualitySettings } from '../core/index.js';

type Settings = ChoicesInMonth['settings'];

/** The organisation's choices as the calculation knows them; undefined where all are as they usually are. */
export function policyOf(settings: Settings): Policy | undefined {
  const quality = qualityOf(settings);
  const chosen: Policy = {
    ...(settings['average.base'] === 'up-to-twelve' && { averageOver: 'up-to-twelve' }),
    ...(settings['excess-factor.second-refusal'] === true && { secondRefusal: 'raised' }),
    ...(settings['volume.rounding'] === 'as-shown' && { volumes: 'as-shown' }),
    ...(quality && { quality }),
  };
  return Object.keys(chosen).length > 0 ? chosen : undefined;
}

function qualityOf(settings: Settings): QualitySettings | undefined {
  const chosen: QualitySettings = {
    ...(settings['quality.part-hours'] === 'exact' && { partHours: 'exact' }),
    ...(settings['quality.hot-water-deviation'] === 'strict' && { hotWater: 'strict' }),
    ...(settings['quality.below-forty'] === 'cold-tariff' && { belowForty: 'cold-tariff' }),
  };
  return Object.keys(chosen).length > 0 ? chosen : undefined;
}

/** The first day on which somebody registered counts as living there (ПП 354, п. 56–58, disputed). */
export function livesSince(registered: LocalDate, settings: Settings): LocalDate {
  return settings['residency.registration-day'] === 'does-not' ? addDays(registered, 1) : registered;
}

// ПП 1871 took effect on 6 December 2025, inside a month; companies apply it by days, from the 1st or from January
const IN_FORCE = parseDate('2025-12-06');
const APPLIED: Readonly<Record<string, LocalDate>> = {
  'from-december': parseDate('2025-12-01'),
  'from-january': parseDate('2026-01-01'),
};

/** The law's factors with the beginning that the organisation has chosen for the one of 6 December 2025. */
export function withChosenBeginning(factors: readonly ExcessFactor[], settings: Settings): readonly ExcessFactor[] {
  const chosen = APPLIED[String(settings['excess-factor.december-2025'])];
  if (chosen === undefined) return factors;
  return factors.map((factor) => {
    if ((factor.rank ?? 'law') !== 'law') return factor;
    if (factor.from === IN_FORCE) return { ...factor, from: chosen };
    return factor.to === IN_FORCE ? { ...factor, to: chosen } : factor;
  });
}
