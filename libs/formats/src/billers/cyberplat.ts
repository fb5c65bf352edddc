import {
  type AccountAnswer,
  type BillerAnswer,
  type BillerDialect,
  type BillerRequest,
  type BillerSettings,
  fitting,
  type RefusalReason,
  refusalWords,
  refused,
  unreadable,
} from './biller.js';
import { parsePaymentPeriod } from '../payment-period.js';
import { type Parameters, readParameters, spoken } from './read-parameters.js';
import {
  probedTransaction,
  readAccount,
  readIsoMoment,
  readProbedSum,
  readSum,
  readTransaction,
  together,
} from './read-values.js';
import { element, type XmlElement, xmlReply } from './write-reply.js';
import { isoMoment } from './write-values.js';

/**
 * CyberPlat's protocol for a provider: `action=check|payment|status|cancel&number&amount&receipt&date`. A payment is
 * known by `receipt`; its repeat gets the same `authcode`. Messages are taken unsigned, over a closed connection.
 */
export const cyberplat: BillerDialect = {
  read: (call, settings = {}) => {
    const parameters = readParameters(call);
    return parameters ? readAction(parameters, settings) : unreadable('request-wrong');
  },
  write: (answer, request, settings = {}) => {
    const isStatus = request.said['action']?.toLowerCase() === 'status';
    return xmlReply(element('response', said(fitting(answer, request), isStatus)), settings.encoding ?? 'utf-8');
  },
};

const KNOWN = ['action', 'number', 'amount', 'receipt', 'date', 'type', 'period'];

function readAction(parameters: Parameters, settings: BillerSettings): BillerRequest {
  const said = spoken(parameters);
  const about = { said, service: parameters.get('type') || null, fields: spoken(parameters, KNOWN) };
  const account = readAccount(parameters.get('number'), settings);
  const transaction = readTransaction(parameters.get('receipt'), settings);
  const action = parameters.get('action')?.toLowerCase();
  switch (action) {
    case 'check': {
      const check = together({ account, amount: readProbedSum(parameters.get('amount')) });
      const asked = probedTransaction(parameters.get('receipt'));
      return check.ok
        ? { kind: 'check', ...about, ...check.value, transaction: asked }
        : unreadable(check.problem, said);
    }
    case 'payment': {
      const amount = readSum(parameters.get('amount'));
      const pay = together({ account, amount, transaction, paidAt: readIsoMoment(parameters.get('date')) });
      const period = parsePaymentPeriod(parameters.get('period') ?? '');
      return pay.ok ? { kind: 'pay', ...about, ...pay.value, period } : unreadable(pay.problem, said);
    }
    case 'status':
    case 'cancel':
      return transaction.ok
        ? { kind: action, said, transaction: transaction.value }
        : unreadable(transaction.problem, said);
    default:
      return unreadable('unknown-action', said);
  }
}

/** The codes below zero are about the exchange itself. 8, "ask again", is for a status alone, -3 for all else. */
const CODES: Readonly<Record<RefusalReason, number>> = {
  credentials: -4,
  temporary: -3,
  unfinished: -3,
  'channel-off': -3,
  'service-unknown': -2,
  'field-wrong': -1,
  'request-wrong': -1,
  'schema-outdated': -1,
  'unknown-action': 1,
  'account-unknown': 2,
  'account-format': 2,
  'account-closed': 2,
  forbidden: 2,
  'amount-wrong': 3,
  'amount-too-small': 3,
  'amount-too-large': 3,
  'transaction-format': 4,
  'transaction-conflict': 4,
  'date-wrong': 5,
  'transaction-unknown': 6,
  'transaction-cancelled': 7,
  'cancel-impossible': 9,
};

function said(answer: BillerAnswer, isStatus: boolean): XmlElement[] {
  switch (answer.kind) {
    case 'account':
      return coded(0, inWords(answer));
    case 'paid':
      return coded(0, 'Платёж принят', answer.ourId, answer.registeredAt);
    case 'status':
      return answer.state === 'paid'
        ? coded(0, 'Платёж принят', answer.ourId, answer.registeredAt)
        : coded(CODES['transaction-cancelled'], refusalWords(refused('transaction-cancelled')), answer.ourId);
    case 'cancelled':
      return coded(0, 'Платёж отменён', answer.ourId, answer.cancelledAt);
    case 'refused': {
      const code = CODES[answer.reason];
      return coded(isStatus && code === CODES.temporary ? 8 : code, refusalWords(answer));
    }
    case 'services':
    case 'schema':
      return said(refused('temporary'), isStatus); // never asked for in this dialect
  }
}

function coded(code: number, message: string, authcode?: string, moment?: string): XmlElement[] {
  return [
    element('code', String(code)),
    ...(authcode === undefined ? [] : [element('authcode', authcode)]),
    ...(moment === undefined ? [] : [element('date', isoMoment(moment))]),
    element('message', message),
  ];
}

/** There is no other place for the payer to recognise their account by. */
function inWords({ payer, address, due }: AccountAnswer): string {
  const whose = [payer, address].filter((part) => part !== null).join(', ');
  return `Лицевой счёт найден${whose ? `: ${whose}` : ''}. К оплате ${due.toString()}`;
}
