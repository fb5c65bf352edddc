import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FormulaUnits } from './check-units.js';
import { computeFormula, DividedByZero, volumeExpression } from './compute-formula.js';
import { FormulaFault } from './fault.js';
import { Fraction } from './fraction.js';
import { parseFormula } from './parse-formula.js';
import { readFormula } from './read-formula.js';
import { MOST_CHARACTERS } from './split-tokens.js';
import { FUNCTION_NAMES, VARIABLE_NAMES } from './variables.js';

const units: FormulaUnits = {
  unit: 'm2',
  normPer: 'person',
  volume: (service) => (service === 'cold-water' ? 'm3' : null),
};

const figures: Readonly<Record<string, string>> = {
  площадь: '52.3',
  'жилая площадь': '30',
  'площадь дома': '5000',
  'площадь общего имущества': '700',
  прописано: '3',
  проживающих: '3',
  собственников: '2',
  помещений: '1',
  тариф: '31.5',
  норматив: '4.29',
  дней: '10',
  'дней в месяце': '31',
  'объём("cold-water")': '25.4/6',
};

function computed(text: string, perTariff: Partial<FormulaUnits> = {}): string {
  const formula = readFormula(text, { ...units, ...perTariff });
  if (formula instanceof FormulaFault)
    return `${formula.code} ${text.slice(formula.place.at, formula.place.at + formula.place.length)}`;
  const found = computeFormula(formula.expression, (name) => Fraction.parse(figures[name]!));
  return found instanceof DividedByZero ? `zero at ${found.place.at}` : found.toString();
}

describe('a formula', () => {
  it('multiplies before it adds, and computes exactly', () => {
    expect(computed('площадь * тариф')).toBe('1647.45');
    expect(computed('100 ₽ + площадь × тариф × 2')).toBe('3394.9');
    expect(computed('(100 ₽ + площадь * тариф) · 2')).toBe('3494.9');
    expect(computed('площадь * тариф / 3 * 3')).toBe('1647.45');
    expect(computed('100 ₽ / 3')).toBe('100/3');
    expect(computed('100 ₽ - 30 ₽ - 20 ₽')).toBe('50');
    expect(computed('-(-5 руб.)')).toBe('5');
    expect(computed('200 рублей × 15%')).toBe('30');
    expect(computed('1,5 ₽ + 1.5 ₽')).toBe('3');
  });

  it('knows quantities by Russian and Latin names of several words, in any case', () => {
    expect(computed('Площадь дома * тариф - house_area × rate')).toBe('0');
    expect(computed('ЖИЛАЯ ПЛОЩАДЬ * tariff')).toBe('945');
    expect(computed('площадь * тариф * дней / дней в месяце')).toBe('32949/62');
    expect(computed('площадь общего имущества / площадь дома × площадь × тариф')).toBe('230.643');
    expect(computed('собственников * 10 ₽/чел. + помещений * 5 ₽/пом.')).toBe('25');
  });

  it('takes volumes of other services and norms by their own units', () => {
    expect(computed('объём("cold-water") * 49,19 ₽/м³')).toBe(
      Fraction.parse('25.4/6').times(Fraction.parse('49.19')).toString(),
    );
    expect(computed('объем(«cold-water») * тариф', { unit: 'm3' })).toBe('133.35');
    expect(computed('прописано * норматив * тариф', { unit: 'm3' })).toBe('405.405');
    expect(computed('площадь * норматив * тариф', { unit: 'm3', normPer: 'm2' })).toBe('7067.5605');
  });

  it('chooses', () => {
    expect(computed('если(площадь > 50 м²; 100 ₽; 70 ₽)')).toBe('100');
    expect(computed('если(площадь ≤ 50 м2; 100 ₽; 70 ₽)')).toBe('70');
    expect(computed('если(площадь > 50 м² и прописано >= 4 чел.; 100 ₽; 70 ₽)')).toBe('70');
    expect(computed('if(площадь > 60 м² or прописано = 3 person; 100 ₽; 70 ₽)')).toBe('100');
    expect(computed('если(прописано ≠ 3 чел или площадь < 60 м² и прописано > 1 чел; 1 ₽; 2 ₽)')).toBe('1');
    expect(computed('min(площадь; 50 м²) * тариф')).toBe('1575');
    expect(computed('макс(площадь; 50 м²; 60 м²) * тариф')).toBe('1890');
  });

  it('computes only what is chosen, and says where it divides by zero', () => {
    expect(computed('если(1 > 2; 5 ₽ / 0; 7 ₽)')).toBe('7');
    expect(computed('5 ₽ / (площадь - 52,3 м²) * 1 м²')).toBe('zero at 6');
  });

  it('refuses unlike units and names the place', () => {
    expect(computed('площадь + прописано')).toBe('unit-mismatch площадь + прописано');
    expect(computed('площадь * тариф + площадь * (тариф + 5)')).toBe('unit-mismatch (тариф + 5)');
    expect(computed('если(площадь > 50; 1 ₽; 2 ₽)')).toBe('unit-mismatch площадь > 50');
    expect(computed('если(площадь > 50 м²; 1 ₽; 2 м²)')).toBe('unit-mismatch если(площадь > 50 м²; 1 ₽; 2 м²)');
    expect(computed('max(0; площадь * тариф)')).toBe('unit-mismatch max(0; площадь * тариф)');
    expect(computed('прописано * тариф')).toBe('not-roubles прописано * тариф');
    expect(computed('площадь > 5 м²')).toBe('condition-misplaced площадь > 5 м²');
    expect(computed('если(площадь; 1 ₽; 2 ₽)')).toBe('condition-expected площадь');
    expect(computed('если((площадь > 5 м²) > 3; 1 ₽; 2 ₽)')).toBe('condition-misplaced (площадь > 5 м²)');
  });

  it('refuses what it can’t read and names the place', () => {
    expect(computed('  ')).toBe('empty   ');
    expect(computed('площядь * тариф')).toBe('unknown-name площядь');
    expect(parseFormula('площядь')).toMatchObject({ code: 'unknown-name', details: { near: 'площадь' } });
    expect(computed('площадь тариф')).toBe('operator-expected тариф');
    expect(computed('площадь * ')).toBe('value-expected ');
    expect(computed('площадь * (тариф + 1')).toBe('open-bracket (');
    expect(computed('площадь * тариф)')).toBe('open-bracket )');
    expect(computed('площадь ^ 2')).toBe('bad-character ^');
    expect(computed('1.2.3 ₽')).toBe('bad-number 1.2.3');
    expect(computed('1234567890123456789 ₽')).toBe('bad-number 1234567890123456789');
    expect(computed('min(площадь)')).toBe('argument-count min(площадь)');
    expect(computed('если(1 > 2; 3 ₽)')).toBe('argument-count если(1 > 2; 3 ₽)');
    expect(computed('объём(cold-water) * 5 ₽/м³')).toBe('service-expected cold');
    expect(computed('объём("gas") * 5 ₽/м³')).toBe('unknown-service объём("gas")');
    expect(computed('объём("gas * 5')).toBe('open-quote "gas * 5');
    expect(computed('"cold-water" * 5')).toBe('service-expected "cold-water"');
    expect(computed('округл(площадь * тариф)')).toBe('unknown-name округл');
    expect(computed('constructor(1; 2)')).toBe('unknown-name constructor');
    expect(computed('__proto__')).toBe('unknown-name __proto__');
    expect(parseFormula('1 ₽ + '.repeat(MOST_CHARACTERS))).toMatchObject({ code: 'too-long' });
    expect(parseFormula(`${'('.repeat(200)}1${')'.repeat(200)}`)).toMatchObject({ code: 'too-deep' });
    expect(parseFormula('-'.repeat(200))).toMatchObject({ code: 'too-deep' });
  });

  it('gives a volume where the tariff is a factor of the whole', () => {
    const volume = (text: string) => {
      const formula = parseFormula(text);
      const left = formula instanceof FormulaFault ? null : volumeExpression(formula);
      const found = left && computeFormula(left, (name) => Fraction.parse(figures[name]!));
      return found instanceof Fraction ? found.toString() : null;
    };
    expect(volume('min(площадь; 50 м²) * тариф * 2')).toBe('100');
    expect(volume('2 * (тариф * площадь) / 4')).toBe('26.15');
    expect(volume('площадь * тариф + 5 ₽')).toBeNull();
    expect(volume('площадь * площадь / тариф')).toBeNull();
    expect(volume('100 ₽')).toBeNull();
  });
});

