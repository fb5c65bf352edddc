import { Injectable } from '@nestjs/common';
import { People } from '@dvor/auth';
import { Services } from '@dvor/catalogue';
import { Accounts, Documents } from '@dvor/housing';
import { type AccountId, Money, parseDate, parsePeriod, type UserId } from '@dvor/kernel';
import { Balances } from '@dvor/ledger';
import { InstalmentOffers, InstalmentPlans } from '@dvor/penalties';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import { DEMO_ORGANIZATION } from './demo-organization.js';

const TODAY = parseDate('2026-11-02');
const SHOWN_MONTH = parsePeriod('2026-10');
/** Whoever looks into the cabinet finds an offer to answer. */
const RESIDENT = '1000000001';
/** Of a hundred: the fee of a year ago, which was charged by those who had the houses before. */
const A_YEAR_AGO = 72n;

/** Debts of the demo that are paid bit by bit. */
@Injectable()
export class DemoInstalments {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly balances: Balances,
    private readonly services: Services,
    private readonly documents: Documents,
    private readonly plans: InstalmentPlans,
    private readonly offers: InstalmentOffers,
    private readonly people: People,
  ) {}

  /** One debtor keeps to a plan, another is still to sign, the cabinet's resident may choose (ПП 354, п. 72); done once. */
  async agree(tenant: Tenant): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      const by = await this.people.member(tx, DEMO_ORGANIZATION.administrator.email);
      const { items } = await this.plans.list(tx, {}, { limit: 1 });
      if (!by || items.length > 0) return;
      const [signs, thinks] = await this.debtors(tx);
      if (signs) await this.sign(tx, signs, by);
      if (thinks) await this.plans.make(tx, { accountId: thinks, parts: 10, basis: 'agreement', note: null }, by);
      await this.offer(tx);
    });
  }

  private async sign(tx: Tx, accountId: AccountId, by: UserId): Promise<void> {
    const asked = { accountId, parts: 6, day: 15, note: 'Заявление плательщика от 30.10.2026' } as const;
    const id = await this.plans.make(tx, { ...asked, basis: 'agreement' }, by);
    const agreement = { kind: 'agreement', number: 'Р-1', dated: TODAY } as const;
    await this.plans.start(tx, id, await this.documents.add(tx, agreement, by), by);
  }

  private async offer(tx: Tx): Promise<void> {
    const [resident] = (await this.accounts.list(tx, { on: TODAY, limit: 1, search: RESIDENT })).items;
    const heating = (await this.services.list(tx)).find(({ code }) => code === 'heating')!.id;
    const bill = await this.balances.receivables(tx, resident!.id);
    const { recipientId, amount } = bill.find((due) => due.serviceId === heating && due.origin === SHOWN_MONTH)!;
    const before = Money.ofKopecks((amount.kopecks * A_YEAR_AGO) / 100n);
    const rise = { accountId: resident!.id, recipientId: recipientId!, serviceId: heating, amount, before };
    await this.offers.offer(tx, SHOWN_MONTH, [rise]);
  }

  /** Of those with old debts the middle ones: the greatest are being dealt with, the least will pay by themselves. */
  private async debtors(tx: Tx): Promise<AccountId[]> {
    const { items } = await this.accounts.list(tx, { on: TODAY, limit: 1_000 });
    const open = items.filter(({ state }) => state === 'open').map(({ id }) => id);
    const balances = await this.balances.of(tx, open);
    const dues = await this.balances.receivablesOf(tx, open);
    const late = open
      .filter((id) => dues.get(id)?.some(({ origin, amount }) => origin < SHOWN_MONTH && amount.kopecks > 0n))
      .sort((a, b) => balances.get(b)!.compare(balances.get(a)!));
    return late.slice(late.length >> 1);
  }
}
