import type { RegistryProblem } from '@dvor/formats';
import { DomainError } from '@dvor/kernel';
import type { RegistryRow } from '@dvor/metering';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';
import { problemOf } from '../door/problem.js';
import type { ReadingRegistryRowDto } from './reading-registries.dto.js';
import { findingViews } from './reading-texts.js';

/** What could not be read in a line of a registry. */
const UNREAD: Readonly<Record<RegistryProblem['reason'], Readonly<Record<Language, string>>>> = {
  'file-empty': { ru: 'Файл пуст', en: 'The file is empty' },
  'file-too-large': { ru: 'Файл слишком велик: {value}', en: 'The file is too large: {value}' },
  'account-missing': { ru: 'В строке нет лицевого счёта', en: 'The line has no account' },
  'block-cut-off': {
    ru: 'Сведения о счётчике оборваны: «{value}». Попросите файл заново',
    en: 'What is said of the meter is cut off: “{value}”. Ask for the file anew',
  },
  'meter-kind-unknown': { ru: 'Незнакомый вид счётчика: {value}', en: 'The kind of meter is not known: {value}' },
  'meter-number-missing': { ru: 'Нет номера счётчика: «{value}»', en: 'The meter has no number: “{value}”' },
  'value-unreadable': { ru: '«{value}» – не показание', en: '“{value}” is no reading' },
  'value-negative': { ru: 'Показание {value} меньше нуля', en: 'The reading {value} is below zero' },
  'date-unreadable': { ru: '«{value}» – не дата', en: '“{value}” is not a date' },
  'register-twice': { ru: 'Счётчик назван дважды: {value}', en: 'The meter is named twice: {value}' },
};

export function registryRowView(row: RegistryRow, language: Language): ReadingRegistryRowDto {
  const { place, line, account, serial, resource, value, date, outcome, code, findings } = row;
  return {
    ...{ place, line, account, serial, resource, value, date, outcome, code },
    ...{ detail: detailOf(row, language), findings: findingViews(findings, language) },
  };
}

function detailOf({ code, account, serial, value, details }: RegistryRow, language: Language): string | null {
  if (code === null) return null;
  if (isUnread(code)) return fillText(UNREAD[code][language], { value }, language);
  return problemOf(new DomainError(code, { account, serial, ...details }), language, '').detail;
}

function isUnread(code: NonNullable<RegistryRow['code']>): code is RegistryProblem['reason'] {
  return code in UNREAD;
}
