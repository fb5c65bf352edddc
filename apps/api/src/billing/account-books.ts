import { Injectable } from '@nestjs/common';
import {
  AccountChanges,
  BillingRuns,
  Charges,
  explain,
  HeldBills,
  mainCauses,
  type StoredLine,
  zoneOf,
} from '@dvor/billing';
import { type Service, Services, type Supplier, Suppliers } from '@dvor/catalogue';
import {
  type AccountId,
  addMonths,
  decimal,
  formatDate,
  formatPeriod,
  lastDay,
  Money,
  type Period,
  parsePeriod,
} from '@dvor/kernel';
import { Balances, type StatementItem } from '@dvor/ledger';
import { PaymentRegister } from '@dvor/payments';
import type { Tx } from '@dvor/platform';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';
import type { AccountLedgerDto, AccountLinesDto } from './account-books.dto.js';

/** An account's lines and ledger as the console and the cabinet show them. */
@Injectable()
export class AccountBooks {
  constructor(
    private readonly charges: Charges,
    private readonly changes: AccountChanges,
    private readonly held: HeldBills,
    private readonly runs: BillingRuns,
    private readonly services: Services,
    private readonly suppliers: Suppliers,
    private readonly balances: Balances,
    private readonly payments: PaymentRegister,
  ) {}

  /** Without a period the last one that has lines. A draft, and a bill that is held, is for the accountant's eyes only. */
  async lines(
    tx: Tx,
    accountId: AccountId,
    asked: { period: string | undefined; draftsToo: boolean },
  ): Promise<AccountLinesDto> {
    const periods = asked.period ? [parsePeriod(asked.period)] : await this.latestPeriods(tx);
    for (const period of periods) {
      const month = await this.charges.ofAccount(tx, accountId, period);
      if (!month || (month.runState !== 'closed' && !asked.draftsToo)) continue;
      if (!asked.draftsToo && (await this.held.isHeld(tx, month.runId, accountId))) continue;
      const names = await this.names(tx, period);
      return {
        period: formatPeriod(period),
        runState: month.runState,
        items: month.lines.map((line) => describeLine(line, names)),
        total: Money.sum(month.lines.map(({ amount }) => amount)).toString(),
        change: await this.change(tx, accountId, { period, names }),
      };
    }
    return {
      period: formatPeriod(periods.at(-1)!),
      runState: null,
      items: [],
      total: Money.zero.toString(),
      change: null,
    };
  }

  /** Lines with their names and explanations. */
  async described(tx: Tx, lines: readonly StoredLine[], period: Period): Promise<AccountLinesDto['items']> {
    const names = await this.names(tx, period);
    return lines.map((line) => describeLine(line, names));
  }

  /** Sum of the last month that has been calculated, drafts included. */
  async lastCharged(tx: Tx, accountId: AccountId): Promise<{ period: Period; amount: Money } | null> {
    for (const period of await this.latestPeriods(tx)) {
      const amount = (await this.charges.totals(tx, [accountId], period)).get(accountId);
      if (amount) return { period, amount };
    }
    return null;
  }

  async ledger(tx: Tx, accountId: AccountId, language: Language): Promise<AccountLedgerDto> {
    const statement = await this.balances.statement(tx, accountId);
    const brought = statement.filter(({ kind }) => kind === 'opening').map(({ amount }) => amount);
    const payments = await this.payments.ofEntries(
      tx,
      statement.map(({ key }) => key),
    );
    return {
      opening: Money.sum(brought).toString(),
      items: statement
        .filter(({ kind }) => kind !== 'opening')
        .map((item) => ({ ...describeItem(item, language), paymentId: payments.get(item.key) ?? null })),
      closing: (statement.at(-1)?.balance ?? Money.zero).toString(),
    };
  }

