import { Money } from '@dvor/kernel';
import {
  type BillerAnswer,
  type BillerCall,
  type BillerProtocol,
  type BillerSettings,
  type PaidAnswer,
  refused,
} from './biller.js';
import { BILLER_DIALECTS } from './dialects.js';
import { commandHash } from './sber-command.js';

/** What a dialect must be able to say, whoever speaks it. */
export const TRIALS = [
  'check',
  'payment',
  'repeat',
  'unknown-account',
  'wrong-sum',
  'wrong-date',
  'our-fault',
] as const;

export type Trial = (typeof TRIALS)[number];

/** How each trial came out; `absent` where the dialect has no such thing to say. */
export type Tried = Readonly<Record<Trial, 'passed' | 'failed' | 'absent'>>;

/** A whole exchange in every dialect, by canned calls: what the public table of channels and its spec stand on. */
export function tryDialects(): Readonly<Record<BillerProtocol, Tried>> {
  const tried = Object.entries(EXCHANGES).map(([protocol, exchange]) => [
    protocol,
    Object.fromEntries(TRIALS.map((trial) => [trial, tryOne(protocol as BillerProtocol, exchange, trial)])),
  ]);
  return Object.fromEntries(tried) as Record<BillerProtocol, Tried>;
}

interface Exchange {
  readonly settings?: BillerSettings;
  readonly check: BillerCall;
  readonly payment: BillerCall;
  /** The payment with a sum of three decimals. */
  readonly wrongSum: BillerCall;
  /** The payment on the 31st of November; `null` where payments tell no day. */
  readonly wrongDate: BillerCall | null;
  /** What the body must hold. */
  readonly said: Readonly<Record<Exclude<Trial, 'wrong-date'>, string>> & { readonly 'wrong-date'?: string };
}

function tryOne(protocol: BillerProtocol, exchange: Exchange, trial: Trial): Tried[Trial] {
  const { check, payment, wrongSum, wrongDate, settings, said } = exchange;
  const asked: Readonly<Record<Trial, [BillerCall | null, BillerAnswer]>> = {
    check: [check, FOUND],
    payment: [payment, PAID],
    repeat: [payment, { ...PAID, repeated: true }],
    'unknown-account': [check, refused('account-unknown')],
    'wrong-sum': [wrongSum, PAID],
    'wrong-date': [wrongDate, PAID],
    'our-fault': [payment, refused('temporary')],
  };
  const [call, answer] = asked[trial];
  const expected = said[trial];
  if (call === null || expected === undefined) return 'absent';
  const dialect = BILLER_DIALECTS[protocol];
  const request = dialect.read(call, settings);
  const reply = dialect.write(request.kind === 'unreadable' ? request.refusal : answer, request, settings);
  return new TextDecoder(/charset=(.+)$/.exec(reply.contentType)![1]).decode(reply.body).includes(expected)
    ? 'passed'
    : 'failed';
}

const FOUND: BillerAnswer = {
  kind: 'account',
  payer: 'И***** П***** С.',
  address: 'Садовая, 3',
  balance: Money.ofKopecks(15050n),
  due: Money.ofKopecks(15050n),
};

const PAID: PaidAnswer = {
  kind: 'paid',
  ourId: '90017',
  amount: Money.ofKopecks(15050n),
  registeredAt: '2026-11-22T09:30:17',
  repeated: false,
};

const get = (query: string): BillerCall => ({ method: 'GET', query, body: new Uint8Array() });
const post = (message: object): BillerCall => ({
  method: 'POST',
  query: '',
  body: new TextEncoder().encode(JSON.stringify(message)),
});
const signed = (query: string): BillerCall =>
  get(`${query}&hash=${commandHash([...new URLSearchParams(query)], 'secret')}`);

