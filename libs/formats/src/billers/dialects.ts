import type { BillerDialect, BillerProtocol } from './biller.js';
import { osmp } from './osmp.js';
import { sberAction } from './sber-action.js';

/** Every dialect we speak. */
export const BILLER_DIALECTS: Readonly<Record<BillerProtocol, BillerDialect>> = {
  osmp,
  'sber-action': sberAction,
};
