import type { ReceiptBlock, ReceiptDocument } from './core/index.js';

/** Of a sheet, between its margins. */
const SHEET_MM = 280;
/** By so much a guess may be out: what fits at ease is not to be set closer. */
const DOUBT_MM = 6;
/** What `close` in the template's style saves at most; what is longer needs a second sheet anyhow. */
const SAVED = 0.17;

/**
 * Whether a receipt will run over its sheet at ease and keep to it when it is set closer: a guess by what stands on it, so
 * that houses of such receipts are not laid out twice. The printer looks at what came of it.
 */
export function guessCrowded(receipt: ReceiptDocument): boolean {
  const height = heightAtEase(receipt);
  return height > SHEET_MM + DOUBT_MM && height * (1 - SAVED) <= SHEET_MM;
}

/** Millimetres, as the template sets a receipt whose texts take a line each. */
export function heightAtEase({
  blocks,
  recalculations,
  change,
  meters,
  notes,
  house,
}: Pick<ReceiptDocument, 'blocks' | 'recalculations' | 'change' | 'meters' | 'notes' | 'house'>): number {
  const parts = [
    HEAD,
    blocksHeight(blocks),
    CHARGES_HEAD + sum(blocks.map(chargesHeight)),
    change ? NOTE_HEAD + ROW * (change.causes.length + 2) : 0,
    recalculations.length > 0 ? NOTE_HEAD + ROW * recalculations.length : 0,
    meters.length > 0 ? NOTE_HEAD + ROW * meters.length : 0,
    notes.length > 0 ? NOTE_GAP + NOTE * notes.length : 0,
    NOTE_HEAD + SMALL_ROW * house.volumes.length + REFERENCE,
  ];
  return sum(parts);
}

// Measured on paper, in millimetres.
const HEAD = 57;
const PAIR_OF_BLOCKS = 68;
const LONE_BLOCK = 41;
const CHARGES_HEAD = 15;
const ROW = 4.7;
const SECTION = 5.3;
const NOTE_HEAD = 6.5;
const NOTE_GAP = 2;
const NOTE = 4.5;
const SMALL_ROW = 3.9;
const REFERENCE = 10;

/** Two stand side by side, a last one alone takes a row to itself. */
function blocksHeight({ length }: readonly ReceiptBlock[]): number {
  return Math.floor(length / 2) * PAIR_OF_BLOCKS + (length % 2) * LONE_BLOCK;
}

function chargesHeight({ lines }: ReceiptBlock): number {
  const sections = new Set(lines.map(({ section }) => section)).size;
  return ROW * (lines.length + (lines.length > 1 ? 1 : 0)) + SECTION * sections;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((all, one) => all + one, 0);
}
