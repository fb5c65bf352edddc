import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { type RateEffect, RateEffects, type SupposedChange } from '@dvor/billing';
import { type NewRateDraft, type RateDraft, type RateDraftId, RateDrafts } from '@dvor/catalogue';
import { DomainError, formatDate, formatPeriod, type HouseId, parsePeriod, type ServiceId } from '@dvor/kernel';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import type { Response } from 'express';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { SeenVersion, tellVersion } from '../door/etag.js';
import { IdParam } from '../door/id.pipe.js';
import { whole } from '../door/page.dto.js';
import { daysOfDto } from '../housing/basis.dto.js';
import {
  DraftApprovalDto,
  EffectQuestionDto,
  NewRateDraftDto,
  RateDraftDto,
  RateDraftListDto,
  RateDraftQuery,
  RateEffectDto,
} from './rates.dto.js';

@ApiTags('Catalogue')
@Controller()
export class RateDraftsController {
  constructor(
    private readonly database: Database,
    private readonly drafts: RateDrafts,
    private readonly effects: RateEffects,
  ) {}

  @Get('rate-drafts')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'Tariffs and norms that are thought about, the latest first' })
  @ApiOkResponse({ type: RateDraftListDto })
  async listRateDrafts(
    @Query() { state, serviceId }: RateDraftQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RateDraftListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const drafts = await this.drafts.list(tx, { state, serviceId: serviceId as ServiceId | undefined });
      return whole(drafts.map(draftView));
    });
  }

  @Get('rate-drafts/:id')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'One draft' })
  @ApiOkResponse({ type: RateDraftDto, headers: { ETag: { schema: { type: 'string' } } } })
  async readRateDraft(
    @IdParam() id: RateDraftId,
    @CurrentTenant() tenant: Tenant,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RateDraftDto> {
    return this.tell(tenant, response, (tx) => this.drafts.read(tx, id));
  }

  @Post('rate-drafts')
  @RequirePermission('catalogue.edit')
  @ApiOperation({ summary: 'Write down a tariff or a norm that no run sees yet' })
  @ApiCreatedResponse({ type: RateDraftDto, headers: { ETag: { schema: { type: 'string' } } } })
  async createRateDraft(
    @Body() asked: NewRateDraftDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RateDraftDto> {
    return this.tell(tenant, response, (tx) => this.drafts.create(tx, draftOf(asked), userId));
  }

  @Put('rate-drafts/:id')
  @RequirePermission('catalogue.edit')
  @ApiOperation({ summary: 'Put other words in place of a draft' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ type: RateDraftDto, headers: { ETag: { schema: { type: 'string' } } } })
  async editRateDraft(
    @IdParam() id: RateDraftId,
    @Body() asked: NewRateDraftDto,
    @SeenVersion() version: number,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RateDraftDto> {
    return this.tell(tenant, response, async (tx) => {
      await this.drafts.read(tx, id); // what is not there has nothing wrong with its figures
      return this.drafts.edit(tx, id, draftOf(asked), { by, version });
    });
  }

  @Post('rate-drafts/:id/approve')
  @RequirePermission('catalogue.edit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put a draft in force; the act and the clause must be there' })
  @ApiOkResponse({ type: RateDraftDto })
  async approveRateDraft(
    @IdParam() id: RateDraftId,
    @Body() { reason, replaces = false }: DraftApprovalDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RateDraftDto> {
    return this.tell(tenant, response, (tx) => this.drafts.approve(tx, id, { by, reason, replaces }));
  }

  @Post('rate-drafts/:id/discard')
  @RequirePermission('catalogue.edit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Drop a draft' })
  @ApiOkResponse({ type: RateDraftDto })
  async discardRateDraft(
    @IdParam() id: RateDraftId,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RateDraftDto> {
    return this.tell(tenant, response, (tx) => this.drafts.discard(tx, id, userId));
  }

  @Post('rate-effect')
  @RequirePermission('catalogue.read')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a tariff, a norm or a factor would do to the bills of a month; nothing is written' })
  @ApiOkResponse({ type: RateEffectDto })
  async previewRateEffect(
    @Body() { month, houseIds, ...asked }: EffectQuestionDto,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RateEffectDto> {
    const change = await this.changeOf(tenant, asked);
    return effectView(
      await this.effects.preview(tenant, change, {
        month: month ? parsePeriod(month) : undefined,
        houseIds: houseIds as HouseId[] | undefined,
      }),
    );
  }

  private async changeOf(
    tenant: Tenant,
    { draftId, rate, excessFactor }: Pick<EffectQuestionDto, 'draftId' | 'rate' | 'excessFactor'>,
  ): Promise<SupposedChange> {
    if ([draftId, rate, excessFactor].filter(Boolean).length !== 1) throw new DomainError('effect.question');
    if (excessFactor) return { kind: 'excess-factor', ...excessFactor };
    if (rate) return supposed({ ...rate, serviceId: rate.serviceId as ServiceId, ranges: null });
    return supposed(await this.database.inTenant(tenant, (tx) => this.drafts.read(tx, draftId as RateDraftId)));
  }

  private async tell(tenant: Tenant, response: Response, work: (tx: Tx) => Promise<RateDraft>): Promise<RateDraftDto> {
    const draft = await this.database.inTenant(tenant, work);
    tellVersion(response, draft.version);
    return draftView(draft);
  }
}

type Rate = Pick<NewRateDraftDto, 'kind' | 'appliesTo' | 'rates' | 'value'> & { readonly serviceId: ServiceId } & {
  readonly ranges?: object | null;
};

function supposed({ kind, serviceId, appliesTo = {}, rates, value, ranges }: Rate): SupposedChange {
  if (ranges) throw new DomainError('effect.ranges');
  if (kind === 'norm') return { kind, serviceId, appliesTo, value: figure('value', value) };
  return { kind, serviceId, appliesTo, rates: figure('rates', rates) };
}

function draftOf(asked: NewRateDraftDto): NewRateDraft {
  const { kind, appliesTo = {}, act = null, clause = null, note = null, ranges = null, vatRate = null } = asked;
  const basis = { serviceId: asked.serviceId as ServiceId, appliesTo, act, clause, note, ...daysOfDto(asked) };
  if (kind === 'norm') return { ...basis, kind, value: figure('value', asked.value) };
  return { ...basis, kind, rates: figure('rates', asked.rates), ranges, vatRate };
}

/** @throws DomainError `draft.figure` */
function figure<T>(field: string, value: T | null | undefined): T {
  if (value === null || value === undefined) throw new DomainError('draft.figure', { field });
  return value;
}

function draftView(draft: RateDraft): RateDraftDto {
  const { id, kind, service, appliesTo, from, to, act, clause, note, version, state } = draft;
  const { createdAt, createdBy, decidedAt, decidedBy } = draft;
  const tariff = draft.kind === 'tariff' ? draft : null;
  return {
    ...{ id, kind, service, appliesTo, act, clause, note, version, state },
    ...{ createdAt, createdBy, decidedAt, decidedBy },
    from: formatDate(from),
    to: to === null ? null : formatDate(to),
    rates: tariff?.rates ?? null,
    ranges: tariff?.ranges ? [...tariff.ranges] : null,
    vatRate: tariff?.vatRate ?? null,
    value: draft.kind === 'norm' ? draft.value : null,
  };
}

type Sums = Pick<RateEffect, 'before' | 'after' | 'change' | 'changePercent'>;

function effectView({ month, houses, top, medianChange, ...effect }: RateEffect): RateEffectDto {
  return {
    ...effect,
    ...sums(effect),
    month: formatPeriod(month),
    medianChange: medianChange === null ? null : String(medianChange),
    houses: houses.map((house) => ({ ...house, ...sums(house) })),
    top: top.map((account) => ({ ...account, ...sums(account) })),
  };
}

function sums({ before, after, change, changePercent }: Sums) {
  return { before: String(before), after: String(after), change: String(change), changePercent };
}
