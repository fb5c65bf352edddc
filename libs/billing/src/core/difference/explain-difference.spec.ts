import { describe, expect, it } from '@jest/globals';
import { Money, parsePeriod } from '@dvor/kernel';
import { evaluate } from '../working/evaluate.js';
import type { Working } from '../working/working.js';
import type { ComparedLine, ServiceDifference } from './difference.js';
import { explainDifference } from './explain-difference.js';
import { tellCause } from './tell-cause.js';
import { mainCauses } from './main-causes.js';

const MONTHS = { before: parsePeriod('2026-06'), after: parsePeriod('2026-07') };
const BASIS = { clause: 'п. 1', unit: 'm3', rate: '40' };

function line(
  working: Working,
  { service = 'water', part = 'individual', ...rest }: Partial<ComparedLine> = {},
): ComparedLine {
  return { service, part, amount: evaluate(working), working, ...rest };
}

function explained(before: ComparedLine[], after: ComparedLine[]): string[] {
  return explainDifference(before, after, MONTHS).flatMap(({ causes }) =>
    causes.map((cause) => `${cause.reason} ${cause.amount} ${tellCause(cause)}`.replaceAll('\u202f', ' ')),
  );
}

const area = (rate: string, of: number, ...area: [string, number][]): Working => ({
  formula: 'area',
  ...BASIS,
  unit: 'm2',
  rate,
  area,
  of,
});
const meter = (rate: string, from: string, to: string, more: object = {}): Working => ({
  formula: 'meter',
  ...BASIS,
  rate,
  readings: [{ meter: '7', from: ['2026-06-20', from], to: ['2026-07-20', to] }],
  ...more,
});
const norm = (rate: string, persons: number, more: object = {}): Working => ({
  formula: 'norm',
  ...BASIS,
  rate,
  norm: [['4.29', persons, 31]],
  of: 31,
  why: 'no-meter',
  ...more,
});

