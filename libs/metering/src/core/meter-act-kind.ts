/** What an act on a meter says. */
export const METER_ACT_KINDS = ['access-refused', 'meter-failed', 'interference'] as const;
export type MeterActKind = (typeof METER_ACT_KINDS)[number];
