import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import {
  type NewQualityAct,
  type QualityActId,
  QualityActs,
  type QualityEffect,
  QualityEffects,
  tryParseMinute,
} from '@dvor/billing';
import { type AccountId, formatPeriod, type HouseId, parseDate, parsePeriod, type PremisesId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { BasisDto, recordingOf } from '../housing/basis.dto.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import {
  NewQualityActDto,
  QualityActDto,
  QualityActPageDto,
  QualityActsQuery,
  QualityEffectDto,
} from './quality-acts.dto.js';

@ApiTags('Quality acts')
@Controller('quality-acts')
export class QualityActsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly acts: QualityActs,
    private readonly effects: QualityEffects,
  ) {}

  @Get()
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Acts on outages and poor quality, the latest entered first, cancelled ones among them' })
  @ApiOkResponse({ type: QualityActPageDto })
  async listQualityActs(@Query() asked: QualityActsQuery, @CurrentTenant() tenant: Tenant): Promise<QualityActPageDto> {
    const { search, service, houseId, period, state } = asked;
    const filter = {
      ...{ text: search, service, state, houseId: houseId as HouseId | undefined },
      period: period === undefined ? undefined : parsePeriod(period),
    };
    return this.database.inTenant(tenant, (tx) => this.acts.list(tx, filter, asked));
  }

  @Get(':id')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'An act as it is known now' })
  @ApiOkResponse({ type: QualityActDto })
  async readQualityAct(@IdParam() id: QualityActId, @CurrentTenant() tenant: Tenant): Promise<QualityActDto> {
    return this.database.inTenant(tenant, (tx) => this.acts.read(tx, id));
  }

  @Get(':id/effect')
  @RequirePermission('house.read')
  @ApiOperation({
    summary: 'What an act takes off, account by account and month by month',
    description: 'By the engine that makes bills, as things are known now. A cancelled act takes nothing off.',
  })
  @ApiOkResponse({ type: QualityEffectDto })
  async readQualityActEffect(@IdParam() id: QualityActId, @CurrentTenant() tenant: Tenant): Promise<QualityEffectDto> {
    return effectDto(await this.effects.ofAct(tenant, id));
  }

  @Post('preview')
  @RequirePermission('house.read')
  @HttpCode(200)
  @ApiOperation({ summary: 'What an act would take off; nothing is entered' })
  @ApiOkResponse({ type: QualityEffectDto })
  async previewQualityAct(@Body() asked: NewQualityActDto, @CurrentTenant() tenant: Tenant): Promise<QualityEffectDto> {
    return effectDto(await this.effects.ofDraft(tenant, actOf(asked)));
  }

  @Post()
  @RequirePermission('house.edit')
  @ApiOperation({
    summary: 'Enter an act on an outage or poor quality',
    description: 'The open month is billed by it; closed months it speaks of are recalculated.',
  })
  @ApiCreatedResponse({ type: MadeDto })
  async addQualityAct(
    @Body() asked: NewQualityActDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    return this.database.inTenant(tenant, async (tx) => ({
      id: await this.acts.add(tx, actOf(asked), { ...recordingOf(asked, staff), today: await this.clock.today(tx) }),
    }));
  }

  @Put(':id')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Correct an act, or say when the service came back' })
  @ApiNoContentResponse()
  async correctQualityAct(
    @IdParam() id: QualityActId,
    @Body() asked: NewQualityActDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, async (tx) =>
      this.acts.correct(tx, id, actOf(asked), { ...recordingOf(asked, staff), today: await this.clock.today(tx) }),
    );
  }

  @Post(':id/cancellation')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an act back' })
  @ApiNoContentResponse()
  async cancelQualityAct(
    @IdParam() id: QualityActId,
    @Body() asked: BasisDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.acts.cancel(tx, id, recordingOf(asked, staff)));
  }
}

function actOf({
  number,
  dated,
  service,
  type,
  from,
  to,
  value,
  complainedAt,
  lateReason,
  places,
}: NewQualityActDto): NewQualityAct {
  return {
    ...{ number, dated: parseDate(dated), service, type, value: value ?? null, lateReason: lateReason ?? null },
    from: tryParseMinute(from)!,
    to: to ? tryParseMinute(to) : null,
    complainedAt: complainedAt ? tryParseMinute(complainedAt) : null,
    places: places.map((place) => ({
      houseId: place.houseId as HouseId,
      entrances: place.entrances ?? [],
      premisesIds: (place.premisesIds ?? []) as PremisesId[],
      accountIds: (place.accountIds ?? []) as AccountId[],
    })),
  };
}

function effectDto({ accounts, total, parked, until }: QualityEffect): QualityEffectDto {
  return {
    accounts: accounts.map(({ period, amount, ...one }) => ({
      ...one,
      period: formatPeriod(period),
      amount: amount.toString(),
    })),
    total: total.toString(),
    parked,
    until: formatPeriod(until),
  };
}
