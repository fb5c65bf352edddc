import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { rolesWith, type StaffCaller } from '@dvor/auth';
import {
  type ChosenSetting,
  type LawEntry,
  LawParameters,
  type LawVersion,
  OrganizationSettings,
} from '@dvor/catalogue';
import { formatDate, type Interval, parseDate } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { daysOfDto, recordingOf } from '../housing/basis.dto.js';
import {
  LawCalendarDto,
  LawCalendarQuery,
  LawEntryDto,
  LawVersionDto,
  NewChoiceDto,
  SettingDto,
  SettingListDto,
} from './law.dto.js';

const SOON_DAYS = 90;

@ApiTags('Catalogue')
@Controller()
export class LawController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly law: LawParameters,
    private readonly settings: OrganizationSettings,
  ) {}

  @Get('law-calendar')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'All parameters of law: what holds, what follows; those that run out first' })
  @ApiOkResponse({ type: LawCalendarDto })
  async readLawCalendar(@Query() { on }: LawCalendarQuery, @CurrentTenant() tenant: Tenant): Promise<LawCalendarDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const entries = await this.law.calendar(tx, on ? parseDate(on) : await this.clock.today(tx));
      return {
        ...whole(entries.map(entryView)),
        expired: entries.filter(({ standing }) => standing === 'expired').length,
        soon: entries.filter(({ daysLeft }) => daysLeft !== null && daysLeft <= SOON_DAYS).length,
      };
    });
  }

  @Get('organization-settings')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'Where the law leaves a choice: what the organisation has chosen, by days' })
  @ApiOkResponse({ type: SettingListDto })
  async listSettings(@Query() _: PageQuery, @CurrentTenant() tenant: Tenant): Promise<SettingListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const settings = await this.settings.list(tx, await this.clock.today(tx));
      return whole(settings.map(settingView));
    });
  }

  @Post('organization-settings/:code')
  @RequirePermission('settings.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Choose, from a day on' })
  @ApiNoContentResponse()
  async chooseSetting(
    @Param('code') code: string,
    @Body() asked: NewChoiceDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const { value, basis = null } = asked;
    await this.database.inTenant(tenant, async (tx) => {
      const confirmers = rolesWith('supplier.confirm');
      await this.settings.refuseAloneAmongOthers(tx, { code, value, by: staff.userId, confirmers });
      await this.settings.choose(tx, { code, value, basis, ...daysOfDto(asked) }, recordingOf(asked, staff));
    });
  }
}

function entryView({ code, title, standing, daysLeft, current, next, versions }: LawEntry): LawEntryDto {
  return {
    ...{ code, title, standing, daysLeft },
    current: current && versionView(current),
    next: next && versionView(next),
    versions: versions.map(versionView),
  };
}

function versionView({ value, act, clause, certainty, note, ...days }: LawVersion): LawVersionDto {
  return { value: String(value), ...daysView(days), act, clause, certainty, note };
}

function settingView({ code, setting, value, byDefault, choices }: ChosenSetting): SettingDto {
  const { title, description, clause, type } = setting;
  const possible = setting.type === 'choice' ? Object.entries(setting.choices) : [];
  return {
    ...{ code, title, description, clause, type, value, byDefault },
    default: setting.default,
    choices: possible.map(([value, title]) => ({ value, title })),
    least: setting.type === 'number' ? setting.least : null,
    most: 'most' in setting ? setting.most : null,
    chosen: choices.map(({ value, basis, reason, recordedAt, recordedBy, ...days }) => ({
      ...{ value, basis, reason, recordedAt, recordedBy },
      ...daysView(days),
    })),
  };
}

function daysView({ from, to }: Interval): { validFrom: string; validTo: string | null } {
  return { validFrom: formatDate(from), validTo: to === null ? null : formatDate(to) };
}
