import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type DryRun, DryRuns } from '@dvor/billing';
import { Services } from '@dvor/catalogue';
import { Accounts, Houses } from '@dvor/housing';
import { type AccountId, formatPeriod, type HouseId, lastDay, Money, parsePeriod, type ServiceId } from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import type { Language } from '../door/language.js';
import { ReaderLanguage } from '../door/reader.js';
import { AccountBooks } from './account-books.js';
import { DryRunAccountQuestionDto, DryRunDto, DryRunLinesDto, DryRunQuestionDto } from './dry-runs.dto.js';
import { parkedText } from './parked-texts.js';

/** The month's calculation over any houses, which leaves nothing behind. */
@ApiTags('Runs')
@Controller('dry-runs')
export class DryRunsController {
  constructor(
    private readonly database: Database,
    private readonly runs: DryRuns,
    private readonly books: AccountBooks,
    private readonly services: Services,
    private readonly houses: Houses,
    private readonly accounts: Accounts,
  ) {}

  @Post()
  @RequirePermission('run.start')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What houses would be charged if the month were calculated now; nothing is written',
    description:
      'By the code of the real run, with the corrections of closed months that it would post if it began now.',
  })
  @ApiOkResponse({ type: DryRunDto })
  async calculateDry(
    @Body() { period, houseIds = [], accountIds = [], serviceIds = [], extrapolate = false }: DryRunQuestionDto,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<DryRunDto> {
    const asked = {
      ...{ period: parsePeriod(period), extrapolate, houseIds: houseIds as HouseId[] },
      ...{ accountIds: accountIds as AccountId[], serviceIds: serviceIds as ServiceId[] },
    };
    return this.described(tenant, await this.runs.calculate(tenant, asked), language);
  }

  @Post('account')
  @RequirePermission('run.start')
  @HttpCode(200)
  @ApiOperation({ summary: 'The lines that one account would get, explained; nothing is written' })
  @ApiOkResponse({ type: DryRunLinesDto })
  async calculateAccountDry(
    @Body() { period, accountId, extrapolate = false }: DryRunAccountQuestionDto,
    @CurrentTenant() tenant: Tenant,
  ): Promise<DryRunLinesDto> {
    const asked = { period: parsePeriod(period), accountId: accountId as AccountId, extrapolate };
    const lines = await this.runs.account(tenant, asked);
    return {
      period,
      items: await this.database.inTenant(tenant, (tx) => this.books.described(tx, lines, asked.period)),
      total: Money.sum(lines.map(({ amount }) => amount)).toString(),
    };
  }

  private async described(tenant: Tenant, run: DryRun, language: Language): Promise<DryRunDto> {
    const { period, lines, supposed, houses, services, accounts, parked } = run;
    return this.database.inTenant(tenant, async (tx) => {
      const on = lastDay(period);
      const names = new Map<string, string>((await this.services.list(tx)).map(({ id, name }) => [id, name]));
      const { items } = await this.houses.list(tx, { on, limit: EVERY_HOUSE });
      const addresses = new Map(items.map(({ id, address }) => [id, address]));
      const sums = new Map(accounts.map((one) => [one.accountId, one]));
      const known = await this.accounts.some(tx, [...sums.keys()], on);
      return {
        ...{ period: formatPeriod(period), lines, supposed, ...moneyOf(run) },
        houses: houses.map(({ houseId, accounts, ...sums }) => ({
          ...{ houseId, accounts, address: addresses.get(houseId) ?? '', ...moneyOf(sums) },
        })),
        services: services.map(({ serviceId, lines, ...sums }) => ({
          ...{ serviceId, lines, service: names.get(serviceId) ?? '', ...moneyOf(sums) },
        })),
        accounts: known.map(({ id, number, address }) => ({
          ...{ accountId: id, number, address, ...moneyOf(sums.get(id)!) },
        })),
        parked: parked.map(({ houseId, accountId, code, details }) => ({
          ...{ houseId, accountId, code },
          address: addresses.get(houseId) ?? '',
          message: parkedText(code, details, language),
        })),
      };
    });
  }
}

function moneyOf({ amount, corrections }: Pick<DryRun, 'amount' | 'corrections'>) {
  return { amount: amount.toString(), corrections: corrections.toString() };
}

const EVERY_HOUSE = 100_000;
