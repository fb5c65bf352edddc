import { type OutgoingCell, writeXlsx } from '@dvor/formats';
import { formatDate, type LocalDate } from '@dvor/kernel';
import { type MeteredResource, type MeterList, MONTHS_ON_AVERAGE, type VerificationState } from '../core/index.js';
import type { ListedMeter } from './listed-meter.js';

/** A list of meters as a workbook. */
export function meterTable(
  list: MeterList,
  meters: readonly ListedMeter[],
  today: LocalDate,
): AsyncIterable<Uint8Array> {
  return writeXlsx(`${TITLES[list]} на ${dayText(formatDate(today))}`, HEADINGS, rowsOf(meters));
}

const TITLES: Readonly<Record<MeterList, string>> = {
  all: 'Приборы',
  missing: 'Без показаний',
  overdue: 'Поверка прошла',
  expiring: 'Поверка кончается',
  undated: 'Без даты поверки',
};

const RESOURCES: Readonly<Record<MeteredResource, string>> = {
  'cold-water': 'Холодная вода',
  'hot-water': 'Горячая вода',
  electricity: 'Электроэнергия',
  gas: 'Газ',
  heating: 'Отопление',
};

const STATES: Readonly<Record<VerificationState, string>> = {
  unknown: 'даты нет',
  good: 'действует',
  soon: 'кончается',
  over: 'прошла',
};

const HEADINGS = [
  'Лицевой счёт',
  'Адрес',
  'Ресурс',
  '№ прибора',
  'Установлен',
  'Поверка до',
  'Дней осталось',
  'Поверка',
  'Последнее показание',
  'Дата показания',
  `Месяцев без показаний (из ${MONTHS_ON_AVERAGE})`,
  'Норматив с',
];

function* rowsOf(meters: readonly ListedMeter[]): Generator<OutgoingCell[]> {
  for (const meter of meters)
    yield [
      meter.accountNumbers.join(', '),
      meter.address,
      RESOURCES[meter.resource],
      meter.serial,
      day(meter.installedOn),
      meter.verifiedUntil && day(meter.verifiedUntil),
      meter.daysLeft === null ? null : count(meter.daysLeft),
      STATES[meter.verification],
      meter.lastReading && valueText(meter.lastReading.value),
      meter.lastReading && day(meter.lastReading.date),
      meter.missed === 0 ? null : count(meter.missed),
      meter.normFrom && meter.normFrom.split('-').reverse().join('.'),
    ];
}

function valueText(value: NonNullable<ListedMeter['lastReading']>['value']): string {
  return (typeof value === 'string' ? value : Object.values(value).join(' / ')).replaceAll('.', ',');
}

function day(text: string): OutgoingCell {
  return { kind: 'date', text };
}

function count(number: number): OutgoingCell {
  return { kind: 'number', text: String(number) };
}

function dayText(day: string): string {
  return day.split('-').reverse().join('.');
}
