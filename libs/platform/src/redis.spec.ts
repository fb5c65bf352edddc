import { describe, expect, it } from '@jest/globals';
import { redisOptions } from './redis.js';

describe('the address of a Redis', () => {
  it.each([
    ['redis://localhost', { host: 'localhost', port: 6379 }],
    ['redis://redis.dvor:6380/2', { host: 'redis.dvor', port: 6380, db: 2 }],
    ['redis://:p%40ss%3Aword@redis', { host: 'redis', port: 6379, password: 'p@ss:word' }],
    ['redis://dvor:word@redis/', { host: 'redis', port: 6379, username: 'dvor', password: 'word' }],
    ['rediss://redis', { host: 'redis', port: 6379, tls: {} }],
    ['unix:/run/redis.sock', { path: '/run/redis.sock' }],
    ['unix:///run/redis.sock', { path: '/run/redis.sock' }],
  ])('%s is read as it is meant', (url, options) => {
    expect(redisOptions(url)).toEqual(options);
  });
});
