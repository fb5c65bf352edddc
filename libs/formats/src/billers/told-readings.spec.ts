import { describe, expect, it } from '@jest/globals';
import { toldReadings } from './told-readings.js';

describe('readings in the fields of a payment', () => {
  it('stand in pairs, under the number of the meter, or in one line', () => {
    expect(toldReadings({ CounterId: '12-3', CounterVal: '104,5', counterid2: '77', counterval2: '12/34' })).toEqual({
      meters: [
        { serial: '12-3', value: '104,5' },
        { serial: '77', value: '12/34' },
      ],
      message: null,
    });
    expect(toldReadings({ 'reading_хв-1': ' 5 ', readings: 'ХВС 104,5' })).toEqual({
      meters: [{ serial: 'хв-1', value: '5' }],
      message: 'ХВС 104,5',
    });
  });

  it('are none where a field is empty, has no pair, is endless, or is about something else', () => {
    const fields = { counterid: '1', counterval7: '5', reading_2: '', readings: 'я'.repeat(201), trm_id: '8' };
    expect(toldReadings(fields)).toEqual({ meters: [], message: null });
  });
});
