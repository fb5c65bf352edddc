import { DomainError } from '@dvor/kernel';
import type { Wording } from './wordings.js';

/** What an organisation's own wording of a letter may name, and what it stands for. */
export const LETTER_FIELDS = {
  должник: 'кому письмо',
  счёт: 'номер лицевого счёта',
  адрес: 'адрес помещения',
  долг: 'долг без пени',
  пени: 'пени',
  всего: 'долг с пенями',
  'на дату': 'день, на который посчитан долг',
  'оплатить до': 'последний день, чтобы оплатить',
  период: 'за какие месяцы долг',
  услуги: 'какие услуги будут ограничены',
  'дней на оплату': 'срок по правилам предоставления услуг',
  организация: 'наше название',
} as const;
export type LetterField = keyof typeof LETTER_FIELDS;
export type LetterFields = Readonly<Record<LetterField, string>>;

/**
 * Puts a letter's own figures in place of `{долг}` and its like; empty lines part paragraphs. What is put in is text and
 * nothing else, whatever signs it holds.
 *
 * @throws DomainError `letter.unknown-field`, `letter.empty-wording`
 */
export function fillWording(wording: string, fields: LetterFields): string[] {
  const paragraphs = paragraphsOf(wording);
  if (paragraphs.length === 0) throw new DomainError('letter.empty-wording');
  return paragraphs.map((paragraph) => fillLine(paragraph, fields));
}

/**
 * A wording names only what there is, in whole braces, and says something.
 *
 * @throws DomainError `letter.unknown-field`, `letter.stray-brace`, `letter.empty-wording`, each with the part of the wording
 * and its paragraph
 */
export function assertFills(wording: Pick<Wording, 'title' | 'opening' | 'closing'>): void {
  for (const part of ['title', 'opening', 'closing'] as const) {
    const paragraphs = paragraphsOf(wording[part]);
    if (paragraphs.length === 0) throw new DomainError('letter.empty-wording', { requestField: part });
    paragraphs.forEach((paragraph, i) => assertKnown(paragraph, { requestField: part, paragraph: i + 1 }));
  }
}

function assertKnown(paragraph: string, place: { readonly requestField: string; readonly paragraph: number }): void {
  for (const [whole, name = ''] of paragraph.matchAll(FIELD))
    if (!isField(name)) throw unknownField(whole.replace(/\.$/u, ''), place);
  const rest = paragraph.replaceAll(FIELD, (whole) => ' '.repeat(whole.length));
  const stray = rest.search(/[{}]/u);
  if (stray >= 0)
    throw new DomainError('letter.stray-brace', {
      ...place,
      near: paragraph.slice(Math.max(0, stray - 15), stray + 25),
    });
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.replaceAll(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** @throws DomainError `letter.unknown-field` */
export function fillLine(line: string, fields: LetterFields): string {
  return line.replaceAll(FIELD, (_, name: string, stop: string) => {
    if (!isField(name)) throw unknownField(`{${name}}`);
    const value = fields[name.trim().toLowerCase() as LetterField];
    return value.endsWith('.') ? value : value + stop;
  });
}

function isField(name: string): boolean {
  return Object.hasOwn(LETTER_FIELDS, name.trim().toLowerCase());
}

function unknownField(field: string, place: Readonly<Record<string, string | number>> = { paragraph: 1 }): DomainError {
  const known = Object.keys(LETTER_FIELDS).map((one) => `{${one}}`);
  return new DomainError('letter.unknown-field', { field, known: known.join(', '), ...place });
}

/** With the full stop after it: an abbreviation has one of its own. */
const FIELD = /\{([^{}]*)\}(\.?)/gu;

/** What a wording looks like in a letter; nobody's figures. @throws DomainError `letter.unknown-field`, `letter.empty-wording` */
export function exampleOf({ title, opening, closing }: Pick<Wording, 'title' | 'opening' | 'closing'>): {
  readonly title: string;
  readonly opening: string[];
  readonly closing: string[];
} {
  assertFills({ title, opening, closing });
  return {
    title: fillLine(title, EXAMPLE),
    opening: fillWording(opening, EXAMPLE),
    closing: fillWording(closing, EXAMPLE),
  };
}

const EXAMPLE: LetterFields = {
  должник: 'Иванова Мария Петровна',
  счёт: '00010015',
  адрес: 'г. Барнаул, ул. Юрина, д. 204, кв. 15',
  долг: '12\u00a0345,67\u00a0руб.',
  пени: '456,78\u00a0руб.',
  всего: '12\u00a0802,45\u00a0руб.',
  'на дату': '21.11.2026',
  'оплатить до': '05.12.2026',
  период: 'май 2026 – сентябрь 2026',
  услуги: 'горячее водоснабжение, электроснабжение',
  'дней на оплату': '20 дней',
  организация: 'УК «Двор»',
};
