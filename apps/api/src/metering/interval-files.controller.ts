import { Body, Controller, Get, HttpCode, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { DomainError } from '@dvor/kernel';
import { IntervalFiles } from '@dvor/metering';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { TakesFile, type UploadedFile as Uploaded } from '../door/idempotency.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { PageQuery } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { uploadedName } from '../door/uploaded-name.js';
import {
  BringIntervalFileDto,
  IntervalFileCardDto,
  IntervalFilePageDto,
  WithdrawIntervalFileDto,
} from './interval-files.dto.js';
import { intervalFileView } from './interval-texts.js';

const LARGEST_FILE = 32 * 1024 * 1024;

/** Energy by hours and half-hours, as systems of commercial metering send it (XML 80020). */
@ApiTags('Metering')
@Controller('interval-files')
export class IntervalFilesController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly files: IntervalFiles,
  ) {}

  @Get()
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'Files of half-hours, the latest first' })
  @ApiOkResponse({ type: IntervalFilePageDto })
  async listIntervalFiles(@Query() page: PageQuery, @CurrentTenant() tenant: Tenant): Promise<IntervalFilePageDto> {
    return this.database.inTenant(tenant, (tx) => this.files.list(tx, page));
  }

  @Post('preview')
  @RequirePermission('reading.enter')
  @TakesFile('file', { upToBytes: LARGEST_FILE })
  @HttpCode(200)
  @ApiBody({ type: BringIntervalFileDto })
  @ApiOperation({
    summary: 'What a file would do; nothing is kept',
    description: 'Answers as the taking would: days by points, what can’t be read, months that become whole or change.',
  })
  @ApiOkResponse({ type: IntervalFileCardDto })
  async foreseeIntervalFile(
    @UploadedFile() file: Uploaded | undefined,
    @CurrentStaff() { userId: by }: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<IntervalFileCardDto> {
    const brought = broughtOf(file);
    const card = await this.database.inTenant(tenant, async (tx) =>
      this.files.foresee(tx, brought, { by, today: await this.clock.today(tx) }),
    );
    return intervalFileView(card, language);
  }

  @Post()
  @RequirePermission('reading.enter')
  @TakesFile('file', { upToBytes: LARGEST_FILE })
  @HttpCode(200)
  @ApiBody({ type: BringIntervalFileDto })
  @ApiOperation({
    summary: 'Bring a file of half-hours: a message, or an archive of them',
    description:
      'A day sent again under a higher number replaces the earlier one; under a lower number it is kept and not in force; the same file again changes nothing.',
  })
  @ApiOkResponse({ type: IntervalFileCardDto })
  async bringIntervalFile(
    @UploadedFile() file: Uploaded | undefined,
    @CurrentStaff() { userId: by }: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<IntervalFileCardDto> {
    const brought = broughtOf(file);
    const card = await this.database.inTenant(tenant, async (tx) =>
      this.files.take(tx, brought, { by, today: await this.clock.today(tx) }),
    );
    return intervalFileView(card, language);
  }

  @Get(':id')
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'A file: its points, problems, and what it did to months' })
  @ApiOkResponse({ type: IntervalFileCardDto })
  async readIntervalFile(
    @IdParam() id: string,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<IntervalFileCardDto> {
    return intervalFileView(await this.database.inTenant(tenant, (tx) => this.files.read(tx, id)), language);
  }

  @Post(':id/withdrawal')
  @RequirePermission('reading.enter')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a file back: what was in force before its days is in force again' })
  @ApiOkResponse({ type: IntervalFileCardDto })
  async withdrawIntervalFile(
    @IdParam() id: string,
    @Body() { reason }: WithdrawIntervalFileDto,
    @CurrentStaff() { userId: by }: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<IntervalFileCardDto> {
    const card = await this.database.inTenant(tenant, async (tx) =>
      this.files.withdraw(tx, id, { by, reason, today: await this.clock.today(tx) }),
    );
    return intervalFileView(card, language);
  }
}

function broughtOf(file: Uploaded | undefined): { fileName: string; content: Buffer } {
  if (!file) throw new DomainError('interval-file.no-file');
  return { fileName: uploadedName(file), content: file.buffer };
}
