import type { ProblemText } from './problem-text.js';

/** Receipts and their print. */
export const RECEIPTS_TEXTS = {
  'receipts.month-not-closed': {
    status: 409,
    ru: 'Квитанции печатают после закрытия месяца; {period:month} ещё открыт.',
    en: 'Receipts are printed after the month is closed; {period:month} is still open.',
  },
  'receipt.not-found': { status: 404, ru: 'Такой квитанции нет.', en: 'There is no such receipt.' },
  'receipt-not-printed': {
    status: 500,
    ru: 'Квитанция {receipt} не попала в файл. Напечатайте дом ещё раз.',
    en: 'The receipt {receipt} is not in the file. Print the house again.',
  },
  'chromium-not-found': {
    status: 503,
    ru: 'Печатать нечем: браузер Chromium не найден. Администратору: укажите {setting}.',
    en: 'There is nothing to print with: Chromium was not found. Administrator: set {setting}.',
  },
  'payment-qr-invalid': {
    status: 409,
    ru: 'Платёжный QR не составить: проверьте реквизиты получателя.',
    en: 'The payment QR can’t be made: check the bank details of the recipient.',
  },
  'receipt-does-not-add-up': {
    status: 409,
    ru: 'Строки квитанции не сходятся с её итогом; она не выпущена.',
    en: 'The lines of the receipt don’t add up to its total; it was not issued.',
  },
} as const satisfies Record<string, ProblemText>;
