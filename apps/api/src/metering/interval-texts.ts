import type { IntervalProblemReason } from '@dvor/formats';
import { addDays, formatDate } from '@dvor/kernel';
import type { IntervalFileCard, MonthEffect, PointDay } from '@dvor/metering';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';
import type { IntervalFileCardDto, MonthOfDaysDto } from './interval-files.dto.js';
import type { PointDayDto } from './metering-points.dto.js';

/** What could not be read in a message of half-hours, and what to do. */
const UNREAD: Readonly<Record<IntervalProblemReason, Readonly<Record<Language, string>>>> = {
  'xml-broken': {
    ru: 'Файл оборван или испорчен у {value}. Попросите его заново',
    en: 'The file is cut off or broken at {value}. Ask for it anew',
  },
  'file-empty': { ru: 'Файл пуст', en: 'The file is empty' },
  'file-too-large': { ru: 'Файл слишком велик: {value}', en: 'The file is too large: {value}' },
  'class-other': { ru: 'Это не XML 80020, а {value}', en: 'This is no XML 80020 but {value}' },
  'number-unreadable': { ru: 'Номер сообщения «{value}» – не число', en: 'The number “{value}” is none' },
  'day-unreadable': { ru: 'Сутки «{value}» – не дата', en: 'The day “{value}” is no date' },
  'point-without-code': { ru: 'У точки «{value}» нет кода', en: 'The point “{value}” has no code' },
  'point-twice': {
    ru: 'Точка {value} названа дважды, взята первая',
    en: 'The point {value} stands twice, the first is taken',
  },
  'channel-unknown': { ru: 'Незнакомый канал «{value}»', en: 'The channel “{value}” is not known' },
  'channel-twice': {
    ru: 'Канал {value} назван дважды, взят первый',
    en: 'The channel {value} stands twice, the first is taken',
  },
  'period-unreadable': { ru: 'Время {value} не прочесть', en: 'The time {value} can’t be read' },
  'interval-twice': { ru: 'Интервал {value} накрывает соседний', en: 'The interval {value} covers its neighbour' },
  'intervals-missing': {
    ru: 'Не хватает часов: {value}. Сутки без итога',
    en: 'Hours are missing: {value}. The day has no total',
  },
  'value-unreadable': {
    ru: '«{value}» – не количество, считаем неизвестным',
    en: '“{value}” is no amount, it counts as unknown',
  },
  'value-negative': {
    ru: 'Количество {value} меньше нуля, считаем неизвестным',
    en: 'The amount {value} is below zero, it counts as unknown',
  },
  'value-missing': { ru: 'Количество пусто, считаем неизвестным', en: 'The amount is empty, it counts as unknown' },
};

export function intervalFileView(
  { problems, effects, ...file }: IntervalFileCard,
  language: Language,
): IntervalFileCardDto {
  return {
    ...file,
    effects: effects.map(monthOfDaysView),
    problems: problems.map(({ file: of = null, line, value, reason }) => ({
      ...{ file: of, line, value, reason },
      detail: fillText(UNREAD[reason][language], { value }, language),
    })),
  };
}

export function monthOfDaysView({ gaps, refused, ...month }: MonthEffect): MonthOfDaysDto {
  return {
    ...month,
    refused: refused ?? null,
    gaps: gaps.map(({ from, to, reason }) => ({ from: formatDate(from), to: formatDate(addDays(to, -1)), reason })),
  };
}

export function pointDayView({ parts, versions, ...day }: PointDay): PointDayDto {
  return {
    ...day,
    parts: parts.map(([from, to, value, doubtful]) => ({ from, to, value, doubtful })),
    versions: versions.map((version) => ({ ...version, receivedAt: new Date(version.receivedAt).toISOString() })),
  };
}
