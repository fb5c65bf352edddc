import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { Assignments } from '@dvor/catalogue';
import { Agreements, HouseIntake, HouseLife, Houses, PremisesLife } from '@dvor/housing';
import {
  type AgreementId,
  type HouseId,
  parseDate,
  type PartyId,
  type PremisesId,
  type SupplierId,
} from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { firstRate, HouseServiceListDto } from '../catalogue/catalogue.dto.js';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { AsOfQuery, daysOfDto, recordingOf } from './basis.dto.js';
import {
  EndAgreementDto,
  HouseNamesChangeDto,
  HouseValuesChangeDto,
  NewAgreementDto,
  NewHouseDto,
  NewPremisesDto,
} from './housing-changes.dto.js';
import { AgreementListDto, MadeDto } from './housing-views.dto.js';
import { HouseCardDto, HousePageDto, HousesQuery, PremisesListDto, PremisesQuery } from './houses.dto.js';

@ApiTags('Houses')
@Controller('houses')
export class HousesController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly houses: Houses,
    private readonly assignments: Assignments,
    private readonly intake: HouseIntake,
    private readonly life: HouseLife,
    private readonly premises: PremisesLife,
    private readonly agreements: Agreements,
  ) {}

  @Get()
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Houses by address, as they are today' })
  @ApiOkResponse({ type: HousePageDto })
  async listHouses(@Query() asked: HousesQuery, @CurrentTenant() tenant: Tenant): Promise<HousePageDto> {
    return this.database.inTenant(tenant, async (tx) =>
      this.houses.list(tx, { ...asked, on: await this.clock.today(tx) }),
    );
  }

  @Get(':id')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'A house and the history of its passport' })
  @ApiOkResponse({ type: HouseCardDto })
  async readHouse(
    @IdParam() id: HouseId,
    @Query() { on, known }: AsOfQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<HouseCardDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const day = on ? parseDate(on) : await this.clock.today(tx);
      const { passport, ...house } = await this.houses.card(tx, id, day, known ? new Date(known) : null);
      return { ...house, history: passport };
    });
  }

  @Get(':id/premises')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Premises of a house in their order, with the accounts of the day' })
  @ApiOkResponse({ type: PremisesListDto })
  async listPremises(
    @IdParam() id: HouseId,
    @Query() { on, known }: PremisesQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<PremisesListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const day = on ? parseDate(on) : await this.clock.today(tx);
      await this.houses.card(tx, id, day); // an empty list would say that the house is there
      return whole(await this.houses.premises(tx, id, day, known ? new Date(known) : null));
    });
  }

  @Get(':id/services')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Which services a house gets today, from whom and at which rate' })
  @ApiOkResponse({ type: HouseServiceListDto })
  async listHouseServices(
    @IdParam() id: HouseId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<HouseServiceListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const on = await this.clock.today(tx);
      const { traits } = await this.houses.card(tx, id, on);
      const services = await this.assignments.ofHouse(tx, id, { on, traits });
      return whole(services.map((service) => ({ ...service, rate: service.rates && firstRate(service.rates) })));
    });
  }

  @Post()
  @RequirePermission('house.edit')
  @ApiOperation({ summary: 'Take a house into the books' })
  @ApiCreatedResponse({ type: MadeDto })
  async addHouse(
    @Body() { reason, documentId, from, area, commonArea, floors, entrances, traits, ...names }: NewHouseDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    const recording = recordingOf({ reason, documentId }, staff);
    const facts = [{ from: parseDate(from), to: null, area, commonArea, floors, entrances, ...(traits && { traits }) }];
    return this.database.inTenant(tenant, async (tx) => {
      const [house] = await this.intake.takeIn(tx, [{ ...names, facts, premises: [] }], recording);
      await this.life.rename(tx, house!.id, names, recording);
      return { id: house!.id };
    });
  }

  @Patch(':id')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Correct a house’s address, time zone and state identifiers' })
  @ApiNoContentResponse()
  async renameHouse(
    @IdParam() id: HouseId,
    @Body() { reason, documentId, ...names }: HouseNamesChangeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const recording = recordingOf({ reason, documentId }, staff);
    await this.database.inTenant(tenant, (tx) => this.life.rename(tx, id, names, recording));
  }

  @Post(':id/facts')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Over some days the passport was, or will be, otherwise' })
  @ApiNoContentResponse()
  async changeHouse(
    @IdParam() id: HouseId,
    @Body() { reason, documentId, from, to, ...values }: HouseValuesChangeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const asked = { reason, documentId, from, to };
    await this.database.inTenant(tenant, (tx) =>
      this.life.change(tx, id, { values, days: daysOfDto(asked) }, recordingOf(asked, staff)),
    );
  }

  @Post(':id/premises')
  @RequirePermission('house.edit')
  @ApiOperation({ summary: 'Enter a premises of the house' })
  @ApiCreatedResponse({ type: MadeDto })
  async addPremises(
    @IdParam() id: HouseId,
    @Body() asked: NewPremisesDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    const { kind, number, parentId, entrance, floor, cadastralNumber, gisId } = asked;
    const { area, livingArea, heatedArea, rooms, traits, meterImpossible, ownHeating } = asked;
    const premises = {
      names: {
        kind,
        number,
        parentId: (parentId ?? null) as PremisesId | null,
        entrance,
        floor,
        cadastralNumber,
        gisId,
      },
      values: {
        area,
        livingArea,
        heatedArea,
        rooms,
        ...(traits && { traits }),
        ...(meterImpossible && { meterImpossible }),
        ...(ownHeating !== undefined && { ownHeating }),
      },
      days: { from: parseDate(asked.from), to: null },
    };
    return this.database.inTenant(tenant, async (tx) => ({
      id: await this.premises.add(tx, id, premises, recordingOf(asked, staff)),
    }));
  }

  @Get(':id/agreements')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Agreements of a house and its premises, those in force first' })
  @ApiOkResponse({ type: AgreementListDto })
  async listAgreements(
    @IdParam() id: HouseId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<AgreementListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.houses.card(tx, id, await this.clock.today(tx));
      return whole(await this.agreements.ofHouse(tx, id));
    });
  }

  @Post(':id/agreements')
  @RequirePermission('house.edit')
  @ApiOperation({ summary: 'Enter an agreement' })
  @ApiCreatedResponse({ type: MadeDto })
  async addAgreement(
    @IdParam() id: HouseId,
    @Body() asked: NewAgreementDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    const { kind, number, signedOn, premisesId, partyId, supplierId, area } = asked;
    const agreement = {
      ...daysOfDto(asked),
      houseId: id,
      kind,
      number,
      signedOn: parseDate(signedOn),
      premisesId: (premisesId ?? null) as PremisesId | null,
      partyId: (partyId ?? null) as PartyId | null,
      supplierId: (supplierId ?? null) as SupplierId | null,
      area: area ?? null,
    };
    return this.database.inTenant(tenant, async (tx) => ({
      id: await this.agreements.add(tx, agreement, recordingOf(asked, staff)),
    }));
  }

  @Post(':id/agreements/:agreementId/end')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'From a day on an agreement holds no longer' })
  @ApiNoContentResponse()
  async endAgreement(
    @IdParam() id: HouseId,
    @IdParam('agreementId') agreementId: AgreementId,
    @Body() asked: EndAgreementDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) =>
      this.agreements.end(tx, { id: agreementId, houseId: id }, parseDate(asked.from), recordingOf(asked, staff)),
    );
  }
}
