import type { ProblemText } from './problem-text.js';

/** Penalties for late payment. */
export const PENALTIES_TEXTS = {
  'penalty.law-value': {
    status: 409,
    ru: 'Параметр закона «{code}» не читается: «{value}». Исправьте справочник законов, пени без него не считаются.',
    en: 'The parameter of law "{code}" can’t be read: "{value}". Mend the law’s parameters: penalties wait for it.',
  },
} as const satisfies Record<string, ProblemText>;
