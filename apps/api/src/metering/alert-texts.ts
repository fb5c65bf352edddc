import type { AlertWords, MeterAlert } from '@dvor/metering';
import type { AlertCause, AlertResolution, MeteredResource } from '@dvor/metering/core';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';

type Words = Readonly<Record<Language, string>>;

/** What was seen, for the accountant. */
const SPIKE = {
  ru: '{volume} {unit} за {days} дн.: намного больше обычного',
  en: '{volume} {unit} in {days} days: far above the usual',
};
const USUAL = { ru: ', обычно {usual} {unit}', en: ', usually {usual} {unit}' };
const SIMILAR = { ru: ', у похожих квартир {similar} {unit}', en: ', similar flats {similar} {unit}' };
const LEAK = {
  ru: 'Ночью вода не останавливается с {since:date} (ночей подряд: {nights}): не меньше {litres} л в час, около {month} м³ в месяц',
  en: 'Water has not stood still at night since {since:date} (nights running: {nights}): {litres} l an hour at least, about {month} m³ a month',
};

const CAUSES: Readonly<Record<AlertCause, Words>> = {
  digits: { ru: 'ошибка в цифрах показания', en: 'a mistake in the figures' },
  'moved-in': { ru: 'в квартиру вселились', en: 'somebody moved in' },
  'verification-over': {
    ru: 'срок поверки прошёл, прибор мог сбиться',
    en: 'the verification is over, the meter may be wrong',
  },
  cistern: { ru: 'течёт бачок унитаза или труба', en: 'a cistern or a pipe leaks' },
  tap: { ru: 'течёт кран горячей воды', en: 'a hot tap leaks' },
  appliance: { ru: 'новый электроприбор или обогреватель', en: 'a new appliance or a heater' },
  'gas-appliance': { ru: 'газовый прибор работает дольше обычного', en: 'a gas appliance works longer than usual' },
  radiators: { ru: 'батареи открыты полностью или прибор ошибается', en: 'radiators wide open, or the meter is wrong' },
};

/** What a resident can do about it. */
const ADVICE: Readonly<Record<AlertCause, Words>> = {
  digits: {
    ru: 'Сверьте показание со счётчиком: красные цифры после запятой не нужны. Если ошиблись, передайте показание ещё раз.',
    en: 'Compare the reading with the meter: red figures stand after the point. If it was a slip, send the reading again.',
  },
  'moved-in': {
    ru: 'Если людей стало больше, так и должно быть. Если нет, проверьте краны и бачок.',
    en: 'If more people live there now, it is as it should be. If not, look at the taps and the cistern.',
  },
  'verification-over': {
    ru: 'Срок поверки счётчика прошёл, он может ошибаться. Закажите поверку и пришлите нам свидетельство.',
    en: 'The verification of the meter is over and it may be wrong. Have it verified and send us the certificate.',
  },
  cistern: {
    ru: 'Закройте все краны и посмотрите на счётчик: если он крутится, течёт бачок унитаза или труба. Перекройте воду и вызовите сантехника.',
    en: 'Close all taps and look at the meter: if it turns, the cistern or a pipe leaks. Shut the water off and call a plumber.',
  },
  tap: {
    ru: 'Закройте все краны и посмотрите на счётчик: если он крутится, течёт кран или смеситель. Вызовите сантехника.',
    en: 'Close all taps and look at the meter: if it turns, a tap leaks. Call a plumber.',
  },
  appliance: {
    ru: 'Вспомните, не включали ли обогреватель или новый прибор. Если нет, выключите всё и посмотрите, идёт ли счётчик.',
    en: 'Was a heater or a new appliance on? If not, switch everything off and see whether the meter still runs.',
  },
  'gas-appliance': {
    ru: 'Проверьте плиту и котёл. Если пахнет газом, закройте кран и звоните 104.',
    en: 'Look at the stove and the boiler. If it smells of gas, shut the tap and call 104.',
  },
  radiators: {
    ru: 'Прикройте батареи там, где жарко, и сверьте показание со счётчиком.',
    en: 'Turn radiators down where it is hot and compare the reading with the meter.',
  },
};

const RESOURCES: Readonly<Record<MeteredResource, Words>> = {
  'cold-water': { ru: 'Холодная вода', en: 'Cold water' },
  'hot-water': { ru: 'Горячая вода', en: 'Hot water' },
  electricity: { ru: 'Электроэнергия', en: 'Electricity' },
  gas: { ru: 'Газ', en: 'Gas' },
  heating: { ru: 'Отопление', en: 'Heating' },
};

const UNITS: Readonly<Record<MeteredResource, Words>> = {
  'cold-water': { ru: 'м³', en: 'm³' },
  'hot-water': { ru: 'м³', en: 'm³' },
  electricity: { ru: 'кВт·ч', en: 'kWh' },
  gas: { ru: 'м³', en: 'm³' },
  heating: { ru: 'Гкал', en: 'Gcal' },
};

const RESOLUTIONS: Readonly<Record<AlertResolution, Words>> = {
  mended: { ru: 'Течь устранили', en: 'The leak was mended' },
  mistake: { ru: 'Ошибка в показании', en: 'A mistake in the reading' },
  people: { ru: 'Расход верный: людей больше', en: 'It is right: more people' },
  meter: { ru: 'Неисправен прибор', en: 'The meter is faulty' },
  nothing: { ru: 'Ничего не нашли', en: 'Nothing was found' },
  gone: { ru: 'Показание исправили', en: 'The reading was put right' },
};

const STATES: Readonly<Record<'new' | 'seen', Words>> = {
  new: { ru: 'Новое', en: 'New' },
  seen: { ru: 'В работе', en: 'Seen to' },
};

/** What was seen of a meter: figures, and what they are held against. */
export function alertText({ kind, resource, figures }: MeterAlert, language: Language): string {
  const details = { ...pointed(figures, language), unit: UNITS[resource][language] };
  const text =
    kind === 'leak'
      ? LEAK[language]
      : SPIKE[language] + (figures['usual'] ? USUAL[language] : '') + (figures['similar'] ? SIMILAR[language] : '');
  return fillText(text, details, language);
}

export function causeText({ cause }: MeterAlert, language: Language): string {
  return CAUSES[cause][language];
}

export function adviceText({ cause }: MeterAlert, language: Language): string {
  return ADVICE[cause][language];
}

export function alertWords(language: Language): AlertWords {
  return {
    resource: ({ resource }) => RESOURCES[resource][language],
    told: (alert) => alertText(alert, language),
    cause: (alert) => causeText(alert, language),
    state: ({ state, resolution }) => (state === 'resolved' ? RESOLUTIONS[resolution!] : STATES[state])[language],
  };
}

function pointed(figures: MeterAlert['figures'], language: Language): MeterAlert['figures'] {
  if (language === 'en') return figures;
  return Object.fromEntries(Object.entries(figures).map(([name, text]) => [name, text.replaceAll('.', ',')]));
}
