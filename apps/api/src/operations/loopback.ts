import type { Request } from 'express';

/** Straight from this machine: what a proxy passes on comes from somebody else, even when the proxy stands here. */
export function isFromThisMachine(request: Request): boolean {
  const address = request.socket.remoteAddress ?? '';
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers['forwarded'] ?? request.headers['x-real-ip'];
  return forwarded === undefined && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
}
