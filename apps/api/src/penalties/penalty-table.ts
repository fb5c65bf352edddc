import { type OutgoingCell, writeXlsx } from '@dvor/formats';
import { Money } from '@dvor/kernel';
import type { AccountPenaltiesDto, RunPenaltiesDto } from './penalties.dto.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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

/** What a month's closing would accrue, an account a row, with their total. */
export function estimateTable(accounts: RunPenaltiesDto['items']): AsyncIterable<Uint8Array> {
  return writeXlsx('Пени при закрытии', ['Лицевой счёт', 'Адрес', 'Плательщик', 'Пени, ₽'], estimateRows(accounts));
}

export function* estimateRows(accounts: RunPenaltiesDto['items']): Generator<OutgoingCell[]> {
  for (const { account, address, payer, amount } of accounts) yield [account, address, payer ?? '', number(amount)];
  yield ['Всего', '', '', number(Money.sum(accounts.map(({ amount }) => Money.parse(amount))).toString())];
}

function day(text: string): OutgoingCell {
  return { kind: 'date', text };
}

function number(text: string): OutgoingCell {
  return { kind: 'number', text };
}
