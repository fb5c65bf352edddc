import type { ImportSummary } from '@dvor/exchange';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';

type Note = ImportSummary['notes'][number];

/** What was met while opening a file, told to whoever loads it. */
export function noteText({ code, ...details }: Note, language: Language): string {
  const plain = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value as string | number),
    ]),
  );
  return fillText(TEXTS[code][language], plain, language);
}

const TEXTS: Readonly<Record<Note['code'], Readonly<Record<Language, string>>>> = {
  'encoding-differs': {
    ru: 'Файл назван {told}, а записан в {found}: прочитан как {found}.',
    en: 'The file calls itself {told} and is written in {found}: it was read as {found}.',
  },
  'letters-lost': {
    ru: 'В строке {line} часть букв потеряна ещё до загрузки. Выгрузите файл заново.',
    en: 'In line {line} letters were lost before the file came. Export it again.',
  },
  'encoded-twice': {
    ru: 'В строке {line} текст испорчен двойной перекодировкой. Выгрузите файл заново.',
    en: 'In line {line} the text was spoilt by being encoded twice. Export it again.',
  },
  'deleted-records': {
    ru: 'Пропущено удалённых записей: {count}.',
    en: 'Deleted records left out: {count}.',
  },
  'records-differ': {
    ru: 'По заголовку файла записей {told}, а есть {found}.',
    en: 'The file promises {told} records and has {found}.',
  },
  'other-sheets': {
    ru: 'Есть и другие листы: {sheets}.',
    en: 'There are other sheets: {sheets}.',
  },
  'lines-above-headings': {
    ru: 'Строки над заголовками пропущены: {lines}.',
    en: 'Lines above the headings were left out: {lines}.',
  },
  'headings-look-like-data': {
    ru: 'Строка {line} принята за заголовки, а похожа на данные.',
    en: 'Line {line} was taken for headings and looks like data.',
  },
  'column-numbers-skipped': {
    ru: 'Строка {line} с номерами столбцов пропущена.',
    en: 'Line {line} with column numbers was left out.',
  },
  'merged-cells': {
    ru: 'В таблице есть объединённые ячейки ({range} и другие, всего {count}): значение стоит только в первой из них.',
    en: 'The table has merged cells ({range} and others, {count} in all): only the first of them has the value.',
  },
};
