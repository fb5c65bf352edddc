import type { Request } from 'express';

/** The token of `Authorization: Bearer …`, empty when there is none. */
export function bearerOf(request: Request): string {
  return /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
}
