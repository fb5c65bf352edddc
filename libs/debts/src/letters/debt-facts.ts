import { Injectable } from '@nestjs/common';
import { Accounts } from '@dvor/housing';
import { type AccountId, type HouseId, lastDay, type LocalDate, Money, type Period, periodOf } from '@dvor/kernel';
import { Balances, type Receivable } from '@dvor/ledger';
import { MoneyInTransit } from '@dvor/payments';
import { DueDays, InstalmentPlans } from '@dvor/penalties';
import type { Tx } from '@dvor/platform';
import type { DebtItem, DebtorFacts, LetterKind } from '../core/index.js';

/** A debtor with all that decides whether he may be written to. */
export interface LoadedDebtor extends DebtorFacts {
  readonly accountId: AccountId;
  readonly houseId: HouseId;
  readonly number: string;
  readonly address: string;
  readonly name: string;
}

type DueOf = Awaited<ReturnType<DueDays['of']>>;

/** Gathers what is known of debtors: debts by their places, payers of their months, money under way, plans, disputes. */
@Injectable()
export class DebtFacts {
  constructor(
    private readonly accounts: Accounts,
    private readonly balances: Balances,
    private readonly dueDays: DueDays,
    private readonly transit: MoneyInTransit,
    private readonly plans: InstalmentPlans,
  ) {}

  /**
   * By numbers of accounts; a dozen queries, however many there are.
   *
   * @param letter of which kind the last one is looked for
   */
  async of(
    tx: Tx,
    accountIds: readonly AccountId[],
    { asOf, letter }: { readonly asOf: LocalDate; readonly letter: LetterKind | null },
  ): Promise<LoadedDebtor[]> {
    const dueOf = await this.dueDays.of(tx, asOf);
    const owed = await this.balances.receivablesOf(tx, accountIds);
    const [payers, repairs] = [await payersOf(tx, accountIds), await capitalRepairs(tx)];
    const transit = await this.transit.of(tx, accountIds);
    const plans = await this.plans.keptOf(tx, accountIds);
    const known = new Map((await standingOf(tx, accountIds, letter)).map((row) => [row.id, row]));
    return (await this.accounts.some(tx, accountIds, asOf)).map(({ id, houseId, number, address, state }) => {
      const { disputes, openCase, writtenOn } = known.get(id)!;
      const own = payers.get(id) ?? [];
      const payer = own.at(-1) ?? null;
      const receivables = owed.get(id) ?? [];
      return {
        ...{ accountId: id, houseId, number, address, name: payer?.name ?? '' },
        items: itemsOf(receivables, { dueOf, repairs, payerIn: (month) => payerIn(own, month) }),
        inTransit: (transit.get(id) ?? Money.zero).plus(aheadOf(receivables)),
        keptPlan: plans.get(id)?.number.toString() ?? null,
        ...{ disputes, openCase, writtenOn },
        payer: payer && { id: payer.id, diedOn: payer.diedOn },
        accountClosed: state === 'closed',
      };
    });
  }
}

/** Debts by their places, penalties beside what they are for; interest of an instalment plan is asked for by the plan. */
function itemsOf(
  receivables: readonly Receivable[],
  {
    dueOf,
    repairs,
    payerIn: payerOf,
  }: {
    readonly dueOf: DueOf;
    readonly repairs: ReadonlySet<string>;
    readonly payerIn: (month: Period) => string | null;
  },
): DebtItem[] {
  const places = new Map<string, DebtItem>();
  for (const { recipientId, serviceId, origin, kind, amount } of receivables) {
    if (amount.kopecks <= 0n || (kind !== 'charge' && kind !== 'penalty')) continue;
    const key = `${recipientId} ${serviceId} ${origin}`;
    const goesWithFlat = repairs.has(serviceId ?? '');
    const place = places.get(key) ?? {
      ...{ recipientId: recipientId ?? '', serviceId: serviceId ?? '', origin, goesWithFlat },
      due: dueOf(goesWithFlat ? 'capital-repair' : 'housing', origin < FIRST_KNOWN ? FIRST_KNOWN : origin),
      ...{ principal: Money.zero, penalty: Money.zero, payerId: payerOf(origin) },
    };
    places.set(key, {
      ...place,
      ...(kind === 'charge' ? { principal: place.principal.plus(amount) } : { penalty: place.penalty.plus(amount) }),
    });
  }
  return [...places.values()];
}

/** Paid ahead and not set off yet: it waits for the month's end. */
function aheadOf(receivables: readonly Receivable[]): Money {
  return Money.sum(
    receivables.filter(({ kind, amount }) => kind === 'charge' && amount.isNegative).map((r) => r.amount),
  ).negated();
}

/** The Housing Code's first month: of those before it no day to pay is known. */
const FIRST_KNOWN = periodOf(2005, 3);

interface PayerOfDays {
  readonly id: string;
  readonly name: string;
  readonly diedOn: LocalDate | null;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** Who was to pay at the month's end, when its bill came. */
function payerIn(payers: readonly PayerOfDays[], month: Period): string | null {
  const day = lastDay(month);
  return payers.find(({ from, to }) => from <= day && (to === null || day < to))?.id ?? null;
}

async function payersOf(tx: Tx, accountIds: readonly AccountId[]): Promise<Map<AccountId, PayerOfDays[]>> {
  const rows = await tx.query<(PayerOfDays & { readonly accountId: AccountId })[]>(
    `select f.account_id as "accountId", f.payer_id as id, p.name, p.died_on - date '1970-01-01' as "diedOn", lower(f.valid) - date '1970-01-01' as "from",
            upper(f.valid) - date '1970-01-01' as "to"
       from account_facts f join parties p on p.id = f.payer_id
      where f.account_id = any ($1) and f.superseded_at is null order by f.account_id, lower(f.valid)`,
    [accountIds],
  );
  const payers = new Map<AccountId, PayerOfDays[]>();
  for (const { accountId, ...payer } of rows) payers.set(accountId, [...(payers.get(accountId) ?? []), payer]);
  return payers;
}

async function capitalRepairs(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }[]>(`select id from services where section = 'capital-repair'`);
  return new Set(rows.map(({ id }) => id));
}

interface Standing {
  readonly id: AccountId;
  readonly disputes: readonly string[];
  readonly openCase: string | null;
  readonly writtenOn: LocalDate | null;
}

async function standingOf(tx: Tx, accountIds: readonly AccountId[], letter: LetterKind | null): Promise<Standing[]> {
  return tx.query<Standing[]>(
    `select a.id,
            coalesce((select array_agg(d.reason order by d.id) from debt_disputes d
                       where d.account_id = a.id and d.closed_on is null), '{}') as disputes,
            (select c.number::text from court_cases c where c.account_id = a.id and c.closed_on is null) as "openCase",
            (select max(s.on_date) - date '1970-01-01' from debt_steps s
              where s.account_id = a.id and s.kind = $2 and s.voids is null
                and not exists (select from debt_steps mirror where mirror.voids = s.id)) as "writtenOn"
       from accounts a where a.id = any ($1)`,
    [accountIds, letter],
  );
}
