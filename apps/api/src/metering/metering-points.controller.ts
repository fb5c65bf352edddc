import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { addMonths, type MeterId, parsePeriod, periodOfDate } from '@dvor/kernel';
import { IntervalMonths, MeteringPoints } from '@dvor/metering';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { whole } from '../door/page.dto.js';
import { daysOfDto, recordingOf } from '../housing/basis.dto.js';
import { MonthOfDaysDto } from './interval-files.dto.js';
import { monthOfDaysView, pointDayView } from './interval-texts.js';
import {
  EnterMonthOfDaysDto,
  LinkPointDto,
  MeteringPointDto,
  MeteringPointPageDto,
  MeteringPointsQuery,
  MonthOfDaysListDto,
  PointDayListDto,
  PointDaysQuery,
  PointMonthsQuery,
} from './metering-points.dto.js';

const MONTHS_SHOWN = 12;

/** Points of commercial metering, their days, and the meters that they are. */
@ApiTags('Metering')
@Controller()
export class MeteringPointsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly points: MeteringPoints,
    private readonly months: IntervalMonths,
  ) {}

  @Get('metering-points')
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'Points that files of half-hours have told of' })
  @ApiOkResponse({ type: MeteringPointPageDto })
  async listMeteringPoints(
    @Query() { state, search, ...page }: MeteringPointsQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<MeteringPointPageDto> {
    return this.database.inTenant(tenant, (tx) => this.points.list(tx, { state, search }, page));
  }

  @Get('metering-points/:id')
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'A point and which meters it was when' })
  @ApiOkResponse({ type: MeteringPointDto })
  async readMeteringPoint(@IdParam() id: string, @CurrentTenant() tenant: Tenant): Promise<MeteringPointDto> {
    return this.database.inTenant(tenant, (tx) => this.points.read(tx, id));
  }

  @Get('metering-points/:id/days')
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'Days of a month: what is in force by hours, and every sending' })
  @ApiOkResponse({ type: PointDayListDto })
  async listPointDays(
    @IdParam() id: string,
    @Query() { channel, month }: PointDaysQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<PointDayListDto> {
    const asked = { channel, month: parsePeriod(month) };
    const days = await this.database.inTenant(tenant, (tx) => this.points.days(tx, id, asked));
    return whole(days.map(pointDayView));
  }

  @Get('metering-points/:id/months')
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'Months of the meter that a channel feeds: by the days, and by the books' })
  @ApiOkResponse({ type: MonthOfDaysListDto })
  async listPointMonths(
    @IdParam() id: string,
    @Query() { channel, ...asked }: PointMonthsQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<MonthOfDaysListDto> {
    const months = await this.database.inTenant(tenant, async (tx) => {
      const to = asked.to ? parsePeriod(asked.to) : periodOfDate(await this.clock.today(tx));
      const least = addMonths(to, 1 - MONTHS_SHOWN);
      const from = asked.from ? parsePeriod(asked.from) : least;
      return this.points.monthsOf(tx, id, { channel, from: from < least ? least : from, to });
    });
    return whole(months.map(monthOfDaysView));
  }

  @Put('metering-points/:id/meter')
  @RequirePermission('house.edit')
  @ApiOperation({
    summary: 'Say which meter a channel is from a day on',
    description: 'Days that were sent before are its too; answers months that went into the books, or could.',
  })
  @ApiOkResponse({ type: MonthOfDaysListDto })
  async linkMeteringPoint(
    @IdParam() id: string,
    @Body() asked: LinkPointDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<MonthOfDaysListDto> {
    const { channel, meterId, byItself } = asked;
    const link = {
      ...{ channel, meterId: (meterId ?? null) as MeterId | null, byItself: byItself ?? false },
      days: daysOfDto(asked),
    };
    const effects = await this.database.inTenant(tenant, async (tx) =>
      this.points.link(tx, id, link, { ...recordingOf(asked, staff), today: await this.clock.today(tx) }),
    );
    return whole(effects.map(monthOfDaysView));
  }

  @Post('meters/:id/counted-months')
  @RequirePermission('house.edit')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Enter a month of a meter as its days have it: a volume of the house, a reading of a flat',
    description: 'Only a whole month; what stood in the books is corrected, which recalculates closed months.',
  })
  @ApiOkResponse({ type: MonthOfDaysDto })
  async enterCountedMonth(
    @IdParam() id: MeterId,
    @Body() asked: EnterMonthOfDaysDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<MonthOfDaysDto> {
    const recording = recordingOf(asked, staff);
    const effect = await this.database.inTenant(tenant, async (tx) =>
      this.months.enter(tx, id, parsePeriod(asked.period), { ...recording, today: await this.clock.today(tx) }),
    );
    return monthOfDaysView(effect);
  }
}
