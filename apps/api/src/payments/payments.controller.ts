import { Body, Controller, Get, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayDo, type StaffCaller } from '@dvor/auth';
import { type AccountId, type ChannelId, type HouseId, Money, parseDate, type PaymentId } from '@dvor/kernel';
import {
  PaymentDesk,
  type PaymentFilter,
  PaymentOperations,
  PaymentRegister,
  PaymentSuggestions,
} from '@dvor/payments';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { RequiresIdempotencyKey } from '../door/idempotency.js';
import type { Language } from '../door/language.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { wordsOf } from './payers-words.js';
import { paymentRow, paymentTotals, PaymentViews } from './payment-views.js';
import {
  AllocationDto,
  EnteredPaymentDto,
  EnterPaymentDto,
  PaymentCardDto,
  PaymentPageDto,
  PaymentsFilterQuery,
  PreviewPaymentDto,
  PutOnDto,
  PutOnPreviewDto,
  ReasonDto,
  RefundDto,
  RefundPreviewDto,
  SuggestionListDto,
  TakenBackDto,
} from './payments.dto.js';

@ApiTags('Payments')
@Controller('payments')
export class PaymentsController {
  constructor(
    private readonly database: Database,
    private readonly register: PaymentRegister,
    private readonly desk: PaymentDesk,
    private readonly operations: PaymentOperations,
    private readonly suggestions: PaymentSuggestions,
    private readonly views: PaymentViews,
  ) {}

  @Get()
  @RequirePermission('payment.read')
  @ApiOperation({ summary: 'Payments, the latest first, with the totals of the filter' })
  @ApiOkResponse({ type: PaymentPageDto })
  async listPayments(@Query() asked: PaymentsFilterQuery, @CurrentTenant() tenant: Tenant): Promise<PaymentPageDto> {
    const filter = filterOf(asked);
    return this.database.inTenant(tenant, async (tx) => {
      const { items, nextCursor } = await this.register.list(tx, filter, asked);
      const totals = paymentTotals(await this.register.totals(tx, filter));
      return { items: items.map(paymentRow), nextCursor, totals };
    });
  }

