import { type LawParameters, settingsOn } from '@dvor/catalogue';
import type { LocalDate } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { RestrictionTerms } from '../core/index.js';

export interface TermsOfRestriction extends RestrictionTerms {
  /** How many months' fees by the norm the debt must exceed (п. 118). */
  readonly months: number;
  readonly limitationMonths: number;
}

/** The terms of the law on a day; the organisation may give its debtors a second warning of its own. */
export async function loadRestrictionTerms(tx: Tx, law: LawParameters, on: LocalDate): Promise<TermsOfRestriction> {
  const figure = async (code: string) => Number((await law.on(tx, code, on)).value);
  const own = await settingsOn(tx, ['restriction.second-notice-days'], on);
  return {
    months: await figure('cut-off.debt-months'),
    warningDays: await figure('cut-off.notice-days'),
    reminderDays: Math.max(await figure('cut-off.second-notice-days'), Number(own['restriction.second-notice-days'])),
    suspendAfterDays: await figure('cut-off.suspend-after-days'),
    restoreDays: await figure('cut-off.restore-days'),
    limitationMonths: await figure('limitation.months'),
  };
}
