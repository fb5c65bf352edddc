import type { Unit } from '../facts.js';

/** What quantities of formulas are measured in. */
export type FormulaUnit = Unit | 'RUB' | 'day';

/** Units and their powers, none of them zero: `{ RUB: 1, m2: -1 }` is roubles per m². A plain number has none. */
export type Dimension = Readonly<Partial<Record<FormulaUnit, number>>>;

export const NUMBER: Dimension = {};
export const ROUBLES: Dimension = { RUB: 1 };

export function unitDimension(unit: FormulaUnit): Dimension {
  return { [unit]: 1 };
}

export function product(a: Dimension, b: Dimension, power: 1 | -1 = 1): Dimension {
  const powers: Partial<Record<FormulaUnit, number>> = { ...a };
  for (const [unit, n] of Object.entries(b) as [FormulaUnit, number][]) {
    const sum = (powers[unit] ?? 0) + power * n;
    if (sum === 0) delete powers[unit];
    else powers[unit] = sum;
  }
  return powers;
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return Object.keys(product(a, b, -1)).length === 0;
}

const NAMES: Readonly<Record<FormulaUnit, string>> = {
  RUB: '₽',
  m2: 'м²',
  m3: 'м³',
  kWh: 'кВт·ч',
  Gcal: 'Гкал',
  person: 'чел.',
  premises: 'пом.',
  unit: 'ед.',
  day: 'дн.',
};

/** As printed: `₽/м²`, `м³/чел.`; nothing for a plain number. */
export function dimensionText(dimension: Dimension): string {
  const powers = Object.entries(dimension) as [FormulaUnit, number][];
  const part = (sign: 1 | -1) =>
    powers
      .filter(([, n]) => n * sign > 0)
      .map(([unit, n]) => `${NAMES[unit]}${Math.abs(n) > 1 ? `^${Math.abs(n)}` : ''}`)
      .join('·');
  const [over, under] = [part(1), part(-1)];
  return under ? `${over || '1'}/${under}` : over;
}

/** Units as they are written in a formula after a number; upper and lower case are one. */
export const UNIT_WORDS: Readonly<Record<string, FormulaUnit>> = {
  '₽': 'RUB',
  руб: 'RUB',
  рубль: 'RUB',
  рубля: 'RUB',
  рублей: 'RUB',
  rub: 'RUB',
  'м²': 'm2',
  м2: 'm2',
  'm²': 'm2',
  m2: 'm2',
  'м³': 'm3',
  м3: 'm3',
  'm³': 'm3',
  m3: 'm3',
  'квт·ч': 'kWh',
  квтч: 'kWh',
  kwh: 'kWh',
  гкал: 'Gcal',
  gcal: 'Gcal',
  чел: 'person',
  человек: 'person',
  person: 'person',
  пом: 'premises',
  помещение: 'premises',
  ед: 'unit',
  unit: 'unit',
  дн: 'day',
  день: 'day',
  дня: 'day',
  day: 'day',
};
