import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ResidentCaller } from '@dvor/auth';
import type { AccountId } from '@dvor/kernel';
import { CurrentResident, ForResidents } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { AccountUseDto, UseQuery, UseSavingsDto } from '../metering/account-use.dto.js';
import { AccountUseViews } from '../metering/account-use-views.js';
import { OwnAccounts } from './own-accounts.js';

@ApiTags('Resident')
@Controller('resident')
export class OwnUseController {
  constructor(
    private readonly own: OwnAccounts,
    private readonly views: AccountUseViews,
  ) {}

  @Get('accounts/:id/use')
  @ForResidents()
  @ApiOperation({ summary: 'What I used of each service, month by month' })
  @ApiOkResponse({ type: AccountUseDto })
  async readOwnUse(
    @IdParam() id: AccountId,
    @Query() asked: UseQuery,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<AccountUseDto> {
    return this.own.inAccount(resident, id, (tx) => this.views.read(tx, id, asked, { heldToo: false }));
  }

  @Get('accounts/:id/use-savings')
  @ForResidents()
  @ApiOperation({ summary: 'How much less I used than by the norm' })
  @ApiOkResponse({ type: UseSavingsDto })
  async readOwnSavings(
    @IdParam() id: AccountId,
    @Query() asked: UseQuery,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<UseSavingsDto> {
    return this.own.inAccount(resident, id, (tx) => this.views.saved(tx, id, asked, { heldToo: false }));
  }
}
