import { Injectable } from '@nestjs/common';
import { Services, Suppliers } from '@dvor/catalogue';
import { formatPeriod, type LocalDate, Money } from '@dvor/kernel';
import type {
  Allocated,
  AllocationEvidence,
  PaymentCard,
  PaymentRow,
  PaymentTotals,
  SplitPart,
  StoredWords,
} from '@dvor/payments';
import { OrganizationClock, type Tx } from '@dvor/platform';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';
import { maskPersonal } from './mask-personal.js';
import type { AllocationDto, NameDto, PaymentCardDto, PaymentDto, PaymentPartDto } from './payments.dto.js';

type Words = Readonly<Record<Language, string>>;
type Part = AllocationEvidence['parts'][number];
type Reason = Part['reason'];

/** Payments in people's words. */
@Injectable()
export class PaymentViews {
  constructor(
    private readonly services: Services,
    private readonly suppliers: Suppliers,
    private readonly clock: OrganizationClock,
  ) {}

  async card(tx: Tx, card: PaymentCard, language: Language, { plain }: { plain: boolean }): Promise<PaymentCardDto> {
    const names = await this.names(tx);
    const { paidAt, words, recordedBy, evidence, split, recipients, operations } = card;
    const shown = (text: string | null) => (text === null || plain ? text : maskPersonal(text));
    return {
      ...paymentRow(card),
      paidAt,
      words: { ...describeWords(words, names), purpose: shown(words.purpose ?? null) },
      recordedBy,
      rule: evidence && ruleText(evidence.rule, names, language),
      split: split.map((part) => describeSplit(part, evidence, names, language)),
      recipients: recipients.map(({ recipientId, amount, fee, stage, sentOn }) => ({
        ...{ stage, sentOn },
        recipient: names.supplier(recipientId),
        amount: amount.toString(),
        fee: fee.toString(),
      })),
      operations: operations.map((operation) => ({ ...operation, amount: operation.amount.toString() })),
      request: shown(card.request),
      answer: shown(card.answer),
    };
  }

  async allocation(tx: Tx, { evidence, offsets, parts }: Allocated, language: Language): Promise<AllocationDto> {
    const names = await this.names(tx);
    const ahead = parts.filter(({ reason }) => reason.by === 'advance');
    const setOff = offsets.filter(({ amount }) => !amount.isNegative);
    return {
      parts: evidence.parts.map((part) => describePart(part, evidence, names, language)),
      setOff: Money.sum(setOff.map(({ amount }) => amount)).toString(),
      advance: Money.sum(ahead.map(({ amount }) => amount)).toString(),
    };
  }

  async split(tx: Tx, parts: readonly SplitPart[], language: Language): Promise<PaymentPartDto[]> {
    const names = await this.names(tx);
    return parts.map((part) => describeSplit(part, null, names, language));
  }

  private async names(tx: Tx): Promise<Names> {
    const today: LocalDate = await this.clock.today(tx);
    const services = new Map((await this.services.list(tx)).map(({ id, name }) => [id as string, name]));
    const suppliers = new Map((await this.suppliers.list(tx, today)).map(({ id, name }) => [id as string, name]));
    return { service: namer(services), supplier: namer(suppliers) };
  }
}

export function paymentRow({ amount, returned, fee, ...row }: PaymentRow): PaymentDto {
  const { id, channel, externalId, accountGiven, account, feePayer, paidOn, bookedOn, receivedAt, state } = row;
  return {
    ...{ id, channel, externalId, accountGiven, account, feePayer, paidOn, bookedOn, receivedAt, state },
    amount: amount.toString(),
    returned: returned.toString(),
    fee: fee.toString(),
  };
}

export function paymentTotals({ count, amount, returned }: PaymentTotals) {
  return { count, amount: amount.toString(), returned: returned.toString() };
}

interface Names {
  readonly service: (id: string | null) => NameDto | null;
  readonly supplier: (id: string | null) => NameDto | null;
}

function namer(names: ReadonlyMap<string, string>): (id: string | null) => NameDto | null {
  return (id) => (id === null ? null : { id, name: names.get(id) ?? '' });
}

function describeWords({ period, services = [], penalties }: StoredWords, names: Names) {
  return {
    period: period ?? null,
    services: services.map(({ serviceId, amount }) => ({ service: names.service(serviceId), amount })),
    penalties: penalties ?? null,
  };
}

/** A part of the books with the reason that was written down when it was put there. */
function describeSplit(
  part: SplitPart,
  evidence: AllocationEvidence | null,
  names: Names,
  language: Language,
): PaymentPartDto {
  const place = { ...part, origin: formatPeriod(part.origin) };
  const known = evidence?.parts.find(
    (one) =>
      one.recipientId === place.recipientId &&
      one.serviceId === place.serviceId &&
      one.origin === place.origin &&
      one.kind === place.kind,
  );
  return {
    service: names.service(part.serviceId),
    recipient: names.supplier(part.recipientId),
    period: place.origin,
    kind: part.kind,
    due: known?.due ?? null,
    amount: part.amount.toString(),
    ...(known && evidence
      ? reasonText(known.reason, part.serviceId, evidence, names, language)
      : { reason: '', clause: null }),
  };
}

