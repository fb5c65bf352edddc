import { AsyncLocalStorage } from 'node:async_hooks';
import { DomainError } from '@dvor/kernel';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.js';

export type { Logger } from 'pino';

/** What a line of the log belongs to: a request of the api or a job of the worker. Ids only. */
export interface LogContext {
  requestId?: string;
  jobId?: string;
  organizationId?: string;
  userId?: string;
  /** The program's key, where a program asks. */
  apiKeyId?: string;
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

export function currentApiKeyId(): string | undefined {
  return context.getStore()?.apiKeyId;
}

/** Names under which personal data and secrets travel; their values never reach the log. */
const MASKED = new Set([
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
]);

export function createLogger(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (line) => masked(line) as Record<string, unknown>,
        bindings: (line) => masked(line) as Record<string, unknown>,
      },
      mixin: () => ({ ...context.getStore() }),
      serializers: { err: describeError },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
}

/** A copy of data with what is masked left out, however deep; what knows how to show itself is left to do so. */
function masked(value: unknown, within: readonly unknown[] = []): unknown {
  if (typeof value !== 'object' || value === null || showsItself(value)) return value;
  if (within.includes(value)) return '[circular]';
  const path = [...within, value];
  if (Array.isArray(value)) return value.map((item) => masked(item, path));
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [
      key,
      MASKED.has(key) && inside !== null && inside !== undefined ? '•••' : masked(inside, path),
    ]),
  );
}

function showsItself(value: object): boolean {
  return value instanceof Error || 'toJSON' in value || ArrayBuffer.isView(value);
}

/**
 * Query parameters, driver details and the figures of a broken rule may hold personal data, so of an error only its
 * kind, words and place are kept.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = (error as { code?: unknown }).code;
  const message = error instanceof DomainError ? error.code : error.message;
  return { type: error.name, message, ...(typeof code === 'string' && { code }), stack: placesOf(error) };
}

/** The stack without its first lines, which repeat the message. */
function placesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join('\n');
}
