import { Injectable } from '@nestjs/common';
import { Callers, type ResidentCaller } from '@dvor/auth';
import {
  type AccountId,
  DomainError,
  type InvoiceId,
  type MeterId,
  type OrganizationId,
  type PaymentId,
  type ReceiptId,
} from '@dvor/kernel';
import { Meters, type ProposalId, ProposalQueue } from '@dvor/metering';
import { Invoices, PaymentRegister } from '@dvor/payments';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import { Receipts } from '@dvor/receipts';

/** The wall around a resident: their linked accounts, each in its own organisation, and nothing else. */
@Injectable()
export class OwnAccounts {
  constructor(
    private readonly callers: Callers,
    private readonly database: Database,
    private readonly receipts: Receipts,
    private readonly payments: PaymentRegister,
    private readonly invoices: Invoices,
    private readonly meters: Meters,
    private readonly proposals: ProposalQueue,
  ) {}

  /** Visits each organisation that the resident has accounts with. */
  async each<T>(
    resident: ResidentCaller,
    visit: (tx: Tx, accountIds: readonly AccountId[]) => Promise<T[]>,
  ): Promise<T[]> {
    const found: T[] = [];
    for (const [organizationId, accountIds] of await this.byOrganization(resident))
      found.push(...(await this.database.inTenant({ organizationId }, (tx) => visit(tx, accountIds))));
    return found;
  }

  /** @throws DomainError `account.not-found`, for somebody else's too */
  async inAccount<T>(resident: ResidentCaller, id: AccountId, work: (tx: Tx) => Promise<T>): Promise<T> {
    const own = (await this.callers.accountsOf(resident)).find(({ accountId }) => accountId === id);
    if (!own) throw new DomainError('account.not-found', { id });
    return this.database.inTenant({ organizationId: own.organizationId }, work);
  }

  /** Where a receipt of theirs is. @throws DomainError `receipt.not-found`, for somebody else's too */
  async ofReceipt(resident: ResidentCaller, id: ReceiptId): Promise<Tenant> {
    const tenant = await this.holderOf(resident, (tx) => this.receipts.accountOf(tx, id));
    if (!tenant) throw new DomainError('receipt.not-found');
    return tenant;
  }

  /** Where a payment to their account is. @throws DomainError `payment.not-found`, for somebody else's too */
  async ofPayment(resident: ResidentCaller, id: PaymentId): Promise<Tenant> {
    const tenant = await this.holderOf(resident, (tx) => this.payments.accountOf(tx, id));
    if (!tenant) throw new DomainError('payment.not-found');
    return tenant;
  }

  /** Where an invoice for their account is. @throws DomainError `invoice.not-found`, for somebody else's too */
  async ofInvoice(resident: ResidentCaller, id: InvoiceId): Promise<Tenant> {
    const tenant = await this.holderOf(resident, async (tx) => (await this.invoices.find(tx, id)).account.id);
    if (!tenant) throw new DomainError('invoice.not-found');
    return tenant;
  }

  /** Where a proposal of their account is. @throws DomainError `meter-proposal.not-found`, for somebody else's too */
  async ofProposal(resident: ResidentCaller, id: ProposalId): Promise<Tenant> {
    const tenant = await this.holderOf(resident, (tx) => this.proposals.accountOf(tx, id));
    if (!tenant) throw new DomainError('meter-proposal.not-found');
    return tenant;
  }

  /** Where a meter of their premises is. @throws DomainError `meter.not-found`, for somebody else's too */
  async ofMeter(resident: ResidentCaller, id: MeterId): Promise<Tenant> {
    for (const [organizationId, accountIds] of await this.byOrganization(resident)) {
      const isOwn = (tx: Tx) => this.meters.isOfAccounts(tx, id, accountIds);
      if (await this.database.inTenant({ organizationId }, isOwn)) return { organizationId };
    }
    throw new DomainError('meter.not-found', { id });
  }

  private async holderOf(
    resident: ResidentCaller,
    accountOf: (tx: Tx) => Promise<AccountId | null>,
  ): Promise<Tenant | null> {
    for (const [organizationId, accountIds] of await this.byOrganization(resident)) {
      const accountId = await this.database.inTenant({ organizationId }, (tx) => orNull(accountOf(tx)));
      if (accountId && accountIds.includes(accountId)) return { organizationId };
    }
    return null;
  }

  private async byOrganization(resident: ResidentCaller): Promise<Map<OrganizationId, AccountId[]>> {
    const accounts = new Map<OrganizationId, AccountId[]>();
    for (const { organizationId, accountId } of await this.callers.accountsOf(resident))
      accounts.set(organizationId, [...(accounts.get(organizationId) ?? []), accountId]);
    return accounts;
  }
}

async function orNull<T>(found: Promise<T>): Promise<T | null> {
  return found.catch((error: unknown) => {
    if (error instanceof DomainError && error.code.endsWith('.not-found')) return null;
    throw error;
  });
}
