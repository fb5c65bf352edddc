import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Debtor, DebtorRegister, type DebtorsAsked, type DebtSums, DEBT_AGES } from '@dvor/debts';
import {
  formatDate,
  type HouseId,
  lastDay,
  type LocalDate,
  Money,
  parseDate,
  parsePeriod,
  type Period,
} from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { whole } from '../door/page.dto.js';
import { savedFile } from '../door/saved-file.js';
import {
  type DebtorDto,
  type DebtorFilterDto,
  DebtorPageDto,
  DebtorsQuery,
  DebtorsTableQuery,
  DebtMonthListDto,
  DebtMonthsQuery,
  type DebtSumsDto,
} from './debtors.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_MONTHS = 37;

@ApiTags('Debts')
@Controller('debtors')
export class DebtorsController {
  constructor(
    private readonly database: Database,
    private readonly register: DebtorRegister,
    private readonly clock: OrganizationClock,
  ) {}

  @Get()
  @RequirePermission('debt.read')
  @ApiOperation({
    summary: 'Who owes what and since when, now or as of a day, with the totals of the filter',
    description: 'Every account with a debit balance: the total is that of the turnover statement.',
  })
  @ApiOkResponse({ type: DebtorPageDto })
  async listDebtors(@Query() asked: DebtorsQuery, @CurrentTenant() tenant: Tenant): Promise<DebtorPageDto> {
    const { items, nextCursor, day, totals, debit } = await this.database.inTenant(tenant, (tx) =>
      this.register.list(tx, debtorsAsked(asked), asked),
    );
    return {
      items: items.map(debtorOf),
      nextCursor,
      day: formatDate(day),
      totals: { ...debtSumsOf(totals), accounts: totals.accounts },
      debit: debit.toString(),
    };
  }

  @Get('table')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'The same whole, as a workbook' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async debtorsTable(@Query() asked: DebtorsTableQuery, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    const table = await this.database.inTenant(tenant, (tx) => this.register.table(tx, debtorsAsked(asked)));
    return savedFile({ ...table, mediaType: XLSX });
  }

  @Get('by-month')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'Debts by age at the end of each month' })
  @ApiOkResponse({ type: DebtMonthListDto })
  async debtsByMonth(@Query() asked: DebtMonthsQuery, @CurrentTenant() tenant: Tenant): Promise<DebtMonthListDto> {
    const houseId = asked.houseId as HouseId | undefined;
    return this.database.inTenant(tenant, async (tx) => {
      const days = lastDays(parsePeriod(asked.from), parsePeriod(asked.to), await this.clock.today(tx));
      const months = await this.register.totalsOn(tx, days, { houseId });
      return whole(
        months.map(({ day, accounts, ...sums }) => ({ ...debtSumsOf(sums), accounts, day: formatDate(day) })),
      );
    });
  }
}

/** Of the month that goes on, its days up to now. */
function lastDays(from: Period, to: Period, today: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let month = from; month <= to && days.length < MOST_MONTHS; month = (month + 1) as Period)
    days.push(Math.min(lastDay(month), today) as LocalDate);
  return [...new Set(days)];
}

export function debtorsAsked({
  asOf,
  knownThen,
  sort,
  ...filter
}: DebtorFilterDto & Pick<DebtorsTableQuery, 'asOf' | 'knownThen' | 'sort'>): DebtorsAsked {
  const sum = (text: string | undefined) => (text === undefined ? undefined : Money.parse(text));
  return {
    asOf: asOf === undefined ? undefined : parseDate(asOf),
    ...{ knownThen, sort, search: filter.search, age: filter.age, stage: filter.stage, plan: filter.plan },
    houseId: filter.houseId as HouseId | undefined,
    ...{ least: sum(filter.least), most: sum(filter.most) },
    ...{
      penaltiesOnly: filter.penalties,
      disputed: filter.disputed,
      inTransit: filter.inTransit,
      closed: filter.closed,
    },
    noContactSince: filter.noContactSince === undefined ? undefined : parseDate(filter.noContactSince),
  };
}

function debtorOf({ lastPayment, ...debtor }: Debtor): DebtorDto {
  const { accountId, houseId, number, address, payerName, closed, age, oldest, stage, plan, lastContact } = debtor;
  return {
    ...debtSumsOf(debtor),
    ...{ accountId, houseId, number, address, payerName, closed, age, oldest, stage, plan, lastContact },
    lastPayment: lastPayment && { on: lastPayment.on, amount: lastPayment.amount.toString() },
  };
}

function debtSumsOf(sums: DebtSums): DebtSumsDto {
  return {
    balance: sums.balance.toString(),
    overdue: sums.overdue.toString(),
    ages: Object.fromEntries(
      DEBT_AGES.map((age) => [age, sums.ages[age].toString()]),
    ) as unknown as DebtSumsDto['ages'],
    ahead: sums.ahead.toString(),
    principal: sums.principal.toString(),
    penalties: sums.penalties.toString(),
    utilities: sums.utilities.toString(),
    housing: sums.housing.toString(),
    capitalRepair: sums.capitalRepair.toString(),
    other: sums.other.toString(),
    disputed: sums.disputed.toString(),
    inTransit: sums.inTransit.toString(),
  };
}
