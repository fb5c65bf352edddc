import { Injectable } from '@nestjs/common';
import { Services, Suppliers } from '@dvor/catalogue';
import { Accounts } from '@dvor/housing';
import { formatPeriod, Money } from '@dvor/kernel';
import type { PlannedWriteOff } from '@dvor/penalties';
import { OrganizationClock, type Tx } from '@dvor/platform';
import type { WriteOffPreviewDto } from './write-offs.dto.js';

const MOST_SHOWN = 500;

/** A planned write-off in people's words. */
@Injectable()
export class WriteOffViews {
  constructor(
    private readonly accounts: Accounts,
    private readonly services: Services,
    private readonly suppliers: Suppliers,
    private readonly clock: OrganizationClock,
  ) {}

  async preview(tx: Tx, planned: readonly PlannedWriteOff[]): Promise<WriteOffPreviewDto> {
    const today = await this.clock.today(tx);
    const shown = planned.slice(0, MOST_SHOWN);
    const ids = shown.map(({ accountId }) => accountId);
    const accounts = new Map((await this.accounts.some(tx, ids, today)).map((account) => [account.id, account]));
    const services = new Map((await this.services.list(tx)).map(({ id, name }) => [id, name]));
    const suppliers = new Map((await this.suppliers.list(tx, today)).map(({ id, name }) => [id, name]));
    const parts = planned.flatMap((one) => one.parts);
    return {
      accounts: planned.length,
      amount: Money.sum(planned.map(({ amount }) => amount)).toString(),
      penalties: Money.sum(parts.filter(({ kind }) => kind !== 'charge').map(({ amount }) => amount)).toString(),
      items: shown.map(({ accountId, balance, amount, left, parts: ofAccount }) => {
        const { number, address } = accounts.get(accountId)!;
        return {
          ...{ accountId, number, address },
          ...{ balance: balance.toString(), amount: amount.toString(), left: left.toString() },
          parts: ofAccount.map((part) => ({
            service: part.serviceId && (services.get(part.serviceId) ?? null),
            recipient: part.recipientId && (suppliers.get(part.recipientId) ?? null),
            origin: formatPeriod(part.origin),
            kind: part.kind,
            was: part.was.toString(),
            amount: part.amount.toString(),
          })),
        };
      }),
    };
  }
}
