import { formatDate, tryParseDate } from '@dvor/kernel';

/** Reads a day as people type it: `2.12.2026`, `02.12.26`, `02122026`, `2026-12-02`. `null` when it is no day. */
export function readTypedDate(text: string): string | null {
  const plain = text.trim();
  const russian = /^(\d{1,2})[.,/ ](\d{1,2})[.,/ ](\d{4}|\d{2})$/.exec(plain) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(plain);
  const iso = russian
    ? `${russian[3]!.padStart(4, '20')}-${russian[2]!.padStart(2, '0')}-${russian[1]!.padStart(2, '0')}`
    : plain;
  const date = tryParseDate(iso);
  return date === null ? null : formatDate(date);
}
