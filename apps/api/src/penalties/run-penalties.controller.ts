import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { BillingRuns } from '@dvor/billing';
import { Accounts, type AccountSummary } from '@dvor/housing';
import { type AccountId, formatDate, formatPeriod, type HouseId, lastDay, type Period, type RunId } from '@dvor/kernel';
import { type PenaltyEstimate, PenaltyEstimates } from '@dvor/penalties';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { savedFile } from '../door/saved-file.js';
import { AccountPenalties } from './account-penalties.js';
import { RunAccountPenaltiesDto, RunPenaltiesDto, RunPenaltiesQuery } from './penalties.dto.js';
import { estimateTable, XLSX } from './penalty-table.js';

/** The dearest come first; the rest are in the total and in the workbook. */
const SHOWN = 200;

@ApiTags('Runs')
@Controller('runs/:id/penalties')
export class RunPenaltiesController {
  constructor(
    private readonly database: Database,
    private readonly runs: BillingRuns,
    private readonly estimates: PenaltyEstimates,
    private readonly penalties: AccountPenalties,
    private readonly accounts: Accounts,
  ) {}

  @Get()
  @RequirePermission('run.read')
  @ApiOperation({
    summary: 'Penalties that closing the month would accrue, in all and by account',
    description: 'As of the month’s last day, by the function that accrues them; the dearest accounts first.',
  })
  @ApiOkResponse({ type: RunPenaltiesDto })
  async estimateRunPenalties(
    @IdParam() id: RunId,
    @Query() { houseId }: RunPenaltiesQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RunPenaltiesDto> {
    const { period } = await this.runs.summary(tenant, id);
    return this.database.inTenant(tenant, async (tx) => {
      const found = await this.estimates.ofMonth(tx, period, (houseId ?? null) as HouseId | null);
      return {
        ...{ asOf: formatDate(found.asOf), amount: found.amount.toString(), accounts: found.accounts.length },
        ...{ refused: found.refused, unknown: found.unknown.map(({ parameter, date }) => ({ parameter, date })) },
        items: await this.named(tx, found, SHOWN),
      };
    });
  }

  @Get('accounts.xlsx')
  @RequirePermission('run.read')
  @ApiOperation({ summary: 'The same by account as a workbook, all of them' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async exportRunPenalties(
    @IdParam() id: RunId,
    @Query() { houseId }: RunPenaltiesQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<StreamableFile> {
    const { period } = await this.runs.summary(tenant, id);
    return this.database.inTenant(tenant, async (tx) => {
      const found = await this.estimates.ofMonth(tx, period, (houseId ?? null) as HouseId | null);
      const content = estimateTable(await this.named(tx, found, found.accounts.length));
      return savedFile({ name: nameOf(period), mediaType: XLSX, content });
    });
  }

  @Get('accounts/:accountId')
  @RequirePermission('run.read')
  @ApiOperation({ summary: 'What closing the month would accrue to one account, day by day' })
  @ApiOkResponse({ type: RunAccountPenaltiesDto })
  async estimateAccountPenalties(
    @IdParam() id: RunId,
    @IdParam('accountId') accountId: AccountId,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RunAccountPenaltiesDto> {
    const { period } = await this.runs.summary(tenant, id);
    return this.database.inTenant(tenant, async (tx) => {
      const account = await this.accounts.card(tx, accountId, lastDay(period));
      const found = await this.estimates.ofAccount(tx, period, account);
      return { ...namedAs(account), ...(await this.penalties.estimated(tx, found)) };
    });
  }

  private async named(tx: Tx, { accounts, asOf }: PenaltyEstimate, most: number): Promise<RunPenaltiesDto['items']> {
    const shown = accounts.slice(0, most);
    const ids = shown.map(({ accountId }) => accountId);
    const byId = new Map((await this.accounts.some(tx, ids, asOf)).map((account) => [account.id, account]));
    return shown.map(({ accountId, amount }) => ({ ...namedAs(byId.get(accountId)!), amount: amount.toString() }));
  }
}

function namedAs({ id, number, address, payerName }: AccountSummary) {
  return { accountId: id, account: number, address, payer: payerName };
}

function nameOf(period: Period): string {
  return `Пени при закрытии ${formatPeriod(period)}.xlsx`;
}
