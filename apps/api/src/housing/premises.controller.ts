import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { AccountTerms, Owners, PremisesCards, PremisesLife, Timeline } from '@dvor/housing';
import { type AccountId, parseDate, type PartyId, type PremisesId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { AsOfQuery, daysOfDto, recordingOf } from './basis.dto.js';
import {
  AccountSharesDto,
  OpenAccountDto,
  OwnersDto,
  PremisesNamesChangeDto,
  PremisesValuesChangeDto,
} from './housing-changes.dto.js';
import { OpenedAccountDto, PremisesCardDto, TimelineDto } from './housing-views.dto.js';
import { shareOf } from './share-of.js';

@ApiTags('Premises')
@Controller('premises')
export class PremisesController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly cards: PremisesCards,
    private readonly premises: PremisesLife,
    private readonly owners: Owners,
    private readonly terms: AccountTerms,
    private readonly timeline: Timeline,
  ) {}

  @Get(':id')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'A premises, its owners and accounts, as of a day' })
  @ApiOkResponse({ type: PremisesCardDto })
  async readPremises(
    @IdParam() id: PremisesId,
    @Query() { on, known }: AsOfQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<PremisesCardDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const day = on ? parseDate(on) : await this.clock.today(tx);
      return this.cards.read(tx, id, day, known ? new Date(known) : null);
    });
  }

  @Get(':id/timeline')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Everything that was ever recorded of a premises' })
  @ApiOkResponse({ type: TimelineDto })
  async readPremisesTimeline(
    @IdParam() id: PremisesId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<TimelineDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.timeline.ofPremises(tx, id)));
  }

  @Patch(':id')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Correct number, kind, place and state identifiers' })
  @ApiNoContentResponse()
  async renamePremises(
    @IdParam() id: PremisesId,
    @Body() { reason, documentId, parentId, ...names }: PremisesNamesChangeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const recording = recordingOf({ reason, documentId }, staff);
    await this.database.inTenant(tenant, (tx) =>
      this.premises.rename(tx, id, { ...names, parentId: (parentId ?? null) as PremisesId | null }, recording),
    );
  }

  @Post(':id/facts')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Over some days areas or traits were, or will be, otherwise' })
  @ApiNoContentResponse()
  async changePremises(
    @IdParam() id: PremisesId,
    @Body() { reason, documentId, from, to, ...values }: PremisesValuesChangeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const asked = { reason, documentId, from, to };
    await this.database.inTenant(tenant, (tx) =>
      this.premises.change(tx, id, { values, days: daysOfDto(asked) }, recordingOf(asked, staff)),
    );
  }

  @Put(':id/owners')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'From a day on the premises belongs to these' })
  @ApiNoContentResponse()
  async setOwners(
    @IdParam() id: PremisesId,
    @Body() asked: OwnersDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const owners = asked.owners.map(({ partyId, share }) => ({ partyId: partyId as PartyId, share: shareOf(share) }));
    await this.database.inTenant(tenant, (tx) =>
      this.owners.set(tx, id, { from: parseDate(asked.from), owners }, recordingOf(asked, staff)),
    );
  }

  @Post(':id/accounts')
  @RequirePermission('account.edit')
  @ApiOperation({ summary: 'Open an account for the premises' })
  @ApiCreatedResponse({ type: OpenedAccountDto })
  async openAccount(
    @IdParam() id: PremisesId,
    @Body() asked: OpenAccountDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<OpenedAccountDto> {
    const { number = null, payerId, from } = asked;
    const terms = { number, payerId: payerId as PartyId, from: parseDate(from) };
    return this.database.inTenant(tenant, (tx) => this.terms.open(tx, id, terms, recordingOf(asked, staff)));
  }

  @Put(':id/account-shares')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'What the accounts of the premises bear of it from a day on' })
  @ApiNoContentResponse()
  async shareAccounts(
    @IdParam() id: PremisesId,
    @Body() asked: AccountSharesDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const shares = asked.shares.map(({ accountId, share }) => ({
      accountId: accountId as AccountId,
      share: shareOf(share),
    }));
    await this.database.inTenant(tenant, (tx) =>
      this.terms.share(tx, id, { from: parseDate(asked.from), shares }, recordingOf(asked, staff)),
    );
  }
}
