import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { HouseId } from '@dvor/kernel';
import { type MeterFilter, MeterLists } from '@dvor/metering';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { savedFile } from '../door/saved-file.js';
import { ListedMeterPageDto, MeterListQuery } from './meter-lists.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('Metering')
@Controller('meter-lists')
export class MeterListsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly lists: MeterLists,
  ) {}

  @Get()
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Meters that stand: all, or those that want a reading, a verification, a date' })
  @ApiOkResponse({ type: ListedMeterPageDto })
  async listMeters(@Query() asked: MeterListQuery, @CurrentTenant() tenant: Tenant): Promise<ListedMeterPageDto> {
    return this.database.inTenant(tenant, async (tx) =>
      this.lists.list(tx, filterOf(asked), await this.clock.today(tx), asked),
    );
  }

  @Get('table')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'The same whole, as a workbook' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async metersTable(@Query() asked: MeterListQuery, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    const table = await this.database.inTenant(tenant, async (tx) =>
      this.lists.table(tx, filterOf(asked), await this.clock.today(tx)),
    );
    return savedFile({ ...table, mediaType: XLSX });
  }
}

function filterOf({ list, houseId, resource, days, search }: MeterListQuery): MeterFilter {
  return { list, resource, days, search, houseId: houseId as HouseId | undefined };
}
