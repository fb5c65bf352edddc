import {
  type BillerAnswer,
  type BillerDialect,
  type BillerRequest,
  type BillerSettings,
  fitting,
  refusalWords,
  refused,
  unreadable,
} from './biller.js';
import { parsePaymentPeriod } from '../payment-period.js';
import { type Parameters, readParameters, spoken } from './read-parameters.js';
import { probedTransaction, readAccount, readProbedSum, readSum, readTransaction, together } from './read-values.js';
import { sameSecret } from './secret.js';
import { element, type XmlElement, xmlReply } from './write-reply.js';
import { shownBalance, slashedMoment } from './write-values.js';

/**
 * A city system «Город», as the bank that runs the one of Chelyabinsk describes it:
 * `method=check|pay&login&password&account&service&summ&payid`, the sum in kopecks, answers in windows-1251. A payment is
 * known by `payid`; no moment is told. There is one code for refusals, 1, and none for "ask again", so a fault of ours
 * is 10, which the system's own table has for what is not about the payment.
 */
export const gorod: BillerDialect = {
  read: (call, settings = {}) => {
    const parameters = readParameters(call);
    return parameters ? readMethod(parameters, settings) : unreadable('request-wrong');
  },
  write: (answer, request, settings = {}) =>
    xmlReply(element('Answer', said(fitting(answer, request), request, settings)), settings.encoding ?? 'windows-1251'),
};

const KNOWN = ['method', 'login', 'account', 'service', 'summ', 'payid', 'period'];

function readMethod(parameters: Parameters, settings: BillerSettings): BillerRequest {
  const said = spoken(parameters);
  const known =
    sameSecret(settings.login, parameters.get('login')) && sameSecret(settings.password, parameters.get('password'));
  if (!known) return unreadable('credentials', said);
  const about = { said, service: parameters.get('service') || null, fields: spoken(parameters, KNOWN) };
  const account = readAccount(parameters.get('account'), settings);
  const unit = settings.sumIn ?? 'kopecks';
  switch (parameters.get('method')?.toLowerCase()) {
    case 'check': {
      const check = together({ account, amount: readProbedSum(parameters.get('summ'), unit) });
      const transaction = probedTransaction(parameters.get('payid'));
      return check.ok ? { kind: 'check', ...about, ...check.value, transaction } : unreadable(check.problem, said);
    }
    case 'pay': {
      const transaction = readTransaction(parameters.get('payid'), settings);
      const pay = together({ account, transaction, amount: readSum(parameters.get('summ'), unit) });
      const period = parsePaymentPeriod(parameters.get('period') ?? '');
      return pay.ok ? { kind: 'pay', ...about, ...pay.value, paidAt: null, period } : unreadable(pay.problem, said);
    }
    default:
      return unreadable('unknown-action', said);
  }
}

function said(answer: BillerAnswer, request: BillerRequest, settings: BillerSettings): XmlElement[] {
  switch (answer.kind) {
    case 'account': {
      const description = (answer.shown ?? []).map(({ name, value }) => `${name}: ${value}`).join('; ');
      const lines: [string, string | null][] = [
        ['Code', '0'],
        ['Client', answer.payer],
        ['Account', request.said['account'] ?? null],
        ['Balance', shownBalance(answer.balance, settings)],
        ['Service', request.said['service'] || null],
        ['Address', answer.address],
        ['Description', description || answer.payer],
      ];
      return lines.flatMap(([name, value]) => (value === null ? [] : [element(name, value)]));
    }
    case 'paid':
      return [
        element('Code', '0'),
        element('PlatID', answer.ourId),
        element('Status', '0'),
        element('Date', slashedMoment(answer.registeredAt)),
      ];
    case 'refused': {
      const ours = answer.reason === 'temporary' || answer.reason === 'unfinished';
      return [element('Code', ours ? '10' : '1'), element('Message', refusalWords(answer))];
    }
    case 'status':
    case 'cancelled':
    case 'services':
    case 'schema':
      return said(refused('temporary'), request, settings); // never asked for in this dialect
  }
}
