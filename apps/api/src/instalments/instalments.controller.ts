import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import {
  type AccountId,
  Money,
  parseDate,
  parseDecimal,
  parsePeriod,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { InstalmentOffers, InstalmentPlans, type OfferId, type PlanAsked, type PlanId } from '@dvor/penalties';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { RequiresIdempotencyKey } from '../door/idempotency.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import { InstalmentViews, offerDto, planDto } from './instalment-views.js';
import {
  InstalmentCountsDto,
  InstalmentDraftDto,
  InstalmentOfferDto,
  InstalmentOfferPageDto,
  InstalmentOffersQuery,
  InstalmentPlanCardDto,
  InstalmentPlanPageDto,
  InstalmentPlansQuery,
  InstalmentsAskedDto,
  InstalmentsCancelDto,
  InstalmentsStartDto,
  NewInstalmentsDto,
  OfferAnswerDto,
} from './instalments.dto.js';

@ApiTags('Instalments')
@Controller()
export class InstalmentsController {
  constructor(
    private readonly database: Database,
    private readonly plans: InstalmentPlans,
    private readonly offers: InstalmentOffers,
    private readonly views: InstalmentViews,
  ) {}

  @Get('instalments')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'Plans of instalments, the latest first' })
  @ApiOkResponse({ type: InstalmentPlanPageDto })
  async listInstalments(
    @Query() asked: InstalmentPlansQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<InstalmentPlanPageDto> {
    const { standing, basis, accountId, search: text } = asked;
    const filter = { standing, basis, text, accountId: accountId as AccountId | undefined };
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) => this.plans.list(tx, filter, asked));
    return { items: items.map(planDto), nextCursor };
  }

  @Get('instalments/counts')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'How many plans stand how, and how offers were answered' })
  @ApiOkResponse({ type: InstalmentCountsDto })
  async countInstalments(@CurrentTenant() tenant: Tenant): Promise<InstalmentCountsDto> {
    return this.database.inTenant(tenant, async (tx) => ({
      plans: await this.plans.counts(tx),
      offers: await this.offers.counts(tx),
    }));
  }

  @Get('instalments/:id')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'A plan with its schedule, what it covers and what happened' })
  @ApiOkResponse({ type: InstalmentPlanCardDto })
  async readInstalments(@IdParam() id: PlanId, @CurrentTenant() tenant: Tenant): Promise<InstalmentPlanCardDto> {
    return this.database.inTenant(tenant, async (tx) => this.views.card(tx, await this.plans.read(tx, id)));
  }

  @Post('accounts/:id/instalments/preview')
  @RequirePermission('debt.read')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a plan would be: the debt by places, and a schedule made by itself or checked' })
  @ApiOkResponse({ type: InstalmentDraftDto })
  async previewInstalments(
    @IdParam() id: AccountId,
    @Body() asked: InstalmentsAskedDto,
    @CurrentTenant() tenant: Tenant,
  ): Promise<InstalmentDraftDto> {
    return this.database.inTenant(tenant, async (tx) =>
      this.views.draft(tx, await this.plans.preview(tx, planAsked(id, asked))),
    );
  }

  @Post('accounts/:id/instalments')
  @RequirePermission('debt.work')
  @RequiresIdempotencyKey()
  @ApiOperation({ summary: 'Write a plan down, to be signed', description: 'It holds once it is begun.' })
  @ApiCreatedResponse({ type: MadeDto })
  async makeInstalments(
    @IdParam() id: AccountId,
    @Body() { note = null, ...asked }: NewInstalmentsDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    const plan = { ...planAsked(id, asked), basis: 'agreement', note } as const;
    return this.database.inTenant(tenant, async (tx) => ({ id: await this.plans.make(tx, plan, userId) }));
  }

  @Post('instalments/:id/start')
  @RequirePermission('debt.work')
  @RequiresIdempotencyKey()
  @HttpCode(204)
  @ApiOperation({ summary: 'Begin a plan that both have signed: it holds from today' })
  @ApiNoContentResponse()
  async startInstalments(
    @IdParam() id: PlanId,
    @Body() { documentId }: InstalmentsStartDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.plans.start(tx, id, documentId, userId));
  }

  @Post('instalments/:id/cancel')
  @RequirePermission('debt.work')
  @RequiresIdempotencyKey()
  @HttpCode(204)
  @ApiOperation({ summary: 'End a plan by the word of either side; the rest is due as its bills said' })
  @ApiNoContentResponse()
  async cancelInstalments(
    @IdParam() id: PlanId,
    @Body() { reason }: InstalmentsCancelDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.plans.cancel(tx, id, reason, userId));
  }

  @Get('instalment-offers')
  @RequirePermission('debt.read')
  @ApiOperation({
    summary: 'To whom instalments were offered because a fee has risen, and what they said',
    description: 'ПП 354, п. 72: more than 25 % up on the same month a year ago. The latest first.',
  })
  @ApiOkResponse({ type: InstalmentOfferPageDto })
  async listInstalmentOffers(
    @Query() asked: InstalmentOffersQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<InstalmentOfferPageDto> {
    const filter = {
      state: asked.state,
      accountId: asked.accountId as AccountId | undefined,
      period: asked.period === undefined ? undefined : parsePeriod(asked.period),
    };
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) => this.offers.list(tx, filter, asked));
    return { items: items.map(offerDto), nextCursor };
  }

  @Post('instalment-offers/:id/answer')
  @RequirePermission('debt.work')
  @RequiresIdempotencyKey()
  @HttpCode(200)
  @ApiOperation({ summary: 'What the payer said at the desk; a yes begins the plan' })
  @ApiOkResponse({ type: InstalmentOfferDto })
  async answerInstalmentOffer(
    @IdParam() id: OfferId,
    @Body() { answer }: OfferAnswerDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<InstalmentOfferDto> {
    return this.database.inTenant(tenant, async (tx) => {
      if (answer === 'accepted') await this.offers.accept(tx, id, userId);
      else await this.offers.decline(tx, id, userId);
      return offerDto(await this.offers.read(tx, id));
    });
  }
}

function planAsked(accountId: AccountId, asked: InstalmentsAskedDto): PlanAsked {
  const { places, parts, from, day, rate, schedule } = asked;
  return {
    ...{ accountId, parts, day, from: from === undefined ? undefined : parsePeriod(from) },
    rate: rate === undefined ? undefined : Number(parseDecimal(rate)!.times('10000').toFixed(0)),
    schedule: schedule?.map(({ dueOn, amount }) => ({ dueOn: parseDate(dueOn), amount: Money.parse(amount) })),
    places: places?.map(({ recipientId, serviceId, period, kind }) => ({
      ...{ recipientId: recipientId as SupplierId, serviceId: serviceId as ServiceId },
      ...{ origin: parsePeriod(period), kind },
    })),
  };
}
