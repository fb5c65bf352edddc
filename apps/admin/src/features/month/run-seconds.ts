import type { Run } from './api.js';

/** From the first house to the last, while that is known. */
export function runSeconds({ startedAt, finishedAt }: Run): number | null {
  return startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : null;
}
