import { createHash } from 'node:crypto';
import {
  type AccountAnswer,
  type BillerAnswer,
  type BillerCall,
  type BillerDialect,
  type BillerRequest,
  type BillerSettings,
  fitting,
  refused,
  type RefusalReason,
  refusalWords,
  unreadable,
} from './biller.js';
import { OSMP_RESULTS, readOsmpCommand } from './osmp.js';
import { readPairs, readParameters } from './read-parameters.js';
import { sameSecret } from './secret.js';
import { element, type XmlElement, xmlReply } from './write-reply.js';
import { compactMoment, shownBalance } from './write-values.js';

/**
 * Sberbank's protocol 2: asked in the words of OSMP, answered in words that are set up at the bank by element, so both
 * families stand in the answer: `ext_id`, `reg_date`, `fio`, `rec_sum` and `osmp_txn_id`, `prv_txn`.
 */
export const sberCommand: BillerDialect = {
  read: (call, settings = {}) => {
    const parameters = readParameters(call);
    return parameters ? readOsmpCommand(parameters, settings) : unreadable('request-wrong');
  },
  write: (answer, request, settings = {}) =>
    xmlReply(
      element('response', [...echo(request), ...said(fitting(answer, request), settings)]),
      settings.encoding ?? 'utf-8',
    ),
};

/** The same, each request with `hash`: md5 of its parameters in the order of their names and the channel's secret. */
export const sberSigned: BillerDialect = {
  read: (call, settings = {}) => {
    const request = sberCommand.read(call, settings);
    if (request.kind === 'unreadable' && request.refusal.reason === 'request-wrong') return request;
    return isSigned(call, settings) ? request : unreadable('credentials', request.said);
  },
  write: sberCommand.write,
};

function isSigned(call: BillerCall, { secret }: BillerSettings): boolean {
  const pairs = readPairs(call) ?? [];
  const hash = pairs.find(([name]) => name === 'hash')?.[1];
  return secret !== undefined && secret !== '' && sameSecret(commandHash(pairs, secret), hash?.toLowerCase());
}

/** `account=49578&command=check&secret=…`: the secret stands last, whatever its place among the names. */
export function commandHash(pairs: readonly (readonly [name: string, value: string])[], secret: string): string {
  const signed = pairs
    .filter(([name]) => name !== 'hash')
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`);
  return createHash('md5')
    .update([...signed, `secret=${secret}`].join('&'))
    .digest('hex');
}

/** OSMP's 8, "prohibited", is "registered before" in Sberbank's tables, which is a success: it is never written here. */
const RESULTS: Readonly<Record<RefusalReason, number>> = { ...OSMP_RESULTS, 'channel-off': 7 };

function echo({ said }: BillerRequest): XmlElement[] {
  return said['txn_id'] === undefined ? [] : [element('osmp_txn_id', said['txn_id'].slice(0, 64))];
}

function said(answer: BillerAnswer, settings: BillerSettings): XmlElement[] {
  switch (answer.kind) {
    case 'account':
      return [...result(0, 'Лицевой счёт найден'), ...found(answer, settings)];
    case 'paid':
      return registered(answer.ourId, answer.registeredAt, answer.amount.toString(), 'Платёж принят');
    case 'cancelled':
      return registered(answer.ourId, answer.cancelledAt, answer.amount.toString(), 'Платёж отменён');
    case 'refused':
      return result(RESULTS[answer.reason], refusalWords(answer));
    case 'status':
    case 'services':
    case 'schema':
      return said(refused('temporary'), settings); // never asked for in this dialect
  }
}

function found({ payer, address, balance, due, shown = [] }: AccountAnswer, settings: BillerSettings): XmlElement[] {
  const info = shown.map(({ name, value }) => `${name}: ${value}`).join('; ');
  const lines: [string, string | null][] = [
    ['fio', payer],
    ['address', address],
    ['balance', shownBalance(balance, settings)],
    ['rec_sum', due.isZero || due.isNegative ? null : due.toString()],
    ['info', info || null],
  ];
  return lines.flatMap(([name, value]) => (value === null ? [] : [element(name, value)]));
}

function registered(ourId: string, moment: string, sum: string, comment: string): XmlElement[] {
  return [
    element('ext_id', ourId),
    element('prv_txn', ourId),
    element('reg_date', compactMoment(moment)),
    element('sum', sum),
    ...result(0, comment),
  ];
}

function result(code: number, comment: string): XmlElement[] {
  return [element('result', String(code)), element('comment', comment)];
}
