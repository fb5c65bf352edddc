import { Injectable } from '@nestjs/common';
import { LawParameters } from '@dvor/catalogue';
import { addDays, formatDate, type LocalDate, Money, type OrganizationId } from '@dvor/kernel';
import { Database, ExceptionsInbox, OrganizationClock, type Tx } from '@dvor/platform';
import { endOfRestriction, type EndOfRestriction } from '../core/index.js';
import { DebtFacts, type LoadedDebtor } from '../letters/debt-facts.js';
import { DebtSteps } from '../steps/debt-steps.js';
import { restoreKey } from './restore-key.js';
import { RestrictionActs } from './restriction-acts.js';
import { owedFor, verdictOn } from './restriction-candidates.js';
import { loadRestrictionTerms, type TermsOfRestriction } from './restriction-terms.js';
import { type Restriction, Restrictions } from './restrictions.js';

interface Book {
  readonly today: LocalDate;
  readonly terms: TermsOfRestriction;
  readonly debtors: ReadonlyMap<string, LoadedDebtor>;
}

/**
 * Looks at restrictions and tells what the money says of them: one that was only warned about is let go when its debt is
 * paid or a plan is made; a service that was touched is to be given back, which the inbox says with the last day for it.
 */
@Injectable()
export class RestrictionWatch {
  constructor(
    private readonly database: Database,
    private readonly restrictions: Restrictions,
    private readonly acts: RestrictionActs,
    private readonly facts: DebtFacts,
    private readonly steps: DebtSteps,
    private readonly law: LawParameters,
    private readonly inbox: ExceptionsInbox,
    private readonly clock: OrganizationClock,
  ) {}

  /** @returns how many restrictions have lost their reason, or have it again */
  async look(organizationId: OrganizationId): Promise<number> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      await tx.query('select 1 from restrictions where ended_on is null order by id for update');
      const open = await this.restrictions.open(tx);
      if (open.length === 0) return 0;
      const today = await this.clock.today(tx);
      const accountIds = [...new Set(open.map(({ accountId }) => accountId))];
      const debtors = await this.facts.of(tx, accountIds, { asOf: today, letter: null });
      const book = {
        today,
        terms: await loadRestrictionTerms(tx, this.law, today),
        debtors: new Map(debtors.map((debtor) => [debtor.accountId, debtor])),
      };
      let changed = 0;
      for (const one of open) if (await this.lookAt(tx, one, book)) changed += 1;
      return changed;
    });
  }

  private async lookAt(tx: Tx, one: Restriction, book: Book): Promise<boolean> {
    const restricted = one.limitedOn !== null || one.suspendedOn !== null;
    const why = reasonToEnd(one, restricted, book);
    if (why === one.clearedWhy) return false;
    if (!restricted) {
      await this.letGo(tx, one, { why: why!, on: book.today });
      return true;
    }
    const on = why === null ? null : await clearedOn(tx, one, why, book.today);
    await tx.query('update restrictions set cleared_on = $2, cleared_why = $3 where id = $1', [
      one.id,
      on && formatDate(on),
      why,
    ]);
    if (on === null) await this.inbox.settleOne(tx, restoreKey(one.id), 'the debt is back');
    else await this.tell(tx, one, addDays(on, book.terms.restoreDays));
    return true;
  }

  private async letGo(
    tx: Tx,
    { id, accountId }: Restriction,
    { why, on }: { readonly why: EndOfRestriction; readonly on: LocalDate },
  ): Promise<void> {
    const nothing = { principal: Money.zero, penalty: Money.zero };
    await this.steps.add(tx, { ...nothing, accountId, kind: 'restriction-stopped', on, restrictionId: id }, null);
    await this.acts.end(tx, id, { on, why });
  }

  private async tell(tx: Tx, { id, account, houseId, service }: Restriction, until: LocalDate): Promise<void> {
    await this.inbox.raise(tx, [
      {
        kind: 'restriction.restore',
        dedupeKey: restoreKey(id),
        object: { type: 'restriction', id, label: account },
        houseId,
        details: { service, date: formatDate(until) },
      },
    ]);
  }
}

function reasonToEnd(
  { accountId, serviceId, normFee }: Restriction,
  restricted: boolean,
  { today, terms, debtors }: Book,
): EndOfRestriction | null {
  const debtor = debtors.get(accountId)!;
  const { debt } = owedFor(serviceId, verdictOn(debtor, terms, { asOf: today, againAfterDays: 0 }));
  return endOfRestriction({ debt, normFee, months: terms.months, keptPlan: debtor.keptPlan, restricted });
}

/** The day of the last payment; of whatever else ended the debt, the day on which it is seen. */
async function clearedOn(
  tx: Tx,
  { accountId, limitedOn, suspendedOn }: Restriction,
  why: EndOfRestriction,
  today: LocalDate,
): Promise<LocalDate> {
  if (why !== 'paid') return today;
  const [row] = await tx.query<{ on: LocalDate | null }[]>(
    `select max(paid_on) - date '1970-01-01' as "on" from payments where account_id = $1 and returned < amount`,
    [accountId],
  );
  const since = (limitedOn ?? suspendedOn)!;
  return row!.on !== null && row!.on >= since && row!.on <= today ? row!.on : today;
}
