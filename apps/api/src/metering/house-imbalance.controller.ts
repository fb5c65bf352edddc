import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BillingRuns, HouseImbalances, type NamedFlat, type ResourceImbalance } from '@dvor/billing';
import { Houses } from '@dvor/housing';
import { type AccountId, addMonths, Decimal, formatPeriod, type HouseId, parsePeriod, sum } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { HouseImbalanceDto, ImbalanceQuery } from './house-imbalance.dto.js';

type ResourceDto = HouseImbalanceDto['resources'][number];

@ApiTags('Metering')
@Controller('houses/:id/imbalance')
export class HouseImbalanceController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly houses: Houses,
    private readonly runs: BillingRuns,
    private readonly imbalances: HouseImbalances,
  ) {}

  @Get()
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Why the house’s meters counted another volume than its flats were charged for' })
  @ApiOkResponse({ type: HouseImbalanceDto })
  async readHouseImbalance(
    @IdParam() id: HouseId,
    @Query() asked: ImbalanceQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<HouseImbalanceDto> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.houses.card(tx, id, await this.clock.today(tx)); // an empty list would say that the house is there
      const period = asked.period ? parsePeriod(asked.period) : addMonths(await this.runs.workingPeriod(tx), -1);
      const found = await this.imbalances.of(tx, id, period);
      return {
        period: formatPeriod(period),
        runState: found?.runState ?? null,
        resources: (found?.resources ?? []).map(resourceDto),
      };
    });
  }
}

function resourceDto({ resource, unit, house, gap, flats }: ResourceImbalance): ResourceDto {
  const causes = (gap?.causes ?? []).map((cause) => ({
    kind: cause.kind,
    volume: shown(cause.volume),
    flats: cause.flats.map(({ account, billed, usual, volume }) => ({
      accountId: account,
      ...flats.get(account as AccountId)!,
      ...{ billed: shown(billed), usual: usual && shown(usual), volume: shown(volume) },
    })),
  }));
  return {
    ...{ resource, unit },
    house: house && shown(house),
    flats: gap && shown(gap.flats),
    gap: gap && shown(gap.gap),
    causes,
    entrances: gap ? entrancesOf(gap, flats) : [],
  };
}

function entrancesOf(
  { causes }: NonNullable<ResourceImbalance['gap']>,
  named: ReadonlyMap<AccountId, NamedFlat>,
): ResourceDto['entrances'] {
  const volumes = new Map<number | null, Decimal[]>();
  for (const { account, volume } of causes.flatMap((cause) => cause.flats)) {
    const { entrance } = named.get(account as AccountId)!;
    volumes.set(entrance, [...(volumes.get(entrance) ?? []), volume]);
  }
  return [...volumes]
    .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([entrance, own]) => ({ entrance, volume: shown(sum(own)), flats: own.length }));
}

/** Beyond these a share of a cubic metre says nothing, and sums still agree. */
function shown(volume: Decimal): string {
  return volume.round(6, Decimal.roundHalfUp).toFixed();
}
