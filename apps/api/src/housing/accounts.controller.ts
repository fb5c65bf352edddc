import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Accounts } from '@dvor/housing';
import { type AccountId, formatPeriod, type HouseId, Money, parseDate } from '@dvor/kernel';
import { Balances } from '@dvor/ledger';
import { Meters } from '@dvor/metering';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { Receipts } from '@dvor/receipts';
import { AccountBooks } from '../billing/account-books.js';
import { AccountLedgerDto, AccountLinesDto, LinesQuery } from '../billing/account-books.dto.js';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { savedFile } from '../door/saved-file.js';
import { penaltyTable, XLSX } from '../penalties/penalty-table.js';
import { AccountPenalties } from '../penalties/account-penalties.js';
import { AccountPenaltiesDto } from '../penalties/penalties.dto.js';
import { ReceiptListDto } from '../receipts/receipts.dto.js';
import { receiptRow } from '../receipts/receipt-row.js';
import { AsOfQuery } from './basis.dto.js';
import { AccountCardDto, AccountPageDto, AccountsQuery } from './accounts.dto.js';
import { describeMeter } from './meter-names.js';

@ApiTags('Accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly accounts: Accounts,
    private readonly meters: Meters,
    private readonly balances: Balances,
    private readonly books: AccountBooks,
    private readonly receipts: Receipts,
    private readonly penalties: AccountPenalties,
  ) {}

  @Get()
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'Accounts by number, as they are today' })
  @ApiOkResponse({ type: AccountPageDto })
  async listAccounts(
    @Query() { houseId, ...asked }: AccountsQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<AccountPageDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const on = await this.clock.today(tx);
      const page = await this.accounts.list(tx, { ...asked, on, houseId: houseId as HouseId | undefined });
      const balances = await this.balances.of(
        tx,
        page.items.map(({ id }) => id),
      );
      return {
        ...page,
        items: page.items.map((account) => ({ ...account, balance: String(balances.get(account.id) ?? Money.zero) })),
      };
    });
  }

  @Get(':id')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'An account’s card: premises, people, meters, money' })
  @ApiOkResponse({ type: AccountCardDto })
  async readAccount(
    @IdParam() id: AccountId,
    @Query() { on, known }: AsOfQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<AccountCardDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const today = on ? parseDate(on) : await this.clock.today(tx);
      const card = await this.accounts.card(tx, id, today, known ? new Date(known) : null);
      const charged = await this.books.lastCharged(tx, id);
      return {
        ...card,
        meters: (await this.meters.ofAccount(tx, id, today)).map((meter) => describeMeter(meter, language)),
        balance: String((await this.balances.of(tx, [id])).get(id) ?? Money.zero),
        chargedThisMonth: charged && charged.amount.toString(),
        chargedPeriod: charged && formatPeriod(charged.period),
      };
    });
  }

  @Get(':id/lines')
  @RequirePermission('account.read')
  @ApiOperation({
    summary: 'A month’s lines with their explanations',
    description: 'Without `period`: the last month that has been calculated.',
  })
  @ApiOkResponse({ type: AccountLinesDto })
  async readAccountLines(
    @IdParam() id: AccountId,
    @Query() { period }: LinesQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<AccountLinesDto> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.accounts.card(tx, id, await this.clock.today(tx));
      return this.books.lines(tx, id, { period, draftsToo: true });
    });
  }

  @Get(':id/ledger')
  @RequirePermission('ledger.read')
  @ApiOperation({ summary: 'Everything that moved the account’s balance' })
  @ApiOkResponse({ type: AccountLedgerDto })
  async readAccountLedger(
    @IdParam() id: AccountId,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<AccountLedgerDto> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.accounts.card(tx, id, await this.clock.today(tx));
      return this.books.ledger(tx, id, language);
    });
  }

  @Get(':id/penalties')
  @RequirePermission('ledger.read')
  @ApiOperation({ summary: 'Penalties for late payment, day by day' })
  @ApiOkResponse({ type: AccountPenaltiesDto })
  async readAccountPenalties(@IdParam() id: AccountId, @CurrentTenant() tenant: Tenant): Promise<AccountPenaltiesDto> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.accounts.card(tx, id, await this.clock.today(tx));
      return this.penalties.read(tx, id);
    });
  }

  @Get(':id/penalties.xlsx')
  @RequirePermission('ledger.read')
  @ApiOperation({ summary: 'The same penalties as a workbook; its rows add up to what was accrued' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async exportAccountPenalties(@IdParam() id: AccountId, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    return this.database.inTenant(tenant, async (tx) => {
      const { number } = await this.accounts.card(tx, id, await this.clock.today(tx));
      const content = penaltyTable(await this.penalties.read(tx, id));
      return savedFile({ name: `Пени ${number}.xlsx`, mediaType: XLSX, content });
    });
  }

  @Get(':id/receipts')
  @RequirePermission('receipt.read')
  @ApiOperation({ summary: 'Receipts of an account, the latest first' })
  @ApiOkResponse({ type: ReceiptListDto })
  async listAccountReceipts(
    @IdParam() id: AccountId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<ReceiptListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.accounts.card(tx, id, await this.clock.today(tx));
      return whole((await this.receipts.ofAccount(tx, id)).map(receiptRow));
    });
  }
}
