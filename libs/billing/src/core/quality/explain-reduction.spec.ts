import { describe, expect, it } from '@jest/globals';
import { explainReduction } from './explain-reduction.js';
import type { QualityPart, QualityWorking } from './quality-working.js';

function working(service: QualityWorking['service'], ...parts: QualityPart[]): QualityWorking {
  return { formula: 'quality', service, period: '2026-09', fee: '600.00', partHours: 'full-hours', parts };
}

/** Narrow no-break spaces read as plain ones. */
function told(of: QualityWorking): string {
  return explainReduction(of).sentence.replaceAll('\u202f', ' ');
}

const outage: QualityPart = {
  kind: 'outage',
  clause: 'ПП 354, прил. 1, п. 1',
  minutes: 13 * 60 + 30,
  allowedHours: 8,
  percent: '0.15',
  perHours: 1,
};

describe('explainReduction', () => {
  it('tells an outage by its hours and what is allowed', () => {
    expect(told(working('cold-water', outage))).toBe(
      'Холодной воды не было 13 ч 30 мин за месяц, 8 ч из них допустимы. За остальное — 0,15 % за каждый час, всего 0,75 %. Всего плата за сентябрь 2026 снижена на 4,50 ₽.',
    );
    const { steps, clause } = explainReduction(working('cold-water', outage));
    expect(steps.map(({ label, figure }) => `${label}: ${figure}`.replaceAll('\u202f', ' '))).toEqual([
      'Перерывы за месяц: 13 ч 30 мин',
      'Допустимо за месяц: 8 ч',
      'Снижение, 0,15 % за каждый час сверх допустимого: 0,75 %',
      'Плата за сентябрь 2026: 600,00 ₽',
      'Снижение, но не больше 100 %: 0,75 %',
      'Итого снижено, с округлением до копейки: 4,50 ₽',
    ]);
    expect(clause).toBe('ПП 354, прил. 1, п. 1');
  });

  it('tells that an outage was allowed', () => {
    expect(told(working('gas', { ...outage, minutes: 40, allowedHours: 4 }))).toBe(
      'Газа не было 40 мин за месяц, допустимы 4 ч. Плату за сентябрь 2026 это не снижает.',
    );
  });

  it('tells waste by full days', () => {
    const waste = { ...outage, minutes: 132 * 60, allowedHours: 72, percent: '3.3', perHours: 24 };
    expect(told(working('waste', waste))).toBe(
      'Мусор не вывозили 132 ч за месяц, 72 ч из них допустимы. За остальное — 3,3 % за каждые полные 24 ч, всего 6,6 %. Всего плата за сентябрь 2026 снижена на 39,60 ₽.',
    );
  });

  it('tells a temperature by its hours and degrees', () => {
    const cold: QualityPart = {
      ...{ kind: 'temperature', clause: 'ПП 354, прил. 1, п. 15', percent: '0.15', step: 1 },
      off: [
        [1, 600],
        [4, 180],
      ],
    };
    expect(told(working('heating', cold))).toBe(
      'Температура в комнате отличалась от нормы: 0,15 % за час и каждый градус, всего 3,3 %. Всего плата за сентябрь 2026 снижена на 19,80 ₽.',
    );
    expect(told(working('heating', { ...cold, off: [] }))).toBe(
      'Температура в комнате отличалась от нормы не больше, чем допустимо. Плату за сентябрь 2026 это не снижает.',
    );
  });

  it('tells days without a fee, and hours that are paid as cold water', () => {
    const free: QualityPart = { kind: 'free-days', clause: '', why: 'composition', days: 2, of: 30 };
    expect(told(working('cold-water', free))).toBe(
      'Вода 2 дня из 30 не отвечала санитарным нормам: за такие дни платы нет, это 6,6667 %. Всего плата за сентябрь 2026 снижена на 40,00 ₽.',
    );
    expect(told(working('gas', { ...free, why: 'pressure', days: 5 }))).toBe(
      'Давление 5 дней из 30 отличалось от нормы больше чем на 25 %: за такие дни платы нет, это 16,6667 %. Всего плата за сентябрь 2026 снижена на 100,00 ₽.',
    );
    const tepid: QualityPart = { kind: 'cold-tariff', clause: '', minutes: 720, of: 30 };
    expect(told(working('hot-water', { ...tepid, coldFee: '120' }))).toBe(
      'Вода ниже 40 °C шла 12 ч: за это время она оплачена по тарифу холодной. Всего плата за сентябрь 2026 снижена на 8,00 ₽.',
    );
    expect(told(working('hot-water', tepid))).toContain('отдельным перерасчётом');
  });

  it('says so where nothing happened', () => {
    expect(told(working('cold-water'))).toBe('Плату за сентябрь 2026 это не снижает.');
  });
});
