// @ts-check
/**
 * A process of its own that outlives a killed start. It reads from a pipe whom to watch; when the pipe closes, its
 * owner has ended in whatever way, and everyone still on the list is stopped in order.
 */
import { createInterface } from 'node:readline';
import { clearAway, stopInOrder } from './stop-in-order.mjs';

/** @typedef {import('./stop-in-order.mjs').Member} Member */
/** @typedef {{ watch: Member } | { forget: number } | { clear: string } | { keep: string }} Message */

// It lives in a session of its own, but a signal to every process of a user must not stop it before its work is done.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => {});

const mark = process.argv[2] ?? '';
/** @type {Map<number, Member>} */
const members = new Map();
/** @type {Set<string>} */
const places = new Set();

for await (const line of createInterface({ input: process.stdin })) {
  obey(JSON.parse(line));
}
await stopInOrder([...members.values()]);
clearAway({ mark, places });

/** @param {Message} message */
function obey(message) {
  if ('watch' in message) members.set(message.watch.pid, message.watch);
  else if ('forget' in message) members.delete(message.forget);
  else if ('clear' in message) places.add(message.clear);
  else places.delete(message.keep);
}
