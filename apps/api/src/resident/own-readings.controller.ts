import { Body, Controller, Get, HttpCode, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ResidentCaller } from '@dvor/auth';
import { Documents } from '@dvor/housing';
import { type AccountId, type DocumentId, type LocalDate, type MeterId, type UserId } from '@dvor/kernel';
import { Meters, MetersToRead, ReadingIntake, type ReadingRow } from '@dvor/metering';
import { Database, FileStore, OrganizationClock, type Tx } from '@dvor/platform';
import { PAPER_BYTES, savePaper } from '../collection/papers.js';
import { CurrentResident, ForResidents } from '../door/access.js';
import { TakesFile, type UploadedFile as Uploaded } from '../door/idempotency.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { meterToReadView } from '../metering/meter-to-read.js';
import { outcomeView } from '../metering/outcome-view.js';
import { ReadingOutcomeDto } from '../metering/readings.dto.js';
import { OwnAccounts } from './own-accounts.js';
import { OwnMeterListDto, OwnReadingDto, OwnReadingPageDto, type ReadingOfMineDto } from './own-readings.dto.js';

/** Readings that residents send themselves. */
@ApiTags('Resident')
@Controller('resident')
export class OwnReadingsController {
  constructor(
    private readonly own: OwnAccounts,
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly files: FileStore,
    private readonly documents: Documents,
    private readonly meters: Meters,
    private readonly toRead: MetersToRead,
    private readonly intake: ReadingIntake,
  ) {}

  @Get('accounts/:id/meters')
  @ForResidents()
  @ApiOperation({ summary: 'My meters, what they showed last, and for which month a reading would count' })
  @ApiOkResponse({ type: OwnMeterListDto })
  async listOwnMeters(
    @IdParam() id: AccountId,
    @CurrentResident() resident: ResidentCaller,
    @ReaderLanguage() language: Language,
  ): Promise<OwnMeterListDto> {
    return this.own.inAccount(resident, id, async (tx) => {
      const meters = await this.toRead.ofAccount(tx, id, await this.clock.today(tx), 'resident');
      return whole(meters.map((meter) => meterToReadView(meter, language)));
    });
  }

  @Post('readings')
  @ForResidents()
  @TakesFile('photo', { upToBytes: PAPER_BYTES })
  @HttpCode(200)
  @ApiOperation({ summary: 'Send a reading of today, with a photo of the dial if there is one' })
  @ApiOkResponse({ type: ReadingOutcomeDto })
  async sendOwnReading(
    @Body() { meterId, value, confirmed = false }: OwnReadingDto,
    @UploadedFile() photo: Uploaded | undefined,
    @CurrentResident() resident: ResidentCaller,
    @ReaderLanguage() language: Language,
  ): Promise<ReadingOutcomeDto> {
    const tenant = await this.own.ofMeter(resident, meterId as MeterId);
    const { userId: by } = resident;
    return this.database.inTenant(tenant, async (tx) => {
      const today = await this.clock.today(tx);
      const documentId = await this.photoOf(tx, photo, { by, today });
      const given = { meterId: meterId as MeterId, date: today, value: value.split(';'), confirmed };
      const from = { source: 'resident', by, reason: 'показание из кабинета', documentId } as const;
      const [outcome] = await this.intake.take(tx, [given], from, today);
      return outcomeView(outcome!, { meterId }, language);
    });
  }

  @Get('meters/:id/readings')
  @ForResidents()
  @ApiOperation({ summary: 'All that was ever read from a meter of mine, the latest first' })
  @ApiOkResponse({ type: OwnReadingPageDto })
  async listOwnReadings(
    @IdParam() id: MeterId,
    @Query() page: PageQuery,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<OwnReadingPageDto> {
    const tenant = await this.own.ofMeter(resident, id);
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) => this.meters.readings(tx, id, page));
    return { items: items.map(ownReading), nextCursor };
  }

  private async photoOf(
    tx: Tx,
    photo: Uploaded | undefined,
    { by, today }: { readonly by: UserId; readonly today: LocalDate },
  ): Promise<DocumentId | null> {
    const fileId = await savePaper(this.files, tx, photo);
    if (fileId === null) return null;
    return this.documents.add(tx, { kind: 'other', dated: today, note: 'Фото счётчика', fileId }, by);
  }
}

function ownReading({ id, date, value, source, counts }: ReadingRow): ReadingOfMineDto {
  return { id, date, value, source, counts };
}