function describePart(part: Part, evidence: AllocationEvidence, names: Names, language: Language): PaymentPartDto {
  const { serviceId, recipientId, origin, kind, due, amount, reason } = part;
  return {
    service: names.service(serviceId),
    recipient: names.supplier(recipientId),
    period: origin,
    ...{ kind, due, amount },
    ...reasonText(reason, serviceId, evidence, names, language),
  };
}

/** The organisation's rule, with its groups of services in their order. */
function ruleText({ order, groups = [] }: AllocationEvidence['rule'], names: Names, language: Language): string {
  const listed = groups.map((group, i) => `${i + 1}) ${group.map((id) => names.service(id)?.name ?? id).join(', ')}`);
  return [RULES[order][language], ...(listed.length > 0 ? [`${GROUPS[language]}: ${listed.join('; ')}`] : [])].join(
    '. ',
  );
}

/** @param serviceId whose debt it paid: of it, its group is told */
function reasonText(
  reason: Reason,
  serviceId: string | null,
  { rule }: AllocationEvidence,
  names: Names,
  language: Language,
): { reason: string; clause: string | null } {
  const [words, clause] =
    reason.by === 'month'
      ? [MONTH_REASONS[rule.order], PRO_RATA]
      : [REASONS[reason.by].words, REASONS[reason.by].clause];
  const details = {
    ...('period' in reason && { period: reason.period }),
    ...('serviceId' in reason && { service: names.service(reason.serviceId)?.name ?? '' }),
  };
  const text = fillText(words[language], details, language);
  if (!rule.groups || !IN_GROUPS.has(reason.by)) return { reason: text, clause };
  const group = rule.groups.findIndex((services) => services.some((id) => id === serviceId));
  const place = group < 0 ? OTHERS[language] : fillText(GROUP[language], { n: group + 1 }, language);
  return { reason: `${text}; ${place}`, clause: OWN_RULE[language] };
}

/** Steps in which debts of several services are paid at once: there the organisation's groups follow one another. */
const IN_GROUPS: ReadonlySet<Reason['by']> = new Set(['named-period', 'month', 'beyond-limitation', 'all-services']);
const GROUPS: Words = { ru: 'Услуги по очереди', en: 'Services in their order' };
const GROUP: Words = { ru: 'очередь {n}', en: 'group {n}' };
const OTHERS: Words = { ru: 'после очереди', en: 'after the groups' };
const OWN_RULE: Words = { ru: 'Правило организации', en: 'Rule of the organisation' };

const PRO_RATA = 'ПП РФ № 354, п. 118';
const NAMED = 'ГК РФ, ст. 319.1, п. 1';

const REASONS: Readonly<Record<Exclude<Reason['by'], 'month'>, { words: Words; clause: string | null }>> = {
  'named-service': {
    words: { ru: 'Плательщик назвал услугу «{service}»', en: 'The payer named the service “{service}”' },
    clause: NAMED,
  },
  'named-penalties': {
    words: { ru: 'Плательщик назвал пени', en: 'The payer named penalties' },
    clause: NAMED,
  },
  instalment: {
    words: { ru: 'Платёж по рассрочке', en: 'A part of the instalments' },
    clause: 'Соглашение о рассрочке',
  },
  'instalment-ahead': {
    words: { ru: 'Рассрочка вперёд: остальные долги оплачены', en: 'Instalments ahead: all other debts are paid' },
    clause: 'Соглашение о рассрочке',
  },
  'named-period': {
    words: {
      ru: 'Назван {period:month}: пропорционально долгам',
      en: '{period:month} was named, in proportion to debts',
    },
    clause: `${NAMED}; ${PRO_RATA}`,
  },
  'beyond-limitation': {
    words: { ru: 'Долг старше исковой давности – последним', en: 'A debt beyond the limitation comes last' },
    clause: 'ГК РФ, ст. 196, 319.1',
  },
  'all-services': {
    words: { ru: 'Пропорционально всем долгам', en: 'In proportion to all debts' },
    clause: PRO_RATA,
  },
  advance: {
    words: { ru: 'Вперёд: все долги оплачены', en: 'Ahead: all debts are paid' },
    clause: null,
  },
};

const MONTH_REASONS: Readonly<Record<AllocationEvidence['rule']['order'], Words>> = {
  'oldest-first': { ru: 'Сначала старый долг: {period:month}', en: 'The oldest debt first: {period:month}' },
  'current-first': { ru: 'Сначала текущий месяц: {period:month}', en: 'The current month first: {period:month}' },
  'by-service': { ru: 'Пропорционально услугам: {period:month}', en: 'In proportion to services: {period:month}' },
};

const RULES: Readonly<Record<AllocationEvidence['rule']['order'], Words>> = {
  'oldest-first': {
    ru: 'Что названо плательщиком, затем сначала старый долг, внутри месяца – пропорционально долгам',
    en: 'What the payer named, then the oldest debt first, in proportion to debts within a month',
  },
  'current-first': {
    ru: 'Что названо плательщиком, затем текущий месяц и старый долг, внутри месяца – пропорционально долгам',
    en: 'What the payer named, then the current month and old debts, in proportion to debts within a month',
  },
  'by-service': {
    ru: 'Что названо плательщиком, затем все долги пропорционально услугам',
    en: 'What the payer named, then all debts in proportion to services',
  },
};
