import type { CheckCode, CheckResult, HeldBill, HoldCode } from '@dvor/billing';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';

type Words = Readonly<Record<Language, string>>;

/** A check's name, what it says when all is well, and what when it is not. */
const CHECKS: Readonly<Record<CheckCode, { readonly title: Words; readonly ok: Words; readonly wrong: Words }>> = {
  'readings-missing': {
    title: { ru: 'Показания счётчиков', en: 'Readings of meters' },
    ok: { ru: 'Переданы по всем счётчикам.', en: 'All meters have theirs.' },
    wrong: {
      ru: 'Нет показаний: счётчиков {meters}, домов {houses}. Начислено по среднему или нормативу.',
      en: 'Without a reading: {meters} meters, {houses} houses. Charged by average or norm.',
    },
  },
  'past-changed': {
    title: { ru: 'Изменения за прошлые месяцы', en: 'Changes of past months' },
    ok: { ru: 'Всё, что известно, учтено.', en: 'All that is known is counted in.' },
    wrong: {
      ru: 'После начала расчёта изменено объектов: {subjects}, месяцев: {months}. Попадёт в следующий месяц или пересчитайте сейчас.',
      en: 'Changed after the run began: {subjects} objects, {months} months. It goes to the next month, or calculate again now.',
    },
  },
  calculated: {
    title: { ru: 'Месяц рассчитан', en: 'The month is calculated' },
    ok: { ru: 'Счетов: {accounts}, на {amount:money}.', en: '{accounts} accounts, {amount:money}.' },
    wrong: { ru: 'Расчёт ещё не готов к проверке.', en: 'The run is not ready for review yet.' },
  },
  'changed-since': {
    title: { ru: 'Данные после расчёта', en: 'Data after the calculation' },
    ok: { ru: 'Не менялись.', en: 'Unchanged.' },
    wrong: {
      ru: 'Изменений за этот месяц после расчёта: {changes}. Пересчитайте, чтобы учесть их.',
      en: 'Changes of this month after the calculation: {changes}. Calculate again to count them in.',
    },
  },
  parked: {
    title: { ru: 'Все рассчитаны', en: 'Everybody is calculated' },
    ok: { ru: 'Отложенных нет.', en: 'Nothing is set aside.' },
    wrong: {
      ru: 'Не рассчитано: {parked}, домов: {houses}. Исправьте причины и пересчитайте.',
      en: 'Not calculated: {parked}, houses: {houses}. Mend the causes and calculate again.',
    },
  },
  held: {
    title: { ru: 'Подозрительные счета', en: 'Suspicious bills' },
    ok: { ru: 'Задержанных нет.', en: 'None is held.' },
    wrong: {
      ru: 'Задержано счетов: {bills}, домов: {houses}. Посмотрите и примите или исправьте; пока не приняты, квитанций по ним не будет.',
      en: 'Bills held: {bills}, houses: {houses}. Look and accept or mend; until then they get no receipts.',
    },
  },
  'opening-agrees': {
    title: { ru: 'Начальное сальдо', en: 'Opening balances' },
    ok: { ru: 'Равно конечному за прошлый месяц: {amount:money}.', en: 'Equal last month’s closing: {amount:money}.' },
    wrong: {
      ru: 'Не сходится с проводками прошлого месяца на счетах: {accounts}. Обратитесь в поддержку, не закрывая месяц.',
      en: 'Accounts that disagree with last month’s postings: {accounts}. Ask support before closing.',
    },
  },
  'payments-agree': {
    title: { ru: 'Оплаты и реестры', en: 'Payments and registries' },
    ok: {
      ru: 'Сходятся: платежей {payments}, {received:money}.',
      en: 'They agree: {payments} payments, {received:money}.',
    },
    wrong: {
      ru: 'Оплачено по счетам {paid:money}, а поступило {received:money}. Найдите расхождение.',
      en: 'Paid by accounts {paid:money}, received {received:money}. Find the difference.',
    },
  },
  'unmatched-money': {
    title: { ru: 'Невыясненные платежи', en: 'Unmatched money' },
    ok: { ru: 'Нет.', en: 'None.' },
    wrong: {
      ru: 'Ждёт хозяина {amount:money}. Останется на следующий месяц.',
      en: '{amount:money} wait for their owner and stay for the next month.',
    },
  },
  'penalties-accrued': {
    title: { ru: 'Пени', en: 'Penalties' },
    ok: {
      ru: 'Начисляются при закрытии, по платежам месяца. Сейчас за месяц {amount:money}, счетов: {accounts}.',
      en: 'Accrued at the closing, by the month’s payments. Now {amount:money}, accounts: {accounts}.',
    },
    wrong: { ru: 'Не начислены.', en: 'Not accrued.' },
  },
  'benefits-granted': {
    title: { ru: 'Льготы и компенсации', en: 'Benefits and compensations' },
    ok: {
      ru: 'Компенсаций на {amount:money}, счетов: {accounts}.',
      en: 'Compensations of {amount:money}, accounts: {accounts}.',
    },
    wrong: {
      ru: 'Компенсаций на {amount:money}, счетов: {accounts}. В этом месяце закончились льготы: {ended}; проверьте, не продлены ли.',
      en: 'Compensations of {amount:money}, accounts: {accounts}. Benefits that ended this month: {ended}; see whether they go on.',
    },
  },
};

