// @ts-check
import { duration } from './progress.mjs';

/**
 * What is said when all is up.
 *
 * @param {{ url: string, empty: boolean, ms: number }} about
 * @returns {string[]} lines
 */
export function welcome({ url, empty, ms }) {
  return [
    '',
    `Dvor is ready (${duration(ms)})`,
    '',
    `  ${url}/            resident cabinet`,
    `  ${url}/console/    accountant's console`,
    `  ${url}/api/docs    API`,
    `  ${url}/queues      queues (ops only)`,
    `  ${url}/metrics     metrics`,
    '',
    empty
      ? `  Open ${url}/console/ to create the first organisation.`
      : '  Sign in as accountant@dvor.demo, resident@dvor.demo or ops@dvor.demo, password dvor-demo',
    '  Ctrl-C stops Dvor; data stays in .dvor, logs are in .dvor/logs',
    '',
  ];
}
