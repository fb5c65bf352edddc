import type { UploadedFile } from './idempotency.js';

/** Browsers send the name as UTF-8, multer reads it as Latin-1. */
export function uploadedName({ originalname }: UploadedFile): string {
  const bytes = Buffer.from(originalname, 'latin1');
  const text = bytes.toString('utf8');
  return (text.includes('\ufffd') || bytes.toString('latin1') !== originalname ? originalname : text).slice(-200);
}
