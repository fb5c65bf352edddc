import { describe, expect, it } from '@jest/globals';
import { explain } from './explain.js';
import type { Working } from './working.js';

const rated = { clause: 'ПП 354', unit: 'm3', rate: '49.19' } as const;
const from = ['2025-12-25', '100.0'] as const;
const to = ['2026-06-25', '125.4'] as const;

/** Narrow no-break spaces read as plain ones. */
const told = (working: Working) => explain(working).sentence.replaceAll('\u202f', ' ');
const steps = (working: Working) =>
  explain(working).steps.map(({ label, figure }) => `${label}: ${figure}`.replaceAll('\u202f', ' '));

describe('explain', () => {
  it('tells a metered line by its readings', () => {
    const working: Working = { ...rated, formula: 'meter', readings: [{ meter: 'm', from, to }] };
    expect(told(working)).toBe('По счётчику: 25,4 м³ по 49,19 ₽ за м³.');
    expect(steps(working)).toEqual([
      'Показание 25.12.2025: 100,0',
      'Показание 25.06.2026: 125,4',
      'Разница: 25,4 м³',
      'Объём: 25,4 м³',
      'Тариф: 49,19 ₽ за м³',
      'Итого, с округлением до копейки: 1 249,43 ₽',
    ]);
  });

  it('tells the share that the account bears of its premises', () => {
    const area: Working = { ...rated, unit: 'm2', formula: 'area', area: [['52.4*1/2', 31]], of: 31 };
    expect(told(area)).toBe('За долю 1/2 от 52,4 м² по 49,19 ₽ за м².');
    expect(steps(area)[0]).toBe('Площадь: доля 1/2 от 52,4 м²');
    const owners: Working = { ...rated, unit: 'person', formula: 'person', persons: [['2*1/3', 31]], of: 31 };
    expect(told(owners)).toBe('За долю 1/3 от 2 чел. по 49,19 ₽ с человека.');
    const room = {
      shared: 'persons',
      persons: [[1, 30]],
      all: [
        [1, 30],
        [2, 30],
      ],
    } as const;
    const metered: Working = { ...rated, formula: 'meter', readings: [{ meter: 'm', from, to }], room };
    expect(told(metered)).toBe('По счётчику всего помещения, ваша часть: 8,467 м³ по 49,19 ₽ за м³.');
    expect(steps(metered)[3]).toBe('Проживают по вашему счёту из всего помещения: 1 из 3');
  });

  it('tells how many months may go by average', () => {
    const average = { meter: 'm', from, to, months: 6, days: 31, of: 31, k: 2 };
    expect(told({ ...rated, formula: 'average', averages: [{ ...average, limit: 3 }] })).toBe(
      'В среднем, потому что показаний нет: 4,233 м³ по 49,19 ₽ за м³. Так можно 3 месяца подряд, сейчас 2-й, потом — по нормативу. Передайте показания — посчитаем по ним.',
    );
    expect(told({ ...rated, formula: 'average', averages: [average] })).toBe(
      'В среднем, потому что показаний нет: 4,233 м³ по 49,19 ₽ за м³. Передайте показания — посчитаем по ним.',
    );
  });

  it('tells what late readings settled', () => {
    const working: Working = {
      ...rated,
      formula: 'meter',
      readings: [{ meter: 'm', from, to }],
      estimated: [
        ['2026-05', '4.2'],
        ['2026-06', '4.2'],
      ],
    };
    expect(told(working)).toBe(
      'По счётчику: 17 м³ по 49,19 ₽ за м³. Из показаний вычли то, что уже посчитали без них: май 2026, июнь 2026.',
    );
  });

  it('tells why the norm, and why it is raised', () => {
    const norm = [['4.29', 2, 31]] as const;
    expect(told({ ...rated, formula: 'norm', norm, of: 31, why: 'unsent' })).toBe(
      'По нормативу, потому что показаний нет больше трёх месяцев: 8,58 м³ по 49,19 ₽ за м³.',
    );
    expect(told({ ...rated, formula: 'excess', norm, of: 31, why: 'no-meter', factor: '3' })).toBe(
      'Надбавка ×3, потому что нет счётчика: к обычной плате по нормативу прибавляется ещё ×2.',
    );
  });

  it('tells the days of what changed inside the month', () => {
    const area = [
      ['45.3', 10],
      ['62.8', 21],
    ] as const;
    expect(told({ formula: 'area', clause: '', unit: 'm2', rate: '28.9', area, of: 31 })).toBe(
      'За 45,3 м² (10 дней из 31) и 62,8 м² (21 день из 31) по 28,90 ₽ за м².',
    );
    expect(told({ formula: 'flat', clause: '', unit: 'premises', rate: '70', days: 2, of: 31 })).toBe(
      '70,00 ₽ с помещения за месяц (2 дня из 31).',
    );
    expect(told({ formula: 'person', clause: '', unit: 'person', rate: '1234.5', persons: [['3', 31]], of: 31 })).toBe(
      'За 3 человека по 1 234,50 ₽ с человека.',
    );
  });

  it('tells sewage by its waters', () => {
    const volumes = [
      ['cold-water', '5.5'],
      ['hot-water', '25.4/6'],
    ] as const;
    const working: Working = { ...rated, formula: 'sewage', volumes };
    expect(told(working)).toBe('Сколько воды пришло, столько и ушло: 9,733 м³ по 49,19 ₽ за м³.');
    expect(steps(working).slice(0, 2)).toEqual(['холодная вода: 5,5 м³', 'горячая вода: 4,233 м³']);
  });

  it('tells a settlement in the resident’s favour with a true minus', () => {
    const working: Working = {
      ...rated,
      formula: 'meter',
      readings: [{ meter: 'm', from: ['2026-04-25', '100'], to: ['2026-07-24', '106.1'] }],
      estimated: [['2026-05', '8.4']],
    };
    expect(steps(working).at(-1)).toBe('Итого, с округлением до копейки: −113,14 ₽');
  });
});
