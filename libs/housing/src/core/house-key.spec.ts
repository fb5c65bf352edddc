import { describe, expect, it } from '@jest/globals';
import { houseKey } from './house-key.js';

const house = { city: 'г. Барнаул', street: 'ул. Юрина', building: '180 корп. 2' };

describe('one key for a house', () => {
  it.each([
    { city: 'Барнаул', street: 'Юрина', building: '180к2' },
    { city: 'город Барнаул', street: 'Юрина ул', building: 'дом 180, корпус 2' },
    { city: 'Г. БАРНАУЛ', street: 'улица Юрина', building: '180 K 2' },
  ])('however it is written: %j', (written) => expect(houseKey(written)).toBe(houseKey(house)));

  it.each([
    { ...house, building: '180' },
    { ...house, street: 'пер. Юрина' },
    { ...house, city: 'г. Бийск' },
  ])('and another for another: %j', (other) => expect(houseKey(other)).not.toBe(houseKey(house)));

  it('without the city, where a file leaves it out', () => {
    expect(houseKey({ ...house, city: null })).toBe(houseKey(house, false));
  });
});
