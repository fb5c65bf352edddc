import type { MeterSummary } from '@dvor/metering';
import type { Language } from '../door/language.js';

const RESOURCES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'cold-water': { ru: 'Холодная вода', en: 'Cold water' },
  'hot-water': { ru: 'Горячая вода', en: 'Hot water' },
  electricity: { ru: 'Электричество', en: 'Electricity' },
  gas: { ru: 'Газ', en: 'Gas' },
  heating: { ru: 'Отопление', en: 'Heating' },
};

/** A meter as people call it and with its reading as one text: `123.4`, by zones `120.1 / 80.5`. */
export function describeMeter({ premisesId: _, zones: __, lastReading, ...meter }: MeterSummary, language: Language) {
  return {
    ...meter,
    service: RESOURCES[meter.resource]?.[language] ?? meter.resource,
    lastReading: lastReading && { date: lastReading.date, value: readingText(lastReading.value) },
  };
}

function readingText(value: string | Readonly<Record<string, string>>): string {
  return typeof value === 'string' ? value : Object.values(value).join(' / ');
}
