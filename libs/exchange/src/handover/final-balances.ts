import {
  type AccountId,
  assertNever,
  formatDate,
  type LocalDate,
  Money,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { type OutgoingCell, writeXlsx } from '@dvor/formats';
import type { PostingKind } from '@dvor/ledger';

/** What an account owes to one recipient for one service; negative where it paid ahead. */
export interface FinalLine {
  readonly recipient: { readonly id: SupplierId; readonly name: string } | null;
  readonly service: { readonly id: ServiceId; readonly name: string } | null;
  readonly kind: PostingKind;
  readonly amount: Money;
}

export interface FinalAccount {
  readonly accountId: AccountId;
  readonly number: string;
  readonly premisesName: string;
  readonly payerName: string | null;
  readonly lines: readonly FinalLine[];
  readonly balance: Money;
}

export interface FinalTotals {
  /** By recipient, service and kind, in the order of their names. */
  readonly lines: readonly FinalLine[];
  /** Of accounts that owe, and of those that have paid ahead (above zero). */
  readonly debts: Money;
  readonly advances: Money;
  readonly balance: Money;
}

export function totalsOf(accounts: readonly FinalAccount[]): FinalTotals {
  const byKey = new Map<string, FinalLine>();
  for (const line of accounts.flatMap(({ lines }) => lines)) {
    const key = [line.recipient?.id, line.service?.id, line.kind].join(' ');
    const known = byKey.get(key);
    byKey.set(key, known ? { ...known, amount: known.amount.plus(line.amount) } : line);
  }
  const balances = accounts.map(({ balance }) => balance);
  const debts = Money.sum(balances.filter(({ kopecks }) => kopecks > 0n));
  const balance = Money.sum(balances);
  return { lines: [...byKey.values()].sort(byNames), debts, advances: debts.minus(balance), balance };
}

export function byNames(a: FinalLine, b: FinalLine): number {
  return nameOf(a).localeCompare(nameOf(b), 'ru');
}

function nameOf({ recipient, service, kind }: FinalLine): string {
  return [recipient?.name ?? '', service?.name ?? '', kind].join('\n');
}

const HEADINGS = ['Лицевой счёт', 'Помещение', 'Плательщик', 'Кому', 'Услуга', 'Вид', 'Сальдо, ₽'];

/** The act as a table: lines of the accounts, then totals by recipient and service, then of the house. */
export function finalActTable(
  { address, lastDay }: { readonly address: string; readonly lastDay: LocalDate },
  accounts: readonly FinalAccount[],
): AsyncIterable<Uint8Array> {
  return writeXlsx('Итоговые сальдо', HEADINGS, rowsOf(address, lastDay, accounts));
}

function* rowsOf(address: string, lastDay: LocalDate, accounts: readonly FinalAccount[]): Generator<OutgoingCell[]> {
  for (const { number, premisesName, payerName, lines } of accounts)
    for (const line of lines.length > 0 ? lines : [null])
      yield [number, premisesName, payerName, ...(line ? lineCells(line) : ['', '', '', sum(Money.zero)])];
  const { lines, debts, advances, balance } = totalsOf(accounts);
  for (const line of lines) yield ['Итого', '', '', ...lineCells(line)];
  yield ['Итого долги', '', '', '', '', '', sum(debts)];
  yield ['Итого авансы', '', '', '', '', '', sum(advances.negated())];
  yield [
    'Итого по дому',
    address,
    `на ${formatDate(lastDay).split('-').reverse().join('.')}`,
    '',
    '',
    '',
    sum(balance),
  ];
}

function lineCells({ recipient, service, kind, amount }: FinalLine): OutgoingCell[] {
  return [recipient?.name, service?.name, kindText(kind), sum(amount)];
}

function sum(amount: Money): OutgoingCell {
  return { kind: 'number', text: amount.toString() };
}

function kindText(kind: PostingKind): string {
  switch (kind) {
    case 'charge':
      return 'Плата';
    case 'penalty':
      return 'Пени';
    case 'interest':
      return 'Проценты за рассрочку';
    default:
      return assertNever(kind);
  }
}
