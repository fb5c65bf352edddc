import { DomainError, formatPeriod } from '@dvor/kernel';
import type { ReadingOutcome } from '@dvor/metering';
import type { Language } from '../door/language.js';
import { problemOf } from '../door/problem.js';
import { findingViews } from './reading-texts.js';
import type { NewReadingDto, ReadingOutcomeDto } from './readings.dto.js';

/** How a reading named its meter. */
type MeterNamed = Pick<NewReadingDto, 'meterId' | 'account' | 'serial'>;

/** What became of a reading, in the reader's language. */
export function outcomeView(outcome: ReadingOutcome, given: MeterNamed, language: Language): ReadingOutcomeDto {
  switch (outcome.kind) {
    case 'taken': {
      const { kind, id, volume, month, findings } = outcome;
      return {
        ...{ outcome: kind, id, volume, findings: findingViews(findings, language) },
        month: month === null ? null : formatPeriod(month),
      };
    }
    case 'same':
      return { outcome: 'same', id: outcome.id };
    case 'confirm':
    case 'held':
      return { outcome: outcome.kind, findings: findingViews(outcome.findings, language) };
    case 'refused': {
      const refusal = refusalOf(outcome, given);
      const { detail } = problemOf(refusal, language, '');
      const findings = findingViews(outcome.findings ?? [], language);
      return { outcome: 'refused', code: refusal.code, detail, findings };
    }
  }
}

/** A meter that there is not is told of by what it was called. */
function refusalOf(
  { code, details }: Extract<ReadingOutcome, { kind: 'refused' }>,
  { meterId, account, serial }: MeterNamed,
): DomainError {
  if (code !== 'reading.unknown-meter') return new DomainError(code, { ...details });
  if (meterId) return new DomainError('reading.unknown-meter-id', { id: meterId });
  if (!account || !serial) return new DomainError('reading.meter-unnamed');
  return new DomainError(code, { account, serial });
}
