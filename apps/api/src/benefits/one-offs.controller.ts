import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { type OneOffAct, type OneOffActId, OneOffActs, type OneOffWorkId, OneOffWorks } from '@dvor/billing';
import { type AccountId, Money, parseDate, type ServiceId, type SupplierId } from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { BasisDto, recordingOf } from '../housing/basis.dto.js';
import {
  CancelledActDto,
  NewOneOffActDto,
  NewOneOffWorkDto,
  OneOffActDto,
  OneOffActListDto,
  OneOffPriceDto,
  OneOffWorkDto,
  OneOffWorkListDto,
} from './benefits.dto.js';

@ApiTags('One-off works')
@Controller()
export class OneOffsController {
  constructor(
    private readonly database: Database,
    private readonly works: OneOffWorks,
    private readonly acts: OneOffActs,
  ) {}

  @Get('one-off-works')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'The price list of works that are done by act' })
  @ApiOkResponse({ type: OneOffWorkListDto })
  async listOneOffWorks(@Query() _: PageQuery, @CurrentTenant() tenant: Tenant): Promise<OneOffWorkListDto> {
    return whole(await this.database.inTenant(tenant, (tx) => this.works.list(tx)));
  }

  @Post('one-off-works')
  @RequirePermission('catalogue.edit')
  @ApiOperation({ summary: 'Add a work to the price list' })
  @ApiCreatedResponse({ type: OneOffWorkDto })
  async createOneOffWork(
    @Body() { serviceId, supplierId, name, unit, vatRate = null }: NewOneOffWorkDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<OneOffWorkDto> {
    const work = { serviceId: serviceId as ServiceId, supplierId: supplierId as SupplierId, name, unit, vatRate };
    return this.database.inTenant(tenant, async (tx) => this.works.read(tx, await this.works.create(tx, work, userId)));
  }

  @Post('one-off-works/:id/prices')
  @RequirePermission('catalogue.edit')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a work costs from a day on' })
  @ApiOkResponse({ type: OneOffWorkDto })
  async setOneOffPrice(
    @IdParam() id: OneOffWorkId,
    @Body() asked: OneOffPriceDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<OneOffWorkDto> {
    const price = { from: parseDate(asked.from), price: Money.parse(asked.price) };
    return this.database.inTenant(tenant, (tx) => this.works.setPrice(tx, id, price, recordingOf(asked, staff)));
  }

  @Get('accounts/:id/one-offs')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'Works that were done for an account by act, the latest first' })
  @ApiOkResponse({ type: OneOffActListDto })
  async listOneOffs(
    @IdParam() id: AccountId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<OneOffActListDto> {
    const acts = await this.database.inTenant(tenant, (tx) => this.acts.ofAccount(tx, id));
    return whole(acts.map(actView));
  }

  @Post('accounts/:id/one-offs')
  @RequirePermission('account.edit')
  @ApiOperation({ summary: 'Enter an act; it is charged whole in the month of its day' })
  @ApiCreatedResponse({ type: OneOffActDto })
  async enterOneOff(
    @IdParam() id: AccountId,
    @Body() asked: NewOneOffActDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<OneOffActDto> {
    const { workId, number, dated, quantity, price, prepaid } = asked;
    const act = {
      ...{ workId: workId as OneOffWorkId, number, quantity, dated: parseDate(dated) },
      ...{ price: price ? Money.parse(price) : null, prepaid: prepaid ? Money.parse(prepaid) : null },
    };
    return this.database.inTenant(tenant, async (tx) => {
      const entered = await this.acts.enter(tx, id, act, recordingOf(asked, staff));
      return actView((await this.acts.ofAccount(tx, id)).find((one) => one.id === entered)!);
    });
  }

  @Post('accounts/:id/one-offs/:act/cancel')
  @RequirePermission('account.edit')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take an act back',
    description: 'What was not yet billed is gone; what was billed is reversed in the first open month.',
  })
  @ApiOkResponse({ type: CancelledActDto })
  async cancelOneOff(
    @IdParam() id: AccountId,
    @IdParam('act') act: OneOffActId,
    @Body() asked: BasisDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<CancelledActDto> {
    return this.database.inTenant(tenant, (tx) => this.acts.cancel(tx, id, act, recordingOf(asked, staff)));
  }
}

function actView({ price, prepaid, ...act }: OneOffAct): OneOffActDto {
  return { ...act, price: price.toString(), prepaid: prepaid?.toString() ?? null };
}