/** The same exchange for those who ask in the words of OSMP. */
function commands(call: (query: string) => BillerCall, settings?: BillerSettings): Exchange {
  const pay = (sum: string, day: string) =>
    call(`command=pay&txn_id=700002&txn_date=${day}093015&account=0040012&sum=${sum}`);
  return {
    settings,
    check: call('command=check&txn_id=700001&account=0040012&sum=150.50'),
    payment: pay('150.50', '20261122'),
    wrongSum: pay('150.505', '20261122'),
    wrongDate: pay('150.50', '20261131'),
    said: {
      check: '<result>0</result>',
      payment: '<prv_txn>90017</prv_txn>',
      repeat: '<result>0</result>',
      'unknown-account': '<result>5</result>',
      'wrong-sum': '<result>300</result>',
      'wrong-date': '<result>300</result>',
      'our-fault': '<result>1</result>',
    },
  };
}

const sberPayment = (sum: string, day: string) =>
  get(`ACTION=payment&ACCOUNT=0040012&AMOUNT=${sum}&PAY_ID=700002&PAY_DATE=${day}.11.2026_09:30:15`);
const cyberplatPayment = (sum: string, day: string) =>
  get(`action=payment&number=0040012&amount=${sum}&receipt=700002&date=2026-11-${day}T09:30:15`);
const gorodCall = (rest: string) => get(`login=gorod&password=key&service=310&account=0040012&${rest}`);
const myServicesPayment = (amount: string, day: string) =>
  post({
    action: 'payment',
    schema: '1',
    service: 'housing',
    account: '0040012',
    amount,
    payId: '700002',
    payDate: `2026-11-${day}T09:30:15`,
  });

const EXCHANGES: Readonly<Record<BillerProtocol, Exchange>> = {
  osmp: commands(get),
  'sber-action': {
    check: get('ACTION=check&ACCOUNT=0040012'),
    payment: sberPayment('150.50', '22'),
    wrongSum: sberPayment('150.505', '22'),
    wrongDate: sberPayment('150.50', '31'),
    said: {
      check: '<REC_SUM>150.50</REC_SUM>',
      payment: '<CODE>0</CODE>',
      repeat: '<CODE>8</CODE>',
      'unknown-account': '<CODE>3</CODE>',
      'wrong-sum': '<CODE>9</CODE>',
      'wrong-date': '<CODE>12</CODE>',
      'our-fault': '<CODE>1</CODE>',
    },
  },
  'sber-command': commands(get),
  'sber-signed': commands(signed, { secret: 'secret' }),
  cyberplat: {
    check: get('action=check&number=0040012&amount=150.50'),
    payment: cyberplatPayment('150.50', '22'),
    wrongSum: cyberplatPayment('150.505', '22'),
    wrongDate: cyberplatPayment('150.50', '31'),
    said: {
      check: '<code>0</code>',
      payment: '<authcode>90017</authcode>',
      repeat: '<code>0</code><authcode>90017</authcode>',
      'unknown-account': '<code>2</code>',
      'wrong-sum': '<code>3</code>',
      'wrong-date': '<code>5</code>',
      'our-fault': '<code>-3</code>',
    },
  },
  gorod: {
    settings: { login: 'gorod', password: 'key' },
    check: gorodCall('method=check&summ=15050'),
    payment: gorodCall('method=pay&summ=15050&payid=700002'),
    wrongSum: gorodCall('method=pay&summ=150.505&payid=700002'),
    wrongDate: null,
    said: {
      check: '<Client>И***** П***** С.</Client>',
      payment: '<PlatID>90017</PlatID>',
      repeat: '<Code>0</Code><PlatID>90017</PlatID>',
      'unknown-account': '<Code>1</Code>',
      'wrong-sum': '<Code>1</Code>',
      'our-fault': '<Code>10</Code>',
    },
  },
  'my-services': {
    check: post({ action: 'check', schema: '1', service: 'housing', account: '0040012' }),
    payment: myServicesPayment('150.50', '22'),
    wrongSum: myServicesPayment('150.505', '22'),
    wrongDate: myServicesPayment('150.50', '31'),
    said: {
      check: '"recSum":"150.50"',
      payment: '"code":0',
      repeat: '"code":8',
      'unknown-account': '"code":3',
      'wrong-sum': '"code":9',
      'wrong-date': '"code":12',
      'our-fault': '"code":1,',
    },
  },
};
