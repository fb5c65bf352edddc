import {
  type AccountId,
  addMonths,
  decimal,
  type HouseId,
  lastDay,
  type LocalDate,
  Money,
  parseDate,
  type Period,
  type RunId,
} from '@dvor/kernel';
import { AccountChanges, Charges, type PremisesFacts, snapshotOf, Subsidies } from '@dvor/billing';
import { LawParameters, Services, Suppliers } from '@dvor/catalogue';
import { Accounts } from '@dvor/housing';
import { Balances, Deferrals, type PaidMoney } from '@dvor/ledger';
import { Meters } from '@dvor/metering';
import { type InstalmentOffer, InstalmentOffers, InstalmentPlans, type Plan } from '@dvor/penalties';
import type { Tx } from '@dvor/platform';
import { Injectable } from '@nestjs/common';
import {
  draftReceipt,
  type HouseMonth,
  type InstalmentRow,
  type Issuer,
  type OfferedInstalments,
  type ReceiptDocument,
  type Recipient,
} from './core/index.js';
import { issueReceipt } from './issue-receipt.js';

export interface CollectedReceipt {
  readonly accountId: AccountId;
  readonly document: ReceiptDocument;
}

/** Gathers what the receipts of a house show, from the run's own lines and snapshot and from the ledger. */
@Injectable()
export class CollectReceipts {
  constructor(
    private readonly accounts: Accounts,
    private readonly balances: Balances,
    private readonly changes: AccountChanges,
    private readonly charges: Charges,
    private readonly deferrals: Deferrals,
    private readonly law: LawParameters,
    private readonly meters: Meters,
    private readonly offers: InstalmentOffers,
    private readonly plans: InstalmentPlans,
    private readonly services: Services,
    private readonly subsidies: Subsidies,
    private readonly suppliers: Suppliers,
  ) {}

  /** Receipts by account number: of every account with a charge this month, a balance from before or money since. */
  async ofHouse(
    tx: Tx,
    run: { readonly id: RunId; readonly period: Period },
    houseId: HouseId,
    issuedOn: LocalDate,
  ): Promise<CollectedReceipt[]> {
    const house = await this.houseMonth(tx, run, houseId, issuedOn);
    const lines = await this.charges.ofHouse(tx, run, houseId);
    const before = await this.changes.linesBefore(tx, run, houseId);
    const openings = await this.balances.openings(tx, houseId, run.period);
    const subsidies = await this.subsidies.paidToExecutor(tx, houseId, run.period);
    const since = addMonths(run.period, -LAST_PAYMENT_MONTHS);
    const paid = await this.balances.paid(tx, houseId, { since, until: issuedOn });
    const penalties = await this.balances.penalties(tx, houseId, run.period);
    const interest = await this.balances.interest(tx, houseId, run.period);
    const writtenOff = await this.balances.writtenOff(tx, houseId, run.period);
    const facts = new Map(house.facts.premises.map((premises) => [premises.id, premises]));
    const ids = [
      ...new Set([
        ...lines.keys(),
        ...openings.keys(),
        ...paidFrom(paid, run.period),
        ...penalties.keys(),
        ...interest.keys(),
        ...writtenOff.keys(),
      ]),
    ];
    const planned = await this.deferrals.planned(tx, ids, house.dueOn);
    const plans = await this.plans.active(tx, ids);
    const offers = (await this.offers.openOf(tx, ids)).filter(({ period }) => period === run.period);
    const accounts = await this.accounts.some(tx, ids, lastDay(run.period));
    return accounts.map(({ id, number, address, payerName, area, share }) => ({
      accountId: id,
      document: issueReceipt(
        draftReceipt(house, {
          account: { number, payer: payerName ?? '', address, area: decimal(area ?? '0'), share },
          facts: facts.get(id) ?? NOBODY,
          lines: lines.get(id) ?? [],
          linesBefore: before?.get(id) ?? [],
          opening: openings.get(id) ?? [],
          paid: paid.get(id) ?? [],
          penalties: penalties.get(id) ?? [],
          interest: interest.get(id) ?? [],
          writtenOff: writtenOff.get(id) ?? [],
          deferred: (planned.get(id) ?? []).map(({ deferred, ...place }) => ({ ...place, amount: deferred })),
          instalments: plans
            .filter(({ accountId }) => accountId === id)
            .map((plan) => instalmentRow(plan, house.dueOn)),
          offers: offers.filter(({ accountId }) => accountId === id).map(offered),
          subsidy: subsidies.get(id) ?? Money.zero,
        }),
      ),
    }));
  }

