import { formatDate, type LocalDate, type Money } from '@dvor/kernel';
import { encodeCyrillic } from '../cyrillic-encodings.js';

/** Who pays or is paid, with the bank. */
export interface OrderParty {
  readonly name: string;
  readonly inn: string;
  readonly kpp: string | null;
  readonly account: string;
  readonly bankName: string;
  readonly bik: string;
  readonly correspondentAccount: string | null;
}

export interface PaymentOrder {
  readonly number: number;
  readonly date: LocalDate;
  readonly amount: Money;
  readonly payee: OrderParty;
  /** At most 210 characters. */
  readonly purpose: string;
}

export interface PaymentOrderFile {
  /** The program that wrote it. */
  readonly sender: string;
  readonly createdOn: LocalDate;
  /** `HH:MM:SS`. */
  readonly createdAt: string;
  /** All orders are paid from one account. */
  readonly payer: OrderParty;
  readonly orders: readonly PaymentOrder[];
}

/** What a bank's client takes of a purpose. */
export const PURPOSE_LENGTH = 210;

/**
 * Payment orders as a bank's client takes them: `1CClientBankExchange` 1.03, windows-1251, lines ended by CR LF. A sign
 * that the encoding lacks is written as the one that stands for it, or as `?`.
 * @throws RangeError when a purpose is longer than 210 characters, or a sum is not above zero
 */
export function writePaymentOrders({ sender, createdOn, createdAt, payer, orders }: PaymentOrderFile): Uint8Array {
  const days = orders.map(({ date }) => date);
  const [first, last] = [Math.min(createdOn, ...days), Math.max(createdOn, ...days)] as [LocalDate, LocalDate];
  const lines = [
    '1CClientBankExchange',
    ...fields({
      ВерсияФормата: '1.03',
      Кодировка: 'Windows',
      Отправитель: sender,
      Получатель: '',
      ДатаСоздания: dotted(createdOn),
      ВремяСоздания: createdAt,
      ДатаНачала: dotted(first),
      ДатаКонца: dotted(last),
      РасчСчет: payer.account,
      Документ: 'Платежное поручение',
    }),
    ...orders.flatMap((order) => orderLines(order, payer)),
    'КонецФайла',
    '',
  ];
  return bytesOf(lines.join('\r\n'));
}

function orderLines({ number, date, amount, payee, purpose }: PaymentOrder, payer: OrderParty): string[] {
  if ([...purpose].length > PURPOSE_LENGTH)
    throw new RangeError(`the purpose of order ${number} is longer than 210 characters`);
  if (amount.isZero || amount.isNegative) throw new RangeError(`order ${number} is for nothing`);
  return [
    'СекцияДокумент=Платежное поручение',
    ...fields({
      Номер: String(number),
      Дата: dotted(date),
      Сумма: amount.toString(),
      ...party('Плательщик', payer),
      ...party('Получатель', payee),
      ВидПлатежа: '',
      ВидОплаты: '01',
      Очередность: '5',
      НазначениеПлатежа: purpose,
    }),
    'КонецДокумента',
  ];
}

function party(role: 'Плательщик' | 'Получатель', who: OrderParty): Record<string, string> {
  return {
    [`${role}Счет`]: who.account,
    [role]: `ИНН ${who.inn} ${who.name}`,
    [`${role}ИНН`]: who.inn,
    [`${role}КПП`]: who.kpp ?? '',
    [`${role}1`]: who.name,
    [`${role}РасчСчет`]: who.account,
    [`${role}Банк1`]: who.bankName,
    [`${role}БИК`]: who.bik,
    [`${role}Корсчет`]: who.correspondentAccount ?? '',
  };
}

/** A value never breaks its line. */
function fields(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).map(([key, value]) => `${key}=${value.replaceAll(/\s+/gu, ' ').trim()}`);
}

function dotted(day: LocalDate): string {
  const [year, month, date] = formatDate(day).split('-');
  return `${date}.${month}.${year}`;
}

const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['₽', 'руб.'],
  ['−', '-'],
  ['‑', '-'],
  ['″', '"'],
  ['′', "'"],
]);

function bytesOf(text: string): Uint8Array {
  let known = text;
  for (;;) {
    const encoded = encodeCyrillic(known, 'windows-1251');
    if (encoded.ok) return encoded.bytes;
    known = known.replaceAll(encoded.character, STAND_INS.get(encoded.character) ?? '?');
  }
}
