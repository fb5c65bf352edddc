import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A browser: it keeps cookies, and the access token in memory. */
export class Client {
  accessToken: string | null = null;
  readonly agent: ReturnType<typeof request.agent>;

  constructor(
    app: NestExpressApplication,
    private readonly address: string,
  ) {
    this.agent = request.agent(app.getHttpServer());
  }

  send(
    method: Method,
    path: string,
    {
      body,
      headers = {},
      prefix = '/api/v1',
    }: { body?: object; headers?: Record<string, string>; prefix?: string } = {},
  ): request.Test {
    const call = this.agent[method](prefix + path).set('X-Forwarded-For', this.address);
    if (this.accessToken) call.set('Authorization', `Bearer ${this.accessToken}`);
    call.set(headers);
    return body ? call.send(body) : call;
  }

  get(path: string, headers: Record<string, string> = {}): request.Test {
    return this.send('get', path, { headers });
  }

  post(path: string, body: object = {}, headers: Record<string, string> = {}): request.Test {
    return this.send('post', path, { body, headers });
  }

  async signIn(email: string, password = 'dvor-demo'): Promise<request.Response> {
    return this.keep(await this.post('/auth/sign-in', { email, password }));
  }

  async refresh(): Promise<request.Response> {
    return this.keep(await this.post('/auth/refresh'));
  }

  private keep(response: request.Response): request.Response {
    if (response.status === 200) this.accessToken = (response.body as { accessToken: string }).accessToken;
    return response;
  }
}
