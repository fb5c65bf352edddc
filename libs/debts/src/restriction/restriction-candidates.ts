import { Injectable } from '@nestjs/common';
import { type NormFee, NormFees } from '@dvor/billing';
import { LawParameters, Services } from '@dvor/catalogue';
import { type AccountId, type LocalDate, Money, type ServiceId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import {
  type DebtItem,
  isOverdue,
  type LetterKind,
  mayBeRestricted,
  mayBeSent,
  type Obstacle,
  rightToRestrict,
  type Verdict,
} from '../core/index.js';
import { DebtFacts, type LoadedDebtor } from '../letters/debt-facts.js';
import { loadRestrictionTerms, type TermsOfRestriction } from './restriction-terms.js';

/** A service that may be restricted for its debtor. */
export interface RestrictableDebt {
  readonly serviceId: ServiceId;
  readonly name: string;
  readonly debt: Money;
  readonly normFee: Money;
  readonly workings: NormFee['workings'];
  readonly canLimit: boolean;
  readonly items: readonly DebtItem[];
}

/** A debtor, whether he may be warned, of which services and why not of others. */
export interface RestrictionCandidate {
  readonly debtor: LoadedDebtor;
  /** There is something to restrict, and nothing stands against it. */
  readonly may: boolean;
  readonly services: readonly RestrictableDebt[];
  readonly obstacles: readonly Obstacle[];
}

export interface CandidatesAsked {
  readonly asOf: LocalDate;
  /** Only these; none: all that the law allows. */
  readonly serviceIds?: readonly ServiceId[] | undefined;
  /** There is no way to give less of these: they are cut off at once, or not at all. */
  readonly cannotLimit?: readonly ServiceId[] | undefined;
  /** Of which kind a letter written lately stands against another. */
  readonly letter: LetterKind | null;
  readonly againAfterDays: number;
}

/** Whose services may be restricted: what is owed for each beside what it costs by the norm. */
@Injectable()
export class RestrictionCandidates {
  constructor(
    private readonly facts: DebtFacts,
    private readonly fees: NormFees,
    private readonly services: Services,
    private readonly law: LawParameters,
  ) {}

  /** Of those accounts that owe anything overdue. */
  async of(tx: Tx, accountIds: readonly AccountId[], asked: CandidatesAsked): Promise<RestrictionCandidate[]> {
    const terms = await loadRestrictionTerms(tx, this.law, asked.asOf);
    const debtors = await this.facts.of(tx, accountIds, { asOf: asked.asOf, letter: asked.letter });
    const considered = debtors
      .map((debtor) => ({ debtor, verdict: verdictOn(debtor, terms, asked) }))
      .filter(({ verdict }) => isOverdue(verdict));
    const services = await this.restrictable(tx, asked);
    const owing = considered.filter(({ verdict }) => verdict.items.some(({ serviceId }) => services.has(serviceId)));
    const fees = await this.fees.of(
      tx,
      owing.map(({ debtor }) => debtor.accountId),
      asked.asOf,
    );
    const goingOn = await openRestrictions(tx, accountIds);
    return considered.map(({ debtor, verdict }) => {
      const { accountId } = debtor;
      const debts = [...services.values()].map((service) => {
        const fee = fees.get(accountId)?.get(service.serviceId);
        return {
          ...{ ...service, ...owedFor(service.serviceId, verdict) },
          ...{ normFee: fee?.amount ?? null, workings: fee?.workings ?? [] },
          goingOn: goingOn.has(`${accountId} ${service.serviceId}`),
        };
      });
      const found = mayBeRestricted(debts, terms.months);
      const obstacles = [...verdict.obstacles, ...(found.services.length === 0 ? found.obstacles : [])];
      return {
        ...{ debtor, obstacles, may: obstacles.length === 0 },
        services: found.services.map(({ normFee, ...service }) => ({ ...service, normFee: normFee! })),
      };
    });
  }

  private async restrictable(tx: Tx, { serviceIds, cannotLimit = [] }: CandidatesAsked) {
    const found = (await this.services.list(tx)).flatMap(({ id, name, resource, section }) => {
      const right = rightToRestrict(section === 'communal' ? resource : null);
      if ((!right.limit && !right.suspend) || (serviceIds && !serviceIds.includes(id))) return [];
      return [{ serviceId: id, name, right, canLimit: right.limit && !cannotLimit.includes(id) }];
    });
    return new Map<string, (typeof found)[number]>(found.map((service) => [service.serviceId, service]));
  }
}

/** Whether a debtor may be restricted at all, and what is owed. */
export function verdictOn(
  debtor: LoadedDebtor,
  { limitationMonths }: Pick<TermsOfRestriction, 'limitationMonths'>,
  { asOf, againAfterDays }: Pick<CandidatesAsked, 'asOf' | 'againAfterDays'>,
): Verdict {
  return mayBeSent(debtor, { purpose: 'restriction', asOf, limitationMonths, least: Money.zero, againAfterDays });
}

/** What of a verdict is owed for a service, without penalties. */
export function owedFor(
  serviceId: string,
  { items }: Pick<Verdict, 'items'>,
): { readonly debt: Money; readonly items: DebtItem[] } {
  const own = items.filter((item) => item.serviceId === serviceId);
  return { debt: Money.sum(own.map(({ principal }) => principal)), items: own };
}

async function openRestrictions(tx: Tx, accountIds: readonly AccountId[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ key: string }[]>(
    `select account_id || ' ' || service_id as key from restrictions where account_id = any ($1) and ended_on is null`,
    [accountIds],
  );
  return new Set(rows.map(({ key }) => key));
}
