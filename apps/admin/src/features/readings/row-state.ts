import type { ReadingOutcome } from './rounds-api.js';

/** How far a typed reading has come. */
export type RowState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly readingId: string; readonly text: string }
  /** Sent again as it is, it is taken. */
  | { readonly kind: 'asks'; readonly text: string }
  | { readonly kind: 'held'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string };

export const IDLE: RowState = { kind: 'idle' };

export function stateAfter({ outcome, id, findings = [], detail }: ReadingOutcome): RowState {
  const doubts = findings.map(({ text }) => text).join('. ');
  switch (outcome) {
    case 'taken':
    case 'same':
      return { kind: 'saved', readingId: id!, text: doubts };
    case 'confirm':
      return { kind: 'asks', text: doubts };
    case 'held':
      return { kind: 'held', text: doubts };
    case 'refused':
      return { kind: 'refused', text: doubts || (detail ?? '') };
  }
}
