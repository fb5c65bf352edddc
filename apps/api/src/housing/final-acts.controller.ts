import { Body, Controller, Get, Post, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { type FinalAct, FinalActs, type FinalLine } from '@dvor/exchange';
import { type HouseId, parseDate } from '@dvor/kernel';
import type { Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { savedFile } from '../door/saved-file.js';
import { FinalActDto, FinalBalancesDto, NewFinalActDto } from './final-acts.dto.js';

const TABLE = { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } as const;

/** What the accounts of a house owe when another company takes it over. */
@ApiTags('Houses')
@Controller('houses/:id')
export class FinalActsController {
  constructor(private readonly acts: FinalActs) {}

  @Get('final-balances')
  @RequirePermission('ledger.read')
  @ApiOperation({
    summary: 'What the accounts of a house owed on the last day of its management',
    description: 'By recipient and service, with totals; nothing while the house is managed.',
  })
  @ApiOkResponse({ type: FinalBalancesDto })
  async readFinalBalances(@IdParam() id: HouseId, @CurrentTenant() tenant: Tenant): Promise<FinalBalancesDto> {
    const { accounts, totals, acts, ...house } = await this.acts.balancesOf(tenant, id);
    return {
      ...house,
      accounts: accounts.map(({ lines, balance, ...account }) => ({
        ...account,
        lines: lines.map(lineOf),
        balance: balance.toString(),
      })),
      totals: {
        lines: totals.lines.map(lineOf),
        debts: totals.debts.toString(),
        advances: totals.advances.toString(),
        balance: totals.balance.toString(),
      },
      acts: acts.map(actOf),
    };
  }

  @Get('final-balances/table')
  @RequirePermission('ledger.read')
  @ApiOperation({ summary: 'The same as a workbook, as it stands now' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse(TABLE)
  async readFinalTable(@IdParam() id: HouseId, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    return savedFile(await this.acts.table(tenant, id));
  }

  @Post('final-acts')
  @RequirePermission('house.edit')
  @ApiOperation({
    summary: 'Fix the final balances as a paper with its workbook',
    description: 'The month of the last day must be closed. An act is never changed: a later one stands beside it.',
  })
  @ApiCreatedResponse({ type: FinalActDto })
  async fixFinalAct(
    @IdParam() id: HouseId,
    @Body() { number, dated }: NewFinalActDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<FinalActDto> {
    const act = { number: number?.trim() || null, dated: dated === undefined ? undefined : parseDate(dated) };
    return actOf(await this.acts.fix(tenant, id, act, staff.userId));
  }

  @Get('final-acts/:actId/table')
  @RequirePermission('ledger.read')
  @ApiOperation({ summary: 'The workbook of an act, as it was fixed' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse(TABLE)
  async readFixedTable(
    @IdParam() id: HouseId,
    @IdParam('actId') actId: string,
    @CurrentTenant() tenant: Tenant,
  ): Promise<StreamableFile> {
    return savedFile(await this.acts.fixedTable(tenant, id, actId));
  }
}

function lineOf({ amount, ...line }: FinalLine) {
  return { ...line, amount: amount.toString() };
}

function actOf({ debts, advances, ...act }: FinalAct): FinalActDto {
  return { ...act, debts: debts.toString(), advances: advances.toString() };
}
