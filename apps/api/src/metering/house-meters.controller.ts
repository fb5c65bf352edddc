import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { HeatingSeasons } from '@dvor/catalogue';
import { Houses, PremisesUnits } from '@dvor/housing';
import {
  addMonths,
  type HouseId,
  type MeterId,
  parseDate,
  parsePeriod,
  periodOfDate,
  type PremisesId,
  type ServiceId,
} from '@dvor/kernel';
import { HouseMeters } from '@dvor/metering';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { BasisDto, daysOfDto, recordingOf } from '../housing/basis.dto.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import {
  HeatingSeasonChangeDto,
  HeatingSeasonListDto,
  HeatingSeasonsQuery,
  HouseMeterListDto,
  HouseMetersQuery,
  MeterRemovalDto,
  MeterVolumesDto,
  NewHeatingSeasonDto,
  NewHouseMeterDto,
  PremisesUnitsListDto,
  UnitsChangeDto,
} from './house-meters.dto.js';

const MONTHS_SHOWN = 12;

@ApiTags('Metering')
@Controller()
export class HouseMetersController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly houses: Houses,
    private readonly meters: HouseMeters,
    private readonly seasons: HeatingSeasons,
    private readonly units: PremisesUnits,
  ) {}

  @Get('houses/:id/meters')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Meters of the house itself and what they counted, by months' })
  @ApiOkResponse({ type: HouseMeterListDto })
  async listHouseMeters(
    @IdParam() id: HouseId,
    @Query() asked: HouseMetersQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<HouseMeterListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const today = await this.clock.today(tx);
      await this.houses.card(tx, id, today); // an empty list would say that the house is there
      const to = asked.to ? parsePeriod(asked.to) : periodOfDate(today);
      const from = asked.from ? parsePeriod(asked.from) : addMonths(to, 1 - MONTHS_SHOWN);
      return whole(await this.meters.list(tx, id, { from, to }));
    });
  }

  @Post('houses/:id/meters')
  @RequirePermission('house.edit')
  @ApiOperation({ summary: 'A meter was put at an input of the house' })
  @ApiCreatedResponse({ type: MadeDto })
  async addHouseMeter(
    @IdParam() id: HouseId,
    @Body() { reason, documentId, installedOn, verifiedUntil, ...meter }: NewHouseMeterDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    const days = {
      installedOn: parseDate(installedOn),
      verifiedUntil: verifiedUntil ? parseDate(verifiedUntil) : null,
    };
    return this.database.inTenant(tenant, async (tx) => ({
      id: await this.meters.add(tx, id, { ...meter, ...days }, recordingOf({ reason, documentId }, staff)),
    }));
  }

  @Post('house-meters/:id/removal')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'A meter of the house was taken away' })
  @ApiNoContentResponse()
  async removeHouseMeter(
    @IdParam() id: MeterId,
    @Body() asked: MeterRemovalDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const recording = recordingOf(asked, staff);
    await this.database.inTenant(tenant, (tx) => this.meters.remove(tx, id, parseDate(asked.on), recording));
  }

  @Put('houses/:id/meter-volumes')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Enter months of the house’s meters; those left empty are forgotten' })
  @ApiNoContentResponse()
  async enterHouseVolumes(
    @IdParam() id: HouseId,
    @Body() asked: MeterVolumesDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const months = asked.months.map(({ meterId, period, volume, reading }) => ({
      meterId: meterId as MeterId,
      period: parsePeriod(period),
      volume: volume ?? null,
      reading: reading ?? null,
    }));
    await this.database.inTenant(tenant, (tx) => this.meters.enter(tx, id, months, recordingOf(asked, staff)));
  }

  @Get('heating-seasons')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'Heating seasons as they were declared; of a house: its own and those of all houses' })
  @ApiOkResponse({ type: HeatingSeasonListDto })
  async listHeatingSeasons(
    @Query() { houseId }: HeatingSeasonsQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<HeatingSeasonListDto> {
    const filter = { houseId: houseId as HouseId | undefined };
    return this.database.inTenant(tenant, async (tx) => whole(await this.seasons.list(tx, filter)));
  }

  @Post('heating-seasons')
  @RequirePermission('assignment.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Declare a heating season, of all houses or of one' })
  @ApiNoContentResponse()
  async declareHeatingSeason(
    @Body() asked: NewHeatingSeasonDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const season = {
      ...daysOfDto(asked),
      houseId: (asked.houseId ?? null) as HouseId | null,
      basis: asked.basis ?? null,
    };
    await this.database.inTenant(tenant, (tx) => this.seasons.declare(tx, season, recordingOf(asked, staff)));
  }

  @Put('heating-seasons/:id')
  @RequirePermission('assignment.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'The days of a declared heating season, or its act, were others' })
  @ApiNoContentResponse()
  async correctHeatingSeason(
    @IdParam() id: string,
    @Body() asked: HeatingSeasonChangeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const season = { ...daysOfDto(asked), basis: asked.basis ?? null };
    await this.database.inTenant(tenant, (tx) => this.seasons.correct(tx, id, season, recordingOf(asked, staff)));
  }

  @Post('heating-seasons/:id/withdrawal')
  @RequirePermission('assignment.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a declared heating season back' })
  @ApiNoContentResponse()
  async withdrawHeatingSeason(
    @IdParam() id: string,
    @Body() asked: BasisDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.seasons.withdraw(tx, id, recordingOf(asked, staff)));
  }

  @Get('premises/:id/units')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'How many units of which services a premises has' })
  @ApiOkResponse({ type: PremisesUnitsListDto })
  async listPremisesUnits(
    @IdParam() id: PremisesId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<PremisesUnitsListDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.units.list(tx, id)));
  }

  @Put('premises/:id/units')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Over some days a premises has so many units of a service' })
  @ApiNoContentResponse()
  async setPremisesUnits(
    @IdParam() id: PremisesId,
    @Body() asked: UnitsChangeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const units = { ...daysOfDto(asked), serviceId: asked.serviceId as ServiceId, units: asked.units ?? null };
    await this.database.inTenant(tenant, (tx) => this.units.set(tx, id, units, recordingOf(asked, staff)));
  }
}
