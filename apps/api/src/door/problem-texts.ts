import type { Language } from './language.js';
import { ACCESS_TEXTS } from './problem-texts/access.js';
import { APPROVALS_TEXTS } from './problem-texts/approvals.js';
import { BENEFITS_TEXTS } from './problem-texts/benefits.js';
import { BILLING_TEXTS } from './problem-texts/billing.js';
import { CATALOGUE_TEXTS } from './problem-texts/catalogue.js';
import { COLLECTION_TEXTS } from './problem-texts/collection.js';
import { DEBTS_TEXTS } from './problem-texts/debts.js';
import { EXCHANGE_TEXTS } from './problem-texts/exchange.js';
import { HOUSING_TEXTS } from './problem-texts/housing.js';
import { IMPORTS_TEXTS } from './problem-texts/imports.js';
import { LEDGER_TEXTS } from './problem-texts/ledger.js';
import { METERING_TEXTS } from './problem-texts/metering.js';
import { ORGANIZATION_TEXTS } from './problem-texts/organization.js';
import { PAYMENTS_TEXTS } from './problem-texts/payments.js';
import { PENALTIES_TEXTS } from './problem-texts/penalties.js';
import { PLATFORM_TEXTS } from './problem-texts/platform.js';
import type { ProblemText } from './problem-texts/problem-text.js';
import { RECEIPTS_TEXTS } from './problem-texts/receipts.js';
import { WRITE_OFFS_TEXTS } from './problem-texts/write-offs.js';

/** The broken rules, by subject. A code stands in one part only: a spec keeps it so. */
export const PROBLEM_PARTS = [
  ACCESS_TEXTS,
  ORGANIZATION_TEXTS,
  PLATFORM_TEXTS,
  APPROVALS_TEXTS,
  HOUSING_TEXTS,
  BENEFITS_TEXTS,
  CATALOGUE_TEXTS,
  METERING_TEXTS,
  BILLING_TEXTS,
  LEDGER_TEXTS,
  PAYMENTS_TEXTS,
  PENALTIES_TEXTS,
  WRITE_OFFS_TEXTS,
  DEBTS_TEXTS,
  COLLECTION_TEXTS,
  RECEIPTS_TEXTS,
  IMPORTS_TEXTS,
  EXCHANGE_TEXTS,
] as const;

/**
 * The one table of broken rules, put together from its parts. Every code that libs or apps throw stands here; a spec
 * reads their sources and fails when one is missing. `{period:month}` writes 2026-10 as a month, `{day:date}` a day,
 * `{sum:money}` roubles.
 */
export const PROBLEM_TEXTS = {
  ...ACCESS_TEXTS,
  ...ORGANIZATION_TEXTS,
  ...PLATFORM_TEXTS,
  ...APPROVALS_TEXTS,
  ...HOUSING_TEXTS,
  ...BENEFITS_TEXTS,
  ...CATALOGUE_TEXTS,
  ...METERING_TEXTS,
  ...BILLING_TEXTS,
  ...LEDGER_TEXTS,
  ...PAYMENTS_TEXTS,
  ...PENALTIES_TEXTS,
  ...WRITE_OFFS_TEXTS,
  ...DEBTS_TEXTS,
  ...COLLECTION_TEXTS,
  ...RECEIPTS_TEXTS,
  ...IMPORTS_TEXTS,
  ...EXCHANGE_TEXTS,
} as const satisfies Record<string, ProblemText>;

/** Requests that break no rule of the trade but never reached one: the framework's own refusals, by status. */
export const STATUS_TEXTS: Readonly<
  Record<number, { readonly code: string; readonly ru: string; readonly en: string }>
> = {
  400: { code: 'http.bad-request', ru: 'Запрос не разобрать.', en: 'The request can’t be read.' },
  401: { code: 'auth.signed-out', ru: 'Войдите, чтобы продолжить.', en: 'Sign in to go on.' },
  403: { code: 'http.forbidden', ru: 'Этого делать нельзя.', en: 'This is not allowed.' },
  404: { code: 'http.not-found', ru: 'Такого адреса нет.', en: 'There is no such address.' },
  405: { code: 'http.method-not-allowed', ru: 'По этому адресу так нельзя.', en: 'This address does not allow it.' },
  413: { code: 'http.too-large', ru: 'Запрос слишком велик.', en: 'The request is too large.' },
  415: { code: 'http.unsupported-media-type', ru: 'Ожидается JSON.', en: 'JSON is expected.' },
  422: { code: 'validation', ru: 'Проверьте отмеченные поля.', en: 'Check the marked fields.' },
  503: {
    code: 'http.unavailable',
    ru: 'Сервис сейчас недоступен. Повторите позже.',
    en: 'The service is not available. Try again later.',
  },
  500: {
    code: 'unexpected',
    ru: 'Что-то пошло не так. Мы записали это; назовите поддержке номер ошибки.',
    en: 'Something went wrong. It was recorded; tell support the trace id.',
  },
};

/** The kind of refusal, the same for all of its status. */
export const TITLES: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  400: { ru: 'Неверный запрос', en: 'Bad request' },
  401: { ru: 'Нужен вход', en: 'Sign in first' },
  403: { ru: 'Нет доступа', en: 'No access' },
  404: { ru: 'Не найдено', en: 'Not found' },
  409: { ru: 'Сейчас это невозможно', en: 'Not possible now' },
  412: { ru: 'Данные изменились', en: 'The data has changed' },
  413: { ru: 'Слишком много данных', en: 'Too much data' },
  422: { ru: 'Проверьте данные', en: 'Check the data' },
  423: { ru: 'Вход закрыт', en: 'Locked' },
  428: { ru: 'Не хватает условия', en: 'A condition is missing' },
  429: { ru: 'Слишком часто', en: 'Too often' },
  500: { ru: 'Ошибка', en: 'Error' },
  503: { ru: 'Недоступно', en: 'Not available' },
};
