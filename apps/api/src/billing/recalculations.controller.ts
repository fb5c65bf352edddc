import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { Recalculations } from '@dvor/billing';
import type { HouseId } from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { PageQuery, whole } from '../door/page.dto.js';
import {
  ApproveRecalculationDto,
  PostponeRecalculationDto,
  RecalculationDto,
  RecalculationListDto,
  RecalculationPreviewDto,
  RecalculationPreviewQuery,
} from './recalculations.dto.js';

@ApiTags('Runs')
@Controller('recalculations')
export class RecalculationsController {
  constructor(
    private readonly database: Database,
    private readonly recalculations: Recalculations,
  ) {}

  @Get()
  @RequirePermission('run.read')
  @ApiOperation({
    summary: 'Changes of many accounts’ past, which wait until a person has let them',
    description: 'Those that wait first, then the latest, not more than `limit`.',
  })
  @ApiOkResponse({ type: RecalculationListDto })
  async listRecalculations(
    @Query() { limit }: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RecalculationListDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.recalculations.list(tx, limit)));
  }

  @Get(':id')
  @RequirePermission('run.read')
  @ApiOperation({ summary: 'One of them' })
  @ApiOkResponse({ type: RecalculationDto })
  async readRecalculation(@IdParam() id: string, @CurrentTenant() tenant: Tenant): Promise<RecalculationDto> {
    return this.database.inTenant(tenant, (tx) => this.recalculations.find(tx, id));
  }

  @Get(':id/preview')
  @RequirePermission('run.read')
  @ApiOperation({
    summary: 'What it comes to, account by account and month by month',
    description: 'By the function that a run recalculates with, as things are known now; nothing is written.',
  })
  @ApiOkResponse({ type: RecalculationPreviewDto })
  async previewRecalculation(
    @IdParam() id: string,
    @Query() { after }: RecalculationPreviewQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RecalculationPreviewDto> {
    const preview = await this.database.inTenant(tenant, (tx) =>
      this.recalculations.preview(tx, id, (after ?? null) as HouseId | null),
    );
    return {
      ...preview,
      difference: preview.difference.toString(),
      items: preview.items.map(({ charged, should, difference, ...item }) => ({
        ...item,
        charged: charged.toString(),
        should: should.toString(),
        difference: difference.toString(),
      })),
    };
  }

  @Post(':id/approve')
  @RequirePermission('run.close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let it into the next run' })
  @ApiOkResponse({ type: RecalculationDto })
  async approveRecalculation(
    @IdParam() id: string,
    @Body() { beyond = false, reason }: ApproveRecalculationDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RecalculationDto> {
    return this.database.inTenant(tenant, (tx) =>
      this.recalculations.approve(tx, id, { by: staff.userId, beyond, reason: reason ?? null }),
    );
  }

  @Post(':id/postpone')
  @RequirePermission('run.close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Leave it out of the bills until it is approved', description: 'It stays in sight.' })
  @ApiOkResponse({ type: RecalculationDto })
  async postponeRecalculation(
    @IdParam() id: string,
    @Body() { reason }: PostponeRecalculationDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RecalculationDto> {
    return this.database.inTenant(tenant, (tx) => this.recalculations.postpone(tx, id, { by: staff.userId, reason }));
  }

  @Post(':id/undo')
  @RequirePermission('run.close')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Put the facts back as they were known before',
    description: 'The next run takes back what was posted. Refused where the same days were changed again since.',
  })
  @ApiOkResponse({ type: RecalculationDto })
  async undoRecalculation(
    @IdParam() id: string,
    @Body() { reason }: PostponeRecalculationDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RecalculationDto> {
    return this.database.inTenant(tenant, (tx) => this.recalculations.undo(tx, id, { by: staff.userId, reason }));
  }
}
