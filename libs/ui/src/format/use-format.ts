import { useMemo } from 'react';
import { useLanguage } from '../i18n/i18n.js';
import { formatCount } from './count.js';
import {
  formatDay,
  formatDuration,
  formatInstant,
  formatLastDay,
  formatLongDay,
  formatMonth,
  formatMonthName,
} from './dates.js';
import { formatDecimalText } from './decimal-text.js';
import type { Language } from './language.js';
import { formatMoney, type MoneyStyle } from './money.js';
import { formatQuantity, formatUnit, formatVolume } from './quantity.js';

/** The formatters in the reader's language. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(() => formatsIn(language), [language]);
}

export type Format = ReturnType<typeof formatsIn>;

function formatsIn(language: Language) {
  return {
    money: (roubles: string, style?: MoneyStyle) => formatMoney(roubles, language, style),
    decimal: (text: string, minDecimals?: number) => formatDecimalText(text, language, minDecimals),
    quantity: (value: string, unit: string) => formatQuantity(value, unit, language),
    volume: (value: string, unit: string) => formatVolume(value, unit, language),
    unit: (unit: string) => formatUnit(unit, language),
    count: (count: number) => formatCount(count, language),
    month: (period: string) => formatMonth(period, language),
    monthName: (period: string) => formatMonthName(period, language),
    day: (date: string) => formatDay(date, language),
    lastDay: (endExclusive: string) => formatLastDay(endExclusive, language),
    longDay: (date: string, options?: { year?: boolean }) => formatLongDay(date, language, options),
    instant: (instant: string) => formatInstant(instant, language),
    duration: (seconds: number) => formatDuration(seconds, language),
  };
}
