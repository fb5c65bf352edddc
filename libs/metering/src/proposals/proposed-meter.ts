import type { AccountId, FileId, Id, LocalDate, MeterId, UserId } from '@dvor/kernel';
import type { NewDial } from '../core/index.js';
import type { LifePaper, Shown } from '../life/life-act.js';

export type ProposalId = Id<'MeterProposal'>;

/** What a resident says of a meter in their flat. */
export interface ProposedMeter extends NewDial {
  readonly installedOn: LocalDate;
  /** Last good day of its verification. */
  readonly verifiedUntil: LocalDate;
  /** What it showed when it was installed. */
  readonly shown: Shown;
  /** The meter that stood there, and what it showed last; `null`: there was none. */
  readonly replaces: { readonly meterId: MeterId; readonly shown: Shown | null } | null;
  readonly note: string | null;
}

/** Who proposes, and what they show. */
export interface Proposing {
  readonly accountId: AccountId;
  readonly by: UserId;
  readonly today: LocalDate;
  /** Keeps the pictures; is not asked to where the same proposal waits already. */
  readonly keep: () => Promise<ProposalPictures>;
}

export interface ProposalPictures {
  readonly photoId: FileId | null;
  readonly passportId: FileId | null;
}

/** The meter as the accountant has found it to be, with the paper of its commissioning. */
export interface ApprovedMeter extends LifePaper {
  readonly serial: string;
  readonly digits: number;
  readonly scale: number;
  readonly shown: Shown;
  readonly verifiedUntil: LocalDate | null;
  readonly seals: readonly string[];
  /** The meter that it takes the place of, with its last reading. */
  readonly replaces: { readonly meterId: MeterId; readonly shown: Shown } | null;
}
