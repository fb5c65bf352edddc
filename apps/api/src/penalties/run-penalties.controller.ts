import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BillingRuns } from '@dvor/billing';
import { Accounts } from '@dvor/housing';
import { formatDate, type HouseId, type RunId } from '@dvor/kernel';
import { PenaltyEstimates } from '@dvor/penalties';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { RunPenaltiesDto, RunPenaltiesQuery } from './penalties.dto.js';

/** The dearest come first; the rest are in the total. */
const SHOWN = 200;

@ApiTags('Runs')
@Controller('runs/:id/penalties')
export class RunPenaltiesController {
  constructor(
    private readonly database: Database,
    private readonly runs: BillingRuns,
    private readonly estimates: PenaltyEstimates,
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
      const shown = found.accounts.slice(0, SHOWN);
      const accounts = await this.accounts.some(
        tx,
        shown.map(({ accountId }) => accountId),
        found.asOf,
      );
      const byId = new Map(accounts.map((account) => [account.id, account]));
      return {
        ...{ asOf: formatDate(found.asOf), amount: found.amount.toString(), refused: found.refused },
        accounts: found.accounts.length,
        items: shown.map(({ accountId, amount }) => {
          const { number, address, payerName } = byId.get(accountId)!;
          return { accountId, account: number, address, payer: payerName, amount: amount.toString() };
        }),
      };
    });
  }
}