describe('explainDifference', () => {
  it('finds the worked example: rate, area, days', () => {
    expect(explained([line(area('31', 30, ['50', 30]))], [line(area('33', 31, ['52', 20]))])).toEqual([
      'tariff 100.00 Тариф вырос с 1 июля: 31,00 ₽ → 33,00 ₽ за м²',
      'area 66.00 Площадь или доля: 50 → 52 м²',
      'days -608.90 Начислено за другое число дней',
    ]);
  });

  it('has nothing to say of a month alike', () => {
    expect(explained([line(area('31', 30, ['50', 30]))], [line(area('31', 31, ['50', 31]))])).toEqual([]);
    expect(explainDifference([], [], MONTHS)).toEqual([]);
  });

  it('tells the day of a tariff that rose inside the month, and keeps the days whole', () => {
    const after = [line(area('31', 31, ['50', 4])), line(area('37.2', 31, ['50', 27]))];
    expect(explained([line(area('31', 30, ['50', 30]))], after)).toEqual([
      'tariff 270.00 Тариф вырос с 5 июля: 31,00 ₽ → 37,20 ₽ за м²',
    ]);
    const june = [line(area('31', 30, ['50', 4])), line(area('37.2', 30, ['50', 26]))];
    expect(explained(june, [line(area('37.2', 31, ['50', 31]))])).toEqual([
      'tariff 41.33 Тариф вырос с 5 июня: 31,00 ₽ → 37,20 ₽ за м²',
    ]);
  });

  it('parts a tariff from a volume', () => {
    expect(explained([line(meter('40', '10', '15'))], [line(meter('42', '15', '22'))])).toEqual([
      'tariff 10.00 Тариф вырос с 1 июля: 40,00 ₽ → 42,00 ₽ за м³',
      'volume 84.00 Расход: 5 → 7 м³',
    ]);
  });

  it('tells what a reading settled from what was used', () => {
    const settling = meter('40', '10', '30', { estimated: [['2026-05', '6']] });
    expect(explained([line(meter('40', '10', '15'))], [line(settling)])).toEqual([
      'volume 600.00 Расход: 5 → 14 м³',
      'settlement -240.00 Показания после месяцев, посчитанных без них',
    ]);
  });

  it('calls another way of reckoning by its name', () => {
    expect(explained([line(meter('40', '10', '15'))], [line(norm('42', 2))])).toEqual([
      'method 150.36 Считаем по нормативу, а не по счётчику',
      'tariff 10.00 Тариф вырос с 1 июля: 40,00 ₽ → 42,00 ₽ за м³',
    ]);
  });

  it('counts persons, and what the norm is raised by, apart', () => {
    const excess = (persons: number, factor: string): Working =>
      ({
        ...(norm('40', persons) as object),
        formula: 'excess',
        factor,
      }) as Working;
    expect(
      explained(
        [line(norm('40', 2)), line(excess(2, '1.5'), { part: 'excess' })],
        [line(norm('40', 3)), line(excess(3, '3'), { part: 'excess' })],
      ),
    ).toEqual([
      'factor 772.20 Надбавка за то, что нет счётчика: ×1,5 → ×3',
      'persons 257.40 Проживают: 2 человека → 3 человека',
    ]);
    expect(explained([line(norm('40', 2))], [line(norm('40', 2)), line(excess(2, '3'), { part: 'excess' })])).toEqual([
      'factor 686.40 Надбавка за то, что нет счётчика',
    ]);
  });

  it('knows a season from a service that is new', () => {
    const heat: Working = {
      formula: 'heating-norm',
      ...BASIS,
      unit: 'Gcal',
      rate: '2000',
      norm: [['0.02', '50', 31]],
      of: 31,
    };
    const roof = line(area('31', 30, ['50', 30]), { service: 'roof' });
    expect(explained([roof], [roof, line(heat, { service: 'heat' })])).toEqual([
      'season 2000.00 Начался отопительный сезон',
    ]);
    expect(explained([roof, line(heat, { service: 'heat' })], [roof])).toEqual([
      'season -2000.00 Отопительный сезон закончился',
    ]);
    expect(explained([], [line(heat)])).toEqual(['begun 2000.00 Услугу начали начислять']);
    expect(explained([roof], [])).toEqual(['ended -1550.00 Услугу больше не начисляют']);
  });

  it('keeps corrections, benefits and acts out of the figures of the month', () => {
    const own = line(area('31', 31, ['50', 31]));
    const correction: Working = {
      formula: 'true-up',
      clause: '',
      unit: 'm2',
      rate: null,
      period: '2026-05',
      part: 'individual',
      again: [],
      charged: '12.00',
    };
    const late = line(area('10', 31, ['1', 31]), { part: 'manual', origin: '2026-04-01' });
    const off: Working = {
      formula: 'benefit',
      clause: '',
      unit: '',
      rate: null,
      shown: 'net',
      fee: '1550',
      of: 31,
      parts: [{ person: '1', category: 'вет', percent: '10', days: 31 }],
    };
    expect(
      explained([own], [own, line(correction, { part: 'true-up' }), late, line(off, { part: 'benefit' })]),
    ).toEqual(['benefit -155.00 Льгота', 'correction -2.00 Пересчитали за апрель 2026 – май 2026']);
  });

  it('compares lines of one part that can not be put together by their common rate', () => {
    const before = [line(meter('40', '10', '15')), line(norm('40', 1))];
    const after = [line(meter('44', '15', '20')), line(norm('44', 1))];
    expect(explained(before, after)).toEqual(['tariff 37.16 Тариф вырос с 1 июля: 40,00 ₽ → 44,00 ₽ за м³']);
  });

  it('puts figures of an own formula in one after the other', () => {
    const own = (persons: string, rate: string): Working => ({
      formula: 'formula',
      clause: '',
      unit: 'm2',
      rate,
      text: 'тариф * прописано + площадь',
      inputs: [
        ['тариф', '₽'],
        ['прописано', ''],
        ['площадь', 'м²'],
      ],
      parts: [{ days: 30, figures: [rate, persons, '50'] }],
      of: 30,
    });
    expect(explained([line(own('2', '10'))], [line(own('3', '11'))])).toEqual([
      'tariff 2.00 Тариф вырос с 1 июля: 10,00 ₽ → 11,00 ₽ за м²',
      'persons 11.00 Проживают: 2 → 3',
    ]);
  });
});

describe('mainCauses', () => {
  const money = (text: string) => Money.parse(text);
  const services: ServiceDifference[] = [
    {
      service: 'a',
      before: money('0'),
      after: money('7'),
      causes: [
        { reason: 'tariff', amount: money('5'), since: '2026-07-01' },
        { reason: 'volume', amount: money('2') },
      ],
    },
    {
      service: 'b',
      before: money('0'),
      after: money('-1'),
      causes: [
        { reason: 'tariff', amount: money('4'), since: '2026-07-01' },
        { reason: 'persons', amount: money('-5') },
      ],
    },
    {
      service: 'c',
      before: money('0'),
      after: money('1.30'),
      causes: [
        { reason: 'days', amount: money('1') },
        { reason: 'norm', amount: money('0.30') },
      ],
    },
  ];

  it('names three and puts the rest together, to the kopeck', () => {
    const found = mainCauses(services, (service) => service.toUpperCase());
    expect(found.map(({ text, amount }) => `${text} ${amount}`)).toEqual([
      'A, B: тариф вырос с 1 июля 9.00',
      'B: проживают -5.00',
      'A: расход 2.00',
      'Остальное 1.30',
    ]);
  });

  it('does not hide a single small one', () => {
    expect(mainCauses(services.slice(0, 2), String)).toHaveLength(3);
  });
});
