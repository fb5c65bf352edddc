import { type Decimal, decimal } from '@dvor/kernel';
import { byZone, type ZonedValue } from '../zones.js';

/** What a dial shows after so much more has gone through it; past its last figure it begins anew. */
export function dialAfter(
  before: readonly string[],
  volume: ZonedValue,
  { zones, digits, scale }: { readonly zones: readonly string[]; readonly digits: number; readonly scale: number },
): ZonedValue {
  const turn = decimal(`1${'0'.repeat(digits)}`);
  const amounts = zones.map((zone, i) => {
    const more = typeof volume === 'string' ? volume : volume[zone]!;
    return turned(decimal(before[i]!).plus(decimal(more)).round(scale), turn).toString();
  });
  return byZone(zones, amounts);
}

function turned(shown: Decimal, turn: Decimal): Decimal {
  return shown.gte(turn) ? shown.mod(turn) : shown;
}
