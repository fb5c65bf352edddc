import type { RefusalCode } from '@dvor/billing';
import type { DetailValue } from '@dvor/kernel';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';

/** Why a house or an account could not be calculated, and what to mend. */
const PARKED_TEXTS: Readonly<Record<RefusalCode, Readonly<Record<Language, string>>>> = {
  'unknown-method': {
    ru: 'Такого способа начисления нет. Исправьте услугу дома.',
    en: 'There is no such charge method. Mend the house’s service.',
  },
  'premises-twice': {
    ru: 'Лицевой счёт стоит дважды на один день. Исправьте сроки счёта.',
    en: 'The account stands twice for one day. Mend its terms.',
  },
  'service-twice': {
    ru: 'Услуга назначена дважды на один день. Закройте одно из назначений.',
    en: 'The service is assigned twice for one day. End one of the assignments.',
  },
  'no-tariff': { ru: 'На {date:date} нет тарифа. Введите тариф.', en: 'There is no tariff on {date:date}. Enter it.' },
  'tariff-overlap': {
    ru: 'На {date:date} действуют два тарифа. Закройте один из них.',
    en: 'Two tariffs hold on {date:date}. End one of them.',
  },
  'no-norm': {
    ru: 'Нет ни счётчика, ни норматива. Введите норматив.',
    en: 'There is neither a meter nor a norm. Enter the norm.',
  },
  'norm-overlap': {
    ru: 'На {date:date} действуют два норматива. Закройте один из них.',
    en: 'Two norms hold on {date:date}. End one of them.',
  },
  'excess-overlap': {
    ru: 'На {date:date} действуют два повышающих коэффициента.',
    en: 'Two raising factors hold on {date:date}.',
  },
  'quality-fault': {
    ru: 'Акт о качестве называет то, чему нет цены ({fault}). Исправьте акт.',
    en: 'An act on quality names what has no price ({fault}). Mend the act.',
  },
  'no-area': { ru: 'Не указана площадь. Введите её.', en: 'There is no area. Enter it.' },
  'area-overlap': {
    ru: 'На {date:date} указаны две площади. Закройте одну из них.',
    en: 'Two areas hold on {date:date}. End one of them.',
  },
  'shares-not-whole': {
    ru: 'На помещении несколько лицевых счетов, и на {date:date} их доли не составляют целого: вместе {sum}, не хватает {missing}. Укажите доли счетов.',
    en: 'Several accounts stand on the premises, and on {date:date} their shares don’t make up one whole: {sum} together, {missing} is missing. Enter the shares.',
  },
  'shares-above-whole': {
    ru: 'Доли лицевых счетов одного помещения на {date:date} вместе больше целого ({sum}). Исправьте доли счетов.',
    en: 'On {date:date} the shares of the accounts on one premises make up more than a whole ({sum}). Mend the shares.',
  },
  'no-living-area': {
    ru: 'У комнаты нет жилой площади, а тепло коммунальной квартиры делят по ней. Введите её.',
    en: 'A room has no living area, by which the heat of a communal flat is divided. Enter it.',
  },
  'no-common-area': {
    ru: 'У дома нет площади общего имущества. Введите её в карточке дома.',
    en: 'The house has no area of common property. Enter it in the house’s card.',
  },
  'no-heat-norm': {
    ru: 'Нет норматива тепла на подогрев воды (Гкал на м³). Введите его.',
    en: 'There is no norm of heat for hot water (Gcal for a m³). Enter it.',
  },
  'no-heating-months': {
    ru: 'Отопление начисляется равномерно, но не указано, сколько месяцев в году топят. Укажите в назначении услуги.',
    en: 'Heating is charged evenly, and the count of heating months is missing. Enter it in the service’s assignment.',
  },
  'interference-not-charged': {
    ru: 'Акт № {number} от {date:date} о вмешательстве: по способу начисления этой услуги его нельзя начислить. Отмените акт или смените способ.',
    en: 'The act {number} of {date:date} on interference can’t be charged by this service’s method. Cancel the act, or change the method.',
  },
  'no-year-volume': {
    ru: 'Равномерная плата за отопление сверяется с годом, а объёма по прибору дома за {period:month} нет. Введите его (тепла не было – 0) или укажите в назначении тепло за год.',
    en: 'Even heating is settled by the year, and the house’s meter has no volume of {period:month}. Enter it (no heat: 0), or the year’s heat in the assignment.',
  },
  'no-units': {
    ru: 'У помещения не указано, сколько единиц начислять. Введите количество в карточке помещения.',
    en: 'The count of units to charge is missing. Enter it in the card of the premises.',
  },
  'no-persons': {
    ru: 'На {date:date} никто не зарегистрирован и нет собственника.',
    en: 'On {date:date} nobody is registered and there is no owner.',
  },
  'no-agreement': {
    ru: 'Нет действующего договора: {days}. Введите договор дома или помещения, или закройте лицевой счёт.',
    en: 'No agreement is in force: {days}. Enter one of the house or the premises, or close the account.',
  },
  'no-volume': {
    ru: 'Нет объёма воды, по которому считают эту услугу.',
    en: 'There is no volume of water that this service is charged by.',
  },
  'reading-below-last': {
    ru: 'Показание меньше прошлого ({lastDate:date}). Проверьте его.',
    en: 'The reading is below the last one ({lastDate:date}). Check it.',
  },
  'reading-twice': {
    ru: 'На {date:date} два разных показания одного счётчика. Оставьте верное.',
    en: 'One meter has two different readings on {date:date}. Keep the right one.',
  },
  'reading-outside-meter': {
    ru: 'Показание за {date:date} – не из срока службы счётчика.',
    en: 'The reading of {date:date} is outside the meter’s days.',
  },
  'no-final-reading': {
    ru: 'Нет показания на день снятия счётчика ({date:date}).',
    en: 'There is no reading on the day the meter was removed ({date:date}).',
  },
  'no-previous-reading': {
    ru: 'Показание за {date:date} не из чего вычесть: нет предыдущего.',
    en: 'Nothing to subtract the reading of {date:date} from: there is none before.',
  },
  'zones-differ': {
    ru: 'Зоны тарифа и счётчика не совпадают.',
    en: 'The zones of the tariff and of the meter differ.',
  },
  'meter-gap': {
    ru: 'Один из счётчиков на части месяца ни снят, ни посчитан.',
    en: 'One of the meters is neither read nor averaged on a part of the month.',
  },
  'law-unknown': {
    ru: 'Срок правила истёк, а нового акта нет. Введите параметр закона.',
    en: 'A rule has run out and no act prolongs it. Enter the parameter of law.',
  },
  'no-formula': {
    ru: 'На {date:date} формула не действует. Введите её в действие или закончите назначение.',
    en: 'No formula is in force on {date:date}. Put one in force, or end the assignment.',
  },
  'formula-overlap': {
    ru: 'На {date:date} действуют две формулы. Закройте одну из них.',
    en: 'Two formulas hold on {date:date}. End one of them.',
  },
  'formula-fault': {
    ru: 'Формула услуги не читается или её единицы не сходятся. Откройте формулу и исправьте её.',
    en: 'The formula of the service can’t be read, or its units don’t come out. Open and mend it.',
  },
  'division-by-zero': {
    ru: 'Формула делит на ноль: «{by}». Проверьте данные счёта или добавьте в формулу «если».',
    en: 'The formula divides by zero: "{by}". Check the account’s figures, or put an if into the formula.',
  },
  'negative-result': {
    ru: 'По формуле вышло меньше нуля. Проверьте данные счёта и формулу.',
    en: 'The formula came to less than nothing. Check the account’s figures and the formula.',
  },
  'bad-figure': { ru: 'Невозможное значение: {value}. Проверьте его.', en: 'An impossible figure: {value}. Check it.' },
  'bad-interval': {
    ru: 'Срок кончается раньше, чем начинается. Проверьте даты.',
    en: 'A term ends before it begins. Check the dates.',
  },
};

/** A code of an older engine is shown as it is. */
export function parkedText(code: string, details: Readonly<Record<string, DetailValue>>, language: Language): string {
  const text = (PARKED_TEXTS as Readonly<Record<string, Readonly<Record<Language, string>>>>)[code];
  return text ? fillText(text[language], details, language) : code;
}
