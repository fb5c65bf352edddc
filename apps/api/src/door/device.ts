import type { Device } from '@dvor/auth';
import type { Request } from 'express';

/** What a request shows of the device it came from. */
export function deviceOf(request: Request): Device {
  return { ip: request.ip ?? null, userAgent: request.get('user-agent') ?? null };
}
