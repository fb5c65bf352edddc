import { describe, expect, it } from '@jest/globals';
import { checkCoefficient, checkSetting, SETTINGS } from './index.js';

describe('settings', () => {
  it('have a default that is possible, a title, a description and a clause', () => {
    for (const [code, setting] of Object.entries(SETTINGS)) {
      expect(checkSetting(code, setting.default)).toBe(setting.default);
      expect([setting.title, setting.description, setting.clause].every((text) => /[а-яё]/i.test(text))).toBe(true);
    }
  });

  it.each<[string, unknown]>([
    ['penalty.rate-day', 'yesterday'],
    ['penalty.rate-day', 'constructor'],
    ['penalty.capital-repair.from-day', 0],
    ['penalty.capital-repair.from-day', 1.5],
    ['bank-details.second-person', 'no'],
    ['payments.service-groups', 'water first'],
    ['payments.service-groups', [[]]],
    ['payments.service-groups', [[1]]],
    ['payments.service-groups', [['1'], ['2', '1']]],
  ])('refuse %s = %j and say what is possible', (code, value) => {
    expect(() => checkSetting(code, value)).toThrow(
      expect.objectContaining({
        code: 'setting.value',
        details: expect.objectContaining({ possible: expect.any(String) }),
      }),
    );
  });

  it('take services in groups, each once', () => {
    expect(checkSetting('payments.service-groups', [['1', '2'], ['3']])).toEqual([['1', '2'], ['3']]);
  });

  it('refuse what is no setting', () => {
    expect(() => checkSetting('toString', true)).toThrow(expect.objectContaining({ code: 'setting.unknown' }));
  });
});

describe('coefficients', () => {
  it.each([
    ['excess-factor.cold-water', '0.5', 'coefficient.value'],
    ['rent.quality', '-1', 'coefficient.value'],
    ['rent.quality', 'one', 'coefficient.value'],
    ['rent.colour', '1', 'coefficient.unknown'],
  ])('refuse %s = %s', (code, value, refused) => {
    expect(() => checkCoefficient(code, value)).toThrow(expect.objectContaining({ code: refused }));
  });
});
