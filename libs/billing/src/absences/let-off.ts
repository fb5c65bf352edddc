import { Money, type ServiceId } from '@dvor/kernel';
import type { StoredLine } from '../charges.js';
import type { WhyNorm, Working } from '../core/index.js';

/** Why a service that is charged by volume lets nothing off for an absence. */
export type WhyNothing =
  /** It has a meter: it goes by readings, their average, or by norm where none came (ПП 354, п. 86). */
  | 'metered'
  /** It goes by norm, but a meter could stand there: no act says otherwise (п. 86). */
  | 'meter-fits'
  /** It goes by the volume of water, for which nothing is let off. */
  | 'follows-water';

export interface LetOff {
  readonly services: readonly { readonly serviceId: ServiceId; readonly amount: Money }[];
  readonly nothing: readonly { readonly serviceId: ServiceId; readonly why: WhyNothing }[];
}

/** What the lines of an account's months let off for an absence, and why some of its services let off nothing. */
export function letOffIn(lines: readonly Pick<StoredLine, 'serviceId' | 'part' | 'amount' | 'working'>[]): LetOff {
  const sums = new Map<ServiceId, Money>();
  for (const { serviceId, part, amount } of lines)
    if (part === 'absence') sums.set(serviceId, (sums.get(serviceId) ?? Money.zero).plus(amount));
  const reasons = new Map<ServiceId, WhyNothing>();
  for (const { serviceId, working } of lines) {
    const why = whyNothing(working);
    if (why && !sums.has(serviceId)) reasons.set(serviceId, why);
  }
  return {
    services: [...sums].map(([serviceId, amount]) => ({ serviceId, amount })),
    nothing: [...reasons].map(([serviceId, why]) => ({ serviceId, why })),
  };
}

/** Where a meter stands, but told nothing or is out of order, it is for the payer to mend that (п. 86). */
const BY_NORM: Readonly<Record<WhyNorm, WhyNothing | null>> = {
  impossible: null,
  'no-meter': 'meter-fits',
  unsent: 'metered',
  'no-history': 'metered',
  lapsed: 'metered',
  'no-access': 'metered',
};

function whyNothing(working: Working): WhyNothing | null {
  switch (working.formula) {
    case 'meter':
    case 'average':
      return 'metered';
    case 'norm':
      return BY_NORM[working.why];
    case 'tier':
      return whyNothing(working.base);
    case 'sewage':
      return 'follows-water';
    default:
      return null;
  }
}
