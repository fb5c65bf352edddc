import { encodeQR } from 'qr';

export interface QrSymbol {
  /** Side of the symbol in modules, without the quiet zone; the path is drawn in a square of this side. */
  readonly modules: number;
  /** All dark areas as one SVG path of outlines, so that no printer shows seams between modules. */
  readonly path: string;
}

/**
 * A QR symbol with error correction M, fit for `<svg viewBox="-4 -4 N+8 N+8"><path d="…"/></svg>` (four modules of
 * quiet zone around). Text is stored as UTF-8; give bytes where another encoding is meant. About 0.3 ms for a
 * payment code.
 *
 * @throws RangeError for more than 2331 bytes, the largest symbol.
 */
export function qrSvgPath(payload: string | Uint8Array): QrSymbol {
  const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
  if (bytes.length > 2331) throw new RangeError(`${bytes.length} bytes don't fit a QR symbol`);
  // The encoder asks for text; the bytes go in unchanged whatever it says. It always adds a ring of one module.
  const ringed = encodeQR('', 'raw', { ecc: 'medium', encoding: 'byte', border: 1, textEncoder: () => bytes });
  return { modules: ringed.length - 2, path: outline(ringed) };
}

/**
 * Walks around every dark area with the dark side to the right: clockwise outside, counter-clockwise around holes,
 * which the non-zero fill rule leaves white. `ringed` has a light ring, whose corner is at (−1, −1).
 */
function outline(ringed: readonly (readonly boolean[])[]): string {
  const side = ringed.length;
  const cells = new Uint8Array(side * side);
  /** 1 where the top edge of a dark cell has not been walked yet. */
  const tops = new Uint8Array(side * side);
  for (let y = 1; y < side; y++) {
    const row = ringed[y]!;
    for (let x = 1; x < side; x++) {
      const cell = y * side + x;
      if (!row[x]) continue;
      cells[cell] = 1;
      tops[cell] = 1 - cells[cell - side]!;
    }
  }
  // A corner is named by the cell below and right of it. For the directions right, down, left, up:
  const compass = { steps: [1, side, -1, -side], right: [0, -1, -side - 1, -side], left: [-side, 0, -1, -side - 1] };
  let path = '';
  for (let cell = tops.indexOf(1); cell !== -1; cell = tops.indexOf(1, cell)) path += walk(cells, tops, compass, cell);
  return path;
}

interface Compass {
  /** To the next corner. */
  readonly steps: readonly number[];
  /** From a corner to the cells on either side of the edge ahead. */
  readonly right: readonly number[];
  readonly left: readonly number[];
}

function walk(cells: Uint8Array, tops: Uint8Array, { steps, right, left }: Compass, start: number): string {
  const side = steps[1]!;
  let path = `M${(start % side) - 1} ${Math.floor(start / side) - 1}`;
  let corner = start;
  let direction = 0;
  let length = 0;
  do {
    if (direction === 0) tops[corner] = 0;
    corner += steps[direction]!;
    length++;
    const ahead = direction;
    if (cells[corner + right[ahead]!] === 0) direction = (ahead + 1) & 3;
    else if (cells[corner + left[ahead]!] === 1) direction = (ahead + 3) & 3;
    if (direction === ahead) continue;
    // The last way, back up or down to the start, is left to `z`.
    if (corner !== start || direction !== 0) path += COMMANDS[ahead]! + length;
    length = 0;
  } while (corner !== start || direction !== 0);
  return `${path}z`;
}

const COMMANDS = ['h', 'v', 'h-', 'v-'];
