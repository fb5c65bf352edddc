import { Inject, Injectable } from '@nestjs/common';
import { Assignments, Services } from '@dvor/catalogue';
import {
  type AccountAnswer,
  BILLER_DIALECTS,
  type BillerAnswer,
  type BillerCall,
  type BillerProtocol,
  type BillerReply,
  type BillerRequest,
  type BillerSettings,
  type CancelRequest,
  type CheckRequest,
  type PayRequest,
  refused,
  type RefusalReason,
  type SchemaRequest,
  type ServicesRequest,
  type StatusRequest,
  toldReadings,
} from '@dvor/formats';
import { Accounts } from '@dvor/housing';
import {
  type AccountId,
  assertNever,
  type Clock,
  instantInZone,
  localTime,
  Money,
  type OrganizationId,
  type PaymentId,
  type ServiceId,
} from '@dvor/kernel';
import { CLOCK, Database, LOGGER, type Logger, OrganizationClock, type Tx } from '@dvor/platform';
import { BILLER_DOORS, type BillerDoor } from './biller-doors.js';
import { ChannelTrials } from './channel-trials.js';
import { type Channel, PaymentChannels } from './channels.js';
import { maskName } from './core/index.js';
import { Invoices, type InvoiceState } from './invoices.js';
import { PaymentOperations } from './payment-operations.js';
import type { PayersWords } from './payers-words.js';
import { accountWithBalance } from './payment-situation.js';
import { type NotRegistered, Payments, type Registered } from './payments.js';

/** A channel that a bank or a terminal calls, and whose it is. */
export interface OpenDesk {
  readonly organizationId: OrganizationId;
  readonly channel: Channel;
}

/** Of an account, for a check: which meters it has and what they showed last. */
export type MetersOfAccount = (tx: Tx, accountId: AccountId) => Promise<NonNullable<AccountAnswer['shown']>>;

/** Settings of a channel that is called many times a second are looked up this often: what is changed acts after so long. */
const REMEMBERED_MS = 2_000;
/** The most patient bank waits seven seconds; what comes later finds its payment by a repeat. */
const ANSWER_WITHIN_MS = 6_000;

/** Answers banks, terminals and city systems, each in its own words, over the one road of payments. */
@Injectable()
export class BillerDesk {
  private readonly remembered = new Map<string, { readonly at: number; readonly desk: Promise<OpenDesk | null> }>();

