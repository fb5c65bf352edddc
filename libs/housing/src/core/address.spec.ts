import { describe, expect, it } from '@jest/globals';
import { formatAddress, searchWords } from './index.js';

describe('addresses', () => {
  const house = { city: 'г. Барнаул', street: 'ул. Юрина', building: '180а' };

  it.each([
    [{ kind: 'flat', number: '15' } as const, 'г. Барнаул, ул. Юрина, д. 180а, кв. 15'],
    [{ kind: 'room', number: '2', flat: '15' } as const, 'г. Барнаул, ул. Юрина, д. 180а, кв. 15, ком. 2'],
    [{ kind: 'nonresidential', number: 'Н-1' } as const, 'г. Барнаул, ул. Юрина, д. 180а, пом. Н-1'],
    [{ kind: 'parking', number: '12' } as const, 'г. Барнаул, ул. Юрина, д. 180а, м/м 12'],
  ])('names a premises %j', (premises, text) => expect(formatAddress(house, premises)).toBe(text));

  it('is searched by words, whatever the case, the points and the ё', () => {
    expect(searchWords(' Фёдоров,  ул. юрина 180А ')).toEqual(['федоров', 'ул', 'юрина', '180а']);
  });
});
