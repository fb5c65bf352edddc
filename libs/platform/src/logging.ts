import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.js';

export type { Logger } from 'pino';

/** What a line of the log belongs to: a request of the api or a job of the worker. Ids only. */
export interface LogContext {
  requestId?: string;
  jobId?: string;
  organizationId?: string;
  userId?: string;
}

const context = new AsyncLocalStorage<LogContext>();

/** Everything logged inside `work`, however deep, carries these ids. */
export function withLogContext<T>(ids: LogContext, work: () => T): T {
  return context.run({ ...context.getStore(), ...ids }, work);
}

/** Adds ids to the current context once they are known, for example after sign-in. */
export function addToLogContext(ids: LogContext): void {
  const store = context.getStore();
  if (store) Object.assign(store, ids);
}

export function currentRequestId(): string | undefined {
  return context.getStore()?.requestId;
}

/** Names under which personal data and secrets travel; their values never reach the log. */
const MASKED = [
  'password',
  'passwordHash',
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  'set-cookie',
  'email',
  'phone',
  'name',
  'payerName',
  'birthDate',
  'snils',
  'address',
];

export function createLogger(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => ({ ...context.getStore() }),
      redact: {
        paths: MASKED.flatMap((key) => (key.includes('-') ? [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`] : [key, `*.${key}`, `*.*.${key}`])),
        censor: '•••',
      },
      serializers: { err: describeError },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
}

/** Query parameters and driver details may hold personal data, so of an error only its kind, words and stack are kept. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = (error as { code?: unknown }).code;
  return { type: error.name, message: error.message, ...(typeof code === 'string' && { code }), stack: error.stack };
}
