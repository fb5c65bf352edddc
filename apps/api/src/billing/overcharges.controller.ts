import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import {
  type CorrectionId,
  type Finding,
  type OverchargeClaim,
  type OverchargeClaimId,
  Overcharges,
} from '@dvor/billing';
import { type AccountId, Money, parsePeriod, type RunId, type ServiceId } from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { RequiresIdempotencyKey } from '../door/idempotency.js';
import { whole } from '../door/page.dto.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import {
  ClaimDecisionDto,
  FoundOverchargeListDto,
  NewOverchargeClaimDto,
  OverchargeClaimDto,
  OverchargeClaimListDto,
  OverchargeNoticeDto,
  OwnErrorListDto,
} from './overcharges.dto.js';

/** More than a desk looks at; the search of corrections finds the older ones. */
const SHOWN = 500;

@ApiTags('Overcharges')
@Controller()
export class OverchargesController {
  constructor(
    private readonly database: Database,
    private readonly overcharges: Overcharges,
  ) {}

  @Get('overcharges')
  @RequirePermission('account.read')
  @ApiOperation({
    summary: 'The organisation’s own mistakes that were corrected: when found, told and given back',
    description: 'Evidence against the fine of half the excess (ЖК РФ, ст. 157, ч. 7). The latest 500.',
  })
  @ApiOkResponse({ type: OwnErrorListDto })
  async listOwnErrors(@CurrentTenant() tenant: Tenant): Promise<OwnErrorListDto> {
    const errors = await this.database.inTenant(tenant, (tx) => this.overcharges.ownErrors(tx, SHOWN));
    return whole(errors.map((error) => ({ ...error, ...findingOf(error) })));
  }

  @Get('overcharges/found')
  @RequirePermission('account.read')
  @ApiOperation({
    summary: 'Overcharges that recalculations have found in facts of the organisation’s own: when found and given back',
    description: 'Proposals: a person tells whose mistake it was. The latest 500.',
  })
  @ApiOkResponse({ type: FoundOverchargeListDto })
  async listFoundOvercharges(@CurrentTenant() tenant: Tenant): Promise<FoundOverchargeListDto> {
    const found = await this.database.inTenant(tenant, (tx) => this.overcharges.found(tx, SHOWN));
    return whole(found.map(({ excess, ...one }) => ({ ...one, excess: excess.toString() })));
  }

  @Post('corrections/:id/notices')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Note that a payer was told of a mistake' })
  @ApiNoContentResponse()
  async tellOfOvercharge(
    @IdParam() correctionId: CorrectionId,
    @Body() { accountId, how }: OverchargeNoticeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    const notice = { correctionId, accountId: accountId as AccountId, how };
    await this.database.inTenant(tenant, (tx) => this.overcharges.tell(tx, notice, userId));
  }

  @Post('runs/:id/overcharge-notices')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Note that a payer was told of what a recalculation has found' })
  @ApiNoContentResponse()
  async tellOfFoundOvercharge(
    @IdParam() runId: RunId,
    @Body() { accountId, how }: OverchargeNoticeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    const notice = { runId, accountId: accountId as AccountId, how };
    await this.database.inTenant(tenant, (tx) => this.overcharges.tellOfFound(tx, notice, userId));
  }

  @Get('overcharge-claims')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'Claims of payers that they were charged too much, undecided ones first; 500 at most' })
  @ApiOkResponse({ type: OverchargeClaimListDto })
  async listOverchargeClaims(@CurrentTenant() tenant: Tenant): Promise<OverchargeClaimListDto> {
    const claims = await this.database.inTenant(tenant, (tx) => this.overcharges.claims(tx, SHOWN));
    return whole(claims.map(claimOf));
  }

  @Get('overcharge-claims/:id')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'A claim: what came first, what is due and till when' })
  @ApiOkResponse({ type: OverchargeClaimDto })
  async readOverchargeClaim(
    @IdParam() id: OverchargeClaimId,
    @CurrentTenant() tenant: Tenant,
  ): Promise<OverchargeClaimDto> {
    return claimOf(await this.database.inTenant(tenant, (tx) => this.overcharges.claim(tx, id)));
  }

  @Post('overcharge-claims')
  @RequirePermission('account.edit')
  @ApiOperation({ summary: 'Enter a claim with the time it came' })
  @ApiCreatedResponse({ type: MadeDto })
  async receiveOverchargeClaim(
    @Body() asked: NewOverchargeClaimDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    const claim = {
      ...{ accountId: asked.accountId as AccountId, serviceId: asked.serviceId as ServiceId, claim: asked.claim },
      ...{ origin: parsePeriod(asked.origin), receivedAt: new Date(asked.receivedAt) },
      documentId: asked.documentId ?? null,
    };
    return this.database.inTenant(tenant, async (tx) => ({ id: await this.overcharges.receive(tx, claim, userId) }));
  }

  @Post('overcharge-claims/:id/decision')
  @RequirePermission('account.edit')
  @RequiresIdempotencyKey()
  @HttpCode(204)
  @ApiOperation({ summary: 'Decide on a claim; a fine is posted by the next run as a line of its own' })
  @ApiNoContentResponse()
  async decideOverchargeClaim(
    @IdParam() id: OverchargeClaimId,
    @Body() { decision, reason, excess, documentId }: ClaimDecisionDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    const asked = { decision, reason, excess: excess ? Money.parse(excess) : null, documentId: documentId ?? null };
    await this.database.inTenant(tenant, (tx) => this.overcharges.decide(tx, id, asked, userId));
  }
}

function findingOf({ by, foundAt, toldAt, postedAt, excess }: Finding) {
  return { by, foundAt, toldAt, postedAt, excess: excess.toString() };
}

function claimOf({ finding, fine, ...claim }: OverchargeClaim): OverchargeClaimDto {
  return { ...claim, finding: finding && findingOf(finding), fine: fine?.toString() ?? null };
}
