import { type OutgoingCell, writeXlsx } from '@dvor/formats';
import type { AccountUseDto } from './account-use.dto.js';
import { SOURCE_TEXTS } from './source-texts.js';

const HEADINGS = [
  ...['Услуга', 'Единица', 'Месяц', 'Расход', 'Как посчитано', 'Месяцев в показании', 'В счёте', 'Начислено, ₽'],
  ...['Прибор', 'Зона', 'Было', 'Показание', 'Стало', 'Показание', 'Откуда', 'Кто передал'],
];

const HOW_TEXTS: Readonly<Record<string, string>> = {
  meter: 'по счётчику',
  house: 'по общедомовому прибору',
  given: 'по данным поставщика',
  average: 'по среднему',
  norm: 'по нормативу',
};

/** A row for each reading a month stands on; figures of the month stand in the first of them alone, so columns add up. */
export function useTable(use: AccountUseDto): AsyncIterable<Uint8Array> {
  return writeXlsx('Потребление', HEADINGS, useRows(use));
}

export function* useRows({ services }: AccountUseDto): Generator<OutgoingCell[]> {
  for (const { service, months } of services)
    for (const { period, used, billed, how, over, amount, readings } of months) {
      const named = [service.name, service.unit, period];
      const figures: OutgoingCell[] = [
        used === null ? '' : number(used),
        HOW_TEXTS[how]!,
        number(String(over)),
        number(billed),
        number(amount),
      ];
      if (readings.length === 0) yield [...named, ...figures, '', '', '', '', '', '', '', ''];
      for (const [i, { serial, zone, from, to, source, recordedBy }] of readings.entries())
        yield [
          ...named,
          ...(i === 0 ? figures : ['', '', '', '', '']),
          ...[serial ?? '', zone ?? '', day(from.date), number(from.value), day(to.date), number(to.value)],
          ...[source === null ? '' : SOURCE_TEXTS[source], recordedBy ?? ''],
        ];
    }
}

function day(text: string): OutgoingCell {
  return { kind: 'date', text };
}

function number(text: string): OutgoingCell {
  return { kind: 'number', text };
}
