import { Body, Controller, Get, HttpCode, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { BillingRuns } from '@dvor/billing';
import { type HouseId, parsePeriod, type RunId } from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import { Receipts } from '@dvor/receipts';
import type { Response } from 'express';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { sendEvents } from '../door/event-stream.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { AnswersPdf, pdfFile } from '../door/pdf.js';
import { ReaderLanguage } from '../door/reader.js';
import { RunProgress } from './run-progress.js';
import { RunViews } from './run-views.js';
import {
  RunDetailDto,
  RunDto,
  RunHouseListDto,
  RunPageDto,
  RunProgressDto,
  RunReceiptsListDto,
  StartRunDto,
} from './runs.dto.js';

@ApiTags('Runs')
@Controller('runs')
export class RunsController {
  constructor(
    private readonly runs: BillingRuns,
    private readonly views: RunViews,
    private readonly progress: RunProgress,
    private readonly receipts: Receipts,
    private readonly database: Database,
  ) {}

  @Get()
  @RequirePermission('run.read')
  @ApiOperation({ summary: 'Runs of months, the latest first' })
  @ApiOkResponse({ type: RunPageDto })
  async listRuns(@Query() page: PageQuery, @CurrentTenant() tenant: Tenant): Promise<RunPageDto> {
    const { items, nextCursor } = await this.runs.list(tenant, page);
    return { items: await this.views.rows(tenant, items), nextCursor };
  }

  @Post()
  @RequirePermission('run.start')
  @ApiOperation({ summary: 'Calculate a month', description: 'Goes on in the worker; watch it by `progress`.' })
  @ApiCreatedResponse({ type: RunDto })
  async startRun(
    @Body() { period }: StartRunDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RunDto> {
    return this.views.row(tenant, await this.runs.request(tenant, { period: parsePeriod(period), by: staff.userId }));
  }

  @Get(':id')
  @RequirePermission('run.read')
  @ApiOperation({ summary: 'A run with its totals by service and what could not be calculated' })
  @ApiOkResponse({ type: RunDetailDto })
  async readRun(
    @IdParam() id: RunId,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<RunDetailDto> {
    return this.views.detail(tenant, await this.runs.detail(tenant, id), language);
  }

  @Post(':id/cancel')
  @RequirePermission('run.start')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give the run up; its draft lines go' })
  @ApiOkResponse({ type: RunDto })
  async cancelRun(
    @IdParam() id: RunId,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RunDto> {
    return this.views.row(tenant, await this.runs.cancel(tenant, id, staff.userId));
  }

  @Post(':id/retry')
  @RequirePermission('run.start')
  @HttpCode(200)
  @ApiOperation({ summary: 'Calculate again what was parked, once its facts are mended' })
  @ApiOkResponse({ type: RunDto })
  async retryRun(
    @IdParam() id: RunId,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RunDto> {
    return this.views.row(tenant, await this.runs.retry(tenant, id, staff.userId));
  }

  @Get(':id/progress')
  @RequirePermission('run.read')
  @ApiOperation({
    summary: 'The run as it goes on, as server-sent events',
    description: 'Each event’s data is a RunProgressDto. The stream ends when there is nothing more to wait for.',
  })
  @ApiProduces('text/event-stream')
  @ApiExtraModels(RunProgressDto)
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { $ref: getSchemaPath(RunProgressDto) } } } })
  async watchRun(@IdParam() id: RunId, @CurrentTenant() tenant: Tenant, @Res() response: Response): Promise<void> {
    sendEvents(response, await this.progress.of(tenant, id));
  }

  @Get(':id/houses')
  @RequirePermission('run.read')
  @ApiOperation({ summary: 'What each house came to' })
  @ApiOkResponse({ type: RunHouseListDto })
  async listRunHouses(
    @IdParam() id: RunId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RunHouseListDto> {
    return whole(await this.views.houseRows(tenant, await this.runs.houses(tenant, id)));
  }

  @Post(':id/receipts')
  @RequirePermission('receipt.print')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Print the receipts of a closed month',
    description: 'Houses that are printed already are left as they are.',
  })
  async printReceipts(
    @IdParam() id: RunId,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<void> {
    await this.receipts.requestPrinting(tenant, id, staff.userId);
  }

  @Get(':id/receipts')
  @RequirePermission('receipt.read')
  @ApiOperation({ summary: 'How far the printing is, by house' })
  @ApiOkResponse({ type: RunReceiptsListDto })
  async listRunReceipts(
    @IdParam() id: RunId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RunReceiptsListDto> {
    const houses = await this.receipts.houses(tenant, id);
    return whole(houses.map(({ printed, ...house }) => ({ ...house, done: printed })));
  }

  @Get(':id/houses/:houseId/receipts.pdf')
  @RequirePermission('receipt.read')
  @ApiOperation({ summary: 'All receipts of a house as one file' })
  @AnswersPdf()
  async readHousePdf(
    @IdParam() id: RunId,
    @IdParam('houseId') houseId: HouseId,
    @CurrentTenant() tenant: Tenant,
  ): Promise<StreamableFile> {
    return this.database.inTenant(tenant, async (tx) => pdfFile(await this.receipts.housePdf(tx, id, houseId)));
  }
}
