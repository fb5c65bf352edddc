import type { Money, Period } from '@dvor/kernel';

/** The online dialects in which banks, terminals and city systems ask about an account and tell of a payment. */
export type BillerProtocol =
  'osmp' | 'sber-action' | 'sber-command' | 'sber-signed' | 'cyberplat' | 'gorod' | 'my-services';

/** A call as it came, nothing decoded: Cyrillic may stand in the query in windows-1251. */
export interface BillerCall {
  readonly method: string;
  /** Behind the path's `?`, still percent-encoded. */
  readonly query: string;
  readonly body: Uint8Array;
}

/** What a channel's contract leaves open. Everything has a customary value of its dialect. */
export interface BillerSettings {
  /** Of the answer; a request is read by what its bytes are. */
  readonly encoding?: 'utf-8' | 'windows-1251';
  /** `digits`: an account with a letter is a wrong format, without asking anybody. Otherwise letters are as good. */
  readonly accounts?: 'digits' | 'any';
  /** `digits` (the protocols' own rule) or whatever the agent numbers its payments by. */
  readonly transactions?: 'digits' | 'any';
  /** How a debt stands in a field named balance: minus it is in most systems, plus in some banks' scenarios. */
  readonly debtSign?: 'minus' | 'plus';
  /** Commands beyond check and pay that the contract names. */
  readonly getInfo?: boolean;
  readonly cancel?: boolean;
  /** The contract has readings: a check tells the meters and what they showed, a payment brings what they show. */
  readonly readings?: boolean;
  /** The word that a signed dialect's hash ends with. */
  readonly secret?: string;
  readonly login?: string;
  readonly password?: string;
  /** What the sum is written in where dialects differ. */
  readonly sumIn?: 'roubles' | 'kopecks';
  /** Of the form that aggregators show, `1` where not set; raised whenever its fields change. */
  readonly schemaVersion?: string;
}

/** What every request says, readable or not. */
export interface Asked {
  /** All that was said, names of a query in lower case, without passwords and signatures: for the log and the echo. */
  readonly said: Readonly<Record<string, string>>;
}

/** What a bank or a terminal asks, in the product's words. */
export type BillerRequest =
  CheckRequest | PayRequest | StatusRequest | CancelRequest | ServicesRequest | SchemaRequest | UnreadableRequest;

export interface CheckRequest extends Asked {
  readonly kind: 'check';
  readonly account: string;
  /** `null` also where a probe says 0.00. */
  readonly amount: Money | null;
  readonly transaction: string | null;
  readonly service: string | null;
  /** What the dialect doesn't know: readings, a telephone, whatever the contract adds. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface PayRequest extends Asked {
  readonly kind: 'pay';
  readonly account: string;
  /** More than zero. */
  readonly amount: Money;
  /** The agent's own number of the payment: its repeat must get the first answer. */
  readonly transaction: string;
  /** `2026-11-22T12:31:00`, with `Z` or `+03:00` only where the agent gave a zone; `null` where it tells no moment. */
  readonly paidAt: string | null;
  readonly service: string | null;
  /** The month the payer pays for, where told. */
  readonly period: Period | null;
  readonly fields: Readonly<Record<string, string>>;
}

export interface StatusRequest extends Asked {
  readonly kind: 'status';
  readonly transaction: string;
}

export interface CancelRequest extends Asked {
  readonly kind: 'cancel';
  /** Of the payment to be cancelled. */
  readonly transaction: string;
}

/** Which services can be paid for at an address. */
export interface ServicesRequest extends Asked {
  readonly kind: 'services';
  /** As typed, or a ФИАС identifier. */
  readonly address: string;
}

export interface SchemaRequest extends Asked {
  readonly kind: 'schema';
  readonly service: string;
}

/** A request that can't be put to anybody; `refusal` is the answer to write. */
export interface UnreadableRequest extends Asked {
  readonly kind: 'unreadable';
  readonly refusal: Refusal;
}

/** What the product answers; the dialect turns it into its own code, words and encoding. */
export type BillerAnswer =
  AccountAnswer | PaidAnswer | StatusAnswer | CancelledAnswer | ServicesAnswer | SchemaAnswer | Refusal;

/** To a check: the payer can be recognised and the payment would be taken. */
export interface AccountAnswer {
  readonly kind: 'account';
  /** Masked already: `И***** П***** С.`; a dialect shows it as it is. */
  readonly payer: string | null;
  readonly address: string | null;
  /** Positive is a debt, negative an advance. */
  readonly balance: Money;
  /** What is advised to pay now, not below zero. */
  readonly due: Money;
  /** More to show the payer, in words: period, service, recipient. */
  readonly shown?: readonly { readonly name: string; readonly value: string }[];
}

/** To a payment: it is in the books, now or from the first time on. */
export interface PaidAnswer {
  readonly kind: 'paid';
  /** Digits: what we number the payment by. */
  readonly ourId: string;
  readonly amount: Money;
  /** When we registered it, in the channel's zone: `2026-11-22T12:31:00`. */
  readonly registeredAt: string;
  readonly repeated: boolean;
}

