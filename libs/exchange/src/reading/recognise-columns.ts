import type { ColumnMap, Field } from './field.js';

/**
 * Proposes which column each field is read from. A heading that is one of the field's names, letter for letter, wins over
 * one that only begins so or holds the name among other words; each column serves one field.
 */
export function recogniseColumns(headings: readonly string[], fields: readonly Field[]): ColumnMap {
  const plain = headings.map(plainHeading);
  const candidates = fields
    .flatMap((field, place) =>
      plain.map((heading, column) => ({ field: field.name, place, column, fit: fitOf(heading, namesOf(field)) })),
    )
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.place - b.place || a.column - b.column);
  const map: Record<string, number> = {};
  const taken = new Set<number>();
  for (const { field, column } of candidates) {
    if (field in map || taken.has(column)) continue;
    map[field] = column;
    taken.add(column);
  }
  return map;
}

/** Lower case, ё as е, words parted by single spaces: `Лицевой счёт №` is `лицевой счет`. */
export function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}²]+/gu, ' ')
    .trim();
}

function namesOf({ name, title, english, synonyms }: Field): string[] {
  return [name, title, english, ...synonyms].map(plainHeading);
}

const EXACT = 1_000;

/** The longer the name that is met, the surer: «площадь жилая» is living area though «площадь» is in it. */
function fitOf(heading: string, names: readonly string[]): number {
  if (heading === '') return 0;
  return Math.max(
    0,
    ...names.map((name) => {
      if (heading === name) return EXACT;
      const inside = name.length >= 4 && ` ${heading} `.includes(` ${name} `);
      return inside ? name.length : 0;
    }),
  );
}
