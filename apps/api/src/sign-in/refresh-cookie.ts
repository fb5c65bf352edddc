import type { Config } from '@dvor/platform';
import type { CookieOptions, Request, Response } from 'express';

const COOKIE = 'dvor_refresh';

/** The refresh token is out of reach of scripts and travels to the sign-in endpoints alone. */
export function keepRefreshToken(response: Response, session: { refreshToken: string; expiresAt: Date }, config: Config): void {
  response.cookie(COOKIE, session.refreshToken, { ...place(config), expires: session.expiresAt });
}

export function forgetRefreshToken(response: Response, config: Config): void {
  response.clearCookie(COOKIE, place(config));
}

/** Empty when there is none. */
export function refreshTokenOf(request: Request): string {
  const token = (request.cookies as Record<string, unknown> | undefined)?.[COOKIE];
  return typeof token === 'string' ? token : '';
}

function place(config: Config): CookieOptions {
  return { path: '/api/v1/auth', httpOnly: true, sameSite: 'strict', secure: config.http.publicUrl.startsWith('https:') };
}
