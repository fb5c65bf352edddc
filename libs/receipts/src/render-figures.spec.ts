import { describe, expect, it } from '@jest/globals';
import { decimal } from '@dvor/kernel';
import { volumeShown } from './render-figures.js';

describe('a charged volume on the receipt', () => {
  it.each([
    ['0.28591824727842', 'м³', '0,286'],
    ['0.600216807165', 'Гкал', '0,600217'],
    ['52.4', 'м²', '52,4'],
    ['1.0005', 'кВт·ч', '1,001'],
    ['-0.4', 'м³', '−0,4'],
  ])('%s %s is shown as %s', (volume, unit, shown) => {
    expect(volumeShown(decimal(volume), unit).replace('-', '−')).toBe(shown);
  });

  it('is left out where there is none', () => {
    expect(volumeShown(null, 'м³')).toBe('');
  });
});
