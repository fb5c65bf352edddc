import { Money, parseDate, parsePeriod } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { charge } from '../charge.js';
import type { FormulaRule, HouseFacts, PremisesFacts } from '../facts.js';
import { evaluate } from '../working/evaluate.js';
import { explain } from '../working/explain.js';

const july = parsePeriod('2026-07');
const from = parseDate('2020-01-01');
const day = (n: number) => parseDate(`2026-07-${String(n).padStart(2, '0')}`);

function house(
  formula: FormulaRule['formula'],
  own: Partial<FormulaRule> = {},
  premises: Partial<PremisesFacts> = {},
): HouseFacts {
  return {
    house: { id: 'h', area: '1000', commonArea: '100' },
    services: [
      { code: 'cold-water', method: 'metered', tariffs: [{ from, rate: '40' }] },
      { code: 'guard', method: 'formula', unit: 'm2', formula, tariffs: [{ from, rate: '31' }], ...own },
    ],
    premises: [
      {
        id: '1',
        area: '50',
        livingArea: '30.5',
        owners: 2,
        given: { 'cold-water': '25.4' },
        residents: [{ from }],
        ...premises,
      },
    ],
  };
}

const linesOf = (facts: HouseFacts) => charge(facts, july).lines.filter(({ service }) => service === 'guard');
const refusalOf = (facts: HouseFacts) => charge(facts, july).parked[0];
const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('charging by a formula', () => {
  it('keeps text, version, figures with units and days in the working, and a volume where there is one', () => {
    const text = 'min(площадь; 50 м²) × тариф';
    const [line] = linesOf(house([{ from, text, version: '7', basis: 'Договор № 4, п. 2' }]));
    expect(line).toMatchObject({ amount: Money.parse('1550.00'), part: 'individual' });
    expect(line!.volume?.toString()).toBe('50');
    expect(line!.working).toEqual({
      formula: 'formula',
      clause: 'Договор № 4, п. 2',
      unit: 'm2',
      rate: '31',
      version: '7',
      text,
      inputs: [
        ['площадь', 'м²'],
        ['тариф', '₽/м²'],
      ],
      parts: [{ days: 31, figures: ['50', '31'] }],
      of: 31,
    });
  });

  it('gives roubles and no volume where the tariff is not a factor of the whole', () => {
    const [line] = linesOf(house('площадь × тариф + 5 ₽'));
    expect(line).toMatchObject({ amount: Money.parse('1555.00'), volume: null });
    expect(linesOf(house('жилая площадь × 2 ₽/м²', { tariffs: [] }))[0]).toMatchObject({
      amount: Money.parse('61.00'),
      working: { rate: null },
    });
  });

  it('explains itself in a sentence and in steps', () => {
    const area = [
      { from, value: '50' },
      { from: day(11), value: '60' },
    ];
    const [line] = linesOf(house('площадь × тариф / 2', {}, { area }));
    const { sentence, steps } = explain(line!.working);
    expect(plain(sentence)).toBe(
      'По формуле «площадь × тариф / 2»: площадь 50 м², тариф 31 ₽/м² – 10 дней из 31; площадь 60 м², тариф 31 ₽/м² – 21 день из 31. Сложили по дням.',
    );
    expect(steps.map(({ label, figure }) => plain(`${label}: ${figure}`))).toEqual([
      'Формула: площадь × тариф / 2',
      'Площадь, 10 дней из 31: 50 м²',
      'Тариф, 10 дней из 31: 31 ₽/м²',
      'По формуле за полный месяц, 10 дней из 31: 775,00 ₽',
      'Площадь, 21 день из 31: 60 м²',
      'Тариф, 21 день из 31: 31 ₽/м²',
      'По формуле за полный месяц, 21 день из 31: 930,00 ₽',
      'Итого, с округлением до копейки: 880,00 ₽',
    ]);
    const [plainSum] = linesOf(house('70 ₽'));
    expect(plain(explain(plainSum!.working).sentence)).toBe('По формуле «70 ₽».');
    const whole = linesOf(house('объём("cold-water") × 3 ₽/м³'))[0]!;
    expect(plain(explain(whole.working).sentence)).toBe(
      'По формуле «объём("cold-water") × 3 ₽/м³»: объём("cold-water") 25,4 м³.',
    );
  });

  it('is refused with a reason, and names the place or the figures', () => {
    const cases: [Parameters<typeof house>, object][] = [
      [
        ['(площадь + прописано) × тариф'],
        { code: 'formula-fault', details: { fault: 'unit-mismatch', at: 0, length: 21, left: 'м²', right: 'чел.' } },
      ],
      [
        ['площядь × тариф'],
        { code: 'formula-fault', details: { fault: 'unknown-name', name: 'площядь', near: 'площадь' } },
      ],
      [
        ['площадь × тариф × 1 чел. / прописано', {}, { residents: [] }],
        { code: 'division-by-zero', details: { by: 'прописано' } },
      ],
      [
        ['площадь × тариф − 5000 ₽'],
        { code: 'negative-result', details: { given: ['площадь = 50 м²', 'тариф = 31 ₽/м²'] } },
      ],
      [['объём("gas") × 3 ₽/м³'], { code: 'no-volume', details: { of: ['gas'] } }],
      [['жилая площадь × тариф', {}, { livingArea: null }], { code: 'no-living-area' }],
      [['площадь × тариф', {}, { area: null }], { code: 'no-area' }],
      [['площадь × тариф', { tariffs: [] }], { code: 'no-tariff', details: { date: '2026-07-01' } }],
      [
        ['площадь × норматив × тариф', { normPer: 'm2', unit: 'm3', norms: [{ from: day(5), value: '1' }] }],
        { code: 'no-norm', details: { date: '2026-07-01' } },
      ],
      [[[{ from: day(4), text: '5 ₽' }]], { code: 'no-formula', details: { date: '2026-07-01' } }],
      [
        [
          [
            { from, to: day(9), text: '5 ₽' },
            { from: day(4), text: '6 ₽' },
          ],
        ],
        { code: 'formula-overlap', details: { date: '2026-07-04' } },
      ],
    ];
    for (const [given, refusal] of cases) expect(refusalOf(house(...given))).toMatchObject(refusal);
  });

  it('reads what other services used, whichever stands first in the list', () => {
    const facts = house('объём("cold-water") × 10 ₽/м³');
    const turned = { ...facts, services: [...facts.services].reverse() };
    expect(linesOf(turned)[0]!.amount).toEqual(Money.parse('254.00'));
    expect(linesOf(turned)).toEqual(linesOf(facts));
  });
});

