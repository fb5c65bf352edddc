import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CorrectionId } from '@dvor/billing';
import { MistakeLetters } from '@dvor/debts';
import type { AccountId, RunId } from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { AnswersPdf, pdfFile } from '../door/pdf.js';

@ApiTags('Overcharges')
@Controller()
export class MistakeLettersController {
  constructor(
    private readonly database: Database,
    private readonly letters: MistakeLetters,
  ) {}

  @Get('corrections/:id/letters/:accountId')
  @RequirePermission('account.read')
  @ApiOperation({
    summary: 'The letter that tells a payer of the organisation’s own mistake, as PDF',
    description: 'Print it, send it, and note that the payer was told.',
  })
  @AnswersPdf()
  async printMistakeLetter(
    @IdParam() id: CorrectionId,
    @IdParam('accountId') accountId: AccountId,
    @CurrentTenant() tenant: Tenant,
  ): Promise<StreamableFile> {
    return pdfFile(await this.database.inTenant(tenant, (tx) => this.letters.print(tx, id, accountId)));
  }

  @Get('runs/:id/mistake-letters/:accountId')
  @RequirePermission('account.read')
  @ApiOperation({
    summary: 'The letter that tells a payer of an overcharge which a recalculation has found, as PDF',
    description: 'Print it, send it, and note that the payer was told.',
  })
  @AnswersPdf()
  async printFoundMistakeLetter(
    @IdParam() id: RunId,
    @IdParam('accountId') accountId: AccountId,
    @CurrentTenant() tenant: Tenant,
  ): Promise<StreamableFile> {
    return pdfFile(await this.database.inTenant(tenant, (tx) => this.letters.printFound(tx, id, accountId)));
  }
}
