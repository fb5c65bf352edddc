import type { InvoiceCard } from './api.js';

type QrSymbol = NonNullable<InvoiceCard['codes'][number]['qr']>;

/** Modules of light ring that readers need around a symbol. */
export const QUIET_ZONE = 4;
const PIXELS_A_MODULE = 12;

/** A picture that a bank's app reads from the gallery: black on white, whole pixels a module. */
export async function pictureOfCode({ modules, path, strokeWidth }: QrSymbol): Promise<Blob> {
  const side = (modules + 2 * QUIET_ZONE) * PIXELS_A_MODULE;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, side, side);
  pen.scale(PIXELS_A_MODULE, PIXELS_A_MODULE);
  pen.translate(QUIET_ZONE, QUIET_ZONE);
  pen.lineWidth = strokeWidth;
  pen.stroke(new Path2D(path));
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}
