import type { MeterToRead } from '@dvor/metering';
import type { Language } from '../door/language.js';
import { readingMonthView } from './reading-month.js';
import type { MeterToReadDto } from './reading-rounds.dto.js';

export function meterToReadView({ counts, ...meter }: MeterToRead, language: Language): MeterToReadDto {
  return { ...meter, counts: readingMonthView(counts, language) };
}