describe('any formula', () => {
  const quantity = fc.constantFrom(
    ...['площадь', 'жилая площадь', 'площадь дома', 'площадь общего имущества', 'min(площадь; жилая площадь)'],
    ...['если(прописано > 1 чел.; площадь; 2 × площадь)', 'прописано × 3 м²/чел.', 'объём("cold-water") × 2 м²/м³'],
  );
  const factor = fc.constantFrom('', ' × 2', ' / 7', ' × 33%', ' / 3 × 1,5');
  const term = fc
    .tuple(quantity, factor, fc.boolean())
    .map(([what, by, rated]) => `${what}${by} × ${rated ? 'тариф' : '0,37 ₽/м²'}`);
  const terms = fc.array(term, { minLength: 1, maxLength: 4 });
  const kopecks = fc
    .integer({ min: 0, max: 9999 })
    .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`);
  const tariffs = fc
    .uniqueArray(fc.integer({ min: 2, max: 31 }), { maxLength: 2 })
    .chain((days) =>
      fc.tuple(...[from, ...days.map(day)].map((start) => kopecks.map((rate) => ({ from: start, rate })))),
    );
  const areas = fc
    .uniqueArray(fc.integer({ min: 2, max: 31 }), { maxLength: 2 })
    .chain((days) =>
      fc.tuple(
        ...[from, ...days.map(day)].map((start) => kopecks.map((value) => ({ from: start, value: `1${value}` }))),
      ),
    );
  const residents = fc.array(
    fc.integer({ min: 1, max: 31 }).map((n) => ({ from: day(n) })),
    { maxLength: 3 },
  );
  const opened = fc.option(fc.integer({ min: 1, max: 31 }).map(day), { nil: null });

  it('is charged what its working alone comes to', () => {
    fc.assert(
      fc.property(terms, tariffs, areas, residents, opened, (sum, rates, area, persons, open) => {
        const facts = house(sum.join(' + '), { tariffs: rates }, { area, residents: persons, from: open });
        const { lines, parked } = charge(facts, july);
        expect(parked).toEqual([]);
        for (const line of lines) expect(evaluate(JSON.parse(JSON.stringify(line.working)))).toEqual(line.amount);
        for (const line of lines) expect(explain(line.working).sentence).not.toBe('');
      }),
      { numRuns: 200 },
    );
  });

  it('comes to the same in whatever order its terms stand', () => {
    fc.assert(
      fc.property(terms, areas, residents, (sum, area, persons) => {
        const amountsOf = (text: string) =>
          linesOf(house(text, {}, { area, residents: persons })).map(({ amount }) => amount);
        expect(amountsOf([...sum].reverse().join(' + '))).toEqual(amountsOf(sum.join(' + ')));
      }),
    );
  });

  it('comes over two halves of a month to what it comes to in one, but for a kopeck of rounding', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 2, max: 31 }), (sum, cut) => {
        const text = sum.join(' + ');
        const [whole] = linesOf(house([{ from, text }]));
        const halves = linesOf(
          house([
            { from, text, version: '1' },
            { from: day(cut), text, version: '2' },
          ]),
        );
        const difference = Money.sum(halves.map(({ amount }) => amount)).minus(whole!.amount).kopecks;
        expect(difference >= -1n && difference <= 1n).toBe(true);
      }),
    );
  });
});
