import { parsePaymentPeriod } from '../payment-period.js';
import {
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
  readAccount,
  readProbedSum,
  readSberMoment,
  readSum,
  readTransaction,
  together,
} from './read-values.js';
import { element, type XmlElement, xmlReply } from './write-reply.js';
import { sberMoment, shownBalance } from './write-values.js';

/**
 * Sberbank's protocol 1: `ACTION=check|payment&ACCOUNT&AMOUNT&PAY_ID&PAY_DATE=22.11.2026_12:31:00`, by GET or POST. The
 * bank waits seven seconds and asks again; a repeated payment is told by CODE 8 with what was registered the first
 * time, and the bank takes 8 for a success. PAY_DATE is Moscow time.
 */
export const sberAction: BillerDialect = {
  read: (call, settings = {}) => {
    const parameters = readParameters(call);
    return parameters ? readAction(parameters, settings) : unreadable('request-wrong');
  },
  write: (answer, request, settings = {}) => {
    const isCheck = request.said['action']?.toLowerCase() === 'check';
    const content = said(fitting(answer, request), isCheck, settings);
    return xmlReply(element('response', content), settings.encoding ?? 'utf-8');
  },
};

const KNOWN = ['action', 'account', 'amount', 'pay_id', 'pay_date', 'service', 'period'];

function readAction(parameters: Parameters, settings: BillerSettings): BillerRequest {
  const said = spoken(parameters);
  const about = { said, service: parameters.get('service') || null, fields: spoken(parameters, KNOWN) };
  const account = readAccount(parameters.get('account'), settings);
  switch (parameters.get('action')?.toLowerCase()) {
    case 'check': {
      const check = together({ account, amount: readProbedSum(parameters.get('amount')) });
      const transaction = probedTransaction(parameters.get('pay_id'));
      return check.ok ? { kind: 'check', ...about, ...check.value, transaction } : unreadable(check.problem, said);
    }
    case 'payment': {
      const pay = together({
        account,
        transaction: readTransaction(parameters.get('pay_id'), settings),
        amount: readSum(parameters.get('amount')),
        paidAt: readSberMoment(parameters.get('pay_date')),
      });
      const period = parsePaymentPeriod(parameters.get('period') ?? '');
      return pay.ok ? { kind: 'pay', ...about, ...pay.value, period } : unreadable(pay.problem, said);
    }
    default:
      return unreadable('unknown-action', said);
  }
}

/** 8 is no refusal here but "registered before"; a number used with another sum is a wrong number, 6. */
const CODES: Readonly<Record<RefusalReason, number>> = {
  temporary: 1,
  unfinished: 1,
  'unknown-action': 2,
  'account-unknown': 3,
  'account-format': 4,
  'account-closed': 5,
  'transaction-format': 6,
  'transaction-conflict': 6,
  'transaction-unknown': 6,
  'transaction-cancelled': 6,
  'channel-off': 7,
  'amount-wrong': 9,
  'amount-too-small': 10,
  'amount-too-large': 11,
  'date-wrong': 12,
  'request-wrong': 300,
  credentials: 300,
  'service-unknown': 300,
  'cancel-impossible': 300,
  'field-wrong': 300,
  'schema-outdated': 300,
  forbidden: 300,
};

/** A check may be refused by these alone; any other reason is 300 with its words. */
const CODES_OF_CHECK: readonly number[] = [1, 2, 3, 4, 5];

export function sberCode(reason: RefusalReason, isCheck: boolean): number {
  const number = CODES[reason];
  return isCheck && !CODES_OF_CHECK.includes(number) ? 300 : number;
}

function said(answer: BillerAnswer, isCheck: boolean, settings: BillerSettings): XmlElement[] {
  switch (answer.kind) {
    case 'account': {
      const info = (answer.shown ?? []).map(({ name, value }) => `${name}: ${value}`).join('; ');
      return [
        ...code(0, 'Лицевой счёт найден'),
        ...given('FIO', answer.payer),
        ...given('ADDRESS', answer.address),
        element('BALANCE', shownBalance(answer.balance, settings)),
        ...given('REC_SUM', answer.due.isZero || answer.due.isNegative ? null : answer.due.toString()),
        ...given('INFO', info || null),
      ];
    }
    case 'paid': {
      const [number, words] = answer.repeated ? ([8, 'Платёж уже принят'] as const) : ([0, 'Платёж принят'] as const);
      return [
        ...code(number, words),
        element('EXT_ID', answer.ourId),
        element('REG_DATE', sberMoment(answer.registeredAt)),
        element('AMOUNT', answer.amount.toString()),
      ];
    }
    case 'refused':
      return code(sberCode(answer.reason, isCheck), refusalWords(answer));
    case 'status':
    case 'cancelled':
    case 'services':
    case 'schema':
      return said(refused('temporary'), isCheck, settings); // never asked for in this dialect
  }
}

function code(number: number, message: string): XmlElement[] {
  return [element('CODE', String(number)), element('MESSAGE', message)];
}

function given(name: string, value: string | null): XmlElement[] {
  return value === null ? [] : [element(name, value)];
}