  constructor(
    private readonly database: Database,
    private readonly channels: PaymentChannels,
    private readonly payments: Payments,
    private readonly invoices: Invoices,
    private readonly operations: PaymentOperations,
    private readonly trials: ChannelTrials,
    private readonly accounts: Accounts,
    private readonly assignments: Assignments,
    private readonly services: Services,
    private readonly organizationClock: OrganizationClock,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The channel of a code behind a door; `null` where nobody has one. */
  async find(door: BillerDoor, code: string): Promise<OpenDesk | null> {
    const key = `${door} ${code}`;
    const known = this.remembered.get(key);
    const now = this.clock.now().getTime();
    if (known && now - known.at < REMEMBERED_MS) return known.desk;
    const desk = this.channels.byCode(door, code);
    if (this.remembered.size > 1_000) this.remembered.clear(); // of codes that nobody has
    this.remembered.set(key, { at: now, desk });
    desk.catch(() => this.remembered.delete(key));
    return desk;
  }

  /** While we can't even look up whose channel it is: the agent is asked to come again, in the words of the door. */
  unavailable(door: BillerDoor, call: BillerCall): BillerReply {
    const dialect = BILLER_DIALECTS[spokenIn(BILLER_DOORS[door][0], call)];
    return dialect.write(refused('temporary'), dialect.read(call));
  }

  /** A fault of ours is told as a temporary one, so that the agent asks again and no money is lost. */
  async answer(desk: OpenDesk, call: BillerCall, meters: MetersOfAccount = noMeters): Promise<BillerReply> {
    const { protocol } = desk.channel;
    if (protocol === null) throw new Error('a channel without a protocol has no desk');
    const dialect = BILLER_DIALECTS[spokenIn(protocol, call)];
    const settings = this.channels.billerSettings(desk.channel);
    const request = dialect.read(call, settings);
    const write = (answer: BillerAnswer) => dialect.write(answer, request, settings);
    const answer = await this.inTime(desk, request, () => this.answerTo(desk, request, settings, { write, meters }));
    const reply = write(answer);
    if (desk.channel.state === 'testing') await this.noteTrial(desk, request, answer, reply);
    return reply;
  }

  /**
   * Whoever waits longer than the most patient bank is told to come again. The work goes on, and its end is logged: money
   * that is booked after all is found by its repeat, which gets the number it was booked under.
   */
  private async inTime(
    { channel }: OpenDesk,
    request: BillerRequest,
    work: () => Promise<BillerAnswer>,
  ): Promise<BillerAnswer> {
    const call = {
      channel: channel.code,
      asked: request.kind,
      ...('transaction' in request && { transaction: request.transaction }),
    };
    const begun = performance.now();
    let toldToRepeat = false;
    const done = work().then(
      (answer) => {
        if (toldToRepeat)
          this.logger.warn({ ...call, came: answer.kind, ms: msSince(begun) }, 'a biller was answered too late');
        return answer;
      },
      (error: unknown) => {
        this.logger.error({ err: error, ...call, toldToRepeat, ms: msSince(begun) }, 'a biller was not answered');
        return refused('temporary');
      },
    );
    let timer: NodeJS.Timeout;
    const late = new Promise<BillerAnswer>((resolve) => {
      timer = setTimeout(() => {
        toldToRepeat = true;
        resolve(refused('temporary'));
      }, ANSWER_WITHIN_MS);
    });
    return Promise.race([done, late]).finally(() => clearTimeout(timer));
  }

  private async answerTo(
    desk: OpenDesk,
    request: BillerRequest,
    settings: BillerSettings,
    { write, meters }: { readonly write: (answer: BillerAnswer) => BillerReply; readonly meters: MetersOfAccount },
  ): Promise<BillerAnswer> {
    if (request.kind === 'unreadable') return request.refusal;
    if (desk.channel.state === 'off') return refused('channel-off');
    switch (request.kind) {
      case 'check':
        return this.check(desk, request, meters);
      case 'pay':
        return desk.channel.state === 'testing' ? this.trials.pay(desk, request) : this.pay(desk, request, write);
      case 'status':
        return this.status(desk, request);
      case 'cancel':
        return this.cancel(desk, request);
      case 'services':
        return this.servicesAt(desk, request);
      case 'schema':
        return this.schema(desk, request, settings);
      default:
        return assertNever(request);
    }
  }

  private check(
    { organizationId, channel }: OpenDesk,
    { account: given, service }: CheckRequest,
    meters: MetersOfAccount,
  ): Promise<BillerAnswer> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      const now = this.clock.now();
      const named = await accountWithBalance(tx, given, now);
      const { account, invoice } = named.account
        ? { account: named.account, invoice: null }
        : await this.invoices.accountMeant(tx, given, named.today);
      if (!account) return refused('account-unknown');
      if (account.state !== 'open') return refused('account-closed');
      if (invoice && invoice.state !== 'open') return refused('account-closed', INVOICE_OVER[invoice.state]);
      if (service !== null && !(await this.serviceOf(tx, service))) return refused('service-unknown');
      const { balance } = named.account ? named : await accountWithBalance(tx, account.number, now);
      const { showsPayer, biller } = channel.settings;
      return {
        kind: 'account',
        payer: showsPayer && account.payerName ? maskName(account.payerName) : null,
        address: showsPayer ? account.address : null,
        balance: invoice?.amount ?? balance,
        due: invoice?.amount ?? (balance.isNegative ? Money.zero : balance),
        ...(biller.readings && { shown: await meters(tx, account.id) }),
      };
    });
  }

  private async pay(
    { organizationId, channel }: OpenDesk,
    request: PayRequest,
    write: (answer: BillerAnswer) => BillerReply,
  ): Promise<BillerAnswer> {
    const words = await this.wordsOf(organizationId, request, channel);
    if (!words) return refused('service-unknown');
    const { timeZone } = channel.settings;
    const outcome = await this.payments.register(
      { organizationId },
      {
        channel,
        externalId: request.transaction,
        account: request.account,
        amount: request.amount,
        paidAt: request.paidAt === null ? null : instantInZone(request.paidAt, timeZone),
        words,
        request: JSON.stringify(request.said),
        answer: (registered) => bodyText(write(paidAnswer(registered, timeZone))),
        whenUnknown: 'refuse',
      },
    );
    return outcome.kind === 'registered' ? paidAnswer(outcome, timeZone) : refused(REFUSALS[outcome.reason]);
  }

  /** What the payer names by a dialect's own fields; `null` where the service is none of ours. */
  private async wordsOf(
    organizationId: OrganizationId,
    request: PayRequest,
    { settings }: Channel,
  ): Promise<PayersWords | null> {
    const { service: code, period, amount, fields } = request;
    const readings = settings.biller.readings ? toldReadings(fields) : null;
    const saysOfMeters = readings !== null && (readings.meters.length > 0 || readings.message !== null);
    const named = { ...(period !== null && { period }), ...(saysOfMeters && { readings }) };
    if (code === null) return named;
    const serviceId = await this.database.inTenant({ organizationId }, (tx) => this.serviceOf(tx, code));
    return serviceId && { ...named, services: [{ serviceId, amount }] };
  }

  private async serviceOf(tx: Tx, code: string): Promise<ServiceId | null> {
    const found = (await this.services.list(tx, { archived: false })).find((service) => service.code === code);
    return found?.id ?? null;
  }

  private status({ organizationId, channel }: OpenDesk, { transaction }: StatusRequest): Promise<BillerAnswer> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      const known = await this.payments.known(tx, channel.id, transaction);
      if (!known) return refused('transaction-unknown');
      return {
        kind: 'status',
        state: known.returned.isZero ? 'paid' : 'cancelled',
        ourId: known.id,
        amount: known.amount,
        registeredAt: localTime(known.receivedAt, channel.settings.timeZone),
      };
    });
  }

  /** Only on the day of the payment; once cancelled, a repeat is told the same. */
  private cancel({ organizationId, channel }: OpenDesk, { transaction }: CancelRequest): Promise<BillerAnswer> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      const known = await this.payments.known(tx, channel.id, transaction);
      if (!known) return refused('transaction-unknown');
      const cancelled = await this.operations.voidedAt(tx, known.id);
      const at = cancelled ?? (await this.voidNow(tx, known.id, channel));
      if (at === null) return refused('cancel-impossible');
      const cancelledAt = localTime(at, channel.settings.timeZone);
      return { kind: 'cancelled', ourId: known.id, amount: known.amount, cancelledAt };
    });
  }

  private async voidNow(tx: Tx, id: PaymentId, { name }: Channel): Promise<Date | null> {
    if (!(await this.operations.mayVoid(tx, id))) return null;
    await this.operations.void(tx, id, { by: null, reason: `Отменён каналом «${name}»` });
    return this.operations.voidedAt(tx, id);
  }

  private servicesAt({ organizationId }: OpenDesk, { address }: ServicesRequest): Promise<BillerAnswer> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      const on = await this.organizationClock.today(tx);
      const { items } = await this.accounts.list(tx, { search: address, on, limit: 1 });
      const place = items[0];
      if (!place) return refused('account-unknown');
      const services = await this.assignments.ofHouse(tx, place.houseId, { on, traits: {} });
      const unique = new Map(services.map((one) => [one.service.id, one]));
      return {
        kind: 'services',
        services: [...unique.values()].map(({ service, supplier }) => ({
          code: service.code,
          name: service.name,
          recipient: supplier.name,
        })),
      };
    });
  }

  private schema(
    { organizationId }: OpenDesk,
    { service }: SchemaRequest,
    { schemaVersion = '1', readings: takesReadings = false }: BillerSettings,
  ): Promise<BillerAnswer> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      if (!(await this.serviceOf(tx, service))) return refused('service-unknown');
      return {
        kind: 'schema',
        service,
        version: schemaVersion,
        fields: [
          { name: 'account', label: 'Лицевой счёт', kind: 'text', required: true },
          { name: 'amount', label: 'Сумма', kind: 'sum', required: true },
          { name: 'period', label: 'Месяц', kind: 'period', required: false },
          ...(takesReadings ? [READINGS_FIELD] : []),
        ],
      };
    });
  }

  private async noteTrial(
    desk: OpenDesk,
    request: BillerRequest,
    answer: BillerAnswer,
    reply: BillerReply,
  ): Promise<void> {
    await this.trials.note(desk, request, answer, bodyText(reply)).catch((error: unknown) => {
      this.logger.error({ err: error, channel: desk.channel.code }, 'a trial was not noted');
    });
  }
}

