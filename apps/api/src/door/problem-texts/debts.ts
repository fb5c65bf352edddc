import type { ProblemText } from './problem-text.js';

/** Debts as of a day, contacts with debtors, disputes. */
export const DEBTS_TEXTS = {
  'debt.in-future': {
    status: 422,
    ru: 'День {asOf:date} ещё не настал. Выберите сегодня или прошедший день.',
    en: '{asOf:date} has not come yet. Choose today or a day before it.',
  },
  'dispute.not-found': { status: 404, ru: 'Такого спора нет.', en: 'There is no such dispute.' },
  'dispute.closed': {
    status: 409,
    ru: 'Спор закрыт {closedOn:date}. Если возражают снова, откройте новый.',
    en: 'The dispute was closed on {closedOn:date}. If it is raised again, open another.',
  },
  'dispute.in-future': {
    status: 422,
    ru: 'День {openedOn:date} ещё не настал. Спор открывают и закрывают не позже сегодняшнего дня.',
    en: '{openedOn:date} has not come yet. A dispute is opened and closed no later than today.',
  },
  'dispute.closed-before-opened': {
    status: 422,
    ru: 'Спор открыт {openedOn:date}: закрыть его раньше нельзя.',
    en: 'The dispute was opened on {openedOn:date}: it can’t be closed before that.',
  },
  'dispute.amount-zero': {
    status: 422,
    ru: 'Спорная сумма должна быть больше нуля. Если спорно всё, оставьте её пустой.',
    en: 'A disputed sum must be above zero. Where all is disputed, leave it out.',
  },
  'contact.not-found': { status: 404, ru: 'Такого контакта нет.', en: 'There is no such contact.' },
  'contact.withdrawn': {
    status: 409,
    ru: 'Запись уже снята: {reason}.',
    en: 'It has been taken out already: {reason}.',
  },
  'contact.in-future': {
    status: 422,
    ru: 'День {on:date} ещё не настал. Контакт записывают не раньше, чем он был.',
    en: '{on:date} has not come yet. A contact is written down once it has been.',
  },
  'contact.promise-before': {
    status: 422,
    ru: 'Обещано заплатить до {by:date}, а говорили позже. Исправьте один из дней.',
    en: 'The promise ends on {by:date}, before the talk itself. Put one of the days right.',
  },
  'contact.promise-zero': {
    status: 422,
    ru: 'Обещанная сумма должна быть больше нуля.',
    en: 'A promised sum must be above zero.',
  },
} as const satisfies Record<string, ProblemText>;
