import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile, UploadedFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import {
  type BatchAsked,
  type DebtLetterId,
  DebtLetters,
  letterAsText,
  type LetterBatchId,
  LetterBatches,
  type LetterDeliveryId,
} from '@dvor/debts';
import { type AccountId, formatDate, type HouseId, Money, parseDate } from '@dvor/kernel';
import { Database, FileStore, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { TakesFile, type UploadedFile as Uploaded } from '../door/idempotency.js';
import { PageQuery } from '../door/page.dto.js';
import { AnswersPdf, pdfFile } from '../door/pdf.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import { batchView, consideredView, letterView, storedObstacleView, sumOf } from './letter-views.js';
import {
  BatchSendingDto,
  DebtLetterDetailDto,
  DebtLetterPageDto,
  LetterBatchDetailDto,
  LetterBatchPageDto,
  LetterPreviewDto,
  LetterRuleDto,
  LettersQuery,
  LetterTextDto,
  NewLetterDeliveryDto,
  SentCountDto,
} from './letters.dto.js';
import { AnswersPaper, paperFile, PAPER_BYTES, savePaper } from './papers.js';

/** More than anybody looks through before sending. */
const SHOWN = 500;

@ApiTags('Debt letters')
@Controller()
export class LettersController {
  constructor(
    private readonly database: Database,
    private readonly batches: LetterBatches,
    private readonly letters: DebtLetters,
    private readonly files: FileStore,
  ) {}

  @Get('debt-letter-batches')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'Batches of letters to debtors, the latest first' })
  @ApiOkResponse({ type: LetterBatchPageDto })
  async listLetterBatches(@Query() page: PageQuery, @CurrentTenant() tenant: Tenant): Promise<LetterBatchPageDto> {
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) => this.letters.batches(tx, page));
    return { items: items.map(batchView), nextCursor };
  }

  @Post('debt-letter-batches/preview')
  @RequirePermission('debt.work')
  @HttpCode(200)
  @ApiOperation({ summary: 'Who would get a letter by a rule, and who not and why; nothing is written' })
  @ApiOkResponse({ type: LetterPreviewDto })
  async previewLetters(@Body() rule: LetterRuleDto, @CurrentTenant() tenant: Tenant): Promise<LetterPreviewDto> {
    const { dated, payBy, considered } = await this.database.inTenant(tenant, (tx) =>
      this.batches.preview(tx, askedOf(rule)),
    );
    const [letters, without] = [
      considered.filter(({ verdict }) => verdict.may),
      considered.filter(({ verdict }) => !verdict.may),
    ];
    return {
      ...{ dated: formatDate(dated), payBy: formatDate(payBy), letters: letters.length, without: without.length },
      sum: sumOf(letters),
      items: [...without, ...letters].slice(0, SHOWN).map(consideredView),
    };
  }

  @Post('debt-letter-batches')
  @RequirePermission('debt.work')
  @ApiOperation({
    summary: 'Write letters to debtors by a rule',
    description: 'The worker writes and prints them; who has paid meanwhile gets none.',
  })
  @ApiCreatedResponse({ type: MadeDto })
  async writeLetters(
    @Body() rule: LetterRuleDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    return this.database.inTenant(tenant, async (tx) => ({
      id: await this.batches.request(tx, askedOf(rule), userId),
    }));
  }

  @Get('debt-letter-batches/:id')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'A batch of letters, and who was left out of it and why' })
  @ApiOkResponse({ type: LetterBatchDetailDto })
  async readLetterBatch(@IdParam() id: LetterBatchId, @CurrentTenant() tenant: Tenant): Promise<LetterBatchDetailDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const without = await this.letters.leftOut(tx, id);
      return {
        ...batchView(await this.letters.batch(tx, id)),
        without: without.map(({ accountId, account, reasons }) => ({
          ...{ accountId, account },
          obstacles: reasons.map(storedObstacleView),
        })),
      };
    });
  }

  @Get('debt-letter-batches/:id/pdf')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'All letters of a batch in one file' })
  @AnswersPdf()
  async readLetterBatchPdf(@IdParam() id: LetterBatchId, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    return this.database.inTenant(tenant, async (tx) => pdfFile(await this.letters.batchPdf(tx, id)));
  }

  @Post('debt-letter-batches/:id/sending')
  @RequirePermission('debt.work')
  @HttpCode(200)
  @ApiOperation({ summary: 'Note that all letters of a batch that were not sent yet were sent so' })
  @ApiOkResponse({ type: SentCountDto })
  async sendLetterBatch(
    @IdParam() id: LetterBatchId,
    @Body() { way, sentOn }: BatchSendingDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<SentCountDto> {
    const sending = { way, sentOn: parseDate(sentOn) };
    return this.database.inTenant(tenant, async (tx) => ({
      letters: await this.letters.sendBatch(tx, id, sending, userId),
    }));
  }

  @Post('debt-letter-batches/:id/retry')
  @RequirePermission('debt.work')
  @HttpCode(204)
  @ApiOperation({ summary: 'Go on with a batch that could not be finished' })
  @ApiNoContentResponse()
  async retryLetterBatch(
    @IdParam() id: LetterBatchId,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.batches.retry(tx, id, userId));
  }

  @Get('debt-letters')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'Letters to debtors, the latest first' })
  @ApiOkResponse({ type: DebtLetterPageDto })
  async listDebtLetters(@Query() asked: LettersQuery, @CurrentTenant() tenant: Tenant): Promise<DebtLetterPageDto> {
    const { batchId, accountId, houseId, stage, kind, delivered } = asked;
    const filter = {
      ...{ batchId: batchId as LetterBatchId | undefined, accountId: accountId as AccountId | undefined },
      ...{ houseId: houseId as HouseId | undefined, stage, kind, delivered },
    };
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) => this.letters.list(tx, filter, asked));
    return { items: items.map(letterView), nextCursor };
  }

  @Get('debt-letters/:id')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'A letter: what it says, and how it went' })
  @ApiOkResponse({ type: DebtLetterDetailDto })
  async readDebtLetter(@IdParam() id: DebtLetterId, @CurrentTenant() tenant: Tenant): Promise<DebtLetterDetailDto> {
    const { content, deliveries, ...letter } = await this.database.inTenant(tenant, (tx) => this.letters.read(tx, id));
    const { title, opening, closing, months, leftOut } = content;
    return {
      ...letterView(letter),
      title,
      ...{ opening: [...opening], closing: [...closing], months: [...months], leftOut: [...leftOut] },
      deliveries: deliveries.map(({ fileId, ...delivery }) => ({ ...delivery, hasFile: fileId !== null })),
    };
  }

  @Get('debt-letters/:id/pdf')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'A letter as it was printed' })
  @AnswersPdf()
  async readDebtLetterPdf(@IdParam() id: DebtLetterId, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    return this.database.inTenant(tenant, async (tx) => pdfFile(await this.letters.pdf(tx, id)));
  }

  @Get('debt-letters/:id/text')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'A letter in words, for an e-mail or a message in ГИС ЖКХ' })
  @ApiOkResponse({ type: LetterTextDto })
  async readDebtLetterText(@IdParam() id: DebtLetterId, @CurrentTenant() tenant: Tenant): Promise<LetterTextDto> {
    return this.database.inTenant(tenant, async (tx) => letterAsText((await this.letters.read(tx, id)).content));
  }

  @Post('debt-letters/:id/deliveries')
  @RequirePermission('debt.work')
  @TakesFile('file', { upToBytes: PAPER_BYTES })
  @ApiOperation({ summary: 'Note how a letter went, or came, or came back; with the paper that proves it' })
  @ApiCreatedResponse({ type: MadeDto })
  async recordLetterDelivery(
    @IdParam() id: DebtLetterId,
    @UploadedFile() file: Uploaded | undefined,
    @Body() { way, sentOn, deliveredOn, returnedOn, proof }: NewLetterDeliveryDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    const dayOf = (day: string | undefined) => (day ? parseDate(day) : null);
    return this.database.inTenant(tenant, async (tx) => {
      const fileId = await savePaper(this.files, tx, file);
      const days = { sentOn: parseDate(sentOn), deliveredOn: dayOf(deliveredOn), returnedOn: dayOf(returnedOn) };
      return { id: await this.letters.deliver(tx, id, { way, ...days, proof: proof?.trim() || null, fileId }, userId) };
    });
  }

  @Get('letter-deliveries/:id/proof')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'The paper that proves a delivery' })
  @AnswersPaper()
  async readDeliveryProof(@IdParam() id: LetterDeliveryId, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    return this.database.inTenant(tenant, async (tx) => paperFile(await this.letters.proof(tx, id)));
  }
}

function askedOf({ kind, houseId, age, least, stage, accountIds, payBy }: LetterRuleDto): BatchAsked {
  return {
    kind,
    rule: {
      ...(houseId !== undefined && { houseId: houseId as HouseId }),
      ...(age !== undefined && { age }),
      ...(least !== undefined && { least: Money.parse(least) }),
      ...(stage !== undefined && { stage }),
      ...(accountIds !== undefined && { accountIds: accountIds as AccountId[] }),
    },
    payBy: payBy === undefined ? null : parseDate(payBy),
  };
}
