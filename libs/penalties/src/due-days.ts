import { Injectable } from '@nestjs/common';
import { LawParameters } from '@dvor/catalogue';
import type { LocalDate, Period } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { PenaltyRule } from './core/index.js';
import { loadTerms } from './load-terms.js';

/** Days up to which the months of an organisation are to be paid. */
@Injectable()
export class DueDays {
  constructor(private readonly law: LawParameters) {}

  /** The last day to pay for a month. @throws DomainError `penalty.law-value`; what it gives, `law.parameter-expired` */
  async of(tx: Tx, on: LocalDate): Promise<(rule: PenaltyRule, period: Period) => LocalDate> {
    return (await loadTerms(tx, this.law, on)).dueOf;
  }
}
