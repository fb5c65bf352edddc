import { cpus } from 'node:os';
import { isAddressRange } from './network/address-ranges.js';

/** Everything the outside tells api and worker, read once at the start. `.env.example` explains each name. */
export interface Config {
  readonly environment: 'production' | 'development' | 'test';
  readonly http: { readonly port: number; readonly publicUrl: string; readonly trustProxy: number };
  readonly database: { readonly url: string; readonly connections: number };
  readonly redisUrl: string;
  readonly storage:
    | { readonly kind: 'folder'; readonly directory: string }
    | {
        readonly kind: 's3';
        readonly endpoint: string | undefined;
        readonly region: string;
        readonly bucket: string;
        readonly accessKeyId: string;
        readonly secretAccessKey: string;
      };
  readonly authSecret: string;
  readonly chromiumPath: string | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly worker: { readonly concurrency: number };
  /** Private networks that webhooks may be sent to, over plain http too; else only public addresses over https. */
  readonly webhooks: { readonly privateNetworks: readonly string[] };
}

/** A setting is missing or wrong; the message is one clear line for whoever starts the program. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

export function parseConfig(env: Environment): Config {
  return deepFreeze({
    environment: oneOf(env, 'NODE_ENV', ['production', 'development', 'test'], 'production'),
    http: {
      port: integer(env, 'PORT', { fallback: 3000, from: 0, to: 65_535 }),
      publicUrl:
        address(env, 'PUBLIC_URL', /^https?:$/, 'https://dvor.example.com') ??
        `http://localhost:${env['PORT'] || 3000}`,
      trustProxy: integer(env, 'TRUST_PROXY', { fallback: 0, from: 0, to: 10 }),
    },
    database: {
      url: requiredAddress(env, 'DATABASE_URL', /^postgres(ql)?:$/, 'postgres://dvor_api:…@localhost:5432/dvor'),
      connections: integer(env, 'DATABASE_CONNECTIONS', { fallback: 10, from: 2, to: 200 }),
    },
    redisUrl: parseRedisUrl(env),
    storage: parseStorage(env),
    authSecret: secret(env, 'AUTH_SECRET'),
    chromiumPath: env['CHROMIUM_PATH'] || undefined,
    logLevel: oneOf(env, 'LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
    worker: {
      concurrency: integer(env, 'WORKER_CONCURRENCY', { fallback: Math.max(2, cpus().length), from: 1, to: 64 }),
    },
    webhooks: { privateNetworks: networks(env, 'WEBHOOKS_PRIVATE_NETWORKS') },
  });
}

function parseStorage(env: Environment): Config['storage'] {
  if (!env['S3_BUCKET'])
    return { kind: 'folder', directory: required(env, 'STORAGE_DIR', '.dvor/files (or set S3_BUCKET)') };
  return {
    kind: 's3',
    endpoint: address(env, 'S3_ENDPOINT', /^https?:$/, 'https://storage.example.com'),
    region: env['S3_REGION'] || 'ru-central1',
    bucket: env['S3_BUCKET'],
    accessKeyId: required(env, 'S3_ACCESS_KEY_ID', 'the key of the bucket'),
    secretAccessKey: required(env, 'S3_SECRET_ACCESS_KEY', 'the secret of the bucket'),
  };
}

/** A number behind the slash is one of Redis's own databases. */
function parseRedisUrl(env: Environment): string {
  const example = 'redis://localhost:6379 or unix:/run/redis.sock';
  const url = requiredAddress(env, 'REDIS_URL', /^(rediss?|unix):$/, example);
  if (!/^unix:\/./.test(url) && !/^\/?\d*$/.test(new URL(url).pathname))
    throw new ConfigError(`REDIS_URL must look like ${example}`);
  return url;
}

function requiredAddress(env: Environment, name: string, protocol: RegExp, example: string): string {
  required(env, name, example);
  return address(env, name, protocol, example)!;
}

/** What is wrong is not repeated: an address may hold a password. */
function address(env: Environment, name: string, protocol: RegExp, example: string): string | undefined {
  const url = env[name];
  if (!url) return undefined;
  if (!URL.canParse(url) || !protocol.test(new URL(url).protocol))
    throw new ConfigError(`${name} must look like ${example}`);
  return url;
}

function required(env: Environment, name: string, example: string): string {
  const value = env[name];
  if (!value) throw new ConfigError(`${name} is not set; it looks like ${example}`);
  return value;
}

function secret(env: Environment, name: string): string {
  const value = required(env, name, 'at least 32 random characters');
  if (value.length < 32) throw new ConfigError(`${name} is too short: at least 32 random characters are needed`);
  return value;
}

function integer(env: Environment, name: string, rule: { fallback: number; from: number; to: number }): number {
  const text = env[name];
  if (!text) return rule.fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (!(value >= rule.from && value <= rule.to))
    throw new ConfigError(`${name} is "${text}"; a whole number from ${rule.from} to ${rule.to} is needed`);
  return value;
}

function networks(env: Environment, name: string): string[] {
  const parts = (env[name] ?? '').split(/[\s,]+/).filter((part) => part !== '');
  const wrong = parts.find((part) => !isAddressRange(part));
  if (wrong) throw new ConfigError(`${name} holds "${wrong}"; networks such as 192.168.10.0/24 are needed`);
  return parts;
}

function oneOf<const T extends string>(env: Environment, name: string, values: readonly T[], fallback: T): T {
  const text = env[name];
  if (!text) return fallback;
  const value = values.find((candidate) => candidate === text);
  if (!value) throw new ConfigError(`${name} is "${text}"; one of ${values.join(', ')} is needed`);
  return value;
}

function deepFreeze<T extends object>(tree: T): T {
  for (const branch of Object.values(tree)) if (branch && typeof branch === 'object') deepFreeze(branch);
  return Object.freeze(tree);
}
