import { Body, Controller, Get, HttpCode, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { type Correction, type CorrectionId, type CorrectionItem, Corrections, type ForeseenItem } from '@dvor/billing';
import { type CorrectionLine, readCorrectionTable } from '@dvor/exchange';
import {
  type AccountId,
  DomainError,
  formatPeriod,
  Money,
  parsePeriod,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { RequiresIdempotencyKey, TakesFile, type UploadedFile as Uploaded } from '../door/idempotency.js';
import type { Language } from '../door/language.js';
import { whole } from '../door/page.dto.js';
import { problemText } from '../door/problem.js';
import { ReaderLanguage } from '../door/reader.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import {
  ChargedForListDto,
  ChargedForQuery,
  CorrectionCardDto,
  CorrectionDto,
  CorrectionFileDto,
  CorrectionMirrorDto,
  CorrectionPageDto,
  CorrectionReasonDto,
  CorrectionTableDto,
  CorrectionsQuery,
  NewCorrectionDto,
} from './corrections.dto.js';

/** Bytes: far more than a thousand lines. */
const LARGEST_TABLE = 2_000_000;

@ApiTags('Corrections')
@Controller()
export class CorrectionsController {
  constructor(
    private readonly database: Database,
    private readonly corrections: Corrections,
  ) {}

  @Get('corrections')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'Corrections by hand and fines, the latest first' })
  @ApiOkResponse({ type: CorrectionPageDto })
  async listCorrections(@Query() asked: CorrectionsQuery, @CurrentTenant() tenant: Tenant): Promise<CorrectionPageDto> {
    const filter = {
      ...{ text: asked.search, state: asked.state, accountId: asked.accountId as AccountId | undefined },
      origin: asked.origin === undefined ? undefined : parsePeriod(asked.origin),
    };
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) =>
      this.corrections.list(tx, filter, asked),
    );
    return { items: items.map(dtoOf), nextCursor };
  }

  @Get('corrections/:id')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'A correction with its sums' })
  @ApiOkResponse({ type: CorrectionCardDto })
  async readCorrection(@IdParam() id: CorrectionId, @CurrentTenant() tenant: Tenant): Promise<CorrectionCardDto> {
    const { items, ...correction } = await this.database.inTenant(tenant, (tx) => this.corrections.read(tx, id));
    return { ...dtoOf(correction), items: items.map(itemOf) };
  }

  @Get('accounts/:id/charged-for')
  @RequirePermission('account.read')
  @ApiOperation({
    summary: 'What all closed months together charged an account for one month',
    description: 'By service, supplier and part: own lines, recalculations and corrections, net of benefits.',
  })
  @ApiOkResponse({ type: ChargedForListDto })
  async readChargedFor(
    @IdParam() id: AccountId,
    @Query() { period }: ChargedForQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<ChargedForListDto> {
    const rows = await this.database.inTenant(tenant, (tx) => this.corrections.chargedFor(tx, id, parsePeriod(period)));
    return whole(rows.map(({ amount, ...row }) => ({ ...row, amount: amount.toString() })));
  }

  @Post('corrections')
  @RequirePermission('account.edit')
  @RequiresIdempotencyKey()
  @ApiOperation({
    summary: 'Correct what closed months charged, by hand',
    description: 'The next run posts it. Above the organisation’s limit a second person’s word is asked for first.',
  })
  @ApiCreatedResponse({ type: MadeDto })
  async enterCorrection(
    @Body() { items, ...asked }: NewCorrectionDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    const { reason, documentId, ownError = false, lateReason = null } = asked;
    const correction = {
      ...{ reason, documentId, ownError, lateReason },
      items: items.map((item) => ({
        accountId: item.accountId as AccountId,
        serviceId: item.serviceId as ServiceId,
        supplierId: (item.supplierId ?? null) as SupplierId | null,
        part: item.part ?? null,
        origin: parsePeriod(item.origin),
        amount: Money.parse(item.amount),
      })),
    };
    return this.database.inTenant(tenant, async (tx) => ({ id: await this.corrections.enter(tx, correction, userId) }));
  }

  @Post('corrections/table')
  @RequirePermission('account.edit')
  @TakesFile('file', { upToBytes: LARGEST_TABLE })
  @HttpCode(200)
  @ApiOperation({
    summary: 'See what a table of corrections comes to, line by line; nothing is written',
    description:
      'XLSX or CSV with the columns «Лицевой счёт», «Услуга», «Месяц», and «Изменить на» or «Должно быть»; «Часть» where a service has two. Enter the items with the usual call.',
  })
  @ApiOkResponse({ type: CorrectionTableDto })
  async foreseeCorrections(
    @UploadedFile() file: Uploaded | undefined,
    @Body() _: CorrectionFileDto,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<CorrectionTableDto> {
    if (!file) throw new DomainError('import.no-file');
    const lines = await readCorrectionTable(file.buffer);
    const rough = lines.flatMap((line) => (line.rough ? [line.rough] : []));
    const foreseen = await this.database.inTenant(tenant, (tx) => this.corrections.foresee(tx, rough));
    return correctionTable(lines, foreseen, language);
  }

  @Post('corrections/:id/release')
  @RequirePermission('account.edit')
  @RequiresIdempotencyKey()
  @HttpCode(204)
  @ApiOperation({ summary: 'Let the next run post it, once a second person has given their word' })
  @ApiNoContentResponse()
  async releaseCorrection(
    @IdParam() id: CorrectionId,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.corrections.release(tx, id, userId));
  }

  @Post('corrections/:id/withdrawal')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back what waits for a second person' })
  @ApiNoContentResponse()
  async withdrawCorrection(
    @IdParam() id: CorrectionId,
    @Body() { reason }: CorrectionReasonDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.corrections.withdraw(tx, id, reason, userId));
  }

  @Post('corrections/:id/mirror')
  @RequirePermission('account.edit')
  @RequiresIdempotencyKey()
  @ApiOperation({ summary: 'Take a correction back by a document that says the opposite; both stay' })
  @ApiCreatedResponse({ type: MadeDto })
  async mirrorCorrection(
    @IdParam() id: CorrectionId,
    @Body() asked: CorrectionMirrorDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    return this.database.inTenant(tenant, async (tx) => ({
      id: await this.corrections.mirror(tx, id, asked, userId),
    }));
  }
}

