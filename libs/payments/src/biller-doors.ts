import type { BillerProtocol } from '@dvor/formats';

/**
 * Addresses of doors and the dialects that are spoken there; Sberbank's are told apart by the call itself. The column `door`
 * of payment_channels says the same.
 */
export const BILLER_DOORS = {
  osmp: ['osmp'],
  sber: ['sber-action', 'sber-command', 'sber-signed'],
  cyberplat: ['cyberplat'],
  gorod: ['gorod'],
  services: ['my-services'],
} as const satisfies Readonly<Record<string, readonly BillerProtocol[]>>;

export type BillerDoor = keyof typeof BILLER_DOORS;
