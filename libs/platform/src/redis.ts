import { Redis, type RedisOptions } from 'ioredis';

/** Connection options from `redis://[:password@]host:port/db`, `rediss://…` or `unix:/path/to.sock`. */
export function redisOptions(url: string): RedisOptions {
  if (url.startsWith('unix:')) return { path: url.slice('unix:'.length).replace(/^\/\//, '') };
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  return {
    host: hostname,
    port: port ? Number(port) : 6379,
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(pathname.length > 1 && { db: Number(pathname.slice(1)) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
}

/** A connection that reconnects by itself; commands given while it is away fail after `commandTimeout` instead of waiting for ever. */
export function openRedis(url: string): Redis {
  return new Redis({
    ...redisOptions(url),
    maxRetriesPerRequest: 2,
    commandTimeout: 5_000,
    retryStrategy: (tries) => Math.min(tries * 100, 2_000),
  });
}
