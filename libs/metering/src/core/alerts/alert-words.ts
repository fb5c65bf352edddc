/** What a meter's use makes one speak of: more than was ever usual, or a flow that never stops. */
export const ALERT_KINDS = ['spike', 'leak'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** What is most often behind it. */
export const ALERT_CAUSES = [
  'digits', // a figure too many, two that changed places
  'moved-in',
  'verification-over',
  'cistern',
  'tap', // of hot water
  'appliance',
  'gas-appliance',
  'radiators',
] as const;
export type AlertCause = (typeof ALERT_CAUSES)[number];

export const ALERT_STATES = ['new', 'seen', 'resolved'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** What it turned out to be; `gone`: the reading was put right, and with it nothing is out of the way. */
export const ALERT_RESOLUTIONS = ['mended', 'mistake', 'people', 'meter', 'nothing', 'gone'] as const;
export type AlertResolution = (typeof ALERT_RESOLUTIONS)[number];
/** Those that a person gives. */
export const GIVEN_RESOLUTIONS = ['mended', 'mistake', 'people', 'meter', 'nothing'] as const;
