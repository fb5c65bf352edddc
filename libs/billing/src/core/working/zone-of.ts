import type { Working } from './working.js';

/** Which zone of the day a line counts: its own, or that of the line it was reckoned from; `null`: all of the day. */
export function zoneOf(working: Working): string | null {
  if ('zone' in working && working.zone) return working.zone;
  return 'base' in working && isWorking(working.base) ? zoneOf(working.base) : null;
}

function isWorking(base: unknown): base is Working {
  return typeof base === 'object' && base !== null && 'formula' in base;
}
