import type { MeteredRule, SocialNormRule } from '../facts.js';
import type { ChargeLine, HouseMonth, PremisesCharge } from '../line.js';
import type { PremisesMonth } from '../premises-month.js';
import { type RatePiece, servicePieces, socialNormPieces } from '../rates.js';
import { Refusal } from '../refusal.js';
import { daysIn, type Span } from '../span.js';
import {
  excessLines,
  letOffLines,
  lineOfMeasured,
  measured,
  type Piece,
  tierLines,
  zonesByRate,
} from './metered-lines.js';
import { type MeteredService, meteredService, normOf, recordConsumption, type Used, usedBy } from './metered-use.js';

/** Water, electricity and gas by individual meter, else by average, else by norm and persons. */
export function chargeByMeter(rule: MeteredRule, house: HouseMonth): PremisesCharge | Refusal {
  const pieces = servicePieces(rule, house.month);
  return pieces instanceof Refusal ? pieces : byPieces(rule, house, pieces);
}

/** Electricity within and above a social norm. */
export function chargeBySocialNorm(rule: SocialNormRule, house: HouseMonth): PremisesCharge | Refusal {
  const pieces = socialNormPieces(rule, house.month);
  return pieces instanceof Refusal ? pieces : byPieces(rule, house, pieces);
}

function byPieces(
  rule: MeteredRule | SocialNormRule,
  house: HouseMonth,
  pieces: readonly RatePiece[],
): PremisesCharge | Refusal {
  const service = meteredService(rule, house);
  if (service instanceof Refusal) return service;
  return (premises, days) => chargePremises(service, pieces, { premises, days });
}

function chargePremises(
  service: MeteredService,
  pieces: readonly RatePiece[],
  { premises, days }: { premises: PremisesMonth; days: Span },
): ChargeLine[] | Refusal {
  const used = usedBy(service, premises, days);
  if (used instanceof Refusal) return used;
  const over = used.over.to - used.over.from;
  const lines: ChargeLine[] = [];
  for (const { rates, tiers, spans } of pieces) {
    const charged = daysIn(spans, days);
    if (charged === 0) continue;
    const byNorm = normOf(service, premises, used.byNorm, { spans, days });
    if (byNorm instanceof Refusal) return byNorm;
    const piece: Piece = { share: [charged, over], byNorm };
    const base = tiers
      ? tierLines(service, premises, used, { tiers, piece, spans: { days: charged, of: service.month.days } })
      : baseLines(service, premises, used, { rates, piece });
    if (base instanceof Refusal) return base;
    lines.push(...base);
    if (byNorm) lines.push(...excessLines(service, premises, used.byNorm, { rate: rates[0]!, spans, days }));
  }
  recordConsumption(service, premises, used, days);
  const plain = pieces.flatMap(({ rates, spans }) => rates.map(({ rate, text }) => ({ rate, text, spans })));
  lines.push(...letOffLines(service, premises, used.byNorm, { pieces: plain, days }));
  return lines;
}

/** One line per zone of the tariff; a tariff without zones takes the sum of the meter's. */
function baseLines(
  service: MeteredService,
  premises: PremisesMonth,
  used: Used,
  { rates, piece }: Pick<RatePiece, 'rates'> & { piece: Piece },
): ChargeLine[] | Refusal {
  const [plain] = rates;
  if (plain && plain.zone === null) {
    return [lineOfMeasured(service, premises, plain, measured(service, used, { rate: plain, piece }))];
  }
  const byRate = zonesByRate(used.zones, rates, piece.byNorm);
  if (byRate instanceof Refusal) return byRate;
  return byRate.map(({ rate, zones }) =>
    lineOfMeasured(service, premises, rate, measured(service, { ...used, zones }, { rate, piece })),
  );
}
