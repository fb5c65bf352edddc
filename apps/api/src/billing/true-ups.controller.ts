import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type TrueUpForecast, TrueUpForecasts } from '@dvor/billing';
import { Houses } from '@dvor/housing';
import type { AccountId, HouseId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { TrueUpsDto, TrueUpsQuery } from './true-ups.dto.js';

@ApiTags('Houses')
@Controller('houses/:id/true-ups')
export class TrueUpsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly houses: Houses,
    private readonly forecasts: TrueUpForecasts,
  ) {}

  @Get()
  @RequirePermission('house.read')
  @ApiOperation({
    summary: 'What a house’s year of common property and even heating would be settled by now',
    description: 'By the closed months of the year, month by month; for an account of it too.',
  })
  @ApiOkResponse({ type: TrueUpsDto })
  async readTrueUps(
    @IdParam() id: HouseId,
    @Query() { year, accountId }: TrueUpsQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<TrueUpsDto> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.houses.card(tx, id, await this.clock.today(tx)); // an empty list would say that the house is there
      const asked = { year: year ?? null, accountId: (accountId as AccountId | undefined) ?? null };
      const { services, ...found } = await this.forecasts.ofHouse(tx, id, asked);
      return { ...found, services: services.map(dtoOf) };
    });
  }
}

function dtoOf({ months, due, billed, difference, own, ...service }: TrueUpForecast): TrueUpsDto['services'][number] {
  return {
    ...service,
    months: months.map((one) => ({
      ...one,
      due: one.due.toString(),
      billed: one.billed.toString(),
      difference: one.difference.toString(),
    })),
    due: due.toString(),
    billed: billed.toString(),
    difference: difference.toString(),
    own: own && { difference: own.difference.toString(), part: own.part?.toString() ?? null },
  };
}
