import type { Reason } from '@dvor/billing';
import type { Language } from '../door/language.js';

/** Why bills differ, in a word or two: for lists, filters and workbooks. */
const REASON_TEXTS: Readonly<Record<Reason, Readonly<Record<Language, string>>>> = {
  begun: { ru: 'Начали начислять', en: 'Charged for the first time' },
  ended: { ru: 'Больше не начисляют', en: 'Not charged any more' },
  season: { ru: 'Отопительный сезон', en: 'Heating season' },
  method: { ru: 'Способ расчёта', en: 'Way of charging' },
  tariff: { ru: 'Тариф', en: 'Tariff' },
  norm: { ru: 'Норматив', en: 'Norm' },
  factor: { ru: 'Повышающий коэффициент', en: 'Increase factor' },
  area: { ru: 'Площадь или доля', en: 'Area or share' },
  persons: { ru: 'Проживающие', en: 'Persons' },
  house: { ru: 'Расход дома', en: 'Use of the house' },
  volume: { ru: 'Показания и расход', en: 'Readings and use' },
  settlement: { ru: 'Показания после расчёта без них', en: 'Estimates settled by a reading' },
  absence: { ru: 'Временное отсутствие', en: 'Absence' },
  benefit: { ru: 'Льготы', en: 'Benefits' },
  quality: { ru: 'Перерывы и качество', en: 'Outages and quality' },
  correction: { ru: 'Перерасчёт прошлых месяцев', en: 'Correction of past months' },
  act: { ru: 'Акты о вмешательстве', en: 'Acts on interference' },
  'one-off': { ru: 'Разовые работы', en: 'One-off works' },
  days: { ru: 'Неполный месяц', en: 'Part of a month' },
  rounding: { ru: 'Округление', en: 'Rounding' },
  parked: { ru: 'Отложено, не посчитано', en: 'Set aside' },
};

export function reasonText(reason: Reason, language: Language): string {
  return REASON_TEXTS[reason][language];
}
