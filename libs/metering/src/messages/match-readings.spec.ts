import { readReadingsMessage } from '@dvor/formats';
import type { MeterId } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import { matchReadings, type MeterOfSender } from './match-readings.js';

const meter = (id: string, resource: MeterOfSender['resource'], zones: readonly string[] = ['all']): MeterOfSender => ({
  ...{ id: id as MeterId, serial: `20-${id}`, resource, zones },
});
const FLAT = [meter('1', 'cold-water'), meter('2', 'hot-water'), meter('3', 'electricity', ['day', 'night'])];
const TWO = [...FLAT, meter('4', 'cold-water')];

describe('what a message says beside the meters of a flat', () => {
  it.each([
    ['ХВС 123 ГВС 45', '1=123, 2=45'],
    ['№ 20-2 45,5', 'message.no-such-meter'],
    ['свет день 1200 ночь 611', '3=day:1200 night:611'],
    ['Т2 611 Т1 1200', '3=day:1200 night:611'],
    ['свет 1200 611', '3=day:1200 night:611'],
    ['свет 1200', 'message.zones'],
    ['свет день 1200', 'message.zones'],
    ['газ 5', 'message.no-such-meter'],
    ['хвс2 5', 'message.no-such-meter'],
  ])('%s: %s', (text, told) => expect(match(text, FLAT)).toBe(told));

  it.each([
    ['ХВС 123', 'message.which-meter'],
    ['ХВС 123 45', '1=123, 4=45'],
    ['хвс2 45', '4=45'],
    ['хвс1 12 хвс2 15', '1=12, 4=15'],
    ['ХВС 1 2 3', 'message.which-meter'],
  ])('with two meters of cold water, %s: %s', (text, told) => expect(match(text, TWO)).toBe(told));
});

function match(text: string, meters: readonly MeterOfSender[]): string {
  const { readings, problems } = matchReadings(readReadingsMessage(text).readings, meters);
  if (problems.length > 0) return problems.map(({ code }) => code).join(', ');
  return readings
    .map(({ meter: { id }, value }) => {
      const zones =
        typeof value === 'string'
          ? value
          : Object.entries(value)
              .map((zone) => zone.join(':'))
              .join(' ');
      return `${id}=${zones}`;
    })
    .join(', ');
}
