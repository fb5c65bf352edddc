import { parseDate } from '@dvor/kernel';
import type { LifePaper } from '@dvor/metering';
import type { LifePaperDto } from './meter-life.dto.js';

export function paperOf({ number, dated, on, signedBy, lateReason }: LifePaperDto): LifePaper {
  return { number, dated: parseDate(dated), on: parseDate(on ?? dated), signedBy, lateReason: lateReason ?? null };
}
