export type { AlertBounds, NightBounds, SimilarBounds } from './alert-bounds.js';
export {
  ALERT_CAUSES,
  ALERT_KINDS,
  ALERT_RESOLUTIONS,
  ALERT_STATES,
  type AlertCause,
  type AlertKind,
  type AlertResolution,
  type AlertState,
  GIVEN_RESOLUTIONS,
} from './alert-words.js';
export { findLeak, type Leak, type NightTold } from './find-leak.js';
export { findSpike, type Spike } from './find-spike.js';
export { type AroundSpike, causeOfLeak, likelyCause } from './likely-cause.js';
export { type FlatMonth, similarADay } from './similar-flats.js';
export { daysOf as daysOfStretch, pace, type Stretch, stretchesOf, stretchInMonthOf } from './stretches.js';
export { weekOf } from './week-of.js';
