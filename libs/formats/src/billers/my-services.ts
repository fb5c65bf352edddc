import { tryParsePeriod } from '@dvor/kernel';
import { decodeUtf8 } from '../cyrillic-encodings.js';
import { parsed, unparsed } from '../values/parsed.js';
import {
  type BillerAnswer,
  type BillerDialect,
  type BillerRequest,
  type BillerSettings,
  fitting,
  refusalWords,
  refused,
  type SchemaAnswer,
  type SchemaField,
  unreadable,
} from './biller.js';
import { spoken, tidy } from './read-parameters.js';
import {
  type Read,
  readAccount,
  readIsoMoment,
  readProbedSum,
  readSum,
  readTransaction,
  together,
} from './read-values.js';
import { sberCode } from './sber-action.js';
import { jsonReply } from './write-reply.js';
import { isoMoment } from './write-values.js';

/**
 * Aggregators of «my services» (kvartplata.ru and its like), by a protocol of ours, as none of theirs is public: JSON by
 * POST, `{"action": "services" | "schema" | "check" | "payment", …}`, answered with Sberbank's codes. Who asks about a
 * payment names the version of the form they show; another than ours is told which to fetch.
 */
export const myServices: BillerDialect = {
  read: ({ body }, settings = {}) => {
    const message = readMessage(body);
    return message ? readAction(message, settings) : unreadable('request-wrong');
  },
  write: (answer, request, settings = {}) => jsonReply(said(fitting(answer, request), request, settings)),
};

/** What a form filled in says against its schema: the names of fields that are missing or misshapen. */
export function wrongFields({ fields }: SchemaAnswer, filled: Readonly<Record<string, string>>): SchemaField[] {
  return fields.filter(({ name, kind, required }) => {
    const value = Object.hasOwn(filled, name) ? filled[name]! : '';
    return value === '' ? required : !SHAPES[kind](value);
  });
}

const SHAPES: Readonly<Record<SchemaField['kind'], (value: string) => boolean>> = {
  text: (value) => value.length <= 200,
  digits: (value) => /^\d{1,30}$/.test(value),
  sum: (value) => readSum(value).ok,
  period: (value) => tryParsePeriod(value) !== null,
  reading: (value) => /^\d{1,9}(?:[.,]\d{1,6})?$/.test(value),
};

const LONGEST = 65_536;

/** Texts on the first level and the form's fields; a sum is a text too, so that nobody makes it a float on the way. */
interface Message {
  readonly texts: ReadonlyMap<string, string>;
  readonly fields: Readonly<Record<string, string>>;
}

function readMessage(body: Uint8Array): Message | null {
  const text = body.length > LONGEST ? null : decodeUtf8(body);
  const message = text === null ? null : parseJson(text);
  if (!isRecord(message)) return null;
  const { fields = {}, ...rest } = message;
  if (!isRecord(fields)) return null;
  const values = [...Object.values(rest), ...Object.values(fields)];
  if (values.length > 100 || !values.every((value) => typeof value === 'string' || value === null)) return null;
  return { texts: new Map(texts(rest)), fields: Object.fromEntries(texts(fields)) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name without a value is a name not told. */
function texts(values: Record<string, unknown>): [string, string][] {
  return Object.entries(values)
    .map(([name, value]): [string, string] => [name, typeof value === 'string' ? tidy(value) : ''])
    .filter(([, value]) => value !== '');
}

function readAction({ texts, fields }: Message, settings: BillerSettings): BillerRequest {
  const said = spoken(texts);
  const service = texts.get('service') ?? null;
  const about = { said, service, fields };
  const account = readAccount(texts.get('account'), settings);
  const schema = readSchema(texts.get('schema'), settings);
  switch (texts.get('action')) {
    case 'services':
      return texts.has('address')
        ? { kind: 'services', said, address: texts.get('address')! }
        : unreadable('request-wrong', said);
    case 'schema':
      return service === null ? unreadable('service-unknown', said) : { kind: 'schema', said, service };
    case 'check': {
      const check = together({ schema, account, amount: readProbedSum(texts.get('amount')) });
      if (!check.ok) return unreadable(check.problem, said);
      const { amount } = check.value;
      return { kind: 'check', ...about, account: check.value.account, amount, transaction: null };
    }
    case 'payment': {
      const pay = together({
        schema,
        account,
        transaction: readTransaction(texts.get('payId'), settings),
        amount: readSum(texts.get('amount')),
        paidAt: readIsoMoment(texts.get('payDate')),
        period: readPeriod(texts.get('period')),
      });
      if (!pay.ok) return unreadable(pay.problem, said);
      const { transaction, amount, paidAt, period } = pay.value;
      return { kind: 'pay', ...about, account: pay.value.account, transaction, amount, paidAt, period };
    }
    default:
      return unreadable('unknown-action', said);
  }
}

function readSchema(version: string | undefined, settings: BillerSettings): Read<string> {
  return version === currentSchema(settings) ? parsed(version) : unparsed('schema-outdated');
}

function currentSchema({ schemaVersion = '1' }: BillerSettings): string {
  return schemaVersion;
}

function readPeriod(text: string | undefined): Read<ReturnType<typeof tryParsePeriod>> {
  const period = text === undefined ? null : tryParsePeriod(text);
  return text !== undefined && period === null ? unparsed('field-wrong') : parsed(period);
}

function said(answer: BillerAnswer, request: BillerRequest, settings: BillerSettings): Record<string, unknown> {
  switch (answer.kind) {
    case 'account':
      return {
        code: 0,
        message: 'Лицевой счёт найден',
        fio: answer.payer,
        address: answer.address,
        balance: answer.balance.toString(),
        recSum: answer.due.toString(),
        info: answer.shown ?? [],
      };
    case 'paid':
      return {
        code: answer.repeated ? 8 : 0,
        message: answer.repeated ? 'Платёж уже принят' : 'Платёж принят',
        extId: answer.ourId,
        regDate: isoMoment(answer.registeredAt),
        amount: answer.amount.toString(),
      };
    case 'services':
      return { code: 0, message: 'OK', schema: currentSchema(settings), services: answer.services };
    case 'schema':
      return {
        code: 0,
        message: 'OK',
        service: answer.service,
        schema: currentSchema(settings),
        fields: answer.fields,
      };
    case 'refused': {
      const refusal = {
        code: sberCode(answer.reason, request.said['action'] !== 'payment'),
        reason: answer.reason,
        message: refusalWords(answer),
      };
      return answer.reason === 'schema-outdated' ? { ...refusal, upgrade: upgrade(request, settings) } : refusal;
    }
    case 'status':
    case 'cancelled':
      return said(refused('temporary'), request, settings); // never asked for in this dialect
  }
}

/** What to fetch before the form is shown again. */
function upgrade({ said }: BillerRequest, settings: BillerSettings): Record<string, unknown> {
  return {
    asked: said['schema'] ?? null,
    current: currentSchema(settings),
    fetch: { action: 'schema', service: said['service'] ?? null },
  };
}