describe('reading any text', () => {
  const words = [...Object.keys(VARIABLE_NAMES), ...Object.keys(FUNCTION_NAMES), 'м²', '₽', 'чел.', 'и', 'или'];
  const piece = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(...'+-*/()<>=;%.,"«»\' '),
    fc.integer({ min: 0, max: 999 }).map(String),
    fc.string({ maxLength: 5 }),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ').slice(0, 1200));

  it('gives a formula or a fault that lies in the text, and never throws', () => {
    fc.assert(
      fc.property(text, (written) => {
        const found = readFormula(written, units);
        if (!(found instanceof FormulaFault)) return;
        expect(found.place.at).toBeGreaterThanOrEqual(0);
        expect(found.place.at + found.place.length).toBeLessThanOrEqual(written.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('computes whatever it could read', () => {
    const figure = fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 31 }));
    const factor = fc.constantFrom('площадь', '2', '(площадь + 3 м²)', 'min(площадь; 7 м²)', '50%', '1/3');
    const sum = fc.array(fc.array(factor, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sum, figure, (terms, [over, under]) => {
        const written = terms.map((factors) => `${factors.join(' * ')} * 5 ₽`).join(' + ');
        const found = readFormula(written, units);
        if (found instanceof FormulaFault) return;
        const value = computeFormula(found.expression, () => Fraction.parse(`${over}/${under}`));
        expect(value).toBeInstanceOf(Fraction);
      }),
    );
  });
});

describe('exact fractions', () => {
  const fraction = fc
    .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 4n }))
    .map(([over, under]) => Fraction.reduced(over, under));

  it('are the same in whatever order they are added and multiplied', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(a.plus(b).plus(c).toString()).toBe(c.plus(a).plus(b).toString());
        expect(a.plus(b).times(c).toString()).toBe(a.times(c).plus(b.times(c)).toString());
      }),
    );
  });

  it('are written so that they are read back the same', () => {
    fc.assert(fc.property(fraction, (a) => expect(Fraction.parse(a.toString()).compare(a)).toBe(0)));
    expect(Fraction.parse('0.0450').toString()).toBe('0.045');
    expect(Fraction.parse('-7/3').toString()).toBe('-7/3');
    expect(Fraction.parse('25.4/6').toString()).toBe('127/30');
  });

  it('round once, half a kopeck up', () => {
    expect(String(Fraction.parse('12.125').toMoney())).toBe('12.13');
    expect(String(Fraction.parse('12.1249999').toMoney())).toBe('12.12');
    expect(String(Fraction.parse('-12.125').toMoney())).toBe('-12.13');
    expect(String(Fraction.parse('100/3').toMoney())).toBe('33.33');
  });
});
