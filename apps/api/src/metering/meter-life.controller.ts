import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { settingsOn } from '@dvor/catalogue';
import {
  addMonths,
  formatPeriod,
  type HouseId,
  type MeterId,
  parseDate,
  type Period,
  periodOfDate,
  type PremisesId,
} from '@dvor/kernel';
import { Ledger } from '@dvor/ledger';
import {
  type EnteredOn,
  type LateEntered,
  type LifeActId,
  MeterCards,
  MeterImpossibility,
  MeterLife,
  type NewInstallation,
  type NewLifeAct,
} from '@dvor/metering';
import { WHOLE_DAY } from '@dvor/metering/core';
import { Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { whole } from '../door/page.dto.js';
import { type BasisDto, recordingOf } from '../housing/basis.dto.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import { paperOf } from './life-paper.js';
import {
  ForesightDto,
  ForesightQuery,
  ImpossibilityListDto,
  LifeEventListDto,
  LifeMirrorDto,
  MeterCardDto,
  MeterImpossibilityDto,
  MeterInstallationDto,
  MeterLifeActDto,
  MeterReplacementDto,
} from './meter-life.dto.js';

/** A meter with its life: what is written of it in acts, and what these change. */
@ApiTags('Metering')
@Controller()
export class MeterLifeController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly life: MeterLife,
    private readonly cards: MeterCards,
    private readonly impossibility: MeterImpossibility,
    private readonly ledger: Ledger,
  ) {}

  @Get('meters/:id')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'A meter as it is today' })
  @ApiOkResponse({ type: MeterCardDto })
  async getMeter(@IdParam() id: MeterId, @CurrentTenant() tenant: Tenant): Promise<MeterCardDto> {
    return this.database.inTenant(tenant, async (tx) => this.cards.card(tx, id, await this.clock.today(tx)));
  }

  @Get('meters/:id/life')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Acts on a meter, the latest first, those that were taken back among them' })
  @ApiOkResponse({ type: LifeEventListDto })
  async getMeterLife(@IdParam() id: MeterId, @CurrentTenant() tenant: Tenant): Promise<LifeEventListDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.cards.life(tx, id)));
  }

  @Get('meters/:id/foresight')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Which closed months an act of a day would make to be calculated again' })
  @ApiOkResponse({ type: ForesightDto })
  async foreseeMeterAct(
    @IdParam() id: MeterId,
    @Query() { on }: ForesightQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<ForesightDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const today = await this.clock.today(tx);
      await this.cards.card(tx, id, today);
      const closed = await this.ledger.lastClosedMonth(tx);
      const { 'recalculation.months-back': back } = await settingsOn(tx, ['recalculation.months-back'], today);
      return foresightOf(periodOfDate(parseDate(on)), { closed, today: periodOfDate(today), back: Number(back) });
    });
  }

  @Post('premises/:id/meters')
  @RequirePermission('house.edit')
  @ApiOperation({ summary: 'A meter was installed in a premises: an individual one, of a room, or common to a flat' })
  @ApiCreatedResponse({ type: MadeDto })
  async installMeter(
    @IdParam() id: PremisesId,
    @Body() asked: MeterInstallationDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    return this.install({ premisesId: id }, asked, { tenant, staff });
  }

  @Post('houses/:id/meter-installations')
  @RequirePermission('house.edit')
  @ApiOperation({
    summary: 'A meter was installed at an input of the house, of an entrance, or of a group of premises',
  })
  @ApiCreatedResponse({ type: MadeDto })
  async installHouseMeter(
    @IdParam() id: HouseId,
    @Body() asked: MeterInstallationDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    return this.install({ houseId: id }, asked, { tenant, staff });
  }

  @Post('meters/:id/life')
  @RequirePermission('house.edit')
  @ApiOperation({ summary: 'A meter was sealed, verified or removed' })
  @ApiCreatedResponse({ type: MadeDto })
  async recordMeterLife(
    @IdParam() id: MeterId,
    @Body() asked: MeterLifeActDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    return this.database.inTenant(tenant, async (tx) => ({
      id: await this.life.record(tx, id, actOf(asked), await this.entered(tx, asked, staff)),
    }));
  }

  @Post('meters/:id/replacement')
  @RequirePermission('house.edit')
  @ApiOperation({
    summary: 'A meter was removed and another put in its place',
    description: 'Answers with the new meter.',
  })
  @ApiCreatedResponse({ type: MadeDto })
  async replaceMeter(
    @IdParam() id: MeterId,
    @Body() { next, shown, ...asked }: MeterReplacementDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const { resource, zones } = await this.cards.card(tx, id, await this.clock.today(tx));
      const dial = { ...next, resource, zones: next.zones?.length ? next.zones : [...zones] };
      const installation = installationOf({ ...asked, ...dial });
      const entered = await this.entered(tx, asked, staff);
      const { meterId } = await this.life.replace(tx, id, { shown, next: installation }, entered);
      return { id: meterId };
    });
  }

  @Post('meter-life-acts/:id/mirror')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an act of a meter’s life back: what it changed is as it was before' })
  @ApiNoContentResponse()
  async takeLifeActBack(
    @IdParam() id: LifeActId,
    @Body() asked: LifeMirrorDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, async (tx) =>
      this.life.takeBack(tx, id, await this.mirrored(tx, asked, staff)),
    );
  }

  @Get('premises/:id/meter-impossibility')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Acts that no meter of a resource can be installed in a premises' })
  @ApiOkResponse({ type: ImpossibilityListDto })
  async listMeterImpossibility(
    @IdParam() id: PremisesId,
    @CurrentTenant() tenant: Tenant,
  ): Promise<ImpossibilityListDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.cards.impossibilities(tx, id)));
  }

  @Post('premises/:id/meter-impossibility')
  @RequirePermission('house.edit')
  @ApiOperation({ summary: 'No meter of a resource can be installed: the norm is not raised' })
  @ApiCreatedResponse({ type: MadeDto })
  async addMeterImpossibility(
    @IdParam() id: PremisesId,
    @Body() asked: MeterImpossibilityDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    const { resource, until } = asked;
    const act = { ...paperOf(asked), resource, until: until ? parseDate(until) : null };
    return this.database.inTenant(tenant, async (tx) => ({
      id: await this.impossibility.add(tx, id, act, await this.entered(tx, asked, staff)),
    }));
  }

  @Post('meter-impossibility/:id/mirror')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back that no meter can be installed' })
  @ApiNoContentResponse()
  async takeImpossibilityBack(
    @IdParam() id: LifeActId,
    @Body() asked: LifeMirrorDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, async (tx) =>
      this.impossibility.takeBack(tx, id, await this.mirrored(tx, asked, staff)),
    );
  }

  private async install(
    place: Parameters<MeterLife['install']>[1],
    asked: MeterInstallationDto,
    { tenant, staff }: { readonly tenant: Tenant; readonly staff: StaffCaller },
  ): Promise<MadeDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const entered = await this.entered(tx, asked, staff);
      const { meterId } = await this.life.install(tx, place, installationOf(asked), entered);
      return { id: meterId };
    });
  }

  private async mirrored(tx: Tx, asked: LifeMirrorDto, staff: StaffCaller): Promise<LateEntered> {
    return { ...(await this.entered(tx, asked, staff)), lateReason: asked.lateReason ?? null };
  }

  private async entered(tx: Tx, asked: BasisDto, staff: StaffCaller): Promise<EnteredOn> {
    return { ...recordingOf(asked, staff), today: await this.clock.today(tx) };
  }
}

