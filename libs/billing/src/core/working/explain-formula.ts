import type { Decimal } from '@dvor/kernel';
import { Fraction } from '../formulas/fraction.js';
import { spanFigure } from '../formulas/formula-amount.js';
import { daysOf, figure, roubles } from './russian-figures.js';
import type { FormulaWorking } from './working.js';

/** A line by the organisation's own formula: what was put into it, span by span, and what came out. */
export function explainFormula({ text, inputs, parts, of }: FormulaWorking): {
  sentence: string;
  steps: { label: string; figure: string }[];
} {
  const whole = parts.length === 1 && parts[0]!.days === of;
  const told = parts.map(({ days, figures }) => {
    const given = inputs.map(([name, unit], i) => `${name} ${shown(figures[i]!, unit)}`).join(', ');
    return [given, whole ? '' : `${daysOf(days)} из ${of}`].filter(Boolean).join(' – ');
  });
  return {
    sentence: `По формуле «${text.replaceAll(/\s+/g, ' ').trim()}»${told[0] ? `: ${told.join('; ')}` : ''}.${parts.length > 1 ? ' Сложили по дням.' : ''}`,
    steps: [
      { label: 'Формула', figure: text },
      ...parts.flatMap(({ days, figures }) => [
        ...inputs.map(([name, unit], i) => ({
          label: withDays(name, days, of),
          figure: shown(figures[i]!, unit),
        })),
        {
          label: withDays('По формуле за полный месяц', days, of),
          figure: roubles(spanFigure(text, inputs, figures).toMoney()),
        },
      ]),
    ],
  };
}

function withDays(name: string, days: number, of: number): string {
  const label = name[0]!.toUpperCase() + name.slice(1);
  return days === of ? label : `${label}, ${daysOf(days)} из ${of}`;
}

/** A fraction is rounded for the eye only. */
function shown(written: string, unit: string): string {
  const value = Fraction.parse(written);
  const exact = value.toString();
  const text = exact.includes('/') ? sixDecimals(value.toDecimal()) : written;
  return `${figure(text)}${unit && `\u202f${unit}`}`;
}

function sixDecimals(value: Decimal): string {
  return value.round(6).toString();
}
