import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  addMonths,
  formatDate,
  formatPeriod,
  lastDay,
  type LocalDate,
  type OrganizationId,
  type Period,
} from '@dvor/kernel';
import {
  type AccountRange,
  Balances,
  type CreditedDue,
  Deferrals,
  Ledger,
  lockMoneyOf,
  type PayableDue,
  type Posting,
} from '@dvor/ledger';
import { AuditLog, Database, JobQueue, OrganizationClock } from '@dvor/platform';
import { type Due, offsetAdvances } from './core/index.js';
import { offsetAdvancesJob } from './jobs.js';

const ACCOUNTS_PER_JOB = 500;

/**
 * After a month is closed its charges are met by what was paid ahead, the oldest first. The closed month takes no more
 * entries, so they are booked in the month after it; but they count from the closed month's last day, when the charges
 * arose, or from the day the money came if that was later: nobody pays a penalty on what they had paid already. So it is
 * with a penalty that was paid and then lowered: what is too much counts from the day it was lowered.
 */
@Injectable()
export class AdvanceOffsets {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly balances: Balances,
    private readonly deferrals: Deferrals,
    private readonly ledger: Ledger,
    private readonly clock: OrganizationClock,
    private readonly audit: AuditLog,
  ) {}

  /** Lays the accounts that were ever credited on the queue; where there are none, nothing happens. */
  async layOnQueue(organizationId: OrganizationId, closed: Period): Promise<void> {
    const { ranges, undone } = await this.database.inTenant({ organizationId }, async (tx) => ({
      ranges: await this.balances.creditedAccounts(tx, ACCOUNTS_PER_JOB),
      undone: await this.ledger.reopenings(tx, closed),
    }));
    for (const { from, to } of ranges)
      await this.queue.enqueue(offsetAdvancesJob, { organizationId, period: formatPeriod(closed), from, to }, undone);
  }

  /** The closing was undone, and with it what was set off against its charges: once it is closed anew, that is done anew. */
  async undo(organizationId: OrganizationId, reopened: Period): Promise<void> {
    await this.database.inTenant({ organizationId }, async (tx) => {
      const times = await this.ledger.reopenings(tx, reopened);
      await this.ledger.mirror(tx, {
        from: addMonths(reopened, 1),
        prefix: `${keyOf(reopened, times - 1)} `,
        kind: 'offset',
        period: addMonths(reopened, 1),
        bookedOn: await this.clock.today(tx),
        reason: 'Отмена зачёта аванса',
        by: null,
      });
    });
  }

  /** Sets off what these accounts have paid ahead; an account that had its turn for the month is left alone. */
  async setOff(organizationId: OrganizationId, closed: Period, range: AccountRange): Promise<void> {
    await this.database.inTenant({ organizationId }, async (tx) => {
      const last = await this.ledger.lastClosedMonth(tx);
      if (last === null || last < closed) return; // its closing was undone meanwhile
      const key = keyOf(closed, await this.ledger.reopenings(tx, closed));
      const found = await this.balances.aheadAndOwing(tx, range);
      if (found.length === 0) return;
      await lockMoneyOf(tx, found);
      const done = await this.ledger.known(
        tx,
        found.map((id) => `${key} ${id}`),
      );
      const waiting = found.filter((id) => !done.has(`${key} ${id}`));
      const dues = await this.balances.creditedDues(tx, waiting);
      const later = await this.deferrals.planned(tx, waiting, lastDay(addMonths(closed, 1)));
      const entries = [...dues].flatMap(([accountId, owed]) =>
        entriesOf(accountId, dueNow(owed, later.get(accountId) ?? []), { closed, key }),
      );
      if (entries.length === 0) return;
      const booking = {
        kind: 'offset',
        period: addMonths(last, 1),
        bookedOn: await this.clock.today(tx),
        by: null,
      } as const;
      for (const [{ reason, valueOn }, alike] of groupedBy(entries))
        await this.ledger.postAll(tx, { ...booking, reason, valueOn }, alike);
      await this.audit.record(tx, {
        userId: null,
        action: 'payments.offset-advances',
        object: { type: 'month', id: formatPeriod(closed) },
        details: { accounts: new Set(entries.map(({ accountId }) => accountId)).size },
      });
    });
  }
}

/** An advance pays no part of instalments before its day. */
function dueNow(owed: readonly CreditedDue[], planned: readonly PayableDue[]): CreditedDue[] {
  const at = (a: PayableDue, b: CreditedDue) =>
    a.recipientId === b.recipientId && a.serviceId === b.serviceId && a.origin === b.origin && a.kind === b.kind;
  return owed.map((due) => {
    const deferred = planned.find((one) => at(one, due))?.deferred;
    return deferred ? { ...due, amount: due.amount.minus(deferred) } : due;
  });
}

interface OffsetEntry {
  readonly accountId: AccountId;
  readonly key: string;
  readonly reason: string;
  readonly valueOn: LocalDate;
  readonly postings: readonly Posting[];
}

/** One for each day the money counts from, what was paid as penalties apart; the first has the account's plain key. */
function entriesOf(
  accountId: AccountId,
  owed: readonly CreditedDue[],
  { closed, key }: { readonly closed: Period; readonly key: string },
): OffsetEntry[] {
  const found = new Map<string, Omit<OffsetEntry, 'key' | 'accountId'> & { readonly postings: Posting[] }>();
  const offsets = offsetAdvances(owed);
  for (let i = 0; i < offsets.length; i += 2) {
    const [advance, debt] = [offsets[i]!, offsets[i + 1]!]; // what is taken, and where it goes
    const day = valueDay(advance, owed, closed);
    const pair = [advance, debt].map((due): Posting => ({ ledgerAccount: 'receivable', accountId, ...due }));
    const name = `of ${formatDate(day)}${advance.kind === 'penalty' ? ' penalty' : ''}`;
    const same = found.get(name);
    if (same) same.postings.push(...pair);
    else found.set(name, { reason: REASONS[advance.kind], valueOn: day, postings: pair });
  }
  return [...found].map(([name, entry], i) => ({
    ...{ ...entry, accountId },
    key: i === 0 ? `${key} ${accountId}` : `${key} ${accountId} ${name}`,
  }));
}

const REASONS: Readonly<Record<Due['kind'], string>> = {
  charge: 'Зачёт аванса',
  interest: 'Зачёт аванса',
  penalty: 'Зачёт излишне уплаченных пеней',
};

/** What is booked alike. */
function groupedBy(entries: readonly OffsetEntry[]): readonly (readonly [OffsetEntry, OffsetEntry[]])[] {
  const found = new Map<string, OffsetEntry[]>();
  for (const entry of entries) {
    const name = `${entry.reason} ${entry.valueOn}`;
    found.set(name, [...(found.get(name) ?? []), entry]);
  }
  return [...found.values()].map((alike) => [alike[0]!, alike]);
}

function valueDay(advance: Due, owed: readonly CreditedDue[], closed: Period): LocalDate {
  const { creditedOn } = owed.find(
    (due) =>
      due.recipientId === advance.recipientId &&
      due.serviceId === advance.serviceId &&
      due.origin === advance.origin &&
      due.kind === advance.kind,
  )!;
  const arose = lastDay(closed);
  return creditedOn !== null && creditedOn > arose ? creditedOn : arose;
}

/** What the keys of a month's offsets begin with; a month that is closed anew has entries of its own. */
function keyOf(closed: Period, reopened: number): string {
  return reopened === 0 ? `offset ${formatPeriod(closed)}` : `offset ${formatPeriod(closed)}.${reopened}`;
}
