import { Injectable } from '@nestjs/common';
import { People } from '@dvor/auth';
import {
  DebtLetters,
  LetterBatches,
  type LetterBatchId,
  RestrictionActs,
  type RestrictionId,
  RestrictionReminders,
  Restrictions,
  RestrictionWarnings,
} from '@dvor/debts';
import { type AccountId, parseDate, type UserId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import { DEMO_ORGANIZATION } from './demo-organization.js';

/** How many were warned in October, and how many of them the second time. */
const [WARNED, LIMITED] = [3, 2];
const DAYS = { warned: '2026-10-05', came: '2026-10-06', reminded: '2026-10-24', limited: '2026-10-28' } as const;

/** Services that the demo restricts: debtors warned in October, one of whom is limited by now, and one warned today. */
@Injectable()
export class DemoRestrictions {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly warnings: RestrictionWarnings,
    private readonly reminders: RestrictionReminders,
    private readonly restrictions: Restrictions,
    private readonly acts: RestrictionActs,
    private readonly letters: DebtLetters,
    private readonly batches: LetterBatches,
    private readonly clock: OrganizationClock,
  ) {}

  /** Done once: October is lived through in one transaction, so that nobody else's clock moves with it. */
  async work(tenant: Tenant): Promise<void> {
    const made = await this.database.inTenant(tenant, async (tx) => {
      const by = await this.people.member(tx, DEMO_ORGANIZATION.administrator.email);
      const { items } = await this.restrictions.list(tx, {}, { limit: 1 });
      return by && items.length === 0 ? this.liveThrough(tx, by) : [];
    });
    for (const id of made) await this.batches.run(tenant.organizationId, id);
  }

  private async liveThrough(tx: Tx, by: UserId): Promise<LetterBatchId[]> {
    const now = await this.mayBeWarned(tx);
    const then = await this.on(tx, DAYS.warned, () => this.mayBeWarned(tx));
    const before = now.filter((id) => then.includes(id)).slice(0, WARNED);
    const today = now.find((id) => !before.includes(id));
    if (before.length === 0) return [];
    const warned = await this.on(tx, DAYS.warned, () => this.warnings.warn(tx, { accountIds: before }, by));
    await this.hand(tx, { batchId: warned, day: DAYS.came, most: WARNED }, by);
    const reminded = await this.on(tx, DAYS.reminded, () => this.reminders.write(tx, by));
    await this.hand(tx, { batchId: reminded, day: DAYS.reminded, most: LIMITED }, by);
    await this.on(tx, DAYS.limited, () => this.limitFirst(tx, by));
    return [warned, reminded, ...(today ? [await this.warnings.warn(tx, { accountIds: [today] }, by)] : [])];
  }

  private async mayBeWarned(tx: Tx): Promise<AccountId[]> {
    const { considered } = await this.warnings.preview(tx, {});
    return considered.filter(({ may }) => may).map(({ debtor }) => debtor.accountId);
  }

  private async hand(
    tx: Tx,
    { batchId, day, most }: { readonly batchId: LetterBatchId; readonly day: string; readonly most: number },
    by: UserId,
  ): Promise<void> {
    const { items } = await this.letters.list(tx, { batchId }, { limit: most });
    const on = parseDate(day);
    const handed = { way: 'handed', sentOn: on, deliveredOn: on, returnedOn: null } as const;
    for (const { id } of items)
      await this.letters.deliver(tx, id, { ...handed, proof: 'Расписка потребителя', fileId: null }, by);
  }

  private async limitFirst(tx: Tx, by: UserId): Promise<void> {
    const open = await this.restrictions.open(tx);
    const due = open.find(({ next, resource }) => next?.act === 'limit' && resource === 'electricity');
    const one = due ?? open.find(({ next }) => next?.act === 'limit');
    if (one) await this.limit(tx, one.id, by);
  }

  private async limit(tx: Tx, id: RestrictionId, by: UserId): Promise<void> {
    const act = { kind: 'restriction', on: parseDate(DAYS.limited), number: '1-О', fileId: null, cost: null } as const;
    await this.acts.record(tx, id, { ...act, note: 'Установлен ограничитель мощности в этажном щите' }, by);
  }

  /** The morning of a day, to this transaction alone. */
  private on<T>(tx: Tx, day: string, work: () => Promise<T>): Promise<T> {
    return this.clock.during(tx, new Date(`${day}T03:00:00Z`), work);
  }
}
