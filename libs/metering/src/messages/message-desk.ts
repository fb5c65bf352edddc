import { Injectable } from '@nestjs/common';
import { type MessageProblem, readReadingsMessage } from '@dvor/formats';
import {
  type AccountId,
  type DocumentId,
  DomainError,
  type FileId,
  formatPeriod,
  type LocalDate,
  type UserId,
} from '@dvor/kernel';
import {
  AuditLog,
  decodeCursor,
  KEY,
  type Page,
  pageOf,
  type PageRequest,
  type Recording,
  type Tx,
} from '@dvor/platform';
import type { Finding, MeteredResource, ZonedValue } from '../core/index.js';
import type { ReadingOutcome, RefusedCode } from '../intake/given-reading.js';
import { ReadingIntake } from '../intake/reading-intake.js';
import { accountsOfSender, linkSender, type SenderAccount } from './senders.js';
import { matchReadings, type MatchedReading, type MeterOfSender, type Unmatched } from './match-readings.js';
import { metersOfAccount } from './meters-of-account.js';

export const MESSAGE_CHANNELS = ['sms', 'messenger', 'email'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** A message as a gateway hands it over. */
export interface InboundMessage {
  readonly channel: MessageChannel;
  /** The gateway's own; the same one again is the same message. */
  readonly externalId: string;
  /** A phone, or an e-mail. */
  readonly sender: string;
  readonly text: string;
  /** Of a mail. */
  readonly subject?: string;
  /** Written by a program: it is kept, and never answered. */
  readonly isAutomatic?: boolean;
  /** A photo that came with it: it stands with the readings. */
  readonly documentId?: DocumentId | null;
  readonly files?: readonly FileId[];
}

/** What became of a reading of a message. */
export interface MessageResult {
  readonly resource: MeteredResource;
  readonly serial: string;
  readonly value: ZonedValue;
  readonly outcome: 'taken' | 'same' | 'held' | 'refused';
  readonly volume?: string | null;
  /** `2026-12`: for which month it counts. */
  readonly month?: string | null;
  readonly code?: RefusedCode;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly findings?: readonly Finding[];
}

/** What is answered: only the first kind has taken anything. */
export type MessageAnswer =
  | {
      readonly kind: 'taken';
      readonly account: string;
      /** Whether the sender is known to belong to the account: nobody else is told a figure of its books. */
      readonly known: boolean;
      readonly results: readonly MessageResult[];
    }
  | {
      readonly kind: 'unread';
      /** `false`: a stranger speaks of somebody's meters, and is told nothing of them. */
      readonly known?: boolean;
      readonly problems: readonly (MessageProblem | Unmatched)[];
    }
  | { readonly kind: 'unknown-sender' | 'unknown-account' | 'several-accounts' | 'ignored' };

export interface AnsweredMessage extends Pick<InboundMessage, 'channel' | 'externalId' | 'sender' | 'text'> {
  readonly id: string;
  readonly subject: string | null;
  readonly attachments: readonly { readonly place: number; readonly name: string }[];
  readonly receivedAt: Date;
  readonly accountNumber: string | null;
  readonly answer: MessageAnswer;
}

export interface MessageFilter {
  readonly answer?: MessageAnswer['kind'] | undefined;
  readonly channel?: MessageChannel | undefined;
  /** A part of the sender, or the beginning of an account's number. */
  readonly search?: string | undefined;
}

/** Readings that residents send by SMS, messenger or mail (MTR-11): one parser, one road, an answer to each. */
@Injectable()
export class MessageDesk {
  constructor(
    private readonly intake: ReadingIntake,
    private readonly audit: AuditLog,
  ) {}

  /** Reads a message and takes what it says; nothing of it where any of it can't be made out. */
  async receive(
    tx: Tx,
    message: InboundMessage,
    { by, today }: { readonly by: UserId | null; readonly today: LocalDate },
  ): Promise<AnsweredMessage> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('message', hashtext($1)))`, [message.externalId]);
    const known = await this.known(tx, message);
    if (known) return known;
    const { account, answer } = await this.answer(tx, message, { by, today });
    const [row] = await tx.query<{ id: string }[]>(
      `insert into inbound_messages (organization_id, channel, external_id, sender, body, subject, account_id, answer)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        ...[message.channel, message.externalId, message.sender, message.text, message.subject || null],
        ...[account?.id ?? null, JSON.stringify(answer)],
      ],
    );
    await tx.query(
      `insert into inbound_message_files (organization_id, message_id, place, file_id)
       select current_organization(), $1, place, file from unnest($2::bigint[]) with ordinality as f (file, place)`,
      [row!.id, message.files ?? []],
    );
    await this.audit.record(tx, {
      ...{ userId: by, action: 'message.receive', object: { type: 'inbound-message', id: row!.id } },
      details: { channel: message.channel, answer: answer.kind },
    });
    return (await this.known(tx, message))!;
  }

  /** The latest first. */
  async list(
    tx: Tx,
    { answer, channel, search }: MessageFilter,
    { cursor, limit }: PageRequest,
  ): Promise<Page<AnsweredMessage>> {
    const [before] = cursor ? decodeCursor(cursor, [KEY.id]) : [null];
    const rows = await tx.query<AnsweredMessage[]>(
      `${SELECT}
        where ($1::bigint is null or i.id < $1) and ($2::text is null or i.answer ->> 'kind' = $2)
          and ($3::text is null or i.channel = $3)
          and ($4::text is null or position(lower($4) in lower(i.sender)) > 0 or starts_with(a.number, $4))
        order by i.id desc limit $5`,
      [before, answer ?? null, channel ?? null, search?.trim() || null, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  /** @throws DomainError `message.not-found` */
  async read(tx: Tx, id: string): Promise<AnsweredMessage> {
    const [message] = await tx.query<AnsweredMessage[]>(`${SELECT} where i.id = $1`, [id]);
    if (!message) throw new DomainError('message.not-found');
    return message;
  }

  /** @throws DomainError `message.no-file` */
  async file(tx: Tx, id: string, place: number): Promise<FileId> {
    const [file] = await tx.query<{ id: FileId }[]>(
      'select file_id as id from inbound_message_files where message_id = $1 and place = $2',
      [id, place],
    );
    if (!file) throw new DomainError('message.no-file');
    return file.id;
  }

  /**
   * Whoever has sent a message speaks for an account from now on; what was answered stands.
   * @throws DomainError `message.not-found`, `message.sender-unreadable`, `account.not-found`, `message.sender-linked`
   */
  async linkSender(tx: Tx, id: string, accountId: AccountId, recording: Recording): Promise<void> {
    const { channel, sender } = await this.read(tx, id);
    const account = await linkSender(tx, { channel, sender }, accountId, recording);
    await this.audit.record(tx, {
      ...{ userId: recording.by, action: 'message.link-sender', object: { type: 'account', id: accountId } },
      details: { channel, sender, account: account.number, reason: recording.reason },
    });
  }

  /** The same message that came before. */
  async known(
    tx: Tx,
    { channel, externalId }: Pick<InboundMessage, 'channel' | 'externalId'>,
  ): Promise<AnsweredMessage | undefined> {
    const [message] = await tx.query<AnsweredMessage[]>(`${SELECT} where i.channel = $1 and i.external_id = $2`, [
      channel,
      externalId,
    ]);
    return message;
  }

  private async answer(
    tx: Tx,
    message: InboundMessage,
    asked: { readonly by: UserId | null; readonly today: LocalDate },
  ): Promise<{ readonly account: SenderAccount | null; readonly answer: MessageAnswer }> {
    if (message.isAutomatic) return { account: null, answer: { kind: 'ignored' } };
    const said = readReadingsMessage(message.text);
    if (said.problems.length > 0) return { account: null, answer: { kind: 'unread', problems: said.problems } };
    const own = await accountsOfSender(tx, message, asked.today);
    const accounts = said.account === null ? own : await accountsOf(tx, said.account);
    const [account, another] = accounts;
    if (!account)
      return { account: null, answer: { kind: said.account === null ? 'unknown-sender' : 'unknown-account' } };
    if (another) return { account: null, answer: { kind: 'several-accounts' } };
    const { readings, problems } = matchReadings(said.readings, await metersOfAccount(tx, account.id, asked.today));
    const known = own.some(({ id }) => id === account.id);
    if (problems.length > 0) return { account, answer: { kind: 'unread', known, problems } };
    const results = await this.take(tx, readings, { ...asked, documentId: message.documentId ?? null });
    return { account, answer: { kind: 'taken', account: account.number, known, results } };
  }

  private async take(
    tx: Tx,
    readings: readonly MatchedReading[],
    { by, today, documentId }: { readonly by: UserId | null; readonly today: LocalDate; documentId: DocumentId | null },
  ): Promise<MessageResult[]> {
    const given = readings.map(({ meter, value }) => ({ meterId: meter.id, date: today, value }));
    const outcomes = await this.intake.take(
      tx,
      given,
      { source: 'message', by, reason: 'сообщение', documentId },
      today,
    );
    return readings.map(({ meter, value }, i) => resultOf(meter, value, outcomes[i]!));
  }
}

function resultOf({ resource, serial }: MeterOfSender, value: ZonedValue, outcome: ReadingOutcome): MessageResult {
  const said = { resource, serial, value };
  switch (outcome.kind) {
    case 'taken': {
      const { volume, month, findings } = outcome;
      return { ...said, outcome: 'taken', volume, month: month === null ? null : formatPeriod(month), findings };
    }
    case 'same':
      return { ...said, outcome: 'same' };
    case 'held':
      return { ...said, outcome: 'held', findings: outcome.findings };
    case 'confirm': // a message can't be asked back
      return { ...said, outcome: 'refused', code: 'reading.implausible', findings: outcome.findings };
    case 'refused': {
      const { code, details, findings = [] } = outcome;
      return { ...said, outcome: 'refused', code, details, findings };
    }
  }
}

async function accountsOf(tx: Tx, number: string): Promise<SenderAccount[]> {
  return tx.query<SenderAccount[]>('select id, number from accounts where number = $1', [number]);
}

const SELECT = `
  select i.id, i.channel, i.external_id as "externalId", i.sender, i.body as text, i.received_at as "receivedAt",
         a.number as "accountNumber", i.answer, i.subject,
         coalesce((select json_agg(json_build_object('place', m.place, 'name', f.name) order by m.place)
                     from inbound_message_files m join stored_files f on f.id = m.file_id where m.message_id = i.id), '[]') as attachments
    from inbound_messages i left join accounts a on a.id = i.account_id`;
