import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Accounts } from '@dvor/housing';
import type { AccountId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { savedFile } from '../door/saved-file.js';
import { AccountUseDto, UseQuery, UseSavingsDto } from './account-use.dto.js';
import { AccountUseViews } from './account-use-views.js';
import { useTable } from './use-table.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('Metering')
@Controller('accounts')
export class AccountUseController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly accounts: Accounts,
    private readonly views: AccountUseViews,
  ) {}

  @Get(':id/use')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'What an account used of each service in its closed months, and the readings it stands on' })
  @ApiOkResponse({ type: AccountUseDto })
  async readAccountUse(
    @IdParam() id: AccountId,
    @Query() asked: UseQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<AccountUseDto> {
    return this.inAccount(tenant, id, (tx) => this.views.read(tx, id, asked, { heldToo: true }));
  }

  @Get(':id/use.xlsx')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'The same as a workbook, a row for each reading' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async exportAccountUse(
    @IdParam() id: AccountId,
    @Query() asked: UseQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<StreamableFile> {
    return this.inAccount(tenant, id, async (tx, number) => {
      const content = useTable(await this.views.read(tx, id, asked, { heldToo: true }));
      return savedFile({ name: `Потребление ${number}.xlsx`, mediaType: XLSX, content });
    });
  }

  @Get(':id/use-savings')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'How much less than by the norm the months by meter came to' })
  @ApiOkResponse({ type: UseSavingsDto })
  async readAccountSavings(
    @IdParam() id: AccountId,
    @Query() asked: UseQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<UseSavingsDto> {
    return this.inAccount(tenant, id, (tx) => this.views.saved(tx, id, asked, { heldToo: true }));
  }

  private inAccount<T>(tenant: Tenant, id: AccountId, work: (tx: Tx, number: string) => Promise<T>): Promise<T> {
    return this.database.inTenant(tenant, async (tx) => {
      const { number } = await this.accounts.card(tx, id, await this.clock.today(tx)); // nothing would say that it is there
      return work(tx, number);
    });
  }
}
