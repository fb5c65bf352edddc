import type { MeteredRule, SocialNormRule } from '../facts.js';
import type { ChargeLine, HouseMonth, PremisesCharge } from '../line.js';
import type { PremisesMonth } from '../premises-month.js';
import { type PriceComponent, type ServicePrices, servicePrices, socialNormPrices } from '../rates.js';
import { Refusal } from '../refusal.js';
import { commonSpans, daysIn, type Span } from '../span.js';
import {
  excessLines,
  interferenceLines,
  letOffLines,
  lineOfMeasured,
  measured,
  type Piece,
  tierLine,
  zonesOf,
} from './metered-lines.js';
import { type MeteredService, meteredService, normOf, recordConsumption, type Used, usedBy } from './metered-use.js';

/** Water, electricity and gas by individual meter, else by average, else by norm and persons. */
export function chargeByMeter(rule: MeteredRule, house: HouseMonth): PremisesCharge | Refusal {
  const prices = servicePrices(rule, house.month);
  return prices instanceof Refusal ? prices : byPrices(rule, house, prices);
}

/** Electricity within and above a social norm. */
export function chargeBySocialNorm(rule: SocialNormRule, house: HouseMonth): PremisesCharge | Refusal {
  const prices = socialNormPrices(rule, house.month);
  return prices instanceof Refusal ? prices : byPrices(rule, house, prices);
}

function byPrices(
  rule: MeteredRule | SocialNormRule,
  house: HouseMonth,
  prices: ServicePrices,
): PremisesCharge | Refusal {
  const service = meteredService(rule, house);
  if (service instanceof Refusal) return service;
  return (premises, days) => chargePremises(service, prices, { premises, days });
}

function chargePremises(
  service: MeteredService,
  { components, zoned }: ServicePrices,
  { premises, days }: { premises: PremisesMonth; days: Span },
): ChargeLine[] | Refusal {
  const used = usedBy(service, premises, days);
  if (used instanceof Refusal) return used;
  const differ = zonesDiffer(zoned, used, days);
  if (differ) return differ;
  const lines: ChargeLine[] = [];
  for (const component of components) {
    const own = linesOf(service, component, { premises, days, used });
    if (own instanceof Refusal) return own;
    lines.push(...own);
  }
  recordConsumption(service, premises, used, days);
  const first = components.filter(({ zone, tier }) => (!tier || tier.above === null) && zone === components[0]!.zone);
  const pieces = first.flatMap(({ pieces }) => pieces);
  if (used.byNorm.length > 0) {
    for (const { rate, text, spans } of pieces) {
      lines.push(...excessLines(service, premises, used.byNorm, { rate: { zone: null, rate, text }, spans, days }));
    }
    lines.push(...letOffLines(service, premises, used.byNorm, { pieces, days }));
  }
  const added = interferenceLines(service, premises, pieces);
  return added instanceof Refusal ? added : [...lines, ...added];
}

/** One line for each price of a zone or tier; a tariff without zones takes the sum of the meter's. */
function linesOf(
  service: MeteredService,
  { zone, tier, pieces }: PriceComponent,
  { premises, days, used }: { premises: PremisesMonth; days: Span; used: Used },
): ChargeLine[] | Refusal {
  const over = used.over.to - used.over.from;
  const zones = zonesOf(used.zones, zone);
  const { room } = used;
  const lines: ChargeLine[] = [];
  for (const { rate, text, spans } of pieces) {
    const charged = daysIn(spans, days);
    if (charged === 0) continue;
    const byNorm = normOf(service, premises, used.byNorm, { spans, days });
    if (byNorm instanceof Refusal) return byNorm;
    const piece: Piece = { share: [charged, over], byNorm };
    const priced = { zone, rate, text };
    if (tier) {
      const line = tierLine(service, premises, used, { tier, zones, piece, rate: priced, charged });
      if (line) lines.push(line);
    } else {
      lines.push(
        lineOfMeasured(
          service,
          premises,
          priced,
          measured(service, { zones, room, byNorm: used.byNorm }, { rate: priced, piece }),
        ),
      );
    }
  }
  return lines;
}

/** A tariff by zones needs a volume of just these zones on its days, and no norm, which knows none. */
function zonesDiffer(zoned: ServicePrices['zoned'], used: Used, days: Span): Refusal | null {
  const found = used.zones.map(({ zone }) => zone).sort();
  for (const { zones, ...span } of zoned) {
    if (daysIn([span], days) === 0) continue;
    const same = found.length === zones.length && [...zones].sort().every((zone, at) => zone === found[at]);
    const byNorm = commonSpans(used.byNorm, [span]).some((part) => daysIn([part], days) > 0);
    if (!same || byNorm) return new Refusal('zones-differ', { tariff: [...zones], used: found });
  }
  return null;
}
