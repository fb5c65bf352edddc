import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type MeterTimeline, MeterTimelines, type ReadingOfMeter } from '@dvor/billing';
import { DomainError, formatDate, formatPeriod, type MeterId } from '@dvor/kernel';
import { type MeterCard, MeterCards, Meters } from '@dvor/metering';
import { Database, FileStore, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import { shownVolume } from '../billing/account-books.js';
import { AnswersPaper, paperFile } from '../collection/papers.js';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { isId } from '../door/fields.js';
import { IdParam } from '../door/id.pipe.js';
import { savedFile } from '../door/saved-file.js';
import { MeterTimelineDto } from './meter-timeline.dto.js';
import { timelineTable } from './timeline-table.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** All years of a meter's readings (MTR-10). */
@ApiTags('Metering')
@Controller('meters/:id')
export class MeterTimelineController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly files: FileStore,
    private readonly meters: Meters,
    private readonly cards: MeterCards,
    private readonly timelines: MeterTimelines,
  ) {}

  @Get('timeline')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'All that was ever read from a meter, and the months that went without a reading' })
  @ApiOkResponse({ type: MeterTimelineDto })
  async readMeterTimeline(@IdParam() id: MeterId, @CurrentTenant() tenant: Tenant): Promise<MeterTimelineDto> {
    return this.database.inTenant(tenant, (tx) => this.read(tx, id));
  }

  @Get('timeline.xlsx')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'The same as a workbook' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async exportMeterTimeline(@IdParam() id: MeterId, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    return this.database.inTenant(tenant, async (tx) => {
      const meter: MeterCard = await this.cards.card(tx, id, await this.clock.today(tx));
      const content = timelineTable(meter, await this.read(tx, id));
      return savedFile({ name: `Показания ${meter.serial}.xlsx`, mediaType: XLSX, content });
    });
  }

  @Get('readings/:readingId/photo')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'The photo of the dial, or the act, that came with a reading' })
  @AnswersPaper()
  async readPhotoOfReading(
    @IdParam() id: MeterId,
    @Param('readingId') readingId: string,
    @CurrentTenant() tenant: Tenant,
  ): Promise<StreamableFile> {
    return this.database.inTenant(tenant, async (tx) => {
      const fileId = isId(readingId) ? await this.meters.photo(tx, id, readingId) : null;
      if (fileId === null) throw new DomainError('reading.no-photo');
      return paperFile(await this.files.read(tx, fileId));
    });
  }

  private async read(tx: Tx, id: MeterId): Promise<MeterTimelineDto> {
    const { resource, readings, estimates } = await this.timelines.of(tx, id);
    return {
      resource,
      readings: readings.map(readingView).reverse(),
      estimates: estimates.map(estimateView).reverse(),
    };
  }
}

function readingView(reading: ReadingOfMeter): MeterTimelineDto['readings'][number] {
  const { id, date, value, volume, source, recordedAt, recordedBy, hasFile, month, state } = reading;
  return {
    ...{ id, value, source, recordedAt, recordedBy, state, hasPhoto: hasFile },
    date: formatDate(date),
    volume: volume && shownVolume(volume.toFixed()),
    month: formatPeriod(month),
  };
}

function estimateView({
  month,
  how,
  volume,
  settled,
}: MeterTimeline['estimates'][number]): MeterTimelineDto['estimates'][number] {
  return { month: formatPeriod(month), how, volume: shownVolume(volume.toFixed()), settled };
}
