import type { BenchOutcome, FormulaFault, FormulaFaultCode } from '@dvor/billing';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';

/** What is wrong with a formula, and how to mend it. */
const FAULT_TEXTS: Readonly<Record<FormulaFaultCode, Readonly<Record<Language, string>>>> = {
  empty: {
    ru: 'Формулы нет. Напишите её, например: площадь × тариф.',
    en: 'There is no formula. Write one, such as: area × rate.',
  },
  'too-long': {
    ru: 'Формула длиннее {most} знаков. Сократите её или разделите услугу на две.',
    en: 'The formula has more than {most} characters. Shorten it, or divide the service in two.',
  },
  'too-deep': {
    ru: 'Больше {most} скобок одна в другой. Упростите формулу.',
    en: 'More than {most} brackets within each other. Make the formula simpler.',
  },
  'bad-character': {
    ru: 'Знак «{character}» здесь ничего не значит. Уберите его.',
    en: 'The sign "{character}" means nothing here. Take it out.',
  },
  'bad-number': {
    ru: '«{number}» – не число. Пишите 1234,56: одна запятая, не больше 18 цифр с каждой стороны. Части функции разделяет точка с запятой.',
    en: '"{number}" is no number. Write 1234.56: one point, at most 18 digits on each side. Parts of a function are divided by a semicolon.',
  },
  'open-quote': {
    ru: 'Кавычка не закрыта. Закройте её после кода услуги.',
    en: 'A quotation mark is open. Close it after the code of the service.',
  },
  'open-bracket': {
    ru: 'У скобки нет пары. Добавьте вторую или уберите эту.',
    en: 'A bracket has no other half. Add it, or take this one out.',
  },
  'unknown-name': {
    ru: '«{name}» – нет такой величины, функции или единицы. Похоже на: {near}. Выберите величину из списка.',
    en: '"{name}" is no quantity, function or unit. It looks like: {near}. Choose a quantity from the list.',
  },
  'value-expected': {
    ru: 'Здесь нужно число, величина или скобка. Допишите или уберите лишний знак перед этим местом.',
    en: 'A number, a quantity or a bracket has to stand here. Add it, or take out the sign before this place.',
  },
  'operator-expected': {
    ru: 'Здесь нужен знак: +, −, ×, / или точка с запятой между частями функции.',
    en: 'A sign has to stand here: +, −, ×, / or a semicolon between parts of a function.',
  },
  'argument-count': {
    ru: 'У функции {function} должно быть частей: {needs}. Разделите их точкой с запятой.',
    en: 'The function {function} needs parts: {needs}. Divide them by semicolons.',
  },
  'service-expected': {
    ru: 'Код услуги пишется в кавычках внутри функции объём: объём("cold-water").',
    en: 'The code of a service stands in quotation marks within the function volume: volume("cold-water").',
  },
  'unknown-service': {
    ru: 'Услуги с кодом «{service}» нет. Возьмите код из справочника услуг.',
    en: 'There is no service with the code "{service}". Take the code from the dictionary of services.',
  },
  'unit-mismatch': {
    ru: 'Разные единицы: слева «{left}», справа «{right}». Складывать, сравнивать и выбирать можно только одинаковые. У числа единица пишется после него: 50 м², 100 ₽.',
    en: 'Different units: "{left}" and "{right}". Only like can be added, compared or chosen between. A number has its unit after it: 50 m2, 100 RUB.',
  },
  'condition-misplaced': {
    ru: 'Сравнение может стоять только первой частью функции «если».',
    en: 'A comparison may stand only as the first part of the function if.',
  },
  'condition-expected': {
    ru: 'Первой частью «если» должно быть сравнение, например: площадь > 50 м².',
    en: 'The first part of if has to be a comparison, such as: area > 50 m2.',
  },
  'not-roubles': {
    ru: 'Формула даёт «{unit}», а нужны рубли. Проверьте единицу тарифа и множители.',
    en: 'The formula gives "{unit}", and roubles are needed. Check the unit of the tariff and the factors.',
  },
};

const OUTCOME_TEXTS: Readonly<Record<NonNullable<BenchOutcome['why']>, Readonly<Record<Language, string>>>> = {
  fault: { ru: 'В формуле ошибка.', en: 'The formula has a fault.' },
  'no-input': { ru: 'Укажите: {input}.', en: 'Give a figure: {input}.' },
  'bad-input': {
    ru: '{input}: нужно число, не меньше нуля.',
    en: '{input}: a number is needed, not below zero.',
  },
  'division-by-zero': { ru: 'Деление на ноль.', en: 'Division by zero.' },
  'negative-result': { ru: 'Сумма меньше нуля.', en: 'The sum is below zero.' },
};

export function faultText({ code, details }: FormulaFault, language: Language): string {
  const { near } = details;
  const text = FAULT_TEXTS[code][language];
  const told = near === null ? text.replace(/ (Похоже на|It looks like): \{near\}\./, '') : text;
  const plain = language === 'ru' ? 'число без единицы' : 'a plain number';
  const units = Object.fromEntries(
    ['left', 'right', 'unit'].filter((name) => details[name] === '').map((name) => [name, plain]),
  );
  return fillText(told, { ...details, ...units }, language);
}

/** `null`: the formula came to a sum, right or not. */
export function outcomeText({ why, input }: BenchOutcome, language: Language): string | null {
  return why && fillText(OUTCOME_TEXTS[why][language], { input }, language);
}
