import type { ProblemText } from './problem-text.js';

/** Letters to debtors, restriction of services, court. */
export const COLLECTION_TEXTS = {
  'debt-step.not-found': {
    status: 404,
    ru: 'Такого действия по долгу нет. Обновите страницу.',
    en: 'There is no such step of a debt. Refresh the page.',
  },
  'debt-step.voided': {
    status: 409,
    ru: 'Это действие уже отменено.',
    en: 'This step is taken back already.',
  },
} as const satisfies Record<string, ProblemText>;
