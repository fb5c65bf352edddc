import { Injectable } from '@nestjs/common';
import { LawParameters } from '@dvor/catalogue';
import { type AccountId, addDays, DomainError, type LocalDate, type UserId } from '@dvor/kernel';
import { OrganizationClock, type Tx } from '@dvor/platform';
import { mayActOn } from '../core/index.js';
import { DebtFacts, type LoadedDebtor } from '../letters/debt-facts.js';
import { DraftLetters } from '../letters/draft-letters.js';
import { LetterBatches, type LetterBatchId } from '../letters/letter-batches.js';
import { owedFor, verdictOn } from './restriction-candidates.js';
import { loadRestrictionTerms, type TermsOfRestriction } from './restriction-terms.js';
import { type Restriction, Restrictions } from './restrictions.js';

/** Restrictions of one debtor whose second warning is due. */
interface Due {
  readonly debtor: LoadedDebtor;
  readonly restrictions: readonly Restriction[];
}

/** The second warning, where the organisation keeps one: of all whose time has come, in one batch. */
@Injectable()
export class RestrictionReminders {
  constructor(
    private readonly restrictions: Restrictions,
    private readonly facts: DebtFacts,
    private readonly batches: LetterBatches,
    private readonly drafts: DraftLetters,
    private readonly law: LawParameters,
    private readonly clock: OrganizationClock,
  ) {}

  /** Restrictions whose second warning is due today. */
  async due(tx: Tx): Promise<Restriction[]> {
    const today = await this.clock.today(tx);
    return (await this.restrictions.open(tx)).filter(({ next }) => next?.act === 'remind' && mayActOn(next, today));
  }

  /**
   * Writes them; who has paid, keeps a plan, disputes the debt or has money under way gets none.
   *
   * @throws DomainError `restriction.nobody-to-remind`, `letter.does-not-add-up`
   */
  async write(tx: Tx, by: UserId): Promise<LetterBatchId> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('restrictions', current_organization()))`);
    const dated = await this.clock.today(tx);
    const terms = await loadRestrictionTerms(tx, this.law, dated);
    const considered = (await this.debtors(tx, dated)).map((due) => ({
      due,
      verdict: verdictOn(due.debtor, terms, { asOf: dated, againAfterDays: 0 }),
    }));
    if (!considered.some(({ verdict }) => verdict.may)) throw new DomainError('restriction.nobody-to-remind');
    const asked = { kind: 'restriction-reminder', dated, payBy: addDays(dated, terms.reminderDays) } as const;
    const batchId = await this.batches.open(tx, { ...asked, rule: {} }, by);
    const book = await this.drafts.book(tx, asked);
    const batch = await this.batches.numberOf(tx, batchId);
    let written = 0;
    for (const { due, verdict } of considered) {
      const { debtor, restrictions } = due;
      if (!verdict.may) {
        await this.batches.leaveOut(tx, batchId, debtor, verdict.obstacles);
        continue;
      }
      const items = restrictions.flatMap(({ serviceId }) => owedFor(serviceId, verdict).items);
      const content = await this.drafts.draft(tx, { ...book, payBy: payBy(due, dated, terms) }, debtor, {
        number: `${batch}/${(written += 1)}`,
        verdict: { items, leftOut: [] },
        restriction: { services: restrictions.map(({ service }) => service), days: terms.reminderDays },
      });
      const restrictionIds = restrictions.map(({ id }) => id);
      await this.batches.insert(tx, batchId, { accountId: debtor.accountId, content, restrictionIds }, by);
    }
    await this.batches.ask(tx, batchId);
    return batchId;
  }

  private async debtors(tx: Tx, asOf: LocalDate): Promise<Due[]> {
    const byAccount = new Map<AccountId, Restriction[]>();
    for (const one of await this.due(tx)) byAccount.set(one.accountId, [...(byAccount.get(one.accountId) ?? []), one]);
    const debtors = await this.facts.of(tx, [...byAccount.keys()], { asOf, letter: null });
    return debtors.map((debtor) => ({ debtor, restrictions: byAccount.get(debtor.accountId)! }));
  }
}

/** The last day of the first warning, but never less than the second one's own days. */
function payBy({ restrictions }: Due, dated: LocalDate, { warningDays, reminderDays }: TermsOfRestriction): LocalDate {
  const ends = restrictions.map(({ warnedOn }) => addDays(warnedOn!, warningDays));
  return Math.max(addDays(dated, reminderDays), ...ends) as LocalDate;
}
