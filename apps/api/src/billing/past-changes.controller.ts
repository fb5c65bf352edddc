import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PastChanges } from '@dvor/billing';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { DirtyMonthsListDto } from '../housing/housing-views.dto.js';

@ApiTags('Runs')
@Controller('past-changes')
export class PastChangesController {
  constructor(
    private readonly database: Database,
    private readonly past: PastChanges,
  ) {}

  @Get()
  @RequirePermission('run.read')
  @ApiOperation({
    summary: 'Closed months that something was learnt about later',
    description: 'The latest change first, not more than `limit`.',
  })
  @ApiOkResponse({ type: DirtyMonthsListDto })
  async listPastChanges(@Query() { limit }: PageQuery, @CurrentTenant() tenant: Tenant): Promise<DirtyMonthsListDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.past.dirtyMonths(tx, limit)));
  }
}
