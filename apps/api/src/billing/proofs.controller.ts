import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { RunProofs } from '@dvor/billing';
import { Accounts } from '@dvor/housing';
import { type AccountId, parsePeriod, type RunId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { ReaderLanguage } from '../door/reader.js';
import { ProofViews } from './proof-views.js';
import { LineProofDto, ProofQuery, RunProofDto } from './proofs.dto.js';

/** Charges calculated again from what the run kept: years later they must come out to the kopeck. */
@ApiTags('Runs')
@Controller()
export class ProofsController {
  constructor(
    private readonly proofs: RunProofs,
    private readonly views: ProofViews,
    private readonly accounts: Accounts,
    private readonly clock: OrganizationClock,
    private readonly database: Database,
  ) {}

  @Get('accounts/:id/lines/:line/proof')
  @RequirePermission('account.read')
  @ApiOperation({
    summary: 'Check a line: its house is charged again from the snapshot of the month’s run',
    description: 'Whatever has changed since does not matter. Nothing is written.',
  })
  @ApiOkResponse({ type: LineProofDto })
  async proveLine(
    @IdParam() id: AccountId,
    @IdParam('line') line: string,
    @Query() { period }: ProofQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<LineProofDto> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.accounts.card(tx, id, await this.clock.today(tx));
      const asked = { period: parsePeriod(period), line: Number(line) };
      return this.views.line(await this.proofs.ofLine(tx, id, asked), language);
    });
  }

  @Get('runs/:id/proof')
  @RequirePermission('run.read')
  @ApiOperation({ summary: 'The last check of a run from its snapshots: how far it is, and what differs' })
  @ApiOkResponse({ type: RunProofDto })
  async readRunProof(
    @IdParam() id: RunId,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<RunProofDto> {
    return this.views.run(tenant, await this.proofs.last(tenant, id), language);
  }

  @Post('runs/:id/proof')
  @RequirePermission('run.read')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Check a closed run: all its houses are charged again from their snapshots',
    description: 'Goes on in the worker. Nothing of the run is touched; what differs goes into the inbox.',
  })
  @ApiAcceptedResponse({ type: RunProofDto })
  async proveRun(
    @IdParam() id: RunId,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<RunProofDto> {
    return this.views.run(tenant, await this.proofs.request(tenant, id, staff.userId), language);
  }
}
