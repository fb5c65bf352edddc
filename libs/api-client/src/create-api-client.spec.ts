import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createApiClient } from './create-api-client.js';

describe('createApiClient', () => {
  let server: Server;
  let seen: { headers: IncomingMessage['headers']; body: string }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        seen.push({ headers: request.headers, body });
        const welcome = request.headers.authorization === 'Bearer fresh';
        response.writeHead(welcome ? 200 : 401, {
          'Content-Type': welcome ? 'application/json' : 'application/problem+json',
        });
        response.end(JSON.stringify(welcome ? { organizationId: '1' } : { code: 'auth.signed-out' }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
  });
  beforeEach(() => {
    seen = [];
  });

  const baseUrl = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  it('tries a refused write again under the same name once there is a new token', async () => {
    let token = 'stale';
    const client = createApiClient({
      baseUrl: baseUrl(),
      getAccessToken: () => token,
      onUnauthorized: () => ((token = 'fresh'), true),
      language: () => 'en',
    });
    const { data, response } = await client.POST('/api/v1/organization/clock', { body: { to: '2026-12-02' } });
    expect(response.status).toBe(200);
    expect(data).toEqual({ organizationId: '1' });
    expect(seen).toHaveLength(2);
    expect(seen[1]!.headers['idempotency-key']).toBe(seen[0]!.headers['idempotency-key']);
    expect(seen[1]!.headers['accept-language']).toBe('en');
    expect(JSON.parse(seen[1]!.body)).toEqual({ to: '2026-12-02' });
  });

  it('hands a refusal on as a problem', async () => {
    const { error, response } = await createApiClient({ baseUrl: baseUrl() }).GET('/api/v1/organization');
    expect(response.status).toBe(401);
    expect(error?.code).toBe('auth.signed-out');
    expect(seen[0]!.headers['idempotency-key']).toBeUndefined();
  });
});
