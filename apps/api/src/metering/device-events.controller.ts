import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { DomainError, type MeterId } from '@dvor/kernel';
import { DeviceEvents, type EventResult, type ListedEvent } from '@dvor/metering';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';
import { PageQuery } from '../door/page.dto.js';
import { problemOf } from '../door/problem.js';
import { ReaderLanguage } from '../door/reader.js';
import { recordingOf } from '../housing/basis.dto.js';
import {
  type DeviceEventResultDto,
  DeviceEventResultsDto,
  DeviceEventsDto,
  type ListedEventDto,
  ListedEventPageDto,
  ListedEventsQuery,
  ReplayDeviceDto,
  ReplayedDeviceDto,
  UnknownDevicePageDto,
} from './device-events.dto.js';
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

  @Get()
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'What devices have told and what became of it, the latest first' })
  @ApiOkResponse({ type: ListedEventPageDto })
  async listDeviceEvents(
    @Query() { outcome, device, ...page }: ListedEventsQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ListedEventPageDto> {
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) =>
      this.events.list(tx, { outcome, device }, page),
    );
    return { items: items.map((event) => eventView(event, language)), nextCursor };
  }

  @Get('unknown')
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'Devices that no meter is known of: their events wait' })
  @ApiOkResponse({ type: UnknownDevicePageDto })
  async listUnknownDevices(@Query() page: PageQuery, @CurrentTenant() tenant: Tenant): Promise<UnknownDevicePageDto> {
    return this.database.inTenant(tenant, (tx) => this.events.unknown(tx, page));
  }

  @Post()
  @RequirePermission('reading.enter')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Events of smart meters, up to a thousand: each gets its own answer',
    description:
      'An event is known by its device, moment and zone: sent again it changes nothing. The last of a day is its reading.',
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

  @Post('replay')
  @RequirePermission('house.edit')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say which meter an unknown device is: what it has told so far is taken in',
    description: 'Without a meter it is looked for anew by its number, for it may have been installed since.',
  })
  @ApiOkResponse({ type: ReplayedDeviceDto })
  async replayDevice(
    @Body() asked: ReplayDeviceDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<ReplayedDeviceDto> {
    const device = { device: asked.device, meterId: (asked.meterId ?? null) as MeterId | null };
    const counts = await this.database.inTenant(tenant, async (tx) =>
      this.events.replay(tx, device, { ...recordingOf(asked, staff), today: await this.clock.today(tx) }),
    );
    return { counts };
  }
}

const WAITING = { ru: 'Ждём зоны: {zones}', en: 'Zones are waited for: {zones}' };

function resultView(result: EventResult, language: Language): DeviceEventResultDto {
  const { outcome, code, findings = [] } = result;
  const detail = detailOf(result, language);
  return {
    ...{ outcome, ...(code && { code }), ...(detail !== null && { detail }) },
    ...(findings.length > 0 && { findings: findingViews(findings, language) }),
  };
}

function eventView({ code, details, ...event }: ListedEvent, language: Language): ListedEventDto {
  return { ...event, detail: detailOf({ outcome: event.outcome, ...(code && { code }), details }, language) };
}

function detailOf({ outcome, code, details = {} }: EventResult, language: Language): string | null {
  if (outcome === 'waiting') return fillText(WAITING[language], details, language);
  return code ? problemOf(new DomainError(code, { ...details }), language, '').detail : null;
}
