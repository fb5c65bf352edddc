import type { ProblemText } from './problem-text.js';

/** A second person's word (IAM-02). */
export const APPROVALS_TEXTS = {
  'approval.not-found': { status: 404, ru: 'Такой просьбы о решении нет.', en: 'There is no such request.' },
  'approval.own': {
    status: 409,
    ru: 'Это вы попросили сами: решает другой человек. Свою просьбу можно отозвать.',
    en: 'You have asked for this yourself: another person decides. You may take your request back.',
  },
  'approval.not-own': {
    status: 409,
    ru: 'Отозвать просьбу может только тот, кто попросил. Вы можете отказать.',
    en: 'Only whoever has asked may take a request back. You may refuse it.',
  },
  'approval.decided': {
    status: 409,
    ru: 'Решение уже принято или просьба отозвана. Обновите страницу.',
    en: 'It is decided already or was taken back. Reload the page.',
  },
  'approval.required': {
    status: 409,
    ru: 'Нужно решение второго человека. Попросите его; прежнее решение не действует, если с тех пор что-то изменилось.',
    en: 'A second person’s word is needed. Ask for it; an earlier word does not count once something has changed.',
  },
  'approval.waiting': {
    status: 409,
    ru: 'Второй человек ещё не решил. Дождитесь решения.',
    en: 'The second person has not decided yet. Wait for the decision.',
  },
  'approval.refused': {
    status: 409,
    ru: 'Второй человек отказал: {note}. Исправьте и попросите снова.',
    en: 'The second person has refused: {note}. Mend it and ask again.',
  },
  'approval.not-waivable': {
    status: 422,
    ru: 'От второго человека здесь отказаться нельзя.',
    en: 'The second person cannot be done without here.',
  },
} as const satisfies Record<string, ProblemText>;
