import { parsePaymentPeriod } from '../payment-period.js';
import { parsed } from '../values/parsed.js';
import {
  type AccountAnswer,
  type BillerAnswer,
  type BillerDialect,
  type BillerRequest,
  type BillerSettings,
  fitting,
  type RefusalReason,
  refused,
  refusalWords,
  unreadable,
} from './biller.js';
import { type Parameters, readParameters, spoken } from './read-parameters.js';
import {
  probedTransaction,
  type Read,
  readAccount,
  readCompactMoment,
  readProbedSum,
  readSum,
  readTransaction,
  together,
} from './read-values.js';
import { element, type XmlElement, xmlReply } from './write-reply.js';
import { shownBalance } from './write-values.js';

/**
 * The terminals' protocol of OSMP (QIWI), which most agents speak: `command=check|pay&txn_id&account&sum[&txn_date]`.
 * A payment is known by `txn_id`; its repeat, hours later too, gets result 0 and the first `prv_txn`. Fatal results are
 * never asked again, so whatever breaks here is told as 1.
 */
export const osmp: BillerDialect = {
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

const KNOWN = ['command', 'txn_id', 'txn_date', 'account', 'sum', 'prv_id', 'period', 'cancel_txn_id'];

/** Also what Sberbank's second protocol and its kin ask, word for word. */
export function readOsmpCommand(parameters: Parameters, settings: BillerSettings): BillerRequest {
  const said = spoken(parameters);
  const about = {
    said,
    service: parameters.get('prv_id') ?? null,
    fields: spoken(parameters, KNOWN),
  };
  const account = readAccount(parameters.get('account'), settings);
  const command = parameters.get('command')?.toLowerCase();
  if (command === 'check' || (command === 'getinfo' && settings.getInfo)) {
    const check = together({ account, amount: readProbedSum(parameters.get('sum')) });
    const transaction = probedTransaction(parameters.get('txn_id'));
    return check.ok ? { kind: 'check', ...about, ...check.value, transaction } : unreadable(check.problem, said);
  }
  if (command === 'pay') {
    const pay = together({
      account,
      transaction: readTransaction(parameters.get('txn_id'), settings),
      amount: readSum(parameters.get('sum')),
      paidAt: readPaidAt(parameters.get('txn_date')),
    });
    const period = parsePaymentPeriod(parameters.get('period') ?? '');
    return pay.ok ? { kind: 'pay', ...about, ...pay.value, period } : unreadable(pay.problem, said);
  }
  if (command === 'cancel' && settings.cancel) {
    const cancelled = readTransaction(parameters.get('cancel_txn_id') ?? parameters.get('txn_id'), settings);
    return cancelled.ok ? { kind: 'cancel', said, transaction: cancelled.value } : unreadable(cancelled.problem, said);
  }
  return unreadable('unknown-action', said);
}

/** Old terminals leave the moment out: then it is the moment of the call. */
function readPaidAt(text: string | undefined): Read<string | null> {
  return text === undefined || text === '' ? parsed(null) : readCompactMoment(text);
}

/** 90 and 1 are asked again, the rest are final. 243 is left alone: an account that can't be checked is our fault, 1. */
export const OSMP_RESULTS: Readonly<Record<RefusalReason, number>> = {
  temporary: 1,
  'account-format': 4,
  'account-unknown': 5,
  forbidden: 7,
  'channel-off': 8,
  'account-closed': 79,
  unfinished: 90,
  'amount-too-small': 241,
  'amount-too-large': 242,
  'amount-wrong': 300,
  'request-wrong': 300,
  'unknown-action': 300,
  credentials: 300,
  'service-unknown': 300,
  'transaction-format': 300,
  'transaction-conflict': 300,
  'transaction-unknown': 300,
  'transaction-cancelled': 300,
  'cancel-impossible': 300,
  'date-wrong': 300,
  'field-wrong': 300,
  'schema-outdated': 300,
};

function echo({ said }: BillerRequest): XmlElement[] {
  return said['txn_id'] === undefined ? [] : [element('osmp_txn_id', said['txn_id'].slice(0, 64))];
}

function said(answer: BillerAnswer, settings: BillerSettings): XmlElement[] {
  switch (answer.kind) {
    case 'account':
      return [...result(0, 'OK'), fields(answer, settings)];
    case 'paid':
    case 'cancelled':
      return [element('prv_txn', answer.ourId), element('sum', answer.amount.toString()), ...result(0, 'OK')];
    case 'refused':
      return result(OSMP_RESULTS[answer.reason], refusalWords(answer));
    case 'status':
    case 'services':
    case 'schema':
      return said(refused('temporary'), settings); // never asked for in this dialect
  }
}

function result(code: number, comment: string): XmlElement[] {
  return [element('result', String(code)), element('comment', comment)];
}

/** What the terminal shows the payer before money is put in. */
function fields({ payer, address, balance, due, shown = [] }: AccountAnswer, settings: BillerSettings): XmlElement {
  const lines: [string, string | null][] = [
    ['FIO', payer],
    ['ADDRESS', address],
    ['BALANCE', shownBalance(balance, settings)],
    ['REC_SUM', due.toString()],
    ...shown.map(({ name, value }): [string, string] => [name, value]),
  ];
  return element(
    'fields',
    lines
      .filter((line): line is [string, string] => line[1] !== null)
      .map(([name, value], i) => element(`field${i + 1}`, value, { name, type: 'disp' })),
  );
}