  @Post('preview')
  @RequirePermission('payment.enter')
  @HttpCode(200)
  @ApiOperation({
    summary: 'How a payment would be split if it were entered now',
    description: 'By the very function that posts: entered at once, it is split so.',
  })
  @ApiOkResponse({ type: AllocationDto })
  async previewPayment(
    @Body() asked: PreviewPaymentDto,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<AllocationDto> {
    const money = { amount: Money.parse(asked.amount), words: wordsOf(asked) };
    return this.database.inTenant(tenant, async (tx) =>
      this.views.allocation(tx, await this.desk.preview(tx, asked.accountId as AccountId, money), language),
    );
  }

  @Post()
  @RequirePermission('payment.enter')
  @RequiresIdempotencyKey()
  @ApiOperation({
    summary: 'Enter a payment by hand',
    description: 'The same document of the same day, or without one the same key, is the same payment.',
  })
  @ApiCreatedResponse({ type: EnteredPaymentDto })
  async enterPayment(
    @Body() asked: EnterPaymentDto,
    @Headers('Idempotency-Key') key: string,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<EnteredPaymentDto> {
    const entered = {
      accountId: (asked.accountId ?? null) as AccountId | null,
      accountGiven: asked.accountGiven ?? '',
      amount: Money.parse(asked.amount),
      paidOn: parseDate(asked.paidOn),
      words: wordsOf(asked),
      documentNumber: asked.documentNumber?.trim() || null,
      channelId: (asked.channelId ?? null) as ChannelId | null,
      key,
    };
    const who = { by: staff.userId, seesAll: staff.houseIds === null };
    const { id, accountId, repeated } = await this.database.inTenant(tenant, (tx) => this.desk.enter(tx, entered, who));
    return { id, accountId, repeated };
  }

  @Get(':id')
  @RequirePermission('payment.read')
  @ApiOperation({ summary: 'A payment: where its money stands, why, and what was done with it' })
  @ApiOkResponse({ type: PaymentCardDto })
  async readPayment(
    @IdParam() id: PaymentId,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<PaymentCardDto> {
    const plain = mayDo(staff, 'payment.correct');
    return this.database.inTenant(tenant, async (tx) =>
      this.views.card(tx, await this.register.card(tx, id), language, { plain }),
    );
  }

  @Get(':id/suggestions')
  @RequirePermission('payment.read')
  @ApiOperation({
    summary: 'Accounts that a payment may have been meant for, the best first',
    description: 'By the number with a slip, ЕЛС and ИЖКУ, the payer’s name and the address. Nothing posts by itself.',
  })
  @ApiOkResponse({ type: SuggestionListDto })
  async suggestAccounts(
    @IdParam() id: PaymentId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<SuggestionListDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.suggestions.of(tx, id)));
  }

  @Post(':id/account/preview')
  @RequirePermission('payment.correct')
  @HttpCode(200)
  @ApiOperation({ summary: 'How the payment would be split on another account' })
  @ApiOkResponse({ type: AllocationDto })
  async previewPutOn(
    @IdParam() id: PaymentId,
    @Body() { accountId }: PutOnPreviewDto,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<AllocationDto> {
    return this.database.inTenant(tenant, async (tx) =>
      this.views.allocation(tx, await this.desk.putOnPreview(tx, id, accountId as AccountId), language),
    );
  }

  @Post(':id/account')
  @RequirePermission('payment.correct')
  @RequiresIdempotencyKey()
  @HttpCode(204)
  @ApiOperation({ summary: 'Put the payment on an account: one that waits, or from another' })
  @ApiNoContentResponse()
  async putPaymentOn(
    @IdParam() id: PaymentId,
    @Body() { accountId, reason }: PutOnDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.operations.putOn(tx, id, accountId as AccountId, { by, reason }));
  }

  @Post(':id/void')
  @RequirePermission('payment.correct')
  @RequiresIdempotencyKey()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the payment back on the day it came, as if it had not been' })
  @ApiNoContentResponse()
  async voidPayment(
    @IdParam() id: PaymentId,
    @Body() { reason }: ReasonDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.operations.void(tx, id, { by, reason }));
  }

  @Post(':id/refund/preview')
  @RequirePermission('payment.correct')
  @HttpCode(200)
  @ApiOperation({ summary: 'From where a refund would take its money' })
  @ApiOkResponse({ type: TakenBackDto })
  async previewRefund(
    @IdParam() id: PaymentId,
    @Body() { amount }: RefundPreviewDto,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<TakenBackDto> {
    return this.database.inTenant(tenant, async (tx) => ({
      parts: await this.views.split(tx, await this.register.refundPreview(tx, id, Money.parse(amount)), language),
    }));
  }

  @Post(':id/refund')
  @RequirePermission('payment.correct')
  @RequiresIdempotencyKey()
  @HttpCode(204)
  @ApiOperation({ summary: 'Give back all or a part of the payment' })
  @ApiNoContentResponse()
  async refundPayment(
    @IdParam() id: PaymentId,
    @Body() { amount, reason }: RefundDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.operations.refund(tx, id, Money.parse(amount), { by, reason }));
  }
}

function filterOf(asked: PaymentsFilterQuery): PaymentFilter {
  const day = (text: string | undefined) => (text === undefined ? undefined : parseDate(text));
  const sum = (text: string | undefined) => (text === undefined ? undefined : Money.parse(text));
  return {
    channelId: asked.channelId as ChannelId | undefined,
    accountId: asked.accountId as AccountId | undefined,
    houseId: asked.houseId as HouseId | undefined,
    state: asked.state,
    paidFrom: day(asked.paidFrom),
    paidTo: day(asked.paidTo),
    bookedFrom: day(asked.bookedFrom),
    bookedTo: day(asked.bookedTo),
    least: sum(asked.least),
    most: sum(asked.most),
    search: asked.search,
  };
}
