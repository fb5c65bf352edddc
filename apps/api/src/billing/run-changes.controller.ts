import { Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { BillingRuns, type ChangeFilter, ReviewOfRun, RunComparison } from '@dvor/billing';
import { type AccountId, type HouseId, Money, type RunId, type ServiceId } from '@dvor/kernel';
import type { Tenant } from '@dvor/platform';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { ReaderLanguage } from '../door/reader.js';
import { savedFile } from '../door/saved-file.js';
import {
  AccountChangeDto,
  ChangedAccountsPageDto,
  ChangedAccountsQuery,
  ChangesFilterQuery,
  RunChangesDto,
  RunChangesQuery,
} from './run-changes.dto.js';
import { RunChangeViews } from './run-change-views.js';

const TABLE = { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } as const;

/** A run beside the closed month before it. */
@ApiTags('Runs')
@Controller('runs/:id/changes')
export class RunChangesController {
  constructor(
    private readonly runs: BillingRuns,
    private readonly review: ReviewOfRun,
    private readonly comparison: RunComparison,
    private readonly views: RunChangeViews,
  ) {}

  @Get()
  @RequirePermission('run.read')
  @ApiOperation({
    summary: 'What changed since the last closed month, by house, service and reason',
    description: 'Sums are there at once; reasons come as the houses are compared: ask for it by POST.',
  })
  @ApiOkResponse({ type: RunChangesDto })
  async readRunChanges(
    @IdParam() id: RunId,
    @Query() { houseId }: RunChangesQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<RunChangesDto> {
    return this.overview(tenant, id, { houseId, language });
  }

  @Post()
  @RequirePermission('run.read')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Find the reasons of the changes',
    description: 'Goes on in the worker; what is compared already is left as it is. Nothing of the run is touched.',
  })
  @ApiAcceptedResponse({ type: RunChangesDto })
  async compareRun(
    @IdParam() id: RunId,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<RunChangesDto> {
    await this.comparison.request(tenant, id);
    return this.overview(tenant, id, { houseId: undefined, language });
  }

  @Get('accounts')
  @RequirePermission('run.read')
  @ApiOperation({ summary: 'Accounts whose bill changed, the greatest change first' })
  @ApiOkResponse({ type: ChangedAccountsPageDto })
  async listChangedAccounts(
    @IdParam() id: RunId,
    @Query() { cursor, limit, ...asked }: ChangedAccountsQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ChangedAccountsPageDto> {
    const { period } = await this.runs.summary(tenant, id);
    const { items, nextCursor } = await this.review.changedAccounts(tenant, id, filterOf(asked), { cursor, limit });
    return { items: await this.views.accountRows(tenant, period, { rows: items, language }), nextCursor };
  }

  @Get('accounts.xlsx')
  @RequirePermission('run.read')
  @ApiOperation({ summary: 'The same accounts as a workbook' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse(TABLE)
  async readChangedAccountsTable(
    @IdParam() id: RunId,
    @Query() asked: ChangesFilterQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<StreamableFile> {
    const { period } = await this.runs.summary(tenant, id);
    return savedFile(this.views.workbook(tenant, { id, period }, filterOf(asked)));
  }

  @Get('accounts/:accountId')
  @RequirePermission('run.read')
  @ApiOperation({ summary: 'An account’s lines in both months, and why they differ' })
  @ApiOkResponse({ type: AccountChangeDto })
  async readAccountChange(
    @IdParam() id: RunId,
    @IdParam('accountId') accountId: AccountId,
    @CurrentTenant() tenant: Tenant,
  ): Promise<AccountChangeDto> {
    return this.views.account(tenant, accountId, await this.review.account(tenant, id, accountId));
  }

  private async overview(
    tenant: Tenant,
    id: RunId,
    { houseId, language }: { houseId: string | undefined; language: Language },
  ): Promise<RunChangesDto> {
    const changes = await this.review.changes(tenant, id, (houseId as HouseId | undefined) ?? null);
    return this.views.overview(tenant, changes, language);
  }
}

function filterOf({ houseId, serviceId, reason, direction, atLeast, search }: ChangesFilterQuery): ChangeFilter {
  return {
    ...{ reason, direction },
    houseId: houseId as HouseId | undefined,
    serviceId: serviceId as ServiceId | undefined,
    atLeast: atLeast === undefined ? undefined : Money.parse(atLeast),
    number: search?.trim() || undefined,
  };
}
