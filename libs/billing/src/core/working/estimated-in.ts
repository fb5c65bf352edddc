import type { EstimatedVolume } from '../facts.js';
import { byPersonDays, type Volume } from '../volume.js';
import { averageVolume, volumeOf } from './evaluate.js';
import type { MeterWorking, RoomPart, Working } from './working.js';

/**
 * What of a charged line was estimated, and so waits to be settled by the next reading: the whole of a line by average
 * or norm, or the meters that were averaged while others were read. Summed over the lines of a month it is what
 * `PremisesFacts.estimated` asks for.
 */
export function estimatedIn(working: Working): Pick<EstimatedVolume, 'volume' | 'meter'>[] {
  switch (working.formula) {
    case 'norm':
      return [{ volume: written(volumeOf(working)) }];
    case 'average':
      if (!working.averages?.some(({ zone }) => zone !== undefined)) return [{ volume: written(volumeOf(working)) }];
      return averaged(working).map(({ volume }) => ({ volume }));
    case 'meter':
      return averaged(working);
    case 'tier':
      return working.bounds[0] === null ? estimatedIn(working.base) : []; // every tier stands on the same volume
    case 'made-in-house':
      return estimatedIn(working.base);
    default:
      return [];
  }
}

function averaged({
  averages = [],
  share = [1, 1],
  room,
}: MeterWorking): { volume: EstimatedVolume['volume']; meter: string }[] {
  return averages.map((average) => {
    const volume = written(partOf(averageVolume(average), room).share(...share));
    return { volume: average.zone === undefined ? volume : { [average.zone]: volume }, meter: average.meter };
  });
}

/** A room's part of what its flat was averaged to. */
function partOf(volume: Volume, room: RoomPart | undefined): Volume {
  return room ? byPersonDays(volume, room) : volume;
}

function written(volume: Volume): string {
  return volume.toDecimal().toString();
}
