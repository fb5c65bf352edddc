import { DomainError, formatDate, formatPeriod, type LocalDate, Money } from '@dvor/kernel';
import type { DebtorShare } from './debtors-by-shares.js';
import {
  assertAddsUp,
  type DebtRow,
  type LetterIssuer,
  monthRows,
  type PenaltyTable,
  penaltyTable,
  type PlaceWorking,
  type ServiceRow,
  serviceRows,
} from './draft-letter.js';
import type { Verdict } from './may-be-sent.js';

/** All that the papers of a court case say, as it is kept for ever. Sums as `1500.00`, days as `2026-11-21`. */
export interface CourtContent {
  readonly form: 'court-order-1';
  readonly number: string;
  readonly dated: string;
  readonly court: { readonly name: string; readonly address: string };
  readonly claimant: LetterIssuer;
  readonly account: { readonly number: string; readonly address: string };
  readonly debtors: readonly CourtDebtor[];
  readonly from: string;
  readonly to: string;
  readonly principal: string;
  readonly penalty: string;
  readonly total: string;
  readonly fee: { readonly sum: string; readonly clause: string };
  readonly months: readonly DebtRow[];
  readonly services: readonly ServiceRow[];
  readonly penalties: PenaltyTable;
  readonly statement: readonly StatementRow[];
  readonly leftOut: readonly { readonly period: string; readonly why: string; readonly sum: string }[];
  /** The claim that was sent before, where one was. */
  readonly claim: { readonly number: string; readonly on: string } | null;
}

/** Those who answer together, or one for his share (ГПК РФ, ст. 124 ч. 2 п. 3: what is not known of them is told). */
export interface CourtDebtor {
  readonly people: readonly CourtPerson[];
  readonly share: string | null;
  readonly principal: string;
  readonly penalty: string;
}

export interface CourtPerson {
  readonly kind: 'person' | 'firm';
  readonly name: string;
  readonly birthDate: string | null;
  readonly address: string;
  readonly snils: string | null;
  readonly inn: string | null;
}

/** What moved the account in a month. */
export interface StatementRow {
  readonly on: string;
  readonly what: string;
  readonly amount: string;
  readonly balance: string;
}

export interface CourtFacts {
  readonly number: string;
  readonly dated: LocalDate;
  readonly court: CourtContent['court'];
  readonly claimant: LetterIssuer;
  readonly account: CourtContent['account'];
  readonly shares: readonly DebtorShare[];
  readonly personOf: (partyId: string) => CourtPerson;
  readonly verdict: Verdict;
  readonly workings: readonly PlaceWorking[];
  readonly serviceName: (id: string) => string;
  readonly statement: readonly StatementRow[];
  readonly claim: CourtContent['claim'];
  readonly fee: { readonly sum: Money; readonly clause: string };
  /** What an order may be asked for (ГПК РФ, ст. 121 ч. 1). */
  readonly mostClaim: Money;
}

/**
 * Puts the papers of a court order together (ГПК РФ, ст. 124). What is asked of the debtors comes to the debt, its months
 * and its days.
 *
 * @throws DomainError `court.refused` naming the first reason, `court.above-most`, `letter.does-not-add-up`
 */
export function draftCourtPapers(facts: CourtFacts): CourtContent {
  const { verdict, dated, shares } = facts;
  const [obstacle] = verdict.obstacles;
  if (obstacle) throw new DomainError('court.refused', { reason: obstacle.reason });
  const { items, principal, penalty } = verdict;
  const total = principal.plus(penalty);
  if (total.compare(facts.mostClaim) > 0)
    throw new DomainError('court.above-most', { sum: total.toString(), most: facts.mostClaim.toString() });
  const sums = { principal: principal.toString(), penalty: penalty.toString(), total: total.toString() };
  const figures = {
    ...sums,
    months: monthRows(items, dated),
    services: serviceRows(items, facts.serviceName),
    penalties: penaltyTable(items, facts.workings),
  };
  assertAddsUp(figures);
  const asked = Money.sum(shares.flatMap((share) => [share.principal, share.penalty]));
  if (!asked.equals(total))
    throw new DomainError('letter.does-not-add-up', { what: 'debtors', sum: asked.toString(), told: sums.total });
  return {
    form: 'court-order-1',
    ...{ number: facts.number, dated: formatDate(dated), court: facts.court, claimant: facts.claimant },
    account: facts.account,
    debtors: shares.map((share) => ({
      people: share.partyIds.map(facts.personOf),
      ...{ share: share.share, principal: share.principal.toString(), penalty: share.penalty.toString() },
    })),
    from: formatPeriod(items[0]!.origin),
    to: formatPeriod(items.at(-1)!.origin),
    ...figures,
    fee: { sum: facts.fee.sum.toString(), clause: facts.fee.clause },
    statement: facts.statement,
    leftOut: verdict.leftOut.map(({ item, why }) => ({
      ...{ period: formatPeriod(item.origin), why },
      sum: item.principal.plus(item.penalty).toString(),
    })),
    claim: facts.claim,
  };
}

/** The sheet for whoever files it by a program: every field by its own name. */
export function courtSheet(content: CourtContent): Readonly<Record<string, unknown>> {
  const { number, dated, court, claimant, account, debtors, from, to, principal, penalty, total, fee } = content;
  return {
    form: content.form,
    ...{ number, dated, court, claimant, account, debtors },
    claim: { from, to, principal, penalty, total, stateFee: fee.sum, stateFeeClause: fee.clause },
    months: content.months,
  };
}
