import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@dvor/kernel';
import type { Request, Response } from 'express';

/** The version of an edited thing, told to whoever reads it. */
export function tellVersion(response: Response, version: number): void {
  response.setHeader('ETag', `"${version}"`);
}

/**
 * The version the writer has seen, from `If-Match`. The service compares it under a lock; one that was never told can't
 * be the present one and is passed on as 0.
 */
export const SeenVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().get('if-match');
  if (header === undefined) throw new DomainError('etag.required');
  return Number(/^"(\d{1,9})"$/.exec(header.trim())?.[1] ?? 0);
});
