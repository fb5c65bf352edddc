import { Injectable } from '@nestjs/common';
import { Services, Suppliers } from '@dvor/catalogue';
import { type AccountId, formatDate, formatPeriod, lastDay, Money } from '@dvor/kernel';
import { Balances } from '@dvor/ledger';
import { explainPenalty, PenaltyLines, type PlacePenalty, type PortionPenalty, portionsOf } from '@dvor/penalties';
import { OrganizationClock, type Tx } from '@dvor/platform';
import type { AccountPenaltiesDto } from './penalties.dto.js';

type Item = AccountPenaltiesDto['items'][number];

/** An account's penalties day by day, as the console and the cabinet show them. */
@Injectable()
export class AccountPenalties {
  constructor(
    private readonly lines: PenaltyLines,
    private readonly balances: Balances,
    private readonly services: Services,
    private readonly suppliers: Suppliers,
    private readonly clock: OrganizationClock,
  ) {}

  async read(tx: Tx, accountId: AccountId): Promise<AccountPenaltiesDto> {
    const lines = await this.lines.ofAccount(tx, accountId);
    const owed = (await this.balances.receivables(tx, accountId)).filter(({ kind }) => kind === 'penalty');
    const services = new Map((await this.services.list(tx)).map((service) => [service.id, service]));
    const recipients = new Map(
      (await this.suppliers.list(tx, await this.clock.today(tx))).map(({ id, name }) => [id, name]),
    );
    return {
      accrued: Money.sum(lines.map(({ accrued }) => accrued)).toString(),
      owed: Money.sum(owed.map(({ amount }) => amount)).toString(),
      items: lines.reverse().map((line) => {
        const { id, code, name, unit } = services.get(line.serviceId)!;
        return {
          ...describe(line),
          service: { id, code, name, unit },
          recipient: recipients.get(line.recipientId) ?? '',
        };
      }),
    };
  }
}

function describe({ period, origin, accrued, working }: PlacePenalty): Omit<Item, 'service' | 'recipient'> {
  return {
    period: formatPeriod(origin),
    accruedTo: formatDate(lastDay(period)),
    accrued: accrued.toString(),
    parts: portionsOf(working).map(describePart),
  };
}

function describePart(portion: PortionPenalty): Item['parts'][number] {
  const { due, amount, paidOn, penalty, spans } = portion;
  return {
    dueOn: formatDate(due.due),
    debt: amount.toString(),
    paidOn: paidOn === null ? null : formatDate(paidOn),
    amount: penalty.toString(),
    sentence: explainPenalty(portion),
    days: spans.map((span) => ({
      from: formatDate(span.from),
      to: formatDate(span.to),
      days: span.days,
      rate: String(span.rate / 10_000),
      divisor: span.divisor,
      free: span.free,
      amount: span.amount.toString(),
    })),
  };
}
