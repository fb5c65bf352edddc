import { Injectable } from '@nestjs/common';
import { People } from '@dvor/auth';
import { Contacts, type Debtor, DebtorRegister, Disputes } from '@dvor/debts';
import { Documents } from '@dvor/housing';
import { addDays, Money, parseDate, type UserId } from '@dvor/kernel';
import { WriteOffRegister, WriteOffs } from '@dvor/penalties';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import { DEMO_ORGANIZATION } from './demo-organization.js';

const TODAY = parseDate('2026-11-02');

/** What was done about the debtors of the demo. */
@Injectable()
export class DemoDebts {
  constructor(
    private readonly database: Database,
    private readonly register: DebtorRegister,
    private readonly contacts: Contacts,
    private readonly disputes: Disputes,
    private readonly writeOffs: WriteOffs,
    private readonly written: WriteOffRegister,
    private readonly documents: Documents,
    private readonly people: People,
  ) {}

  /** The greatest debtors were spoken to, one disputes a part, penalties of one wait to be forgiven; done once. */
  async work(tenant: Tenant): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      const by = await this.people.member(tx, DEMO_ORGANIZATION.administrator.email);
      const { items } = await this.written.list(tx, {}, { limit: 1 });
      if (!by || items.length > 0) return;
      const [first, second, third] = (await this.register.list(tx, { penaltiesOnly: true }, { limit: 3 })).items;
      if (!first || !second || !third) return;
      await this.speak(tx, first, by);
      await this.dispute(tx, second, by);
      await this.forgive(tx, third, by);
    });
  }

  private async speak(tx: Tx, { accountId }: Debtor, by: UserId): Promise<void> {
    const missed = { way: 'visit', reached: false, note: 'Никто не открыл, оставили записку', promise: null } as const;
    await this.contacts.add(tx, accountId, { ...missed, on: addDays(TODAY, -24) }, by);
    const promise = { amount: Money.parse('5000.00'), by: addDays(TODAY, -4) };
    const said = { way: 'call', reached: true, note: 'Ждёт расчёта на работе', promise } as const;
    await this.contacts.add(tx, accountId, { ...said, on: addDays(TODAY, -18) }, by);
  }

  private async dispute(tx: Tx, { accountId }: Debtor, by: UserId): Promise<void> {
    const dispute = {
      ...{ serviceId: null, origin: null, amount: Money.parse('1500.00'), documentId: null },
      reason: 'Не согласен с отоплением за зиму: батареи были холодными',
      openedOn: addDays(TODAY, -12),
    };
    await this.disputes.open(tx, accountId, dispute, by);
  }

  private async forgive(tx: Tx, { accountId }: Debtor, by: UserId): Promise<void> {
    const protocol = { kind: 'protocol', number: '3', dated: addDays(TODAY, -5) } as const;
    const writeOff = {
      basis: 'meeting-decision',
      reason: 'Общее собрание решило простить пени',
      documentId: await this.documents.add(tx, protocol, by),
      accountIds: [accountId],
      choice: { of: 'penalties', upTo: null, amount: null },
      found: null,
    } as const;
    await this.writeOffs.enter(tx, writeOff, by);
  }
}
