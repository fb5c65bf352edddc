import { Injectable } from '@nestjs/common';
import { Services, Suppliers } from '@dvor/catalogue';
import { type AccountId, formatDate, formatPeriod, type LocalDate, lastDay, Money } from '@dvor/kernel';
import { Balances } from '@dvor/ledger';
import {
  type AccountPenaltyEstimate,
  explainPenalty,
  PenaltyLines,
  type PenaltyLine,
  type PlacePenalty,
  type PortionPenalty,
  portionsOf,
} from '@dvor/penalties';
import { OrganizationClock, type Tx } from '@dvor/platform';
import type { AccountPenaltiesDto, RunAccountPenaltiesDto } from './penalties.dto.js';

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
    const name = await this.names(tx);
    return {
      accrued: Money.sum(lines.map(({ accrued }) => accrued)).toString(),
      owed: Money.sum(owed.map(({ amount }) => amount)).toString(),
      items: lines.reverse().map((line) => ({ ...describe(line, lastDay(line.period)), ...name(line) })),
    };
  }

  /** What closing a month would add, by the month of the debt, the latest first. */
  async estimated(
    tx: Tx,
    { asOf, amount, lines, unknown }: AccountPenaltyEstimate,
  ): Promise<Pick<RunAccountPenaltiesDto, 'asOf' | 'amount' | 'items' | 'unknown'>> {
    const name = await this.names(tx);
    return {
      ...{ asOf: formatDate(asOf), amount: amount.toString() },
      unknown: unknown.map(({ parameter, date }) => ({ parameter, date })),
      items: [...lines].reverse().map((line) => ({
        ...describe({ ...line, accrued: line.due }, asOf),
        ...name(line),
        ...{ before: line.before.toString(), amount: line.due.minus(line.before).toString() },
      })),
    };
  }

  private async names(tx: Tx): Promise<(place: Place) => Pick<Item, 'service' | 'recipient'>> {
    const services = new Map((await this.services.list(tx)).map((service) => [service.id, service]));
    const recipients = new Map(
      (await this.suppliers.list(tx, await this.clock.today(tx))).map(({ id, name }) => [id, name]),
    );
    return ({ serviceId, recipientId }) => {
      const { id, code, name, unit } = services.get(serviceId)!;
      return { service: { id, code, name, unit }, recipient: recipients.get(recipientId) ?? '' };
    };
  }
}

type Place = Pick<PenaltyLine, 'serviceId' | 'recipientId'>;

function describe(
  { origin, accrued, working }: Pick<PlacePenalty, 'origin' | 'accrued' | 'working'>,
  accruedTo: LocalDate,
): Omit<Item, 'service' | 'recipient'> {
  return {
    period: formatPeriod(origin),
    accruedTo: formatDate(accruedTo),
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
