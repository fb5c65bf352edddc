import { Injectable } from '@nestjs/common';
import { LawParameters, settingsOn } from '@dvor/catalogue';
import {
  type AccountId,
  addDays,
  DomainError,
  formatDate,
  type HouseId,
  type Id,
  type LocalDate,
  Money,
  type ServiceId,
  type UserId,
} from '@dvor/kernel';
import { OrganizationClock, type Tx } from '@dvor/platform';
import type { DebtStage } from '../core/index.js';
import { DraftLetters, type LetterBook } from '../letters/draft-letters.js';
import { LetterBatches, type LetterBatchId } from '../letters/letter-batches.js';
import { DebtorRegister } from '../register/debtor-register.js';
import { RestrictionCandidates, type RestrictionCandidate } from './restriction-candidates.js';
import { loadRestrictionTerms } from './restriction-terms.js';

export type RestrictionId = Id<'Restriction'>;

/** Whom warnings are for. */
export interface RestrictionRule {
  readonly houseId?: HouseId | undefined;
  readonly least?: Money | undefined;
  readonly stage?: DebtStage | undefined;
  /** Only these. */
  readonly accountIds?: readonly AccountId[] | undefined;
  /** Only these services; none: all that the law allows. */
  readonly serviceIds?: readonly ServiceId[] | undefined;
  /** There is no way to give less of these. */
  readonly cannotLimit?: readonly ServiceId[] | undefined;
}

/** Restrictions begin with a warning: looked over by a rule, then written in one batch, one letter an account. */
@Injectable()
export class RestrictionWarnings {
  constructor(
    private readonly register: DebtorRegister,
    private readonly candidates: RestrictionCandidates,
    private readonly batches: LetterBatches,
    private readonly drafts: DraftLetters,
    private readonly law: LawParameters,
    private readonly clock: OrganizationClock,
  ) {}

  /** Who would be warned of what, and who not and why. @throws DomainError `restriction.too-many` */
  async preview(
    tx: Tx,
    rule: RestrictionRule,
  ): Promise<{ readonly dated: LocalDate; readonly considered: readonly RestrictionCandidate[] }> {
    const dated = await this.clock.today(tx);
    const ids = await this.accountsOf(tx, rule);
    const again = await settingsOn(tx, ['debt.letter-again-days'], dated);
    const found = await this.candidates.of(tx, ids, {
      ...{ asOf: dated, serviceIds: rule.serviceIds, cannotLimit: rule.cannotLimit },
      ...{ letter: 'restriction-warning', againAfterDays: Number(again['debt.letter-again-days']) },
    });
    const concerns = ({ obstacles }: RestrictionCandidate) =>
      rule.accountIds !== undefined || !obstacles.some(({ reason }) => reason === 'nothing-to-restrict');
    return { dated, considered: found.filter(concerns) };
  }

  /**
   * Opens a restriction for each service of each debtor of the rule and writes them their warnings; the worker prints
   * those.
   *
   * @throws DomainError `restriction.nobody`, `restriction.too-many`, `letter.does-not-add-up`
   */
  async warn(tx: Tx, rule: RestrictionRule, by: UserId): Promise<LetterBatchId> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('restrictions', current_organization()))`);
    const { dated, considered } = await this.preview(tx, rule);
    if (!considered.some(({ may }) => may)) throw new DomainError('restriction.nobody');
    const { warningDays } = await loadRestrictionTerms(tx, this.law, dated);
    const asked = { kind: 'restriction-warning', dated, payBy: addDays(dated, warningDays) } as const;
    const batchId = await this.batches.open(tx, { ...asked, rule: stored(rule) }, by);
    const book = await this.drafts.book(tx, asked);
    const batch = await this.batches.numberOf(tx, batchId);
    let written = 0;
    for (const candidate of considered)
      if (candidate.may) {
        const number = `${batch}/${(written += 1)}`;
        await this.warnOne(tx, candidate, { book, batchId, number, warningDays, by });
      } else await this.batches.leaveOut(tx, batchId, candidate.debtor, candidate.obstacles);
    await this.batches.ask(tx, batchId);
    return batchId;
  }

  private async warnOne(
    tx: Tx,
    { debtor, services }: RestrictionCandidate,
    { book, batchId, number, warningDays, by }: Warning,
  ): Promise<void> {
    const restrictionIds: RestrictionId[] = [];
    for (const service of services) {
      const [row] = await tx.query<{ id: RestrictionId }[]>(
        `insert into restrictions (organization_id, house_id, account_id, service_id, can_limit, norm_fee, debt, working, began_on, created_by)
         values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
        [
          ...[debtor.houseId, debtor.accountId, service.serviceId, service.canLimit],
          ...[service.normFee.kopecks.toString(), service.debt.kopecks.toString(), JSON.stringify(service.workings)],
          ...[formatDate(book.dated), by],
        ],
      );
      restrictionIds.push(row!.id);
    }
    const content = await this.drafts.draft(tx, book, debtor, {
      number,
      verdict: { items: services.flatMap(({ items }) => items), leftOut: [] },
      restriction: { services: services.map(({ name }) => name), days: warningDays },
    });
    await this.batches.insert(tx, batchId, { accountId: debtor.accountId, content, restrictionIds }, by);
  }

  private async accountsOf(tx: Tx, { accountIds, houseId, least, stage }: RestrictionRule): Promise<AccountId[]> {
    const ids = accountIds ?? (await this.register.accountsOf(tx, { houseId, least, stage, age: 'to-30' }));
    if (ids.length > MOST_ACCOUNTS)
      throw new DomainError('restriction.too-many', { accounts: ids.length, limit: MOST_ACCOUNTS });
    return [...ids];
  }
}

/** More is not looked through at once: each house is calculated. */
const MOST_ACCOUNTS = 3_000;

interface Warning {
  readonly book: LetterBook;
  readonly batchId: LetterBatchId;
  readonly number: string;
  readonly warningDays: number;
  readonly by: UserId;
}

function stored({ least, ...rule }: RestrictionRule): Readonly<Record<string, unknown>> {
  return { ...rule, ...(least && { least: least.toString() }) };
}
