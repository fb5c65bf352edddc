import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Assignments } from '@dvor/catalogue';
import { Houses } from '@dvor/housing';
import type { HouseId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { firstRate, HouseServiceListDto } from '../catalogue/catalogue.dto.js';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { HouseCardDto, HousePageDto, HousesQuery, PremisesListDto } from './houses.dto.js';

@ApiTags('Houses')
@Controller('houses')
export class HousesController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly houses: Houses,
    private readonly assignments: Assignments,
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
  async readHouse(@IdParam() id: HouseId, @CurrentTenant() tenant: Tenant): Promise<HouseCardDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const { passport, ...house } = await this.houses.card(tx, id, await this.clock.today(tx));
      return { ...house, history: passport };
    });
  }

  @Get(':id/premises')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Premises of a house in their order, with today’s accounts' })
  @ApiOkResponse({ type: PremisesListDto })
  async listPremises(
    @IdParam() id: HouseId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<PremisesListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const today = await this.clock.today(tx);
      await this.houses.card(tx, id, today); // an empty list would say that the house is there
      return whole(await this.houses.premises(tx, id, today));
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
}
