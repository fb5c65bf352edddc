import { checkInn, checkSnils, dateOf, formatDate, type LocalDate, parseDecimal } from '@dvor/kernel';
import {
  type Cell,
  readDate,
  readDecimal,
  readGisIdentifier,
  readPersonName,
  readPhone,
  readShare,
} from '@dvor/formats';
import type { ColumnMap, Content, Field } from './field.js';
import { plainHeading } from './recognise-columns.js';
import type { ProblemCode, RowProblem } from './problems.js';

/** A row of the file as values by field, and what could not be read. */
export interface ReadRow {
  readonly content: Content;
  readonly problems: readonly RowProblem[];
}

/** Reads a row. `today` tells probable days from slips of the pen. */
export function readRow(
  { line, cells }: { readonly line: number; readonly cells: readonly Cell[] },
  { fields, map, today }: { readonly fields: readonly Field[]; readonly map: ColumnMap; readonly today: LocalDate },
): ReadRow {
  const content: Record<string, string> = {};
  const problems: RowProblem[] = [];
  for (const field of fields) {
    const column = map[field.name];
    const cell = column === undefined ? undefined : cells[column];
    if (!cell || cell.kind === 'empty') continue;
    const read = readCell(cell, field, today);
    if ('value' in read) {
      if (read.value !== '') content[field.name] = read.value;
    } else problems.push({ line, field: field.name, value: cell.text, ...read });
  }
  return { content, problems };
}

type Read =
  | { readonly value: string }
  | {
      readonly code: ProblemCode;
      readonly severity: 'error' | 'warning';
      readonly details?: RowProblem['details'];
    };

const LONGEST = 300;

function readCell(cell: Cell, field: Field, today: LocalDate): Read {
  if (cell.kind === 'problem') return error(cell.problem === 'elsewhere' ? 'cell.unreadable' : `cell.${cell.problem}`);
  const text = cell.text.replaceAll(/[\s\u00a0]+/g, ' ').trim();
  if (text.length > LONGEST) return error('text.too-long', { limit: LONGEST });
  switch (field.type) {
    case 'text':
    case 'number':
      return { value: text };
    case 'name':
      return nameOf(text);
    case 'area':
      return decimalOf(text, { least: '0', most: '9999999', places: 2 });
    case 'decimal':
      return decimalOf(text, { least: '0', most: '99999999', places: 4 });
    case 'reading':
      return readingOf(text);
    case 'money':
      return decimalOf(text, { least: '-999999999', most: '999999999', places: 2 });
    case 'count':
      return decimalOf(text, { least: '0', most: '999', places: 0 });
    case 'year':
      return decimalOf(text, { least: '1700', most: '2100', places: 0 });
    case 'day':
      return dayOf(text, { earliest: dateOf(1900, 1, 1), latest: (today + 366) as LocalDate });
    case 'birthday':
      return dayOf(text, { earliest: dateOf(1900, 1, 1), latest: today });
    case 'deadline':
      return dayOf(text, { earliest: dateOf(1950, 1, 1), latest: (today + 366 * 30) as LocalDate });
    case 'month':
      return monthOf(text);
    case 'share':
      return shareOf(text);
    case 'phone': {
      const phone = readPhone(text);
      return phone.ok ? { value: phone.value } : warning('phone.unreadable');
    }
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? { value: text } : warning('email.unreadable');
    case 'inn': {
      const inn = text.replaceAll(/\D/g, '');
      return checkInn(inn) === 'ok' ? { value: inn } : error('inn.wrong');
    }
    case 'snils': {
      const snils = text.replaceAll(/\D/g, '');
      return checkSnils(snils) === 'ok' ? { value: snils } : error('snils.wrong');
    }
    case 'els': {
      const els = readGisIdentifier(text, 'unified-account');
      return els.ok ? { value: els.value } : error('els.wrong');
    }
    case 'izhku': {
      const izhku = readGisIdentifier(text, 'services');
      return izhku.ok ? { value: izhku.value } : error('izhku.wrong');
    }
    case 'uuid':
      return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
        ? { value: text.toLowerCase() }
        : error('uuid.wrong');
    case 'choice':
      return choiceOf(text, field.choices ?? {});
  }
}

function nameOf(text: string): Read {
  const name = readPersonName(text);
  if (name.ok) return { value: name.value };
  return name.problem === 'name.empty' ? { value: '' } : error('name.no-letters');
}

function decimalOf(text: string, { least, most, places }: { least: string; most: string; places: number }): Read {
  const read = readDecimal(text);
  if (!read.ok) return error('number.unreadable');
  const rounded = read.value.toFixed(places);
  const whole = !read.value.eq(parseDecimal(rounded)!) && places === 0;
  if (read.value.lt(least) || read.value.gt(most) || whole) return error('number.out-of-range', { least, most });
  return { value: rounded };
}

/** How many figures the dial has is for the meter to say. */
function readingOf(text: string): Read {
  const read = readDecimal(text);
  if (!read.ok) return error('reading.unreadable');
  return read.value.lt('0') ? error('reading.negative') : { value: read.value.toString() };
}

function dayOf(text: string, probable: { earliest: LocalDate; latest: LocalDate }): Read {
  const day = readDate(text, probable);
  return day.ok ? { value: formatDate(day.value) } : error(day.problem);
}

/** `10.2026`, `2026-10`, `октябрь 2026`, or any day of it. */
function monthOf(text: string): Read {
  const monthFirst = /^(\d{1,2})[./-](\d{4})$/.exec(text);
  const yearFirst = /^(\d{4})-(\d{1,2})$/.exec(text);
  const [year, month] = monthFirst ? [monthFirst[2], monthFirst[1]] : [yearFirst?.[1], yearFirst?.[2]];
  if (year && month && Number(month) >= 1 && Number(month) <= 12) return { value: `${year}-${month.padStart(2, '0')}` };
  const words = /^([а-яё]{3,8}) (\d{4})/i.exec(text);
  const place = words ? MONTHS.findIndex((name) => words[1]!.toLowerCase().startsWith(name)) : -1;
  if (place >= 0) return { value: `${words![2]}-${String(place + 1).padStart(2, '0')}` };
  const day = readDate(text);
  return day.ok ? { value: formatDate(day.value).slice(0, 7) } : error('month.unreadable');
}

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

function shareOf(text: string): Read {
  const share = readShare(text);
  return share.ok ? { value: `${share.value.numerator}/${share.value.denominator}` } : error(share.problem);
}

function choiceOf(text: string, choices: Readonly<Record<string, readonly string[]>>): Read {
  const plain = plainHeading(text);
  const found = Object.entries(choices).find(([choice, words]) =>
    [choice, ...words].some((word) => plainHeading(word) === plain),
  );
  if (found) return { value: found[0] };
  return error('choice.unknown', {
    choices: Object.values(choices)
      .map(([first]) => first)
      .join(', '),
  });
}

function error(code: ProblemCode, details?: RowProblem['details']): Read {
  return { code, severity: 'error', ...(details && { details }) };
}

/** The row is good without it. */
function warning(code: ProblemCode): Read {
  return { code, severity: 'warning' };
}
