import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { type MeterId, parseDate, type PremisesId } from '@dvor/kernel';
import { type ChangedMeterAct, type EnteredOn, type MeterActId, MeterActs, Meters } from '@dvor/metering';
import { Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { type BasisDto, recordingOf } from '../housing/basis.dto.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import { describeMeter } from '../housing/meter-names.js';
import { MeterListDto } from '../housing/accounts.dto.js';
import { MeterActCancellationDto, MeterActChangeDto, MeterActListDto, NewMeterActDto } from './meter-acts.dto.js';

@ApiTags('Metering')
@Controller()
export class MeterActsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly acts: MeterActs,
    private readonly meters: Meters,
  ) {}

  @Get('premises/:id/meters')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Meters of a premises, removed ones last' })
  @ApiOkResponse({ type: MeterListDto })
  async listPremisesMeters(
    @IdParam() id: PremisesId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<MeterListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const meters = await this.meters.ofPremises(tx, id, await this.clock.today(tx));
      return whole(meters.map((meter) => describeMeter(meter, language)));
    });
  }

  @Get('premises/:id/meter-acts')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Acts on refused access, failed meters and interference, the latest first' })
  @ApiOkResponse({ type: MeterActListDto })
  async listMeterActs(
    @IdParam() id: PremisesId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<MeterActListDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.acts.ofPremises(tx, id)));
  }

  @Post('premises/:id/meter-acts')
  @RequirePermission('house.edit')
  @ApiOperation({
    summary: 'Enter an act on a meter',
    description:
      'Interference is charged in the month of the act; refused access and a failure hold from their day on.',
  })
  @ApiCreatedResponse({ type: MadeDto })
  async addMeterAct(
    @IdParam() id: PremisesId,
    @Body() asked: NewMeterActDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    const { kind, meterId, resource = null } = asked;
    const act = { ...changedBy(asked), kind, resource, meterId: (meterId ?? null) as MeterId | null };
    return this.database.inTenant(tenant, async (tx) => ({
      id: await this.acts.add(tx, id, act, await this.entered(tx, asked, staff)),
    }));
  }

  @Put('meter-acts/:id')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Correct an act, or say that access was given' })
  @ApiNoContentResponse()
  async correctMeterAct(
    @IdParam() id: MeterActId,
    @Body() asked: MeterActChangeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, async (tx) =>
      this.acts.correct(tx, id, changedBy(asked), await this.entered(tx, asked, staff)),
    );
  }

  @Post('meter-acts/:id/cancellation')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an act back' })
  @ApiNoContentResponse()
  async cancelMeterAct(
    @IdParam() id: MeterActId,
    @Body() asked: MeterActCancellationDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, async (tx) =>
      this.acts.cancel(tx, id, asked.lateReason ?? null, await this.entered(tx, asked, staff)),
    );
  }

  private async entered(tx: Tx, asked: BasisDto, staff: StaffCaller): Promise<EnteredOn> {
    return { ...recordingOf(asked, staff), today: await this.clock.today(tx) };
  }
}

function changedBy({ number, dated, signedBy, since, until, months, lateReason }: MeterActChangeDto): ChangedMeterAct {
  return {
    number,
    dated: parseDate(dated),
    signedBy,
    since: since ? parseDate(since) : null,
    until: until ? parseDate(until) : null,
    months: months ?? null,
    lateReason: lateReason ?? null,
  };
}
