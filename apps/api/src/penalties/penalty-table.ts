import { type OutgoingCell, writeXlsx } from '@dvor/formats';
import { Money } from '@dvor/kernel';
import type { AccountPenaltiesDto } from './penalties.dto.js';

const HEADINGS = [
  ...['Месяц долга', 'Услуга', 'Получатель', 'Срок оплаты', 'Долг, ₽', 'Оплачен'],
  ...['С', 'По', 'Дней', 'Ставка, %', 'Доля', 'Пени, ₽'],
];

const FREE = {
  'first-days': 'первые дни: без пени',
  moratorium: 'мораторий: без пени',
  instalments: 'рассрочка: без пени',
} as const;

/** The very rows of the screen as a workbook: those of a debt add up to its line, all of them to what was accrued. */
export function penaltyTable(penalties: AccountPenaltiesDto): AsyncIterable<Uint8Array> {
  return writeXlsx('Пени по дням', HEADINGS, penaltyRows(penalties));
}

export function* penaltyRows({ items, accrued }: AccountPenaltiesDto): Generator<OutgoingCell[]> {
  for (const { period, service, recipient, accrued: ofDebt, parts } of items) {
    for (const { dueOn, debt, paidOn, days } of parts)
      for (const { from, to, days: count, rate, divisor, free, amount } of days)
        yield [
          ...[period, service.name, recipient, day(dueOn), number(debt), paidOn === null ? '' : day(paidOn)],
          ...[day(from), day(to), number(String(count))],
          ...(free ? [FREE[free], ''] : [number(rate), `1/${divisor}`]),
          number(amount),
        ];
    yield ['Итого', service.name, recipient, '', '', '', '', '', '', period, '', number(ofDebt)];
  }
  yield ['Всего', '', '', '', '', '', '', '', '', '', '', number(Money.parse(accrued).toString())];
}

function day(text: string): OutgoingCell {
  return { kind: 'date', text };
}

function number(text: string): OutgoingCell {
  return { kind: 'number', text };
}