function dtoOf({ amount, ...correction }: Correction): CorrectionDto {
  return { ...correction, amount: amount.toString() };
}

function itemOf({ was, amount, finalBalance, ...item }: CorrectionItem): CorrectionCardDto['items'][number] {
  return {
    ...item,
    ...{ was: was?.toString() ?? null, amount: amount.toString(), finalBalance: finalBalance?.toString() ?? null },
  };
}

/** Each line of the file as it was read and placed. */
function correctionTable(
  lines: readonly CorrectionLine[],
  foreseen: readonly ForeseenItem[],
  language: Language,
): CorrectionTableDto {
  const placed = foreseen[Symbol.iterator]();
  const items = lines.map((one): CorrectionTableDto['items'][number] => {
    if (!one.rough)
      return {
        ...{
          line: one.line,
          account: '',
          address: '',
          service: '',
          origin: null,
          was: null,
          becomes: null,
          item: null,
        },
        problem: problemText(one.refusal, language),
      };
    const { was, becomes, item, refusal, ...shown } = placed.next().value as ForeseenItem;
    return {
      ...{ line: one.line, ...shown },
      was: was?.toString() ?? null,
      becomes: becomes?.toString() ?? null,
      item: item && { ...item, origin: formatPeriod(item.origin), amount: item.amount.toString() },
      problem: refusal && problemText(refusal, language),
    };
  });
  const good = foreseen.flatMap(({ item }) => (item ? [item.amount] : []));
  return { items, amount: Money.sum(good).toString(), problems: items.filter(({ item }) => item === null).length };
}