export interface StatusAnswer {
  readonly kind: 'status';
  readonly state: 'paid' | 'cancelled';
  readonly ourId: string;
  readonly amount: Money;
  readonly registeredAt: string;
}

export interface CancelledAnswer {
  readonly kind: 'cancelled';
  readonly ourId: string;
  readonly amount: Money;
  readonly cancelledAt: string;
}

export interface PayableService {
  readonly code: string;
  readonly name: string;
  /** Who gets the money. */
  readonly recipient: string;
}

export interface ServicesAnswer {
  readonly kind: 'services';
  readonly services: readonly PayableService[];
}

export interface SchemaField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'digits' | 'sum' | 'period' | 'reading';
  readonly required: boolean;
}

export interface SchemaAnswer {
  readonly kind: 'schema';
  readonly service: string;
  readonly fields: readonly SchemaField[];
}

/**
 * Why there is no payment. No reason means "something broke here": a fault of ours is `temporary`, which every dialect
 * puts so that the agent asks again.
 */
export type RefusalReason =
  | 'request-wrong'
  | 'unknown-action'
  | 'credentials'
  | 'account-unknown'
  | 'account-format'
  | 'account-closed'
  | 'service-unknown'
  | 'transaction-format'
  /** The same number with another sum or account. */
  | 'transaction-conflict'
  | 'transaction-unknown'
  | 'transaction-cancelled'
  | 'cancel-impossible'
  | 'amount-wrong'
  | 'amount-too-small'
  | 'amount-too-large'
  | 'date-wrong'
  | 'field-wrong'
  | 'schema-outdated'
  /** Payments for this account are not taken: its house has left us, a court forbids. */
  | 'forbidden'
  | 'channel-off'
  /** The first call with this number is still being entered. */
  | 'unfinished'
  | 'temporary';

export interface Refusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** Instead of the customary words. */
  readonly comment?: string;
}

/** Status 200 always: these agents read the code in the body, and some drop a payment on any other. */
export interface BillerReply {
  readonly status: 200;
  readonly contentType: string;
  readonly body: Uint8Array;
}

export interface BillerDialect {
  /** Never throws: what can't be read is an `unreadable` request with its refusal. */
  read(call: BillerCall, settings?: BillerSettings): BillerRequest;
  /** Never throws: an answer that doesn't belong to the request is told as a temporary fault. */
  write(answer: BillerAnswer, request: BillerRequest, settings?: BillerSettings): BillerReply;
}

export function refused(reason: RefusalReason, comment?: string): Refusal {
  return comment === undefined ? { kind: 'refused', reason } : { kind: 'refused', reason, comment };
}

export function unreadable(reason: RefusalReason, said: Asked['said'] = {}): UnreadableRequest {
  return { kind: 'unreadable', said, refusal: refused(reason) };
}

const FITTING: Readonly<Record<BillerRequest['kind'], BillerAnswer['kind'] | null>> = {
  check: 'account',
  pay: 'paid',
  status: 'status',
  cancel: 'cancelled',
  services: 'services',
  schema: 'schema',
  unreadable: null,
};

/** The answer, or a temporary fault where it answers something else: a payment must not be confirmed by a check's "ok". */
export function fitting(answer: BillerAnswer, request: BillerRequest): BillerAnswer {
  return answer.kind === 'refused' || answer.kind === FITTING[request.kind] ? answer : refused('temporary');
}

/** The words for the payer and the agent's engineer; what the dialect's own table calls otherwise is no matter. */
export function refusalWords({ reason, comment }: Refusal): string {
  return comment ?? WORDS[reason];
}

const WORDS: Readonly<Record<RefusalReason, string>> = {
  'request-wrong': 'Запрос не разобран: проверьте состав параметров',
  'unknown-action': 'Неизвестный тип запроса',
  credentials: 'Аутентификация не выполнена',
  'account-unknown': 'Лицевой счёт не найден',
  'account-format': 'Неверный формат лицевого счёта',
  'account-closed': 'Лицевой счёт закрыт, платежи не принимаются',
  'service-unknown': 'Услуга не найдена',
  'transaction-format': 'Неверный номер платежа',
  'transaction-conflict': 'Платёж с этим номером уже принят с другой суммой или на другой счёт',
  'transaction-unknown': 'Платёж с таким номером не найден',
  'transaction-cancelled': 'Платёж с таким номером отменён',
  'cancel-impossible': 'Платёж не может быть отменён',
  'amount-wrong': 'Неверная сумма платежа',
  'amount-too-small': 'Сумма слишком мала',
  'amount-too-large': 'Сумма слишком велика',
  'date-wrong': 'Неверная дата платежа',
  'field-wrong': 'Неверное значение дополнительного поля',
  'schema-outdated': 'Форма платежа устарела: запросите её заново',
  forbidden: 'Приём платежей по этому счёту запрещён',
  'channel-off': 'Приём платежей по этому каналу выключен',
  unfinished: 'Платёж ещё проводится. Повторите запрос позже',
  temporary: 'Временная ошибка. Повторите запрос позже',
};
