import type { ProblemText } from './problem-text.js';

/** The books. */
export const LEDGER_TEXTS = {
  'ledger.empty': { status: 409, ru: 'В проводке нет ни одной суммы.', en: 'The entry has no posting.' },
  'ledger.key-conflict': {
    status: 409,
    ru: 'Под ключом {key} уже есть другая проводка.',
    en: 'There is another entry under the key {key}.',
  },
  'ledger.month-closed': {
    status: 409,
    ru: 'Месяц {period:month} закрыт, исправление проводят в открытом.',
    en: 'The month of {period:month} is closed, a correction is booked in the open one.',
  },
  'ledger.unbalanced': {
    status: 409,
    ru: 'Проводка не сходится на {difference:money}.',
    en: 'The entry is out of balance by {difference:money}.',
  },
  'ledger.not-last-closed': {
    status: 409,
    ru: 'Месяц {period:month} не последний закрытый: закрытия отменяют с последнего.',
    en: 'The month of {period:month} is not the last closed: closings are undone from the last.',
  },
} as const satisfies Record<string, ProblemText>;
