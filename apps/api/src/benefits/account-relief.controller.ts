import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { AccountBenefits, type BenefitCategoryId, checkSubsidy, Declines, Subsidies } from '@dvor/billing';
import { LawParameters } from '@dvor/catalogue';
import { type AccountId, Money, parseDate, type PartyId, type ServiceId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { daysOfDto, recordingOf } from '../housing/basis.dto.js';
import {
  AccountBenefitListDto,
  DeclineListDto,
  DeclineTakenBackDto,
  EndedBenefitDto,
  EndedSubsidyDto,
  NewAccountBenefitDto,
  NewDeclineDto,
  NewSubsidyDto,
  SubsidyCheckDto,
  SubsidyListDto,
  SubsidyQuestionDto,
} from './benefits.dto.js';

@ApiTags('Benefits')
@Controller('accounts/:id')
export class AccountReliefController {
  constructor(
    private readonly database: Database,
    private readonly benefits: AccountBenefits,
    private readonly subsidies: Subsidies,
    private readonly declines: Declines,
    private readonly law: LawParameters,
    private readonly clock: OrganizationClock,
  ) {}

  @Get('benefits')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'Benefits of an account’s people, past and to come, the latest first' })
  @ApiOkResponse({ type: AccountBenefitListDto })
  async listAccountBenefits(
    @IdParam() id: AccountId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<AccountBenefitListDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.benefits.ofAccount(tx, id)));
  }

  @Post('benefits')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Somebody is let off from a day on' })
  @ApiNoContentResponse()
  async grantBenefit(
    @IdParam() id: AccountId,
    @Body() asked: NewAccountBenefitDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const { covered = null } = asked;
    const benefit = { ...heldOf(asked), days: daysOfDto(asked), covered };
    await this.database.inTenant(tenant, (tx) => this.benefits.grant(tx, id, benefit, recordingOf(asked, staff)));
  }

  @Post('benefits/end')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Over these days a benefit does not hold' })
  @ApiNoContentResponse()
  async endBenefit(
    @IdParam() id: AccountId,
    @Body() asked: EndedBenefitDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const benefit = { ...heldOf(asked), days: daysOfDto(asked) };
    await this.database.inTenant(tenant, (tx) => this.benefits.end(tx, id, benefit, recordingOf(asked, staff)));
  }

  @Get('subsidies')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'Subsidies that social protection has told of, the latest first' })
  @ApiOkResponse({ type: SubsidyListDto })
  async listSubsidies(
    @IdParam() id: AccountId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<SubsidyListDto> {
    const rows = await this.database.inTenant(tenant, (tx) => this.subsidies.ofAccount(tx, id));
    return whole(rows.map(({ amount, ...row }) => ({ ...row, amount: amount.toString() })));
  }

  @Post('subsidies')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'A subsidy is paid over some days' })
  @ApiNoContentResponse()
  async addSubsidy(
    @IdParam() id: AccountId,
    @Body() asked: NewSubsidyDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const { paidTo } = asked;
    const subsidy = {
      partyId: asked.partyId as PartyId,
      days: daysOfDto(asked),
      amount: Money.parse(asked.amount),
      paidTo,
    };
    await this.database.inTenant(tenant, (tx) => this.subsidies.add(tx, id, subsidy, recordingOf(asked, staff)));
  }

  @Post('subsidies/end')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Over these days no subsidy is paid' })
  @ApiNoContentResponse()
  async endSubsidy(
    @IdParam() id: AccountId,
    @Body() asked: EndedSubsidyDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const subsidy = { partyId: asked.partyId as PartyId, days: daysOfDto(asked) };
    await this.database.inTenant(tenant, (tx) => this.subsidies.end(tx, id, subsidy, recordingOf(asked, staff)));
  }

  @Post('subsidies/check')
  @RequirePermission('account.read')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a family’s subsidy should come to, to compare with what social protection sent',
    description: 'Nothing is kept of it.',
  })
  @ApiOkResponse({ type: SubsidyCheckDto })
  async checkAccountSubsidy(
    @IdParam() id: AccountId,
    @Body() { mostPercent: asked, charged = null, ...question }: SubsidyQuestionDto,
    @CurrentTenant() tenant: Tenant,
  ): Promise<SubsidyCheckDto> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.subsidies.ofAccount(tx, id); // somebody else's account is not found
      const law = await this.law.on(tx, 'subsidy.most-income-percent', await this.clock.today(tx));
      const mostPercent = asked ?? String(law.value);
      return { amount: checkSubsidy({ ...question, mostPercent, charged }).toString(), mostPercent };
    });
  }

  @Get('declines')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'Voluntary services that the payer has declined' })
  @ApiOkResponse({ type: DeclineListDto })
  async listDeclines(
    @IdParam() id: AccountId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<DeclineListDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.declines.ofAccount(tx, id)));
  }

  @Post('declines')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'A voluntary service is declined from a day on', description: 'It is no longer charged.' })
  @ApiNoContentResponse()
  async declineService(
    @IdParam() id: AccountId,
    @Body() asked: NewDeclineDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const declined = { serviceId: asked.serviceId as ServiceId, days: daysOfDto(asked) };
    await this.database.inTenant(tenant, (tx) => this.declines.decline(tx, id, declined, recordingOf(asked, staff)));
  }

  @Post('declines/take-back')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'A declined service is wanted again from a day on' })
  @ApiNoContentResponse()
  async takeDeclineBack(
    @IdParam() id: AccountId,
    @Body() asked: DeclineTakenBackDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const wanted = { serviceId: asked.serviceId as ServiceId, from: parseDate(asked.from) };
    await this.database.inTenant(tenant, (tx) => this.declines.takeBack(tx, id, wanted, recordingOf(asked, staff)));
  }
}

function heldOf({ partyId, categoryId }: EndedBenefitDto) {
  return { partyId: partyId as PartyId, categoryId: categoryId as BenefitCategoryId };
}
