import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { DebtorRegister } from '@dvor/debts';
import {
  type AccountId,
  type DocumentId,
  formatDate,
  formatPeriod,
  Money,
  parsePeriod,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { type NewWriteOff, type WriteOff, type WriteOffId, WriteOffRegister, WriteOffs } from '@dvor/penalties';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { RequiresIdempotencyKey } from '../door/idempotency.js';
import { PageQuery } from '../door/page.dto.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import { DebtReasonDto } from './account-debt.dto.js';
import { debtorsAsked } from './debtors.controller.js';
import { WriteOffViews } from './write-off-views.js';
import {
  NewWriteOffDto,
  ReverseWriteOffDto,
  WriteOffChoiceDto,
  WriteOffDto,
  WriteOffItemPageDto,
  WriteOffPageDto,
  WriteOffPreviewDto,
  WriteOffsQuery,
} from './write-offs.dto.js';

@ApiTags('Write-offs')
@Controller('write-offs')
export class WriteOffsController {
  constructor(
    private readonly database: Database,
    private readonly writeOffs: WriteOffs,
    private readonly register: WriteOffRegister,
    private readonly debtors: DebtorRegister,
    private readonly views: WriteOffViews,
  ) {}

  @Get()
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'Write-offs, the latest first' })
  @ApiOkResponse({ type: WriteOffPageDto })
  async listWriteOffs(@Query() asked: WriteOffsQuery, @CurrentTenant() tenant: Tenant): Promise<WriteOffPageDto> {
    const filter = { state: asked.state, accountId: asked.accountId as AccountId | undefined, text: asked.search };
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) => this.register.list(tx, filter, asked));
    return { items: items.map(writeOffOf), nextCursor };
  }

  @Post('preview')
  @RequirePermission('debt.write-off')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What would be written off, account by account',
    description: 'By the very function that enters: entered at once, it is this.',
  })
  @ApiOkResponse({ type: WriteOffPreviewDto })
  async previewWriteOff(
    @Body() asked: WriteOffChoiceDto,
    @CurrentTenant() tenant: Tenant,
  ): Promise<WriteOffPreviewDto> {
    return this.database.inTenant(tenant, async (tx) =>
      this.views.preview(tx, await this.writeOffs.preview(tx, await this.chosen(tx, asked))),
    );
  }

  @Post()
  @RequirePermission('debt.write-off')
  @RequiresIdempotencyKey()
  @ApiOperation({
    summary: 'Enter a write-off and ask for a second person’s word',
    description: 'Where the organisation does without one it is posted at once, on the record.',
  })
  @ApiCreatedResponse({ type: MadeDto })
  async enterWriteOff(
    @Body() { basis, reason, documentId, ...asked }: NewWriteOffDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const paper = { basis, reason, documentId: documentId as DocumentId };
      return { id: await this.writeOffs.enter(tx, { ...paper, ...(await this.chosen(tx, asked)) }, userId) };
    });
  }

  @Get(':id')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'A write-off' })
  @ApiOkResponse({ type: WriteOffDto })
  async readWriteOff(@IdParam() id: WriteOffId, @CurrentTenant() tenant: Tenant): Promise<WriteOffDto> {
    return writeOffOf(await this.database.inTenant(tenant, (tx) => this.register.read(tx, id)));
  }

  @Get(':id/items')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'Its sums by account, service and month' })
  @ApiOkResponse({ type: WriteOffItemPageDto })
  async listWriteOffItems(
    @IdParam() id: WriteOffId,
    @Query() page: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<WriteOffItemPageDto> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.register.read(tx, id);
      const { items, nextCursor } = await this.register.items(tx, id, page);
      return {
        items: items.map(({ recipientId: _, serviceId: __, was, amount, ...item }) => ({
          ...item,
          ...{ was: was.toString(), amount: amount.toString() },
        })),
        nextCursor,
      };
    });
  }

  @Post(':id/posting')
  @RequirePermission('debt.write-off')
  @RequiresIdempotencyKey()
  @HttpCode(204)
  @ApiOperation({ summary: 'Post it as one, once a second person has given their word' })
  @ApiNoContentResponse()
  async postWriteOff(
    @IdParam() id: WriteOffId,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.writeOffs.post(tx, id, userId));
  }

  @Post(':id/withdrawal')
  @RequirePermission('debt.write-off')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back what was not posted' })
  @ApiNoContentResponse()
  async withdrawWriteOff(
    @IdParam() id: WriteOffId,
    @Body() { reason }: DebtReasonDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.writeOffs.withdraw(tx, id, reason, userId));
  }

  @Post(':id/reversal')
  @RequirePermission('debt.write-off')
  @RequiresIdempotencyKey()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back what was posted, as one, by mirrored entries; both stay in the books' })
  @ApiNoContentResponse()
  async reverseWriteOff(
    @IdParam() id: WriteOffId,
    @Body() { reason, documentId }: ReverseWriteOffDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    const paper = { reason, documentId: documentId as DocumentId };
    await this.database.inTenant(tenant, (tx) => this.writeOffs.reverse(tx, id, paper, userId));
  }

  private async chosen(
    tx: Tx,
    { accountIds, filter, parts, ...choice }: WriteOffChoiceDto,
  ): Promise<Pick<NewWriteOff, 'accountIds' | 'choice' | 'found'>> {
    return {
      accountIds:
        (accountIds as AccountId[] | undefined) ?? (await this.debtors.accountsOf(tx, debtorsAsked(filter ?? {}))),
      found: accountIds ? null : { ...filter },
      choice: parts
        ? { parts: parts.map(partOf) }
        : {
            of: choice.of,
            upTo: choice.upTo ? parsePeriod(choice.upTo) : null,
            amount: choice.amount ? Money.parse(choice.amount) : null,
          },
    };
  }
}

function partOf({ recipientId, serviceId, origin, kind, amount }: NonNullable<WriteOffChoiceDto['parts']>[number]) {
  return {
    recipientId: (recipientId ?? null) as SupplierId | null,
    serviceId: (serviceId ?? null) as ServiceId | null,
    ...{ origin: parsePeriod(origin), kind, amount: Money.parse(amount) },
  };
}

function writeOffOf({ amount, penalties, postedOn, period, ...writeOff }: WriteOff): WriteOffDto {
  return {
    ...writeOff,
    amount: amount.toString(),
    penalties: penalties.toString(),
    postedOn: postedOn === null ? null : formatDate(postedOn),
    period: period === null ? null : formatPeriod(period),
  };
}
