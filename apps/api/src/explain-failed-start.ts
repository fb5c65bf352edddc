import { ConfigError } from '@dvor/platform';

const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ENOENT']);
const REFUSED = new Set(['28P01', '28000', '3D000']); // password, login, no such database

/** Why the api did not start, in one line where the cause is outside; a fault of our own comes with its stack. */
export function explainFailedStart(error: unknown): unknown {
  const { code, port } = error as { code?: string; port?: number };
  if (error instanceof ConfigError) return error.message;
  if (code === 'EADDRINUSE') return `Port ${port} is taken; set PORT to another one`;
  if (code && UNREACHABLE.has(code)) return `The database of DATABASE_URL does not answer (${code})`;
  if (code && REFUSED.has(code)) return `The database of DATABASE_URL refuses us: ${(error as Error).message}`;
  return error;
}
