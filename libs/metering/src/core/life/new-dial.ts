import { DomainError } from '@dvor/kernel';
import type { MeteredResource } from '../reading-source.js';
import { WHOLE_DAY } from '../zones.js';

/** Acts of a meter's life. */
export const LIFE_ACT_KINDS = ['installation', 'sealing', 'verification', 'removal', 'impossible'] as const;
export type LifeActKind = (typeof LIFE_ACT_KINDS)[number];

/** Zones of the day that a meter may count apart. */
export const METER_ZONES = ['day', 'night', 'peak', 'half-peak'] as const;
const MOST_ZONES = 4;

/** What stands on a meter. */
export interface NewDial {
  readonly resource: MeteredResource;
  readonly serial: string;
  readonly zones: readonly string[];
  /** Whole digits. */
  readonly digits: number;
  /** Figures behind the point. */
  readonly scale: number;
}

/** @throws DomainError `meter.serial`, `meter.too-many-zones`, `meter.zone-unknown`, `meter.zone-twice`, `meter.zones-of`, `meter.dial` */
export function checkNewMeter({ resource, serial, zones, digits, scale }: NewDial): void {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}./ №-]{0,39}$/u.test(serial.trim())) throw new DomainError('meter.serial', { serial });
  if (zones.length === 0 || zones.length > MOST_ZONES)
    throw new DomainError('meter.too-many-zones', { serial, zones: zones.length });
  const known: readonly string[] = zones.length === 1 ? [WHOLE_DAY] : METER_ZONES;
  const strange = zones.find((zone) => !known.includes(zone));
  if (strange !== undefined) throw new DomainError('meter.zone-unknown', { zone: strange, known: known.join(', ') });
  if (new Set(zones).size < zones.length) throw new DomainError('meter.zone-twice', { serial });
  if (zones.length > 1 && resource !== 'electricity') throw new DomainError('meter.zones-of', { serial });
  if (digits < 3 || digits > 9 || scale < 0 || scale > 4) throw new DomainError('meter.dial', { serial });
}
