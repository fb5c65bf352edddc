import type { DetailValue } from '@dvor/kernel';
import type { Approval, ApprovalAction } from '@dvor/platform';
import { checkTitle, isCheckCode } from '../billing/close-texts.js';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';
import type { ApprovalDto } from './approvals.dto.js';

type Words = Readonly<Record<Language, string>>;

/** What is to be done, and how the rule about it is called. `{label}` is the object's. */
const ACTIONS: Readonly<Record<ApprovalAction, { readonly title: Words; readonly rule: Words }>> = {
  'run.close': {
    title: { ru: 'Закрыть {label:month}', en: 'Close {label:month}' },
    rule: { ru: 'Закрытие месяца', en: 'Closing a month' },
  },
  'run.reopen': {
    title: { ru: 'Отменить закрытие: {label:month}', en: 'Undo the closing of {label:month}' },
    rule: { ru: 'Отмена закрытия месяца', en: 'Undoing the closing of a month' },
  },
  'month.skip-step': {
    title: { ru: 'Пропустить проверку: {label}', en: 'Skip a check: {label}' },
    rule: { ru: 'Пропуск проверки перед закрытием', en: 'Skipping a check before closing' },
  },
  'recalculation.mass': {
    title: { ru: 'Массовый перерасчёт: {label}', en: 'Mass recalculation: {label}' },
    rule: { ru: 'Массовый перерасчёт', en: 'Mass recalculation' },
  },
  'correction.above-limit': {
    title: { ru: 'Ручная корректировка: {label}', en: 'Manual correction: {label}' },
    rule: { ru: 'Ручная корректировка сверх предела', en: 'Manual correction above the limit' },
  },
  'debt.write-off': {
    title: { ru: 'Списать долг: {label}', en: 'Write off a debt: {label}' },
    rule: { ru: 'Списание долга', en: 'Writing off a debt' },
  },
  'approval.waive': {
    title: { ru: 'Обходиться без второго человека: {rule}', en: 'Do without a second person: {rule}' },
    rule: { ru: 'Отказ от второго человека', en: 'Doing without a second person' },
  },
};

/** Figures that go with what is asked; a detail that is not named here is not shown. */
const FIGURES: Readonly<Record<string, Words & { readonly how?: 'money' | 'month' | 'date' }>> = {
  amount: { ru: 'Сумма', en: 'Sum', how: 'money' },
  before: { ru: 'Было', en: 'Was', how: 'money' },
  after: { ru: 'Станет', en: 'Will be', how: 'money' },
  period: { ru: 'Месяц', en: 'Month', how: 'month' },
  accounts: { ru: 'Счетов', en: 'Accounts' },
  houses: { ru: 'Домов', en: 'Houses' },
  months: { ru: 'Месяцев', en: 'Months' },
  lines: { ru: 'Строк', en: 'Lines' },
  account: { ru: 'Лицевой счёт', en: 'Account' },
  service: { ru: 'Услуга', en: 'Service' },
  services: { ru: 'Услуги', en: 'Services' },
  from: { ru: 'Изменено с', en: 'Changed since', how: 'date' },
  cutOff: { ru: 'И за давние месяцы, с', en: 'And for months long past, from', how: 'month' },
  limit: { ru: 'Предел', en: 'Limit', how: 'money' },
  bills: { ru: 'Счетов задержано', en: 'Bills held' },
};

export function approvalTitle({ action, object }: Pick<Approval, 'action' | 'object'>, language: Language): string {
  const rule = Object.hasOwn(ACTIONS, object.id) ? ruleTitle(object.id as ApprovalAction, language) : object.label;
  const label = isCheckCode(object.label) ? checkTitle(object.label, language).toLowerCase() : object.label;
  return fillText(ACTIONS[action].title[language], { label, rule }, language);
}

export function ruleTitle(action: ApprovalAction, language: Language): string {
  return ACTIONS[action].rule[language];
}

export function figuresOf(details: Readonly<Record<string, DetailValue>>, language: Language): ApprovalDto['figures'] {
  return Object.entries(FIGURES)
    .filter(([name]) => details[name] !== undefined && details[name] !== null)
    .map(([name, words]) => ({
      label: words[language],
      value: fillText(words.how ? `{value:${words.how}}` : '{value}', { value: details[name]! }, language),
    }));
}
