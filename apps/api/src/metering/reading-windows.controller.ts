import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { DomainError, type HouseId, type MeterId, parseDate } from '@dvor/kernel';
import { ReadingWindows } from '@dvor/metering';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { whole } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { daysOfDto, FromDayDto, recordingOf } from '../housing/basis.dto.js';
import { readingMonthView } from './reading-month.js';
import {
  NewReadingWindowDto,
  ReadingMonthDto,
  ReadingMonthQuery,
  ReadingWindowListDto,
  ReadingWindowsQuery,
} from './reading-windows.dto.js';

/** When readings are taken, and for which month they count. */
@ApiTags('Metering')
@Controller()
export class ReadingWindowsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly windows: ReadingWindows,
  ) {}

  @Get('meters/:id/reading-window')
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'For which month a reading of the meter would count if it were sent now' })
  @ApiOkResponse({ type: ReadingMonthDto })
  async getReadingWindow(
    @IdParam() id: MeterId,
    @Query() { source, date }: ReadingMonthQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ReadingMonthDto> {
    const taken = date ? parseDate(date) : undefined;
    const answers = await this.database.inTenant(tenant, (tx) => this.windows.of(tx, [id], source, taken));
    const answer = answers.get(id);
    if (!answer) throw new DomainError('meter.not-found', { id });
    return readingMonthView(answer, language);
  }

  @Get('reading-windows')
  @RequirePermission('house.read')
  @ApiOperation({ summary: 'Days of the month on which residents send readings, by house and resource' })
  @ApiOkResponse({ type: ReadingWindowListDto })
  async listReadingWindows(
    @Query() { houseId }: ReadingWindowsQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<ReadingWindowListDto> {
    const filter = { houseId: houseId as HouseId | undefined };
    return this.database.inTenant(tenant, async (tx) => whole(await this.windows.list(tx, filter)));
  }

  @Put('reading-windows')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Over some days residents send readings so' })
  @ApiNoContentResponse()
  async setReadingWindow(
    @Body() asked: NewReadingWindowDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const { resource, entry, opens, closes, outside } = asked;
    const houseId = (asked.houseId ?? null) as HouseId | null;
    const window = { ...daysOfDto(asked), houseId, resource, entry, opens, closes, outside };
    await this.database.inTenant(tenant, async (tx) => {
      const today = await this.clock.today(tx);
      await this.windows.set(tx, window, { ...recordingOf(asked, staff), today });
    });
  }

  @Post('reading-windows/:id/withdrawal')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'From a day on, what is said of all houses, or of any resource, holds again' })
  @ApiNoContentResponse()
  async withdrawReadingWindow(
    @IdParam() id: string,
    @Body() asked: FromDayDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      const today = await this.clock.today(tx);
      await this.windows.withdraw(tx, id, parseDate(asked.from), { ...recordingOf(asked, staff), today });
    });
  }
}
