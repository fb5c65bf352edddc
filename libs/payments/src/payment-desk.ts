import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  assertNever,
  type ChannelId,
  DomainError,
  formatDate,
  type LocalDate,
  type Money,
  type PaymentId,
  type UserId,
} from '@dvor/kernel';
import { AuditLog, OrganizationClock, type Tx } from '@dvor/platform';
import type { Allocated } from './allocations.js';
import { type Channel, PaymentChannels } from './channels.js';
import { assertNamedWithin, type PayersWords, wordsOf } from './payers-words.js';
import { PaymentOperations } from './payment-operations.js';
import { PaymentRegister } from './payment-register.js';
import { type NotRegistered, Payments, type Registered } from './payments.js';

/** Money that a person enters: from a paper, or at our own desk. */
export interface EnteredMoney {
  /** `null`: it is not known whose it is, and it waits. */
  readonly accountId: AccountId | null;
  /** Of money that waits: what stands on the paper. */
  readonly accountGiven: string;
  readonly amount: Money;
  readonly paidOn: LocalDate;
  readonly words: PayersWords;
  /** Of the paper; with its day it names the payment. */
  readonly documentNumber: string | null;
  /** `null`: entered by hand, through no channel in particular. */
  readonly channelId: ChannelId | null;
  /** Names the payment where no paper does: the same key is the same money. */
  readonly key: string;
}

/** Where payments are entered and tried out by people. */
@Injectable()
export class PaymentDesk {
  constructor(
    private readonly payments: Payments,
    private readonly operations: PaymentOperations,
    private readonly register: PaymentRegister,
    private readonly channels: PaymentChannels,
    private readonly clock: OrganizationClock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Books it by the one road. `seesAll`: whoever sees only some houses enters nothing that would belong to none.
   * @throws DomainError `payment.account-unknown`, `payment.account-closed`, `payment.amount-zero`, `payment.limits`,
   * `payment.future`, `payment.named-over`, `payment.conflict`, `channel.not-found`, `channel.off`, `channel.not-by-hand`
   */
  async enter(
    tx: Tx,
    money: EnteredMoney,
    { by, seesAll }: { readonly by: UserId; readonly seesAll: boolean },
  ): Promise<Registered> {
    const { accountId, amount, words, paidOn } = money;
    if (amount.isZero || amount.isNegative) throw new DomainError('payment.amount-zero');
    assertNamedWithin(amount, words);
    const today = await this.clock.today(tx);
    if (paidOn > today) throw new DomainError('payment.future', { paidOn: formatDate(paidOn) });
    const channel = money.channelId ? await this.openToPeople(tx, money.channelId) : await this.byHand(tx, by);
    const account = accountId === null ? money.accountGiven : await numberOf(tx, accountId);
    if (!account.trim() && !seesAll) throw new DomainError('payment.account-unknown');
    const got = await this.payments.registerIn(tx, {
      channel,
      externalId: externalIdOf(money, by),
      account,
      amount,
      paidAt: paidOn === today ? await this.clock.now(tx) : morningOf(paidOn),
      words,
      whenUnknown: seesAll ? 'wait' : 'refuse',
      by,
    });
    if (got.kind === 'refused') throw refusalOf(got, channel);
    if (got.repeated) return got;
    await this.audit.record(tx, {
      userId: by,
      action: 'payment.enter',
      object: { type: 'payment', id: got.id },
      details: {
        amount: amount.toString(),
        account: account.trim(),
        paidOn: formatDate(paidOn),
        channel: channel.code,
      },
    });
    if (accountId === null || got.accountId !== null) return got;
    // A closed account takes nothing by itself; a person who has chosen it means it.
    await this.operations.putOn(tx, got.id, accountId, { by, reason: 'Введён на закрытый счёт' });
    return { ...got, accountId };
  }

  /** How money would be split if it were entered now. @throws DomainError `payment.account-unknown`, `payment.named-over` */
  async preview(tx: Tx, accountId: AccountId, money: { readonly amount: Money; readonly words: PayersWords }) {
    if (money.amount.isZero || money.amount.isNegative) throw new DomainError('payment.amount-zero');
    await numberOf(tx, accountId);
    return this.payments.preview(tx, accountId, { ...money, recipientId: null });
  }

  /** How a payment would be split on another account. @throws DomainError `payment.not-found`, `payment.account-unknown`, `payment.same-account`, `payment.returned` */
  async putOnPreview(tx: Tx, id: PaymentId, to: AccountId): Promise<Allocated> {
    const { amount, returned, account, words, channel } = await this.register.card(tx, id);
    if (account?.id === to) throw new DomainError('payment.same-account');
    const stands = amount.minus(returned);
    if (stands.isZero) throw new DomainError('payment.returned');
    await numberOf(tx, to);
    const found = await this.channels.find(tx, channel.id);
    return this.payments.preview(tx, to, {
      amount: stands,
      words: returned.isZero ? wordsOf(words) : {},
      recipientId: found!.settings.recipientId,
    });
  }

  /** The one channel that everybody has, made when it is first needed. */
  private async byHand(tx: Tx, by: UserId): Promise<Channel> {
    const id = await this.channels.ensureByHand(tx, by);
    return (await this.channels.find(tx, id))!;
  }

  private async openToPeople(tx: Tx, id: ChannelId): Promise<Channel> {
    const channel = await this.channels.find(tx, id);
    if (!channel) throw new DomainError('channel.not-found');
    if (channel.protocol !== null) throw new DomainError('channel.not-by-hand', { name: channel.name });
    if (channel.state !== 'on') throw new DomainError('channel.off', { name: channel.name });
    return channel;
  }
}

/** A paper's number means something on its day only; nobody names two payments by one request. */
function externalIdOf({ documentNumber, paidOn, key }: EnteredMoney, by: UserId): string {
  if (documentNumber) return `${documentNumber.trim()} ${formatDate(paidOn)}`;
  return createHash('sha256').update(`${by} ${key}`).digest('hex').slice(0, 16);
}

/** A moment that is this day in every zone of the country. */
function morningOf(day: LocalDate): Date {
  return new Date(`${formatDate(day)}T06:00:00Z`);
}

function refusalOf({ reason }: NotRegistered, { settings, name }: Channel): DomainError {
  switch (reason) {
    case 'account-unknown':
    case 'account-closed':
      return new DomainError(`payment.${reason}`);
    case 'amount-too-small':
    case 'amount-too-large':
      return new DomainError('payment.limits', { name, least: settings.least, most: settings.most });
    case 'date-wrong':
      return new DomainError('payment.future');
    case 'amount-named':
      return new DomainError('payment.named-over');
    case 'transaction-conflict':
      return new DomainError('payment.conflict');
    default:
      return assertNever(reason);
  }
}

async function numberOf(tx: Tx, id: AccountId): Promise<string> {
  const [row] = await tx.query<{ number: string }[]>('select number from accounts where id = $1', [id]);
  if (!row) throw new DomainError('payment.account-unknown');
  return row.number;
}
