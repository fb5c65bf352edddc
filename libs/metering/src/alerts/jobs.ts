import { defineJob } from '@dvor/platform';

/** Meters of a house are looked over for spikes and leaks; `asked` tells which look it is of the day. */
export const lookOverMetersJob = defineJob<{
  readonly organizationId: string;
  readonly houseId: string;
  readonly day: string;
  readonly asked: number;
}>({
  queue: 'upkeep',
  name: 'look-over-meters',
  key: ({ organizationId, houseId, day, asked }) => `${organizationId}-${houseId}-${day}-${asked}`,
  attempts: 5,
});
