import type { BillerDialect, BillerProtocol } from './biller.js';
import { cyberplat } from './cyberplat.js';
import { gorod } from './gorod.js';
import { myServices } from './my-services.js';
import { osmp } from './osmp.js';
import { sberAction } from './sber-action.js';
import { sberCommand, sberSigned } from './sber-command.js';

/** Every dialect we speak. */
export const BILLER_DIALECTS: Readonly<Record<BillerProtocol, BillerDialect>> = {
  osmp,
  'sber-action': sberAction,
  'sber-command': sberCommand,
  'sber-signed': sberSigned,
  cyberplat,
  gorod,
  'my-services': myServices,
};
