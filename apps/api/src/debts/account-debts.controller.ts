import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import {
  AccountDebts,
  type Contact,
  type ContactId,
  Contacts,
  type Dispute,
  type DisputeId,
  Disputes,
} from '@dvor/debts';
import {
  type AccountId,
  type DocumentId,
  formatPeriod,
  type LocalDate,
  Money,
  parseDate,
  parsePeriod,
  type ServiceId,
} from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { whole } from '../door/page.dto.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import {
  AccountDebtDto,
  CloseDisputeDto,
  DebtContactListDto,
  DebtReasonDto,
  DisputeListDto,
  NewDebtContactDto,
  NewDisputeDto,
} from './account-debt.dto.js';
import { DebtViewQuery } from './debtors.dto.js';

/** The debt of one account, what was said about it and what is disputed. */
@ApiTags('Debts')
@Controller()
export class AccountDebtsController {
  constructor(
    private readonly database: Database,
    private readonly debts: AccountDebts,
    private readonly contacts: Contacts,
    private readonly disputes: Disputes,
  ) {}

  @Get('accounts/:id/debt')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'What an account owes, by month and service with the age, now or as of a day' })
  @ApiOkResponse({ type: AccountDebtDto })
  async readAccountDebt(
    @IdParam() id: AccountId,
    @Query() { asOf, knownThen }: DebtViewQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<AccountDebtDto> {
    const { day, lines, ...sums } = await this.database.inTenant(tenant, (tx) =>
      this.debts.read(tx, id, { asOf: dayOf(asOf) ?? undefined, knownThen }),
    );
    const { balance, overdue, principal, penalties, disputed, inTransit } = sums;
    return {
      day,
      ...{ balance: balance.toString(), overdue: overdue.toString(), principal: principal.toString() },
      ...{ penalties: penalties.toString(), disputed: disputed.toString(), inTransit: inTransit.toString() },
      lines: lines.map(({ amount, ...line }) => ({ ...line, amount: amount.toString() })),
    };
  }

  @Get('accounts/:id/debt-contacts')
  @RequirePermission('debt.read')
  @ApiOperation({
    summary: 'Calls, visits and messages, the latest first, with what was promised and whether it was kept',
  })
  @ApiOkResponse({ type: DebtContactListDto })
  async listDebtContacts(@IdParam() id: AccountId, @CurrentTenant() tenant: Tenant): Promise<DebtContactListDto> {
    return this.database.inTenant(tenant, async (tx) => whole((await this.contacts.ofAccount(tx, id)).map(contactOf)));
  }

  @Post('accounts/:id/debt-contacts')
  @RequirePermission('debt.work')
  @ApiOperation({ summary: 'Write down a call, a visit or a message' })
  @ApiCreatedResponse({ type: MadeDto })
  async addDebtContact(
    @IdParam() id: AccountId,
    @Body() { on, promise, ...said }: NewDebtContactDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    const contact = {
      ...said,
      on: dayOf(on),
      promise: promise ? { amount: Money.parse(promise.amount), by: parseDate(promise.by) } : null,
    };
    return this.database.inTenant(tenant, async (tx) => ({ id: await this.contacts.add(tx, id, contact, userId) }));
  }

  @Post('debt-contacts/:id/withdrawal')
  @RequirePermission('debt.work')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take out what was written down by mistake; it stays readable' })
  @ApiNoContentResponse()
  async withdrawDebtContact(
    @IdParam() id: ContactId,
    @Body() { reason }: DebtReasonDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.contacts.withdraw(tx, id, reason, userId));
  }

  @Get('accounts/:id/disputes')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'What the payer disputes and has disputed, the latest first' })
  @ApiOkResponse({ type: DisputeListDto })
  async listDisputes(@IdParam() id: AccountId, @CurrentTenant() tenant: Tenant): Promise<DisputeListDto> {
    return this.database.inTenant(tenant, async (tx) => whole((await this.disputes.ofAccount(tx, id)).map(disputeOf)));
  }

  @Post('accounts/:id/disputes')
  @RequirePermission('debt.work')
  @ApiOperation({
    summary: 'Open a dispute: of the account, of a service, a month, a sum',
    description: 'While it is open, no letter asks for what it speaks of.',
  })
  @ApiCreatedResponse({ type: MadeDto })
  async openDispute(
    @IdParam() id: AccountId,
    @Body() asked: NewDisputeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    const dispute = {
      serviceId: (asked.serviceId ?? null) as ServiceId | null,
      origin: asked.origin ? parsePeriod(asked.origin) : null,
      amount: asked.amount ? Money.parse(asked.amount) : null,
      reason: asked.reason,
      documentId: (asked.documentId ?? null) as DocumentId | null,
      openedOn: dayOf(asked.openedOn),
    };
    return this.database.inTenant(tenant, async (tx) => ({ id: await this.disputes.open(tx, id, dispute, userId) }));
  }

  @Post('disputes/:id/closing')
  @RequirePermission('debt.work')
  @HttpCode(204)
  @ApiOperation({ summary: 'Close a dispute with its outcome' })
  @ApiNoContentResponse()
  async closeDispute(
    @IdParam() id: DisputeId,
    @Body() { outcome, note, on }: CloseDisputeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.disputes.close(tx, id, { outcome, note, on: dayOf(on) }, userId));
  }
}

function dayOf(text: string | undefined): LocalDate | null {
  return text === undefined ? null : parseDate(text);
}

function contactOf({ promise, ...contact }: Contact): DebtContactListDto['items'][number] {
  return {
    ...contact,
    promise: promise && { ...promise, amount: promise.amount.toString(), paid: promise.paid.toString() },
  };
}

function disputeOf({ accountId: _, origin, amount, ...dispute }: Dispute): DisputeListDto['items'][number] {
  return {
    ...dispute,
    origin: origin === null ? null : formatPeriod(origin),
    amount: amount?.toString() ?? null,
  };
}
