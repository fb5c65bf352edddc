import type { OutboxEvent } from '@dvor/platform';

/** What a field of an event holds. All are strings; none is ever a name, an address or anything else of a person. */
type Field = 'id' | 'money' | 'month' | 'day' | 'moment' | 'text' | 'payment-state';

interface PublicEvent {
  /** What receivers know it by. It never changes its meaning: a new meaning is a new type. */
  readonly type: string;
  /** The event of the outbox it is made of. */
  readonly from: string;
  readonly title: { readonly ru: string; readonly en: string };
  /** Events of one object are sent in order; `id` names the field. */
  readonly object: { readonly type: string; readonly id: string };
  readonly fields: Readonly<Record<string, Field>>;
  /** Fields that are not always there. */
  readonly optional?: readonly string[];
}

/**
 * What is told of a payment, as it stands when the event happens. `externalId` is the channel's own number of it, `channel`
 * the channel's code. Money that waits for its account has no `accountNumber`.
 */
const PAYMENT: Pick<PublicEvent, 'object' | 'fields' | 'optional'> = {
  object: { type: 'payment', id: 'paymentId' },
  fields: {
    paymentId: 'id',
    state: 'payment-state',
    accountNumber: 'text',
    amount: 'money',
    returned: 'money',
    paidAt: 'moment',
    channel: 'text',
    externalId: 'text',
  },
  optional: ['accountNumber'],
};

/**
 * The catalogue of events that go out by webhooks. A new one is a row here; the outbox event must carry its fields. Only
 * what stands here leaves the house.
 */
export const PUBLIC_EVENTS: readonly PublicEvent[] = [
  {
    type: 'run.ready',
    from: 'billing.run-ready',
    title: { ru: 'Расчёт месяца готов к проверке', en: 'The month is calculated and can be reviewed' },
    object: { type: 'run', id: 'runId' },
    fields: { runId: 'id' },
  },
  {
    type: 'run.closed',
    from: 'billing.month-closed',
    title: { ru: 'Месяц закрыт', en: 'The month is closed' },
    object: { type: 'run', id: 'runId' },
    fields: { runId: 'id' },
  },
  {
    type: 'run.reopened',
    from: 'billing.month-reopened',
    title: { ru: 'Закрытие месяца отменено', en: 'The closing of the month was undone' },
    object: { type: 'run', id: 'runId' },
    fields: { runId: 'id' },
  },
  {
    type: 'run.cancelled',
    from: 'billing.run-cancelled',
    title: { ru: 'Расчёт месяца отменён', en: 'The calculation of the month was cancelled' },
    object: { type: 'run', id: 'runId' },
    fields: { runId: 'id' },
  },
  {
    type: 'receipts.printed',
    from: 'receipts.house-printed',
    title: { ru: 'Квитанции дома напечатаны', en: 'The receipts of a house are printed' },
    object: { type: 'house', id: 'houseId' },
    fields: { runId: 'id', houseId: 'id' },
  },
  {
    type: 'supplier.bank-details-changed',
    from: 'supplier.bank-details-changed',
    title: { ru: 'Реквизиты поставщика изменены', en: 'The bank details of a supplier have changed' },
    object: { type: 'supplier', id: 'supplierId' },
    fields: { supplierId: 'id', changeId: 'id' },
  },
  {
    type: 'payment.posted',
    from: 'payments.registered',
    title: { ru: 'Платёж проведён', en: 'A payment is posted' },
    ...PAYMENT,
  },
  {
    type: 'payment.moved',
    from: 'payments.moved',
    title: { ru: 'Платёж отнесён на другой счёт', en: 'A payment is moved to another account' },
    ...PAYMENT,
  },
  {
    type: 'payment.refunded',
    from: 'payments.returned',
    title: { ru: 'Платёж возвращён или отменён', en: 'A payment is given back or taken back' },
    ...PAYMENT,
  },
];

/** Sent on request, to try an endpoint out. */
export const TRIAL_EVENT = 'webhook.trial';

export interface Message {
  readonly type: string;
  readonly object: { readonly type: string; readonly id: string };
  readonly data: Readonly<Record<string, string>>;
}

/** What of an event of the outbox is told outside; `null`: nothing. */
export function messageOf({ type, payload }: OutboxEvent): Message | null {
  const event = PUBLIC_EVENTS.find(({ from }) => from === type);
  if (!event) return null;
  const told = Object.keys(event.fields).filter((field) => payload[field] !== undefined);
  return {
    type: event.type,
    object: { type: event.object.type, id: String(payload[event.object.id] ?? '') },
    data: Object.fromEntries(told.map((field) => [field, String(payload[field])])),
  };
}

/** The body that is sent, by Standard Webhooks: what, when, and its data. */
export function bodyOf({ type, data }: Pick<Message, 'type' | 'data'>, occurredAt: Date): string {
  return JSON.stringify({ type, timestamp: occurredAt.toISOString(), data });
}

/** JSON Schema of the body of an event. */
export function schemaOf({ type, fields, optional = [] }: Pick<PublicEvent, 'type' | 'fields' | 'optional'>): object {
  const required = Object.keys(fields).filter((name) => !optional.includes(name));
  const properties = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, SHAPES[field]]));
  return {
    type: 'object',
    required: ['type', 'timestamp', 'data'],
    properties: {
      type: { const: type },
      timestamp: { type: 'string', format: 'date-time' },
      data: { type: 'object', required, properties },
    },
  };
}

const SHAPES: Readonly<Record<Field, object>> = {
  id: { type: 'string', pattern: '^\\d+$' },
  money: { type: 'string', pattern: '^-?\\d+\\.\\d{2}$', description: 'Roubles' },
  month: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
  day: { type: 'string', format: 'date' },
  moment: { type: 'string', format: 'date-time' },
  text: { type: 'string' },
  'payment-state': {
    type: 'string',
    enum: ['posted', 'waiting', 'returned'],
    description: '`waiting`: its account is not known yet; `returned`: nothing of it stands',
  },
};
