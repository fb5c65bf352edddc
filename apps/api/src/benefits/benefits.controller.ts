import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { AccountBenefits, BenefitCategories, type BenefitCategoryId } from '@dvor/billing';
import { parseDate } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { recordingOf } from '../housing/basis.dto.js';
import {
  AccountBenefitListDto,
  BenefitCategoryDto,
  BenefitCategoryListDto,
  BenefitTermsDto,
  ExpiringQuery,
  NewBenefitCategoryDto,
} from './benefits.dto.js';

@ApiTags('Benefits')
@Controller()
export class BenefitsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly categories: BenefitCategories,
    private readonly benefits: AccountBenefits,
  ) {}

  @Get('benefit-categories')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'Categories of benefits with what they give, by name' })
  @ApiOkResponse({ type: BenefitCategoryListDto })
  async listBenefitCategories(@Query() _: PageQuery, @CurrentTenant() tenant: Tenant): Promise<BenefitCategoryListDto> {
    return whole(await this.database.inTenant(tenant, (tx) => this.categories.list(tx)));
  }

  @Post('benefit-categories')
  @RequirePermission('catalogue.edit')
  @ApiOperation({ summary: 'Add a category of benefits' })
  @ApiCreatedResponse({ type: BenefitCategoryDto })
  async createBenefitCategory(
    @Body() { clause = null, ...asked }: NewBenefitCategoryDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<BenefitCategoryDto> {
    return this.database.inTenant(tenant, async (tx) =>
      this.categories.read(tx, await this.categories.create(tx, { ...asked, clause }, userId)),
    );
  }

  @Post('benefit-categories/:id/terms')
  @RequirePermission('catalogue.edit')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a category gives from a day on', description: 'What it gave before stays.' })
  @ApiOkResponse({ type: BenefitCategoryDto })
  async setBenefitTerms(
    @IdParam() id: BenefitCategoryId,
    @Body() asked: BenefitTermsDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<BenefitCategoryDto> {
    const { from, percents, areaNorm = null, areaNormAlone = null, family } = asked;
    const terms = {
      from: parseDate(from),
      percents: percents.map((one) => ({ ...one })),
      areaNorm,
      areaNormAlone,
      family,
    };
    return this.database.inTenant(tenant, (tx) => this.categories.setTerms(tx, id, terms, recordingOf(asked, staff)));
  }

  @Post('benefit-categories/:id/archive')
  @RequirePermission('catalogue.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Nobody new gets it; those who have it keep it' })
  @ApiNoContentResponse()
  async archiveBenefitCategory(
    @IdParam() id: BenefitCategoryId,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.categories.archive(tx, id, userId));
  }

  @Get('expiring-benefits')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'Benefits that end soon, the soonest first', description: 'A thousand at most.' })
  @ApiOkResponse({ type: AccountBenefitListDto })
  async listExpiringBenefits(
    @Query() { within }: ExpiringQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<AccountBenefitListDto> {
    return this.database.inTenant(tenant, async (tx) =>
      whole(await this.benefits.expiring(tx, { on: await this.clock.today(tx), within })),
    );
  }
}
