import { Injectable } from '@nestjs/common';
import { readReadingsMessage, type SaidReading } from '@dvor/formats';
import { type AccountId, type Decimal, type LocalDate, parseDecimal } from '@dvor/kernel';
import { AuditLog, ExceptionsInbox, type NewException, type Tx } from '@dvor/platform';
import type { ReadingOutcome } from '../intake/given-reading.js';
import { ReadingIntake } from '../intake/reading-intake.js';
import { type MatchedReading, matchReadings } from '../messages/match-readings.js';
import { metersOfAccount } from '../messages/meters-of-account.js';

/** What a payer said of their meters beside the money. */
export interface PaidWithReadings {
  /** Under which a person finds the payment. */
  readonly payment: { readonly id: string; readonly label: string };
  readonly account: { readonly id: AccountId; readonly number: string };
  /** The day of the payment: the dial was read for it. */
  readonly on: LocalDate;
  readonly meters: readonly { readonly serial: string; readonly value: string }[];
  readonly message: string | null;
}

/**
 * Readings that come inside a payment (MTR-12), taken once the money is in the books: what can't be taken lies in the
 * inbox and touches no money. The same payment taken twice changes nothing.
 */
@Injectable()
export class PaidReadings {
  constructor(
    private readonly intake: ReadingIntake,
    private readonly inbox: ExceptionsInbox,
    private readonly audit: AuditLog,
  ) {}

  async take(tx: Tx, paid: PaidWithReadings, today: LocalDate): Promise<void> {
    const { account, payment, on } = paid;
    const { said, unread } = saidOf(paid);
    const { readings, problems } = matchReadings(said, await metersOfAccount(tx, account.id, on));
    const given = readings.map(({ meter, value }) => ({ meterId: meter.id, date: on, value }));
    const from = { source: 'payment', by: null, reason: 'показание с платежом' } as const;
    const outcomes = await this.intake.take(tx, given, from, today);
    const refused = readings.filter((_, i) => isRefused(outcomes[i]!));
    await this.inbox.raise(tx, [
      ...unread.map((text) => exceptionOf(paid, 'readings.paid-unread', text)),
      ...problems.map(({ code, said: name }) => exceptionOf(paid, KINDS[code], name)),
      ...refused.map((reading) => exceptionOf(paid, 'readings.paid-refused', textOf(reading))),
    ]);
    await this.audit.record(tx, {
      ...{ userId: null, action: 'payment.readings', object: { type: 'payment', id: payment.id } },
      details: { given: given.length, refused: refused.length, unread: unread.length + problems.length },
    });
  }
}

const KINDS = {
  'message.no-such-meter': 'readings.paid-no-meter',
  'message.which-meter': 'readings.paid-no-meter',
  'message.zones': 'readings.paid-zones',
} as const;

/** A message that can't be made out whole is not taken in part. */
function saidOf({ meters, message }: PaidWithReadings): { said: readonly SaidReading[]; unread: readonly string[] } {
  const told = meters.map(({ serial, value }) => ({ serial, value, values: valuesOf(value) }));
  const read = message === null ? null : readReadingsMessage(message);
  return {
    said: [
      ...told.flatMap(({ serial, values }) => (values ? [{ meter: { serial }, values }] : [])),
      ...(read && read.problems.length === 0 ? read.readings : []),
    ],
    unread: [
      ...told.flatMap(({ serial, value, values }) => (values ? [] : [`${serial}: ${value}`])),
      ...(read && read.problems.length > 0 ? [message!] : []),
    ],
  };
}

/** `1200,5/611` */
function valuesOf(text: string): Decimal[] | null {
  const values = text.split(/[/;]/).map((amount) => (/^\s*\d/.test(amount) ? parseDecimal(amount) : null));
  return values.includes(null) ? null : (values as Decimal[]);
}

/** A bank can't be asked whether it is sure. */
function isRefused({ kind }: ReadingOutcome): boolean {
  return kind === 'refused' || kind === 'confirm';
}

function textOf({ meter, value }: MatchedReading): string {
  return `${meter.serial}: ${typeof value === 'string' ? value : Object.values(value).join(' / ')}`;
}

function exceptionOf({ payment, account }: PaidWithReadings, kind: string, said: string): NewException {
  return {
    ...{ kind, dedupeKey: `payment-reading-${payment.id}-${said}` },
    object: { type: 'payment', id: payment.id, label: payment.label },
    details: { account: account.number, said },
  };
}
