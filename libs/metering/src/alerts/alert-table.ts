import { type OutgoingCell, writeXlsx } from '@dvor/formats';
import type { MeterAlert } from './meter-alert.js';

/** Words of the reader's language for what is told of an alert. */
export interface AlertWords {
  readonly resource: (alert: MeterAlert) => string;
  readonly told: (alert: MeterAlert) => string;
  readonly cause: (alert: MeterAlert) => string;
  readonly state: (alert: MeterAlert) => string;
}

/** A list of alerts as a workbook. */
export function alertTable(alerts: readonly MeterAlert[], words: AlertWords): AsyncIterable<Uint8Array> {
  return writeXlsx('Всплески и утечки', HEADINGS, rowsOf(alerts, words));
}

const HEADINGS = [
  'Лицевой счёт',
  'Адрес',
  'Ресурс',
  '№ прибора',
  'День',
  'Что заметили',
  'Вероятная причина',
  'Что сделано',
  'Кто',
  'Примечание',
];

function* rowsOf(alerts: readonly MeterAlert[], words: AlertWords): Generator<OutgoingCell[]> {
  for (const alert of alerts)
    yield [
      alert.accountNumbers.join(', '),
      alert.address,
      words.resource(alert),
      alert.serial,
      { kind: 'date', text: alert.happenedOn },
      words.told(alert),
      words.cause(alert),
      words.state(alert),
      alert.decidedBy,
      alert.note,
    ];
}
