/** What the words of a transfer may name an account by. */
export interface PurposeClues {
  /** Texts that may be an account's number, its ЕЛС or its ИЖКУ, the likeliest first. */
  readonly numbers: readonly string[];
  /** Words of an address: street, house, flat. */
  readonly address: string | null;
  /** A person's surname with what follows it. */
  readonly name: string | null;
}

const NUMBER = /(?<![\d.,])[\p{L}\d][\p{L}\d/-]{3,24}(?![\d.,]\d)/gu;
const NAMED_NUMBER =
  /(?<!\p{L})(?:л\/с|лс|лицев\p{L}*\s+сч[её]т\p{L}*|сч[её]т|елс|ижку|№)\s*[:№]?\s*([\p{L}\d][\p{L}\d/-]{2,24})/giu;
const STREET =
  /(?:ул|улица|пр|пр-кт|проспект|пер|переулок|б-р|бульвар|ш|шоссе|наб|проезд|пр-д|мкр)\.?\s+([\p{L}\d][\p{L}\d .-]*?)[\s,]+(?:(?:д|дом)\.?\s*)?(\d+\p{L}?(?:\/\d+)?)(?=[\s,.;]|$)/iu;
const FLAT = /(?:кв|квартира|ком|комната|пом)\.?\s*№?\s*(\d+\p{L}?)/iu;
const FULL_NAME =
  /(?<!\p{L})(\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?)\s+(\p{Lu}\p{L}+)\s+(\p{Lu}\p{L}+(?:вич|вна|ична|инична))(?!\p{L})/u;
const INITIALS = /(?<!\p{L})(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)\s+\p{Lu}\.\s?(?:\p{Lu}\.)?/u;
const DAY = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}(?:-\d{2})?$/;

/** Reads the purpose of a transfer as people type it. */
export function readPurpose(text: string): PurposeClues {
  const named = [...text.matchAll(NAMED_NUMBER)].map(([, number]) => number!);
  const other = [...text.matchAll(NUMBER)].map(([number]) => number);
  const numbers = [...named, ...other].filter((one) => /\d{3}/.test(one) && !DAY.test(one));
  const [, street, house] = STREET.exec(text) ?? [];
  const [, flat] = FLAT.exec(text) ?? [];
  const [, surname, first, patronymic] = FULL_NAME.exec(text) ?? [];
  const [, alone] = INITIALS.exec(text) ?? [];
  return {
    numbers: [...new Set(numbers)].slice(0, MOST_NUMBERS),
    address: street && house ? [street.trim(), house, flat].filter(Boolean).join(' ') : null,
    name: surname ? `${surname} ${first} ${patronymic}` : (alone ?? null),
  };
}

const MOST_NUMBERS = 8;