const HOLDS: Readonly<Record<HoldCode, { readonly title: Words; readonly text: Words }>> = {
  'above-similar': {
    title: { ru: 'Больше похожих квартир', en: 'Above similar flats' },
    text: {
      ru: 'За месяц {amount:money}, у остальных похожих квартир (их {flats}) не больше {similar:money}.',
      en: '{amount:money} a month; the others of {flats} similar flats have no more than {similar:money}.',
    },
  },
  'times-usual': {
    title: { ru: 'Во много раз больше обычного', en: 'Many times the usual' },
    text: {
      ru: 'За месяц {amount:money}, обычно {usual:money} в месяц.',
      en: '{amount:money} a month, usually {usual:money} a month.',
    },
  },
  'above-last-month': {
    title: { ru: 'Намного больше прошлого месяца', en: 'Far above last month' },
    text: {
      ru: 'Весь счёт {amount:money}, в прошлом месяце {before:money}. У соседей те же услуги выросли меньше.',
      en: 'The whole bill is {amount:money}, last month {before:money}. The same services have grown less for the neighbours.',
    },
  },
  'house-grown': {
    title: { ru: 'Услуга выросла по всему дому', en: 'A service has grown for the whole house' },
    text: {
      ru: 'По дому {volume}, а за прошлые месяцы (их {months}) не больше {before}. Проверьте показание дома, тариф и способ начисления.',
      en: 'The house came to {volume}, in {months} past months no more than {before}. See the house’s reading, the tariff and the method.',
    },
  },
  'zero-with-residents': {
    title: { ru: 'Ничего не начислено, а люди живут', en: 'Nothing charged where people live' },
    text: { ru: 'На счёте живут: {persons}, начислено 0.', en: 'Residents: {persons}, charged 0.' },
  },
  'service-twice': {
    title: { ru: 'Услуга начислена дважды', en: 'A service is charged twice' },
    text: {
      ru: 'Одинаковых строк: {times}, каждая {amount:money}.',
      en: 'Equal lines: {times}, each {amount:money}.',
    },
  },
  'negative-common': {
    title: { ru: 'Отрицательный объём общего имущества', en: 'Negative common volume' },
    text: {
      ru: 'По дому вышло {volume}: квартиры показали больше общего счётчика. Начислен ноль, остаток перейдёт на следующий месяц.',
      en: 'The house came to {volume}: flats showed more than its meter. Zero is charged, the rest is carried on.',
    },
  },
  'negative-total': {
    title: { ru: 'Итог меньше нуля', en: 'The total is below zero' },
    text: { ru: 'Весь счёт за месяц: {amount:money}.', en: 'The whole bill of the month: {amount:money}.' },
  },
};

export function checkTitle(code: CheckCode, language: Language): string {
  return CHECKS[code].title[language];
}

export function isCheckCode(text: string): text is CheckCode {
  return Object.hasOwn(CHECKS, text);
}

export function checkText({ code, state, figures }: CheckResult, language: Language): string {
  return fillText(CHECKS[code][state === 'ok' ? 'ok' : 'wrong'][language], figures, language);
}

export function holdTitle(code: HoldCode, language: Language): string {
  return HOLDS[code].title[language];
}

export function holdText({ code, details }: Pick<HeldBill, 'code' | 'details'>, language: Language): string {
  return fillText(HOLDS[code].text[language], details, language);
}