function installationOf(asked: MeterInstallationDto): NewInstallation {
  const { resource, serial, zones, digits, scale, shown, verifiedUntil, seals } = asked;
  return {
    ...paperOf(asked),
    ...{ resource, serial, digits, scale, shown, seals: seals ?? [], zones: zones?.length ? zones : [WHOLE_DAY] },
    verifiedUntil: verifiedUntil ? parseDate(verifiedUntil) : null,
  };
}

function actOf({ kind, shown, seals, verifiedUntil, ...asked }: MeterLifeActDto): NewLifeAct {
  const act = { ...paperOf(asked), shown, seals: seals ?? [] };
  return kind === 'verification' ? { ...act, kind, verifiedUntil: parseDate(verifiedUntil!) } : { ...act, kind };
}

function foresightOf(
  first: Period,
  { closed, today, back }: { readonly closed: Period | null; readonly today: Period; readonly back: number },
): ForesightDto {
  const open = closed === null ? today : addMonths(closed, 1);
  const earliest = addMonths(open, -back);
  const months: string[] = [];
  for (let month = Math.max(first, earliest) as Period; closed !== null && month <= closed; month = addMonths(month, 1))
    months.push(formatPeriod(month));
  const isTooOld = closed !== null && first < earliest;
  return { months, tooOldFrom: isTooOld ? formatPeriod(first) : null, inMonth: formatPeriod(open) };
}
