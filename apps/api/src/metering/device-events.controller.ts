import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { DomainError } from '@dvor/kernel';
import { DeviceEvents, type EventResult } from '@dvor/metering';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import type { Language } from '../door/language.js';
import { problemOf } from '../door/problem.js';
import { ReaderLanguage } from '../door/reader.js';
import { type DeviceEventResultDto, DeviceEventResultsDto, DeviceEventsDto } from './device-events.dto.js';
import { findingViews } from './reading-texts.js';

/** What smart meters tell by themselves, handed over by their gateway. */
@ApiTags('Metering')
@Controller('device-events')
export class DeviceEventsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly events: DeviceEvents,
  ) {}

  @Post()
  @RequirePermission('reading.enter')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Events of smart meters, up to a thousand: each gets its own answer',
    description:
      'An event is known by its device and moment: sent again it changes nothing. The last of a day is its reading.',
  })
  @ApiOkResponse({ type: DeviceEventResultsDto })
  async takeDeviceEvents(
    @Body() { events }: DeviceEventsDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<DeviceEventResultsDto> {
    const results = await this.database.inTenant(tenant, async (tx) =>
      this.events.take(tx, events, { by, today: await this.clock.today(tx) }),
    );
    return { items: results.map((result) => resultView(result, language)) };
  }
}

function resultView({ outcome, code, details, findings = [] }: EventResult, language: Language): DeviceEventResultDto {
  const told = findings.length > 0 && { findings: findingViews(findings, language) };
  if (!code) return { outcome, ...told };
  return { outcome, code, detail: problemOf(new DomainError(code, { ...details }), language, '').detail, ...told };
}
