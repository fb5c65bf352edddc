import type { Language } from './language.js';

/** What is wrong with a field, by the name of class-validator's constraint; `{1}` is its first argument. */
export const CONSTRAINT_TEXTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  isDefined: { ru: 'Заполните поле', en: 'Fill this in' },
  isNotEmpty: { ru: 'Заполните поле', en: 'Fill this in' },
  isString: { ru: 'Нужен текст', en: 'A text is needed' },
  isEmail: { ru: 'Это не адрес почты', en: 'This is not an e-mail address' },
  isUuid: { ru: 'Неверный номер', en: 'This is not an id' },
  isInt: { ru: 'Нужно целое число', en: 'A whole number is needed' },
  isBoolean: { ru: 'Нужно «да» или «нет»', en: 'Yes or no is needed' },
  isIn: { ru: 'Возможны только: {1}', en: 'Only these are possible: {1}' },
  isArray: { ru: 'Нужен список', en: 'A list is needed' },
  min: { ru: 'Не меньше {1}', en: 'At least {1}' },
  max: { ru: 'Не больше {1}', en: 'At most {1}' },
  minLength: { ru: 'Не короче {1} знаков', en: 'At least {1} characters' },
  maxLength: { ru: 'Не длиннее {1} знаков', en: 'At most {1} characters' },
  isLength: { ru: 'От {1} до {2} знаков', en: '{1} to {2} characters' },
  nestedValidation: { ru: 'Заполните этот раздел', en: 'Fill in this section' },
  whitelistValidation: { ru: 'Такого поля нет', en: 'There is no such field' },
  isInn: { ru: 'Неверный ИНН: проверьте цифры', en: 'Wrong INN: check the digits' },
  isKpp: { ru: 'Неверный КПП: нужны 9 знаков', en: 'Wrong KPP: 9 characters are needed' },
  isOgrn: { ru: 'Неверный ОГРН: проверьте цифры', en: 'Wrong OGRN: check the digits' },
  isTimeZone: { ru: 'Такого часового пояса нет', en: 'There is no such time zone' },
  isMonth: { ru: 'Нужен месяц вида 2026-10', en: 'A month like 2026-10 is needed' },
  isDay: { ru: 'Нужен день вида 2026-10-31', en: 'A day like 2026-10-31 is needed' },
  isId: { ru: 'Неверный номер', en: 'This is not an id' },
  unknown: { ru: 'Неверное значение', en: 'The value is wrong' },
};
