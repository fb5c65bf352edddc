import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ReceiptId } from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import { Receipts } from '@dvor/receipts';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { AnswersPdf, pdfFile } from '../door/pdf.js';

@ApiTags('Receipts')
@Controller('receipts')
export class ReceiptsController {
  constructor(
    private readonly database: Database,
    private readonly receipts: Receipts,
  ) {}

  @Get(':id/pdf')
  @RequirePermission('receipt.read')
  @ApiOperation({ summary: 'A receipt as it was issued' })
  @AnswersPdf()
  async readReceiptPdf(@IdParam() id: ReceiptId, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    return this.database.inTenant(tenant, async (tx) => pdfFile(await this.receipts.pdf(tx, id)));
  }
}
