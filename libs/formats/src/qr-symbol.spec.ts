import { describe, expect, it } from '@jest/globals';
import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { encodePaymentQr } from './encode-payment-qr.js';
import { qrSvgPath } from './qr-symbol.js';

const payload = encodePaymentQr({
  Name: 'ООО «УК Тихий двор»',
  PersonalAcc: '40702810200000012345',
  BankName: 'Банк «Обь» (АО)',
  BIC: '044525225',
  CorrespAcc: '30101810400000000225',
  Sum: '1234567',
  PersAcc: '1000000001',
  PaymPeriod: '102026',
  Purpose: 'Оплата ЖКУ за октябрь 2026, ЛС 1000000001',
});

describe('qrSvgPath', () => {
  it('draws the modules of the encoder', () => {
    const { modules, path } = qrSvgPath(payload);
    const plain = encodeQR(payload, 'raw', { ecc: 'medium', encoding: 'byte', border: 1 });
    expect(fill(path, modules)).toEqual(plain.slice(1, -1).map((row) => row.slice(1, -1)));
  });

  it('is read back by a decoder', () => {
    const { modules, path } = qrSvgPath(payload);
    expect(decodeQR(photograph(fill(path, modules)))).toBe(payload);
  });

  it('carries bytes of any encoding unchanged', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const { modules, path } = qrSvgPath(bytes);
    const read: Uint8Array[] = [];
    decodeQR(photograph(fill(path, modules)), { textDecoder: (found: Uint8Array) => (read.push(found), '') });
    expect(read[0]).toEqual(bytes);
  });

  it('refuses what no symbol holds', () => {
    expect(qrSvgPath('x'.repeat(2331)).modules).toBe(177);
    expect(() => qrSvgPath('x'.repeat(2332))).toThrow(RangeError);
  });
});

/** The modules that the strokes go through. */
function fill(path: string, modules: number): boolean[][] {
  const rows = Array.from({ length: modules }, () => new Array<boolean>(modules).fill(false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)) {
    rows[Number(y)]!.fill(true, Number(x), Number(x) + Number(length));
  }
  return rows;
}

/** Four pixels a module and a quiet zone of four modules. */
function photograph(dark: readonly (readonly boolean[])[]) {
  const side = (dark.length + 8) * 4;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (dark[(y >> 2) - 4]?.[(x >> 2) - 4]) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}
