import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { Recalculations } from '@dvor/billing';
import type { HouseId, UserId } from '@dvor/kernel';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import { approvalView } from '../approvals/approvals.controller.js';
import { ApprovalDto } from '../approvals/approvals.dto.js';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import {
  ApproveRecalculationDto,
  PostponeRecalculationDto,
  RecalculationCardDto,
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
  @ApiOperation({ summary: 'One of them, and how it stands with the words that let it in' })
  @ApiOkResponse({ type: RecalculationCardDto })
  async readRecalculation(
    @IdParam() id: string,
    @CurrentStaff() { userId }: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<RecalculationCardDto> {
    return this.database.inTenant(tenant, (tx) => this.card(tx, id, { reader: userId, language }));
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
    @Query() { after, beyond }: RecalculationPreviewQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RecalculationPreviewDto> {
    const preview = await this.database.inTenant(tenant, (tx) =>
      this.recalculations.preview(tx, id, { after: (after ?? null) as HouseId | null, beyond }),
    );
    return {
      ...preview,
      difference: preview.difference.toString(),
      besides: preview.besides.toString(),
      items: preview.items.map(({ charged, besides, difference, should, ...item }) => ({
        ...item,
        charged: charged.toString(),
        besides: besides.toString(),
        difference: difference.toString(),
        should: should.toString(),
      })),
    };
  }

  @Post(':id/ask')
  @RequirePermission('run.close')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Ask a second person to let it in',
    description: 'Neither who asks nor who made the changes decides. A reason is required.',
  })
  @ApiOkResponse({ type: ApprovalDto })
  async askToApproveRecalculation(
    @IdParam() id: string,
    @Body() { beyond = false, reason }: ApproveRecalculationDto,
    @CurrentStaff() { userId: by }: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ApprovalDto> {
    const asked = await this.database.inTenant(tenant, (tx) =>
      this.recalculations.askToApprove(tx, id, { by, beyond, reason: reason ?? null }),
    );
    return approvalView(asked, by, language);
  }

  @Post(':id/approve')
  @RequirePermission('run.close')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Let it into the next run',
    description: 'Of many accounts: by a second person’s word. `beyond` the usual months: with a reason.',
  })
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

  private async card(
    tx: Tx,
    id: string,
    { reader, language }: { readonly reader: UserId; readonly language: Language },
  ): Promise<RecalculationCardDto> {
    const { approval, ...letting } = await this.recalculations.letting(tx, id);
    return {
      ...(await this.recalculations.find(tx, id)),
      letting: { ...letting, approval: approval && approvalView(approval, reader, language) },
    };
  }
}
