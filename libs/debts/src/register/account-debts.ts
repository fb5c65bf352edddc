import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  formatDate,
  formatPeriod,
  Money,
  type Period,
  periodOf,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { MoneyInTransit } from '@dvor/payments';
import { DueDays } from '@dvor/penalties';
import type { Tx } from '@dvor/platform';
import { type DebtAge, debtAge } from '../core/index.js';
import { Disputes } from '../disputes/disputes.js';
import { DebtViews, type ViewAsked } from './debt-views.js';
import { refuseUnknownAccount } from './known-account.js';
import { type DebtView, inBooks, viewParameters } from './in-books.js';

/** A place of the ledger that is not settled: what is owed to one recipient for a service of a month. */
export interface DebtLine {
  readonly recipientId: SupplierId | null;
  readonly recipient: string | null;
  readonly serviceId: ServiceId | null;
  readonly service: string | null;
  readonly origin: string;
  readonly kind: string;
  /** The last day to pay. */
  readonly due: string;
  readonly age: DebtAge;
  /** Below zero where it is paid ahead. */
  readonly amount: Money;
}

export interface AccountDebt {
  readonly day: string;
  readonly balance: Money;
  readonly overdue: Money;
  readonly principal: Money;
  readonly penalties: Money;
  readonly disputed: Money;
  readonly inTransit: Money;
  /** The oldest first. */
  readonly lines: readonly DebtLine[];
}

/** The debt of one account, place by place. */
@Injectable()
export class AccountDebts {
  constructor(
    private readonly views: DebtViews,
    private readonly disputes: Disputes,
    private readonly transit: MoneyInTransit,
    private readonly dueDays: DueDays,
  ) {}

  /** @throws DomainError `account.not-found`, `debt.in-future` */
  async read(tx: Tx, accountId: AccountId, asked: ViewAsked): Promise<AccountDebt> {
    await refuseUnknownAccount(tx, accountId);
    const view = await this.views.of(tx, asked);
    const lines = await this.lines(tx, accountId, view);
    const sum = (picked: readonly DebtLine[]) => Money.sum(picked.map(({ amount }) => amount));
    const transit = await this.transit.of(tx, [accountId], view.books === 'now' ? null : view.day);
    return {
      day: formatDate(view.day),
      balance: sum(lines),
      overdue: sum(lines.filter(({ age, amount }) => age !== 'not-due' && amount.kopecks > 0n)),
      principal: sum(lines.filter(({ kind }) => kind === 'charge')),
      penalties: sum(lines.filter(({ kind }) => kind !== 'charge')),
      disputed: (await this.disputes.sums(tx, view, [accountId])).get(accountId) ?? Money.zero,
      inTransit: transit.get(accountId) ?? Money.zero,
      lines,
    };
  }

  private async lines(tx: Tx, accountId: AccountId, view: DebtView): Promise<DebtLine[]> {
    const dueOf = await this.dueDays.of(tx, view.day);
    const rows = await tx.query<LineRow[]>(
      `select p.recipient_id as "recipientId", r.name as recipient, p.service_id as "serviceId", s.name as service,
              coalesce(s.section = 'capital-repair', false) as capital, p.kind,
              (extract(year from p.origin) * 12 + extract(month from p.origin) - 1)::int as origin, sum(p.amount) as amount
         from ledger_postings p left join services s on s.id = p.service_id left join suppliers r on r.id = p.recipient_id
        where p.account_id = $3 and p.ledger_account = 'receivable' and ${inBooks('$1', '$2')}
        group by p.recipient_id, r.name, p.service_id, s.name, s.section, s.position, p.kind, p.origin having sum(p.amount) <> 0
        order by p.origin, p.kind, s.position, s.name, r.name`,
      [...viewParameters(view), accountId],
    );
    return rows.map(({ capital, origin, amount, ...row }) => {
      const due = dueOf(capital ? 'capital-repair' : 'housing', origin < FIRST_KNOWN ? FIRST_KNOWN : origin);
      return {
        ...row,
        origin: formatPeriod(origin),
        due: formatDate(due),
        age: debtAge(due, view.day),
        amount: Money.ofKopecks(amount),
      };
    });
  }
}

/** The Housing Code's first month: of those before it no day to pay is known. */
const FIRST_KNOWN = periodOf(2005, 3);

interface LineRow extends Omit<DebtLine, 'origin' | 'due' | 'age' | 'amount'> {
  readonly capital: boolean;
  readonly origin: Period;
  readonly amount: string;
}
