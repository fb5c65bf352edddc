import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ResidentCaller } from '@dvor/auth';
import { type AccountId, addDays, formatDate, type MeterId } from '@dvor/kernel';
import { AlertMutes, MeterAlerts } from '@dvor/metering';
import { Database, OrganizationClock } from '@dvor/platform';
import { CurrentResident, ForResidents } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { whole } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { adviceText, alertText, causeText } from '../metering/alert-texts.js';
import { MutedUntilDto, OwnAlertListDto, OwnAlertMuteDto } from '../metering/meter-alerts.dto.js';
import { OwnAccounts } from './own-accounts.js';

/** What residents are told of their meters. */
@ApiTags('Resident')
@Controller('resident')
export class OwnAlertsController {
  constructor(
    private readonly own: OwnAccounts,
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly alerts: MeterAlerts,
    private readonly mutes: AlertMutes,
  ) {}

  @Get('accounts/:id/meter-alerts')
  @ForResidents()
  @ApiOperation({ summary: 'Which of my meters used far more than usual, or never stand still, and what to do' })
  @ApiOkResponse({ type: OwnAlertListDto })
  async listOwnAlerts(
    @IdParam() id: AccountId,
    @CurrentResident() resident: ResidentCaller,
    @ReaderLanguage() language: Language,
  ): Promise<OwnAlertListDto> {
    return this.own.inAccount(resident, id, async (tx) => {
      const alerts = await this.alerts.ofAccount(tx, id, await this.clock.today(tx));
      return whole(
        alerts.map((alert) => ({
          ...{ meterId: alert.meterId, kind: alert.kind, advice: adviceText(alert, language) },
          text: `${alertText(alert, language)}. ${upperFirst(causeText(alert, language))}?`,
        })),
      );
    });
  }

  @Post('meters/:id/alert-mute')
  @ForResidents()
  @HttpCode(200)
  @ApiOperation({ summary: 'For some days I am told nothing of my meter; the accountant still is' })
  @ApiOkResponse({ type: MutedUntilDto })
  async muteOwnAlerts(
    @IdParam() id: MeterId,
    @Body() { days }: OwnAlertMuteDto,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<MutedUntilDto> {
    const tenant = await this.own.ofMeter(resident, id);
    return this.database.inTenant(tenant, async (tx) => {
      const today = await this.clock.today(tx);
      const until = days === 0 ? null : addDays(today, days);
      const why = { by: resident.userId, reason: 'по просьбе жильца', today };
      await this.mutes.mute(tx, id, { side: 'resident', until }, why);
      return { until: until === null ? null : formatDate(until) };
    });
  }
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
