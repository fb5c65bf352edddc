import type { Config } from '@dvor/platform';
import type { CookieOptions, Request, Response } from 'express';

export const KINDS = ['staff', 'resident'] as const;
export type Kind = (typeof KINDS)[number];

const LAST = 'dvor_refresh_last';

/**
 * The refresh token is out of reach of scripts and travels to the sign-in endpoints alone. The console and the cabinet
 * have one each, so that both may be open in one browser; a client that does not say which it means gets the last.
 */
export function keepRefreshToken(
  response: Response,
  session: { kind: Kind; refreshToken: string; expiresAt: Date },
  config: Config,
): void {
  const options = { ...place(config), expires: session.expiresAt };
  response.cookie(nameOf(session.kind), session.refreshToken, options);
  response.cookie(LAST, session.kind, options);
}

export function forgetRefreshToken(response: Response, kind: Kind, config: Config): void {
  response.clearCookie(nameOf(kind), place(config));
}

/** Which of the two a request means. */
export function kindOf(request: Request, asked: Kind | undefined): Kind {
  if (asked) return asked;
  const last = KINDS.find((kind) => kind === cookieOf(request, LAST));
  return last && refreshTokenOf(request, last)
    ? last
    : (KINDS.find((kind) => refreshTokenOf(request, kind)) ?? 'staff');
}

/** Empty when there is none. */
export function refreshTokenOf(request: Request, kind: Kind): string {
  return cookieOf(request, nameOf(kind));
}

function cookieOf(request: Request, name: string): string {
  const value = (request.cookies as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

function nameOf(kind: Kind): string {
  return `dvor_refresh_${kind}`;
}

function place(config: Config): CookieOptions {
  return {
    path: '/api/v1/auth',
    httpOnly: true,
    sameSite: 'strict',
    secure: config.http.publicUrl.startsWith('https:'),
  };
}