async function noMeters(): Promise<[]> {
  return [];
}

function msSince(begun: number): number {
  return Math.round(performance.now() - begun);
}

/** Sberbank's two ways of asking may come to one address. */
function spokenIn(protocol: BillerProtocol, { query }: BillerCall): BillerProtocol {
  if (protocol === 'sber-action' && /(^|&)command=/i.test(query)) return 'sber-command';
  if (protocol === 'sber-command' && /(^|&)action=/i.test(query)) return 'sber-action';
  return protocol;
}

function paidAnswer({ id, amount, receivedAt, repeated }: Registered, timeZone: string): BillerAnswer {
  return { kind: 'paid', ourId: id, amount, registeredAt: localTime(receivedAt, timeZone), repeated };
}

/** `ХВС 104,5 ГВС 61` */
const READINGS_FIELD = { name: 'readings', label: 'Показания счётчиков', kind: 'text', required: false } as const;

const INVOICE_OVER: Readonly<Record<Exclude<InvoiceState, 'open'>, string>> = {
  paid: 'Счёт на оплату уже оплачен',
  cancelled: 'Счёт на оплату отменён: выпишите новый в личном кабинете',
  expired: 'Срок счёта на оплату прошёл: выпишите новый в личном кабинете',
};

const REFUSALS: Readonly<Record<NotRegistered['reason'], RefusalReason>> = {
  'account-unknown': 'account-unknown',
  'account-closed': 'account-closed',
  'amount-too-small': 'amount-too-small',
  'amount-too-large': 'amount-too-large',
  'amount-named': 'amount-wrong',
  'date-wrong': 'date-wrong',
  'transaction-conflict': 'transaction-conflict',
};

/** For the log: the dialects write UTF-8 or windows-1251, and say which. */
function bodyText({ contentType, body }: BillerReply): string {
  return new TextDecoder(/windows-1251/i.test(contentType) ? 'windows-1251' : 'utf-8').decode(body);
}