  private async houseMonth(
    tx: Tx,
    run: { readonly id: RunId; readonly period: Period },
    houseId: HouseId,
    issuedOn: LocalDate,
  ): Promise<HouseMonth> {
    const issuer = await issuerOf(tx);
    const suppliers = await this.suppliers.list(tx, issuedOn);
    const recipients = new Map<string, Recipient>(
      suppliers.map(({ id, name, inn, kpp, bankDetails }) => [
        id,
        {
          name,
          inn,
          kpp: kpp ?? null,
          bank: bankDetails && {
            account: bankDetails.accountNumber,
            bankName: bankDetails.bankName,
            bik: bankDetails.bic,
            correspondentAccount: bankDetails.correspondentAccount,
          },
        },
      ]),
    );
    const itself = suppliers.find(({ inn }) => inn === issuer.inn);
    const services = await this.services.list(tx);
    const units = new Map(
      services.flatMap(({ resource, unit }) => (resource ? [[resource as string, unit] as const] : [])),
    );
    const names = new Map(
      services.flatMap(({ resource, name }) => (resource ? [[resource as string, name] as const] : [])),
    );
    return {
      period: run.period,
      issuedOn,
      dueOn: await this.law.dueDate(tx, run.period),
      issuer,
      collector: (itself && recipients.get(itself.id)) ?? {
        name: issuer.name,
        inn: issuer.inn,
        kpp: issuer.kpp,
        bank: null,
      },
      services: new Map(services.map((service) => [service.id, service])),
      suppliers: recipients,
      meters: new Map(
        [...(await this.meters.serials(tx, houseId))].map(([id, { serial, resource }]) => [
          id,
          { serial, resource: names.get(resource) ?? resource, unit: units.get(resource) ?? '' },
        ]),
      ),
      facts: await snapshotOf(tx, run.id, houseId),
    };
  }
}

const NOBODY: PremisesFacts = { id: '' };
/** How far back the last payment is looked for. */
const LAST_PAYMENT_MONTHS = 12;

function paidFrom(paid: ReadonlyMap<AccountId, readonly PaidMoney[]>, month: Period): AccountId[] {
  return [...paid].flatMap(([id, money]) => (money.some(({ period }) => period >= month) ? [id] : []));
}

/** What a receipt asks of a plan: its parts up to the receipt's day that are not paid, and the interest billed with them. */
function instalmentRow({ number, basis, debt, rate, parts, progress }: Plan, dueOn: LocalDate): InstalmentRow {
  const asked = progress!.parts
    .map((part, i) => ({ ...part, posted: parts[i]!.interestPosted }))
    .filter((part) => part.dueOn <= dueOn && !part.left.isZero);
  const due = Money.sum(asked.map(({ left }) => left));
  const interest = Money.sum(asked.map(({ posted }) => posted ?? Money.zero));
  return {
    ...{ number, byRight: basis === 'right', debt, left: progress!.left, due },
    rate: decimal(String(rate)).div('10000'),
    ...{ interest, total: due.plus(interest) },
  };
}

function offered({ rate, answerUntil, ...offer }: InstalmentOffer): OfferedInstalments {
  const percent = rate === 0 ? null : decimal(String(rate)).div('10000').toString().replace('.', ',');
  return { ...offer, rate: percent, answerUntil: parseDate(answerUntil) };
}

async function issuerOf(tx: Tx): Promise<Issuer> {
  const [row] = await tx.query<Omit<Issuer, 'emergencyPhone' | 'site'>[]>(
    'select name, inn, kpp, ogrn, address, phone, email from organizations where id = current_organization()',
  );
  return { ...row!, emergencyPhone: null, site: null };
}
