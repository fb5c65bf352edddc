import type { ProblemText } from './problem-text.js';

/** Benefits and subsidies. */
export const BENEFITS_TEXTS = {
  'benefit.category-not-found': {
    status: 404,
    ru: 'Такой категории льгот нет.',
    en: 'There is no such category of benefits.',
  },
  'benefit.category-taken': {
    status: 409,
    ru: 'Код {code} уже занят другой категорией льгот. Выберите другой.',
    en: 'The code {code} belongs to another category of benefits. Choose another one.',
  },
  'benefit.category-archived': {
    status: 409,
    ru: 'Категория «{name}» больше не действует, новым людям её не назначают.',
    en: 'The category “{name}” is no longer in use; nobody new gets it.',
  },
  'benefit.unknown-service': {
    status: 422,
    ru: 'Услуги с кодом {service} нет. Выберите её из списка услуг.',
    en: 'There is no service {service}. Choose one from the list.',
  },
  'benefit.percent': {
    status: 422,
    ru: '{service}: процент {percent} невозможен. Нужно больше 0 и не больше 100, каждая услуга и возраст – один раз, норма объёма больше нуля.',
    en: '{service}: {percent} per cent is impossible. It is above 0 and no more than 100, each service and age stand once, a norm of volume is above zero.',
  },
  'benefit.area-norm': {
    status: 422,
    ru: 'Норма площади {norm} невозможна: она больше нуля.',
    en: 'A norm of area of {norm} is impossible: it is above zero.',
  },
  'benefit.capital-repair-above-half': {
    status: 422,
    ru: 'Инвалидам взнос на капремонт компенсируют не больше чем на 50 %, указано {percent} %.',
    en: 'Disabled people are let off no more than 50 % of capital repair; {percent} % was given.',
  },
  'benefit.not-a-person': {
    status: 422,
    ru: 'Льгота бывает только у человека, а {name} – организация.',
    en: 'Only a person has a benefit; {name} is a firm.',
  },
  'benefit.no-terms': {
    status: 409,
    ru: 'У категории «{category}» на эти дни не указаны проценты. Сначала внесите их.',
    en: 'The category “{category}” has no percents for these days. Enter them first.',
  },
  'benefit.no-birth-date': {
    status: 409,
    ru: 'Льгота зависит от возраста, а дата рождения не указана: {name}. Внесите её в карточку человека.',
    en: 'The benefit depends on age, and the date of birth is not known: {name}. Enter it on the person’s card.',
  },
  'benefit.none': {
    status: 404,
    ru: 'На {date:date} и позже такой льготы нет.',
    en: 'There is no such benefit on {date:date} or later.',
  },

  'subsidy.amount': {
    status: 422,
    ru: 'Субсидия {amount} невозможна: она больше нуля.',
    en: 'A subsidy of {amount} is impossible: it is above zero.',
  },
  'subsidy.none': {
    status: 404,
    ru: 'На {date:date} и позже такой субсидии нет.',
    en: 'There is no such subsidy on {date:date} or later.',
  },
} as const satisfies Record<string, ProblemText>;
