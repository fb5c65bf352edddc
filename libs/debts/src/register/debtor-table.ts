import { type OutgoingCell, writeXlsx } from '@dvor/formats';
import { formatDate, type LocalDate, type Money } from '@dvor/kernel';
import { DEBT_AGES, type DebtAge, type DebtStage } from '../core/index.js';
import type { DebtSums } from './debt-sums.js';

/** A row of the register, in the words of the accounts. */
export interface DebtorRow extends DebtSums {
  readonly number: string;
  readonly address: string;
  readonly payerName: string | null;
  readonly closed: boolean;
  readonly oldest: string | null;
  readonly stage: DebtStage;
  readonly lastPayment: { readonly on: string; readonly amount: Money } | null;
  readonly lastContact: string | null;
  readonly plan: 'kept' | 'late' | null;
}

/** The register as a workbook: debtors as they come, then their totals. */
export function debtorTable(
  day: LocalDate,
  debtors: readonly DebtorRow[],
  totals: DebtSums & { readonly accounts: number },
): AsyncIterable<Uint8Array> {
  return writeXlsx(`Должники на ${dayText(day)}`, HEADINGS, rowsOf(debtors, totals));
}

const AGE_WORDS: Readonly<Record<DebtAge, string>> = {
  'not-due': 'Срок не наступил',
  'to-30': 'До 30 дней',
  'to-60': '31–60 дней',
  'to-90': '61–90 дней',
  'to-180': '91–180 дней',
  'to-365': '181–365 дней',
  'to-3-years': '1–3 года',
  'over-3-years': 'Свыше 3 лет',
};

const STAGE_WORDS: Readonly<Record<DebtStage, string>> = {
  none: '',
  notice: 'уведомление',
  claim: 'претензия',
  warning: 'предупреждение об ограничении',
  restriction: 'ограничение',
  court: 'суд',
  order: 'судебный приказ',
  bailiff: 'приставы',
};

const PLAN_WORDS = { kept: 'соблюдается', late: 'просрочена' } as const;

const HEADINGS = [
  'Лицевой счёт',
  'Адрес',
  'Плательщик',
  'Счёт закрыт',
  'Долг, ₽',
  'Просрочено, ₽',
  ...DEBT_AGES.map((age) => `${AGE_WORDS[age]}, ₽`),
  'Оплачено вперёд, ₽',
  'Плата, ₽',
  'Пени, ₽',
  'Коммунальные услуги, ₽',
  'Жилищные услуги, ₽',
  'Капитальный ремонт, ₽',
  'Прочее, ₽',
  'Спорно, ₽',
  'Деньги в пути, ₽',
  'Долг с месяца',
  'Стадия',
  'Последний платёж',
  'Сумма платежа, ₽',
  'Последний контакт',
  'Рассрочка',
];

function* rowsOf(
  debtors: readonly DebtorRow[],
  totals: DebtSums & { readonly accounts: number },
): Generator<OutgoingCell[]> {
  for (const debtor of debtors)
    yield [
      debtor.number,
      debtor.address,
      debtor.payerName,
      debtor.closed ? 'да' : '',
      ...sumCells(debtor),
      debtor.oldest,
      STAGE_WORDS[debtor.stage],
      debtor.lastPayment && day(debtor.lastPayment.on),
      debtor.lastPayment && sum(debtor.lastPayment.amount),
      debtor.lastContact && day(debtor.lastContact),
      debtor.plan && PLAN_WORDS[debtor.plan],
    ];
  yield ['Итого', `счетов: ${totals.accounts}`, '', '', ...sumCells(totals)];
}

function sumCells(sums: DebtSums): OutgoingCell[] {
  return [
    sums.balance,
    sums.overdue,
    ...DEBT_AGES.map((age) => sums.ages[age]),
    sums.ahead,
    sums.principal,
    sums.penalties,
    sums.utilities,
    sums.housing,
    sums.capitalRepair,
    sums.other,
    sums.disputed,
    sums.inTransit,
  ].map(sum);
}

function sum(amount: Money): OutgoingCell {
  return { kind: 'number', text: amount.toString() };
}

function day(text: string): OutgoingCell {
  return { kind: 'date', text };
}

function dayText(date: LocalDate): string {
  return formatDate(date).split('-').reverse().join('.');
}
