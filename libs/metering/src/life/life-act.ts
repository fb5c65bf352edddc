import { DomainError, formatDate, type Id, type LocalDate } from '@dvor/kernel';
import type { MeteredResource, NewDial, ZonedValue } from '../core/index.js';
import { checkActPaper, type EnteredOn, refuseLate } from '../meter-acts.js';

export type LifeActId = Id<'MeterLifeAct'>;

/** The paper of an act, and the day on which it was done. */
export interface LifePaper {
  readonly number: string;
  readonly dated: LocalDate;
  /** Not after the day of the paper. */
  readonly on: LocalDate;
  /** Names of those who signed it. */
  readonly signedBy: readonly string[];
  /** Why it is entered although it speaks of what is more than three years ago. */
  readonly lateReason?: string | null;
}

/** What a dial showed: by the names of its zones, or in their order. */
export type Shown = ZonedValue | readonly string[];

export interface NewInstallation extends LifePaper, NewDial {
  readonly shown: Shown;
  /** Last good day of its verification; `null`: the meter's passport does not tell. */
  readonly verifiedUntil: LocalDate | null;
  readonly seals: readonly string[];
}

/** An act on a meter that stands. */
export type NewLifeAct =
  | (LifePaper & { readonly kind: 'sealing'; readonly shown: Shown; readonly seals: readonly string[] })
  | (LifePaper & {
      readonly kind: 'verification';
      readonly shown: Shown;
      readonly verifiedUntil: LocalDate;
      readonly seals: readonly string[];
    })
  | (LifePaper & { readonly kind: 'removal'; readonly shown: Shown });

/** That no meter of a resource can be installed in a premises (ПП 354, п. 42). */
export interface NewImpossibility extends LifePaper {
  readonly resource: MeteredResource;
  /** Since then one can; `null`: still none. */
  readonly until: LocalDate | null;
}

/** An act is taken back; of one that speaks of what is more than three years ago it is said why. */
export interface LateEntered extends EnteredOn {
  readonly lateReason?: string | null;
}

/** @throws DomainError `meter-act.number`, `meter-act.unsigned`, `meter-act.future`, `meter-act.days`, `meter-act.too-old` */
export function checkPaper(paper: LifePaper, { today }: EnteredOn): void {
  checkActPaper(paper, today);
  const { on, dated, lateReason } = paper;
  if (on > dated) throw new DomainError('meter-act.days', { from: formatDate(on), to: formatDate(dated) });
  refuseLate(on, { today, lateReason });
}
