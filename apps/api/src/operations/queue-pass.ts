import type { Config } from '@dvor/platform';
import type { Response } from 'express';

export const QUEUE_PASS = 'dvor_queues';

/** A cookie for /queues alone, good for an hour and no longer than its session. */
export function giveQueuePass(response: Response, pass: { token: string; expiresIn: number }, config: Config): void {
  response.cookie(QUEUE_PASS, pass.token, {
    path: '/queues',
    httpOnly: true,
    sameSite: 'strict',
    secure: config.http.publicUrl.startsWith('https:'),
    maxAge: pass.expiresIn * 1000,
  });
}
