import { Money, type ServiceId } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import type { Working } from '../core/index.js';
import { letOffIn } from './let-off.js';

const [water, sewage, power, heat, gas] = ['1', '2', '3', '4', '5'] as ServiceId[];
const line = (serviceId: ServiceId | undefined, part: 'individual' | 'absence', amount: string, working: object) => ({
  ...{ serviceId: serviceId!, part, amount: Money.parse(amount) },
  working: working as Working,
});

describe('what an absence lets off', () => {
  it('is the sum of its lines, service by service', () => {
    const lines = [
      line(water, 'individual', '400', { formula: 'norm', why: 'impossible' }),
      line(water, 'absence', '-61.27', { formula: 'absence' }),
      line(water, 'absence', '-10', { formula: 'absence' }),
      line(sewage, 'individual', '300', { formula: 'sewage' }),
      line(sewage, 'absence', '-40', { formula: 'sewage-absence' }),
    ];
    expect(letOffIn(lines)).toEqual({
      services: [
        { serviceId: water, amount: Money.parse('-71.27') },
        { serviceId: sewage, amount: Money.parse('-40') },
      ],
      nothing: [],
    });
  });

  it('is nothing by a meter, and where one could stand; what goes by area is not asked', () => {
    const lines = [
      line(water, 'individual', '400', { formula: 'norm', why: 'no-meter' }),
      line(sewage, 'individual', '300', { formula: 'sewage' }),
      line(power, 'individual', '500', { formula: 'tier', base: { formula: 'average' } }),
      line(heat, 'individual', '900', { formula: 'heating-norm' }),
      line(gas, 'individual', '90', { formula: 'norm', why: 'unsent' }),
    ];
    expect(letOffIn(lines)).toEqual({
      services: [],
      nothing: [
        { serviceId: water, why: 'meter-fits' },
        { serviceId: sewage, why: 'follows-water' },
        { serviceId: power, why: 'metered' },
        { serviceId: gas, why: 'metered' },
      ],
    });
  });
});
