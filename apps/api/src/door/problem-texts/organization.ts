import type { ProblemText } from './problem-text.js';

/** The organisation itself: its requisites, settings and clock. */
export const ORGANIZATION_TEXTS = {
  'setup.already-done': {
    status: 409,
    ru: 'Организация уже создана. Войдите.',
    en: 'The organisation exists already. Sign in.',
  },

  'organization.not-found': { status: 404, ru: 'Такой организации нет.', en: 'There is no such organisation.' },
  'organization.stale': {
    status: 412,
    ru: 'Реквизиты тем временем изменил кто-то другой. Сравните и сохраните ещё раз.',
    en: 'Somebody else has changed the requisites meanwhile. Compare and save again.',
  },

  'requisites.inn': {
    status: 422,
    ru: 'ИНН {inn} неверен: нужны 10 или 12 цифр с правильной контрольной.',
    en: 'INN {inn} is wrong: 10 or 12 digits with a right check digit are needed.',
  },
  'requisites.kpp': {
    status: 422,
    ru: 'КПП {kpp} неверен: нужны 9 знаков.',
    en: 'KPP {kpp} is wrong: 9 characters are needed.',
  },
  'requisites.ogrn': {
    status: 422,
    ru: 'ОГРН {ogrn} неверен: нужны 13 цифр (ОГРНИП – 15) с правильной контрольной.',
    en: 'OGRN {ogrn} is wrong: 13 digits (15 for a sole trader) with a right check digit are needed.',
  },
  'requisites.bik': {
    status: 422,
    ru: 'БИК {bic} неверен: нужны 9 цифр.',
    en: 'BIK {bic} is wrong: 9 digits are needed.',
  },
  'requisites.settlement-account': {
    status: 422,
    ru: 'Расчётный счёт {account} не подходит к БИК {bic}: проверьте цифры.',
    en: 'The account {account} does not fit BIK {bic}: check the digits.',
  },
  'requisites.correspondent-account': {
    status: 422,
    ru: 'Корреспондентский счёт {account} не подходит к БИК {bic}: проверьте цифры.',
    en: 'The correspondent account {account} does not fit BIK {bic}: check the digits.',
  },
  'requisites.time-zone': {
    status: 422,
    ru: 'Часового пояса {timeZone} нет.',
    en: 'There is no time zone {timeZone}.',
  },
  'requisites.snils': {
    status: 422,
    ru: 'Неверный СНИЛС {snils}: проверьте цифры.',
    en: 'Wrong SNILS {snils}: check the digits.',
  },

  'clock.not-a-demo': {
    status: 409,
    ru: 'Часы переводят только в демонстрационной организации.',
    en: 'Only the clock of a demo organisation can be moved.',
  },
  'clock.backwards': {
    status: 409,
    ru: 'Часы идут только вперёд; сейчас {now:date}.',
    en: 'The clock only goes forward; it is {now:date} now.',
  },

  'setting.unknown': {
    status: 404,
    ru: 'Настройки «{code}» нет.',
    en: 'There is no setting "{code}".',
  },
  'setting.value': {
    status: 422,
    ru: '«{title}»: возможны только {possible}.',
    en: '"{title}": only these are possible: {possible}.',
  },
  'setting.service-unknown': {
    status: 422,
    ru: 'Таких услуг нет: {ids}. Выберите услуги из справочника.',
    en: 'There are no such services: {ids}. Choose some of the catalogue.',
  },
  'setting.second-person': {
    status: 409,
    ru: 'Реквизиты может подтвердить кто-то ещё, поэтому отключить второго человека нельзя.',
    en: 'Somebody else may confirm bank details, so the second person can’t be dispensed with.',
  },
} as const satisfies Record<string, ProblemText>;
