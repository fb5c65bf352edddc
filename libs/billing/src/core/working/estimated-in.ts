import type { EstimatedVolume } from '../facts.js';
import type { Volume } from '../volume.js';
import { averageVolume, volumeOf } from './evaluate.js';
import type { Working } from './working.js';

/**
 * What of a charged line was estimated, and so waits to be settled by the next reading: the whole of a line by average
 * or norm, or the meters that were averaged while others were read. Summed over the lines of a month it is what
 * `PremisesFacts.estimated` asks for.
 */
export function estimatedIn(working: Working): Pick<EstimatedVolume, 'volume' | 'meter'>[] {
  switch (working.formula) {
    case 'average':
      return [{ volume: ofZone(volumeOf(working), working.zone) }];
    case 'norm':
      return [{ volume: ofZone(volumeOf(working), undefined) }];
    case 'meter':
      return (working.averages ?? []).map((average) => {
        const [days, of] = working.share ?? [1, 1];
        return { volume: ofZone(averageVolume(average).share(days, of), working.zone), meter: average.meter };
      });
    default:
      return [];
  }
}

function ofZone(volume: Volume, zone: string | undefined): EstimatedVolume['volume'] {
  const decimals = volume.toDecimal().toString();
  return zone === undefined ? decimals : { [zone]: decimals };
}
