import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { type HouseId, type MeterId, parseDate } from '@dvor/kernel';
import { type AlertFilter, AlertMutes, type MeterAlert, MeterAlerts } from '@dvor/metering';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { ReaderLanguage } from '../door/reader.js';
import { savedFile } from '../door/saved-file.js';
import { alertText, alertWords, causeText } from './alert-texts.js';
import {
  AlertMuteDto,
  AlertResolutionDto,
  type MeterAlertDto,
  MeterAlertPageDto,
  MeterAlertsQuery,
} from './meter-alerts.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Spikes and leaks that were seen by themselves, and what became of them. */
@ApiTags('Metering')
@Controller()
export class MeterAlertsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly alerts: MeterAlerts,
    private readonly mutes: AlertMutes,
  ) {}

  @Get('meter-alerts')
  @RequirePermission('reading.check')
  @ApiOperation({ summary: 'Spikes and leaks, the latest first' })
  @ApiOkResponse({ type: MeterAlertPageDto })
  async listMeterAlerts(
    @Query() asked: MeterAlertsQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<MeterAlertPageDto> {
    const { items, nextCursor } = await this.database.inTenant(tenant, async (tx) =>
      this.alerts.list(tx, filterOf(asked), await this.clock.today(tx), asked),
    );
    return { items: items.map((alert) => alertDto(alert, language)), nextCursor };
  }

  @Get('meter-alerts/table')
  @RequirePermission('reading.check')
  @ApiOperation({ summary: 'The same whole, as a workbook' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async meterAlertsTable(
    @Query() asked: MeterAlertsQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<StreamableFile> {
    const table = await this.database.inTenant(tenant, async (tx) =>
      this.alerts.table(tx, filterOf(asked), await this.clock.today(tx), alertWords(language)),
    );
    return savedFile({ ...table, mediaType: XLSX });
  }

  @Post('meter-alerts/:id/seen')
  @RequirePermission('reading.check')
  @HttpCode(204)
  @ApiOperation({ summary: 'Somebody has looked at it and sees to it' })
  @ApiNoContentResponse()
  async seeMeterAlert(
    @IdParam() id: string,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.alerts.see(tx, id, userId));
  }

  @Post('meter-alerts/:id/resolution')
  @RequirePermission('reading.check')
  @HttpCode(204)
  @ApiOperation({ summary: 'It is known what it was' })
  @ApiNoContentResponse()
  async resolveMeterAlert(
    @IdParam() id: string,
    @Body() { resolution, note }: AlertResolutionDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.alerts.resolve(tx, id, { resolution, note, by }));
  }

  @Post('meters/:id/alert-mute')
  @RequirePermission('reading.check')
  @HttpCode(204)
  @ApiOperation({ summary: 'Until a day nothing is told of the meter, neither here nor to the resident' })
  @ApiNoContentResponse()
  async muteMeterAlerts(
    @IdParam() id: MeterId,
    @Body() { until, reason }: AlertMuteDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      const mute = { side: 'staff', until: until === null ? null : parseDate(until) } as const;
      await this.mutes.mute(tx, id, mute, { by, reason, today: await this.clock.today(tx) });
    });
  }
}

function filterOf({ state, kind, houseId, resource }: MeterAlertsQuery): AlertFilter {
  return { state, kind, resource, houseId: houseId as HouseId | undefined };
}

function alertDto(alert: MeterAlert, language: Language): MeterAlertDto {
  return { ...withoutFigures(alert), text: alertText(alert, language), causeText: causeText(alert, language) };
}

/** They stand in the text. */
function withoutFigures({ figures: _, ...told }: MeterAlert): Omit<MeterAlert, 'figures'> {
  return told;
}
