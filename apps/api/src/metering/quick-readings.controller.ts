import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '@dvor/kernel';
import { findQuickMeter, Meters, type QuickMeter, ReadingIntake } from '@dvor/metering';
import { Database, OrganizationClock } from '@dvor/platform';
import type { Request } from 'express';
import { Public } from '../door/access.js';
import type { Language } from '../door/language.js';
import { RateLimits } from '../door/rate-limits.js';
import { ReaderLanguage } from '../door/reader.js';
import { quickOutcome } from './quick-texts.js';
import { QuickDialDto, QuickMeterDto, QuickOutcomeDto, QuickReadingDto } from './quick-readings.dto.js';

/**
 * A reading without signing in (MTR-13): by the account and the number on the meter. Whatever of the two is wrong, the
 * answer is one; no name, no debt and no former figure is told.
 */
@ApiTags('Metering')
@Controller('quick-readings')
export class QuickReadingsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly limits: RateLimits,
    private readonly meters: Meters,
    private readonly intake: ReadingIntake,
  ) {}

  @Post('meter')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'What the meter of an account measures, to know what to type' })
  @ApiOkResponse({ type: QuickDialDto })
  async findQuickMeter(@Body() named: QuickMeterDto, @Req() request: Request): Promise<QuickDialDto> {
    const { id, organizationId } = await this.meterOf(named, request);
    return this.database.inTenant({ organizationId }, (tx) => this.meters.dial(tx, id));
  }

  @Post()
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Send a reading of today without signing in' })
  @ApiOkResponse({ type: QuickOutcomeDto })
  async sendQuickReading(
    @Body() { value, confirmed = false, ...named }: QuickReadingDto,
    @Req() request: Request,
    @ReaderLanguage() language: Language,
  ): Promise<QuickOutcomeDto> {
    const { id, organizationId } = await this.meterOf(named, request);
    return this.database.inTenant({ organizationId }, async (tx) => {
      const today = await this.clock.today(tx);
      const given = { meterId: id, date: today, value, confirmed };
      const from = { source: 'quick', by: null, reason: 'показание без входа' } as const;
      const [outcome] = await this.intake.take(tx, [given], from, today);
      return quickOutcome(outcome!, language);
    });
  }

  private async meterOf({ account, serial }: QuickMeterDto, { ip = '' }: Request): Promise<QuickMeter> {
    return this.limits.quickReading({ address: ip, account }, async () => {
      const meter = await findQuickMeter(this.database, account.trim(), serial);
      if (!meter) throw new DomainError('reading.quick-unknown');
      return meter;
    });
  }
}
