import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { Houses } from '@dvor/housing';
import { formatDate, type HouseId, type MeterId, parseDate } from '@dvor/kernel';
import { MetersToRead, OwnReadings } from '@dvor/metering';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { ReaderLanguage } from '../door/reader.js';
import { meterToReadView } from './meter-to-read.js';
import { ReadingRoundDto, ReadingRoundQuery } from './reading-rounds.dto.js';

/** Readings as they are typed from a sheet: house by house, flat by flat. */
@ApiTags('Metering')
@Controller()
export class ReadingRoundsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly houses: Houses,
    private readonly meters: MetersToRead,
    private readonly own: OwnReadings,
  ) {}

  @Get('houses/:id/reading-round')
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'Meters of a house’s premises as one goes round and reads them' })
  @ApiOkResponse({ type: ReadingRoundDto })
  async readReadingRound(
    @IdParam() id: HouseId,
    @Query() { date, ...filter }: ReadingRoundQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ReadingRoundDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const on = date ? parseDate(date) : await this.clock.today(tx);
      await this.houses.card(tx, id, on);
      const { meters, ...round } = await this.meters.ofHouse(tx, id, on, filter);
      return { ...round, date: formatDate(on), meters: meters.map((meter) => meterToReadView(meter, language)) };
    });
  }

  @Post('meters/:id/readings/:readingId/withdrawal')
  @RequirePermission('reading.enter')
  @HttpCode(204)
  @ApiOperation({ summary: 'A reading that I have typed by mistake counts no more; it stays in the log' })
  @ApiNoContentResponse()
  async withdrawOwnReading(
    @IdParam() id: MeterId,
    @IdParam('readingId') readingId: string,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.own.withdraw(tx, id, readingId, userId));
  }
}
