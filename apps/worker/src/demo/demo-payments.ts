import { Injectable } from '@nestjs/common';
import { People } from '@dvor/auth';
import { Accounts } from '@dvor/housing';
import {
  type AccountId,
  addMonths,
  firstDay,
  formatDate,
  formatPeriod,
  type LocalDate,
  Money,
  parseDate,
  parsePeriod,
  type PaymentId,
  type Period,
} from '@dvor/kernel';
import { Balances } from '@dvor/ledger';
import {
  type Channel,
  PaymentBatches,
  PaymentChannels,
  PaymentOperations,
  Payments,
  SupplierTransfers,
} from '@dvor/payments';
import { Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import { Dice } from '../invented/dice.js';
import { DEMO_CHANNELS, type DemoChannel } from './demo-channels.js';
import { DEMO_ORGANIZATION } from './demo-organization.js';

/** How an account's payers treat their bills. */
type Habit = 'in-full' | 'in-part' | 'every-other-month' | 'ahead' | 'stopped' | 'never';

interface Paid {
  readonly number: string;
  readonly day: LocalDate;
  readonly by: DemoChannel;
  readonly amount: Money;
  /** The month that the payer names. */
  readonly named: Period | null;
  /** As much of the sum pays penalties. */
  readonly penalties: Money;
}

interface Owing {
  readonly id: AccountId;
  readonly number: string;
  readonly balance: Money;
  /** What of it is penalties. */
  readonly penalties: Money;
}

const PAY_DAYS = [9, 14, 22] as const;
const STOPPED_SINCE = parsePeriod('2026-05');
/** Whoever looks into the cabinet finds the last bill alone to pay. */
const RESIDENT = '1000000001';
const ZONE = '+07:00';

/** Money of the demo's residents, as it came day by day. */
@Injectable()
export class DemoPayments {
  private readonly dice = new Dice('dvor demo payments');

  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly balances: Balances,
    private readonly channels: PaymentChannels,
    private readonly payments: Payments,
    private readonly batches: PaymentBatches,
    private readonly operations: PaymentOperations,
    private readonly transfers: SupplierTransfers,
    private readonly people: People,
    private readonly clock: OrganizationClock,
  ) {}

  /** Those that are there are left as they are. */
  async openChannels(tenant: Tenant): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      for (const channel of Object.values(DEMO_CHANNELS))
        await this.channels.open(tx, channel, { by: null, reason: 'договор о приёме платежей' });
    });
  }

  /** What residents pay in a month, for the bills of the months before it. */
  async payMonth(tenant: Tenant, period: Period): Promise<void> {
    const owing = await this.database.inTenant(tenant, (tx) => this.owing(tx, firstDay(period)));
    const paid = owing.flatMap((account) => this.paidIn(period, account));
    for (const day of [...new Set(paid.map((one) => one.day))].sort((a, b) => a - b))
      await this.takeDay(
        tenant,
        day,
        paid.filter((one) => one.day === day),
        formatPeriod(period),
      );
  }

  /** The first days of November, once: early payers, money that found no account, a payment returned and one moved. */
  async payLastDays(tenant: Tenant): Promise<void> {
    if (await this.database.inTenant(tenant, (tx) => this.lastDaysArePaid(tx))) return;
    const [sunday, monday] = [parseDate('2026-11-01'), parseDate('2026-11-02')];
    const owing = await this.database.inTenant(tenant, (tx) => this.owing(tx, sunday));
    const early = owing
      .filter(
        ({ number, balance }) =>
          number !== RESIDENT && balance.compare(Money.zero) > 0 && this.habitOf(number) === 'in-full',
      )
      .filter((_, i) => i % 9 === 0)
      .map((account): Paid => ({
        ...this.howPaid(account.number),
        number: account.number,
        day: sunday,
        amount: account.balance,
        named: null,
        penalties: account.penalties,
      }));
    const taken = await this.takeDay(tenant, sunday, early, '2026-11');
    await this.thatDay(tenant, at(monday, '08:30'), async (tx) => {
      const channels = await this.byCode(tx);
      for (const [i, { account, amount, purpose, by }] of UNKNOWN.entries())
        await this.payments.registerIn(tx, {
          channel: channels.get(by)!,
          externalId: unknownId(i),
          account,
          amount: Money.parse(amount),
          paidAt: at(monday, '08:10'),
          words: { purpose },
          whenUnknown: 'wait',
        });
      const [returned, moved] = taken;
      const doer = await this.people.member(tx, DEMO_ORGANIZATION.administrator.email);
      if (!doer || !returned || !moved) return;
      await this.operations.refund(tx, returned.id, returned.amount, {
        by: doer,
        reason: 'заявление плательщика: заплачено дважды',
      });
      const neighbour = owing.find(({ number }) => number === String(Number(moved.number) + 1))!;
      await this.operations.putOn(tx, moved.id, neighbour.id, {
        by: doer,
        reason: 'плательщик ошибся номером лицевого счёта',
      });
    });
  }

  /** What found no account came in one transaction with the rest of the last day. */
  private async lastDaysArePaid(tx: Tx): Promise<boolean> {
    const channel = (await this.byCode(tx)).get(UNKNOWN[0]!.by)!;
    return (await this.payments.known(tx, channel.id, unknownId(0))) !== null;
  }

  /** All days that are over are written down; those up to the last working day of October were sent. */
  async sendTransfers(tenant: Tenant): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      await this.transfers.prepare(tx);
      const by = await this.people.member(tx, DEMO_ORGANIZATION.administrator.email);
      if (!by) return;
      const filter = { state: 'prepared', to: parseDate('2026-10-30') } as const;
      const { items: waiting } = await this.transfers.list(tx, filter, { limit: 10_000 });
      for (const { id } of waiting.toReversed()) await this.transfers.send(tx, id, by);
    });
  }

  /** Accounts open on a day, with what they owe. */
  private async owing(tx: Tx, on: LocalDate): Promise<Owing[]> {
    const { items } = await this.accounts.list(tx, { on, limit: 1_000 });
    const open = items.filter(({ state }) => state === 'open');
    const balances = await this.balances.of(
      tx,
      open.map(({ id }) => id),
    );
    const dues = await this.balances.receivablesOf(
      tx,
      open.map(({ id }) => id),
    );
    const penaltiesOf = (id: AccountId) =>
      Money.sum((dues.get(id) ?? []).filter(({ kind }) => kind === 'penalty').map(({ amount }) => amount));
    return open.map(({ id, number }) => ({ id, number, balance: balances.get(id)!, penalties: penaltiesOf(id) }));
  }

  /** Who pays all of it names the penalties in it: without a word they would get nothing. */
  private paidIn(period: Period, { number, balance, penalties }: Owing): Paid[] {
    const dice = this.dice.for(`${number} ${period}`);
    const habit = this.habitOf(number);
    const day = (firstDay(period) + dice.pick(PAY_DAYS) - 1) as LocalDate;
    const named = dice.percent(30) ? addMonths(period, -1) : null;
    const amount = amountOf(habit, period, balance, dice);
    return amount.compare(Money.parse('1')) < 0
      ? []
      : [
          {
            ...this.howPaid(number),
            number,
            day,
            amount,
            named,
            penalties: amount.equals(balance) ? penalties : Money.zero,
          },
        ];
  }

  private habitOf(number: string): Habit {
    if (number === RESIDENT) return 'in-full';
    return this.dice.for(number).weighted<Habit>([
      ['in-full', 70],
      ['in-part', 9],
      ['every-other-month', 8],
      ['ahead', 5],
      ['stopped', 5],
      ['never', 3],
    ]);
  }

  private howPaid(number: string): Pick<Paid, 'by'> {
    if (number === RESIDENT) return { by: 'card' };
    return {
      by: this.dice.for(`${number} channel`).weighted<DemoChannel>([
        ['sberbank', 46],
        ['card', 20],
        ['post', 16],
        ['terminal', 10],
        ['cash', 8],
      ]),
    };
  }

  /** Books a day's payments at its noon. Those that are booked already are not booked again. */
  private async takeDay(
    tenant: Tenant,
    day: LocalDate,
    paid: readonly Paid[],
    batch: string,
  ): Promise<{ id: PaymentId; number: string; amount: Money }[]> {
    return this.thatDay(tenant, at(day, '12:00'), async (tx) => {
      const channels = await this.byCode(tx);
      const taken = await this.batches.registerAll(
        tx,
        paid.map(({ number, by, amount, named, penalties }) => ({
          channel: channels.get(amount.compare(CASH_MOST) > 0 && by === 'terminal' ? 'sberbank' : by)!,
          externalId: `${batch}-${number}`,
          account: number,
          amount,
          paidAt: at(day, '11:40'),
          words: { ...(named !== null && { period: named }), ...(!penalties.isZero && { penalties }) },
          whenUnknown: 'wait',
        })),
      );
      return taken.map((outcome, i) => {
        const { number, amount } = paid[i]!;
        if (outcome.kind === 'refused') throw new Error(`${number} could not pay ${amount}: ${outcome.reason}`);
        return { id: outcome.id, number, amount };
      });
    });
  }

  /** The demo's clock stands at its end from the first: what came before is booked as it was then. */
  private thatDay<T>(tenant: Tenant, moment: Date, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant(tenant, (tx) => this.clock.during(tx, moment, () => work(tx)));
  }

  private async byCode(tx: Tx): Promise<ReadonlyMap<DemoChannel, Channel>> {
    const all = await this.channels.list(tx);
    return new Map(
      Object.entries(DEMO_CHANNELS).map(([name, { protocol, code }]) => [
        name as DemoChannel,
        all.find((channel) => channel.protocol === protocol && channel.code === code)!,
      ]),
    );
  }
}

