import type { ProblemText } from './problem-text.js';

/** Penalties for late payment, and instalments that pause them. */
export const PENALTIES_TEXTS = {
  'penalty.law-value': {
    status: 409,
    ru: 'Параметр закона «{code}» не читается: «{value}». Исправьте справочник законов, пени без него не считаются.',
    en: 'The parameter of law "{code}" can’t be read: "{value}". Mend the law’s parameters: penalties wait for it.',
  },
  'instalment.not-found': {
    status: 404,
    ru: 'Такой рассрочки нет. Обновите список.',
    en: 'There is no such plan of instalments. Reload the list.',
  },
  'instalment.nothing-owed': {
    status: 422,
    ru: 'Рассрочивать нечего: на счёте нет долга, который не входит в другую рассрочку.',
    en: 'There is nothing to put off: the account owes nothing outside another plan.',
  },
  'instalment.place-unknown': {
    status: 422,
    ru: 'Выбранного долга за {period:month} нет: он оплачен или уже в рассрочке. Обновите список долгов и выберите снова.',
    en: 'The chosen debt of {period:month} is not there: it is paid, or in a plan already. Reload the debts and choose again.',
  },
  'instalment.rate-too-high': {
    status: 422,
    ru: 'Проценты {rate} выше предела закона: не больше {most} (ключевая ставка и 3 п. п.). Уменьшите ставку.',
    en: 'Interest of {rate} is above the law’s limit of {most} (the key rate and 3 points). Lower it.',
  },
  'instalment.schedule-sum': {
    status: 422,
    ru: 'График не сходится с долгом: по графику {schedule:money}, долг {debt:money}, разница {difference:money}. Исправьте суммы.',
    en: 'The schedule does not add up to the debt: it says {schedule:money}, the debt is {debt:money}, the difference {difference:money}. Mend the sums.',
  },
  'instalment.schedule-order': {
    status: 422,
    ru: 'Платёж {part} по графику ({date:date}) не позже предыдущего. Расставьте даты по порядку.',
    en: 'Part {part} of the schedule ({date:date}) is not later than the one before. Put the days in order.',
  },
  'instalment.schedule-past': {
    status: 422,
    ru: 'Платёж {part} по графику назначен на прошедший день: {date:date}. Укажите день не раньше сегодняшнего.',
    en: 'Part {part} of the schedule is due on a day gone by: {date:date}. Choose today or a later day.',
  },
  'instalment.schedule-zero': {
    status: 422,
    ru: 'Платёж {part} по графику должен быть больше нуля.',
    en: 'Part {part} of the schedule must be above zero.',
  },
  'instalment.not-draft': {
    status: 409,
    ru: 'Рассрочка № {number} уже начата или закрыта. Обновите страницу.',
    en: 'Plan {number} was begun or ended already. Reload the page.',
  },
  'instalment.debt-changed': {
    status: 409,
    ru: 'Долг за {period:month} изменился: в рассрочке {was:money}, сейчас {now:money}. Составьте рассрочку заново.',
    en: 'The debt of {period:month} has changed: {was:money} in the plan, {now:money} now. Make the plan anew.',
  },
  'instalment.place-taken': {
    status: 409,
    ru: 'Долг за {period:month} уже в другой рассрочке. Отмените её или выберите другие месяцы.',
    en: 'The debt of {period:month} is in another plan already. Cancel that one, or choose other months.',
  },
  'instalment.over': {
    status: 409,
    ru: 'Рассрочка № {number} уже закрыта.',
    en: 'Plan {number} is over already.',
  },
  'instalment.offer-not-found': {
    status: 404,
    ru: 'Такого предложения рассрочки нет. Обновите страницу.',
    en: 'There is no such offer of instalments. Reload the page.',
  },
  'instalment.offer-answered': {
    status: 409,
    ru: 'На это предложение уже ответили, или срок ответа прошёл. Обновите страницу.',
    en: 'This offer was answered already, or its time is over. Reload the page.',
  },
} as const satisfies Record<string, ProblemText>;