  private async change(
    tx: Tx,
    accountId: AccountId,
    { period, names }: { period: Period; names: Names },
  ): Promise<AccountLinesDto['change']> {
    const change = await this.changes.ofAccount(tx, accountId, period);
    if (!change || change.before.lines.length === 0) return null;
    const causes = mainCauses(change.services, (service) => names.services.get(service)?.name ?? '');
    return {
      before: change.before.amount.toString(),
      causes: causes.map(({ text, amount }) => ({ text, amount: amount.toString() })),
    };
  }

  /** The month that is worked on and the one closed before it. */
  private async latestPeriods(tx: Tx): Promise<[Period, Period]> {
    const working = await this.runs.workingPeriod(tx);
    return [working, addMonths(working, -1)];
  }

  private async names(tx: Tx, period: Period): Promise<Names> {
    const [services, suppliers] = [await this.services.list(tx), await this.suppliers.list(tx, lastDay(period))];
    return {
      services: new Map(services.map((service) => [service.id, service])),
      suppliers: new Map(suppliers.map((supplier) => [supplier.id, supplier])),
    };
  }
}

interface Names {
  readonly services: ReadonlyMap<string, Service>;
  readonly suppliers: ReadonlyMap<string, Supplier>;
}

function describeLine(
  { line, serviceId, supplierId, part, volume, amount, working }: StoredLine,
  names: Names,
): AccountLinesDto['items'][number] {
  const { id, code, name, unit } = names.services.get(serviceId)!;
  const { sentence, steps, clause } = explain(working);
  return {
    id: String(line),
    service: { id, code, name, unit },
    supplier: names.suppliers.get(supplierId)?.name ?? '',
    part: working.formula === 'benefit' ? 'benefit' : part,
    zone: zoneOf(working),
    volume: volume && shownVolume(volume),
    rate: working.rate,
    amount: amount.toString(),
    explanation: {
      sentence,
      steps: steps.map(({ label, figure }, i) => ({ label, value: figure, ...(i === steps.length - 1 && { clause }) })),
    },
  };
}

/** A third of a cubic metre never ends; six decimals are more than any dial shows. */
export function shownVolume(volume: string): string {
  return decimal(volume).round(6).toString();
}

const ITEM_TEXTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  accrual: { ru: 'Начислено за {period:month}', en: 'Charged for {period:month}' },
  payment: { ru: 'Оплата: {reason}', en: 'Payment: {reason}' },
  offset: { ru: 'Зачтён аванс', en: 'Advance set off' },
  penalty: { ru: 'Пени за просрочку, {period:month}', en: 'Penalty for late payment, {period:month}' },
  'write-off': { ru: 'Пени списаны', en: 'Penalty written off' },
};

/** What mirrors an entry of a closing that was undone. */
const UNDONE_TEXTS: typeof ITEM_TEXTS = {
  accrual: { ru: 'Закрытие отменено: {period:month}', en: 'Closing undone: {period:month}' },
  offset: { ru: 'Зачёт аванса отменён', en: 'Setting off of the advance undone' },
};

const ITEM_KINDS: Readonly<Record<StatementItem['kind'], AccountLedgerDto['items'][number]['kind']>> = {
  opening: 'correction',
  accrual: 'charge',
  transfer: 'correction',
  payment: 'payment',
  refund: 'refund',
  move: 'move',
  offset: 'offset',
  settlement: 'correction',
  penalty: 'penalty',
  'write-off': 'correction',
  interest: 'interest',
};

function describeItem(
  { key, date, period, kind, reason, amount, balance }: StatementItem,
  language: Language,
): Omit<AccountLedgerDto['items'][number], 'paymentId'> {
  const month = formatPeriod(period);
  const text = (key.startsWith('undo ') ? UNDONE_TEXTS : ITEM_TEXTS)[kind]?.[language];
  return {
    date: formatDate(date),
    period: month,
    kind: ITEM_KINDS[kind],
    text: text ? fillText(text, { period: month, reason }, language) : reason,
    amount: amount.toString(),
    balance: balance.toString(),
  };
}