const CASH_MOST = Money.parse('15000');

function unknownId(i: number): string {
  return `2026-11-unknown-${i + 1}`;
}

/** Money whose account nobody can read out of it; it waits for a person. */
const UNKNOWN: readonly { account: string; amount: string; purpose: string; by: DemoChannel }[] = [
  { account: '100000017', amount: '5240.00', purpose: 'Квартплата за октябрь, пр. Приобский 14 кв. 17', by: 'post' },
  { account: 'без номера', amount: '3800.00', purpose: 'За квартиру, ул. Ленточная 27, кв. 33', by: 'post' },
  { account: '2000000099', amount: '1000.00', purpose: 'ЖКУ, счёт 2000000099', by: 'sberbank' },
];

/** Nothing where the account does not pay this month. */
function amountOf(habit: Habit, period: Period, balance: Money, dice: Dice): Money {
  const debt = balance.isNegative ? Money.zero : balance;
  switch (habit) {
    case 'in-full':
      return debt;
    case 'in-part':
      return wholeHundreds(debt, dice.int(45, 85));
    case 'every-other-month':
      return period % 2 === 0 ? debt : Money.zero;
    case 'ahead':
      return period % 3 === 1 ? debt.plus(Money.parse(`${dice.int(6, 12)}000`)) : Money.zero;
    case 'stopped':
      return period < STOPPED_SINCE ? debt : Money.zero;
    case 'never':
      return Money.zero;
  }
}

function wholeHundreds(sum: Money, percent: number): Money {
  return Money.ofKopecks(((sum.kopecks * BigInt(percent)) / 1_000_000n) * 10_000n);
}

function at(day: LocalDate, time: string): Date {
  return new Date(`${formatDate(day)}T${time}:00${ZONE}`);
}
