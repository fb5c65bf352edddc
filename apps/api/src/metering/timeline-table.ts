import { type OutgoingCell, writeXlsx } from '@dvor/formats';
import type { MeterCard } from '@dvor/metering';
import type { MeterTimelineDto } from './meter-timeline.dto.js';
import { SOURCE_TEXTS } from './source-texts.js';

const HEADINGS = [
  ...['Адрес', 'Прибор', 'Единица', 'Месяц', 'День', 'Показание', 'Расход', 'Оценка', 'Откуда', 'Кто внёс'],
  ...['Фото', 'Состояние'],
];

const UNITS = { 'cold-water': 'м³', 'hot-water': 'м³', electricity: 'кВт·ч', gas: 'м³', heating: 'Гкал' } as const;
const STATES = { counts: 'учтено', replaced: 'заменено в тот же день', refused: 'не учтено' } as const;
const HOW = { average: 'по среднему', norm: 'по нормативу' } as const;

/** Readings and estimated months of a meter together, the latest first. */
export function timelineTable(
  meter: Pick<MeterCard, 'address' | 'serial'>,
  timeline: MeterTimelineDto,
): AsyncIterable<Uint8Array> {
  return writeXlsx(`Показания прибора № ${meter.serial}`, HEADINGS, timelineRows(meter, timeline));
}

export function timelineRows(
  { address, serial }: Pick<MeterCard, 'address' | 'serial'>,
  { resource, readings, estimates }: MeterTimelineDto,
): OutgoingCell[][] {
  const named = [address, serial, UNITS[resource]];
  const read = readings.map((reading) => ({
    month: reading.month,
    cells: [
      ...[...named, reading.month, day(reading.date), valueText(reading.value)],
      ...[reading.volume === null ? null : number(reading.volume), null, SOURCE_TEXTS[reading.source]],
      ...[reading.recordedBy, reading.hasPhoto ? 'есть' : null, STATES[reading.state]],
    ],
  }));
  const estimated = estimates.map(({ month, how, volume, settled }) => ({
    month,
    cells: [
      ...[...named, month, null, null, number(volume), HOW[how], null, null, null],
      settled ? 'уточнено показанием' : 'оценка',
    ],
  }));
  return [...read, ...estimated].sort((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : 0)).map(cellsOf);
}

function cellsOf({ cells }: { readonly cells: OutgoingCell[] }): OutgoingCell[] {
  return cells;
}

function valueText(value: MeterTimelineDto['readings'][number]['value']): string {
  return (typeof value === 'string' ? value : Object.values(value).join(' / ')).replaceAll('.', ',');
}

function day(text: string): OutgoingCell {
  return { kind: 'date', text };
}

function number(text: string): OutgoingCell {
  return { kind: 'number', text };
}
