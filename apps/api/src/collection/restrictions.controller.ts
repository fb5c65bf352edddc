import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile, UploadedFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import type { OneOffWorkId } from '@dvor/billing';
import {
  ActForms,
  RestrictionActs,
  type RestrictionId,
  RestrictionReminders,
  type RestrictionRule,
  Restrictions,
  RestrictionWarnings,
} from '@dvor/debts';
import { type AccountId, formatDate, type HouseId, Money, parseDate, type ServiceId } from '@dvor/kernel';
import { Database, FileStore, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { TakesFile, type UploadedFile as Uploaded } from '../door/idempotency.js';
import { AnswersPdf, pdfFile } from '../door/pdf.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import { PAPER_BYTES, savePaper } from './papers.js';
import { candidateView, restrictionDetailView, restrictionView } from './restriction-views.js';
import {
  ActFormQuery,
  NewRestrictionStepDto,
  RestrictionDetailDto,
  RestrictionPageDto,
  RestrictionPreviewDto,
  RestrictionRuleDto,
  RestrictionsQuery,
  RestrictionSummaryDto,
} from './restrictions.dto.js';

/** More than anybody looks through before sending. */
const SHOWN = 500;

@ApiTags('Restriction of services')
@Controller()
export class RestrictionsController {
  constructor(
    private readonly database: Database,
    private readonly restrictions: Restrictions,
    private readonly warnings: RestrictionWarnings,
    private readonly reminders: RestrictionReminders,
    private readonly acts: RestrictionActs,
    private readonly forms: ActForms,
    private readonly files: FileStore,
  ) {}

  @Get('restrictions')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'Restrictions of services, the latest first, with what is to be done next and from when' })
  @ApiOkResponse({ type: RestrictionPageDto })
  async listRestrictions(
    @Query() asked: RestrictionsQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RestrictionPageDto> {
    const filter = {
      ...{ stage: asked.stage, open: asked.open, houseId: asked.houseId as HouseId | undefined },
      ...{ accountId: asked.accountId as AccountId | undefined, serviceId: asked.serviceId as ServiceId | undefined },
    };
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) =>
      this.restrictions.list(tx, filter, asked),
    );
    return { items: items.map(restrictionView), nextCursor };
  }

  @Get('restrictions/summary')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'How many restrictions stand where, and how many second warnings are due' })
  @ApiOkResponse({ type: RestrictionSummaryDto })
  async readRestrictionSummary(@CurrentTenant() tenant: Tenant): Promise<RestrictionSummaryDto> {
    return this.database.inTenant(tenant, async (tx) => ({
      stages: [...(await this.restrictions.counts(tx))].map(([stage, count]) => ({ stage, count })),
      toRemind: (await this.reminders.due(tx)).length,
    }));
  }

  @Post('restriction-warnings/preview')
  @RequirePermission('debt.work')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Who would be warned of a restriction of what, and who not and why; nothing is written',
    description:
      'A service may be restricted where its debt is above two months’ fees by the norm (ПП РФ № 354, п. 118); heating never, cold water is not cut off.',
  })
  @ApiOkResponse({ type: RestrictionPreviewDto })
  async previewRestrictions(
    @Body() rule: RestrictionRuleDto,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RestrictionPreviewDto> {
    const { dated, considered } = await this.database.inTenant(tenant, (tx) => this.warnings.preview(tx, ruleOf(rule)));
    const [warned, without] = [considered.filter(({ may }) => may), considered.filter(({ may }) => !may)];
    const services = warned.flatMap((one) => one.services);
    return {
      ...{ dated: formatDate(dated), accounts: warned.length, without: without.length },
      ...{ restrictions: services.length, sum: Money.sum(services.map(({ debt }) => debt)).toString() },
      items: [...warned, ...without].slice(0, SHOWN).map(candidateView),
    };
  }

  @Post('restriction-warnings')
  @RequirePermission('debt.work')
  @ApiOperation({
    summary: 'Begin restrictions by a rule: each debtor gets one warning',
    description: 'Answers the batch of letters; the worker prints them.',
  })
  @ApiCreatedResponse({ type: MadeDto })
  async warnOfRestrictions(
    @Body() rule: RestrictionRuleDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    return this.database.inTenant(tenant, async (tx) => ({ id: await this.warnings.warn(tx, ruleOf(rule), userId) }));
  }

  @Post('restriction-reminders')
  @RequirePermission('debt.work')
  @ApiOperation({
    summary: 'Write the second warnings that are due today',
    description: 'Where the organisation keeps a second warning. Answers the batch of letters.',
  })
  @ApiCreatedResponse({ type: MadeDto })
  async remindOfRestrictions(
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    return this.database.inTenant(tenant, async (tx) => ({ id: await this.reminders.write(tx, userId) }));
  }

  @Get('restrictions/:id')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'A restriction: its debt, its terms, what was done' })
  @ApiOkResponse({ type: RestrictionDetailDto })
  async readRestriction(@IdParam() id: RestrictionId, @CurrentTenant() tenant: Tenant): Promise<RestrictionDetailDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const one = await this.restrictions.read(tx, id);
      const standing = await this.acts.standing(tx, one);
      return restrictionDetailView(one, { ...standing, steps: await this.restrictions.stepsOf(tx, id) });
    });
  }

  @Post('restrictions/:id/steps')
  @RequirePermission('debt.work')
  @TakesFile('file', { upToBytes: PAPER_BYTES })
  @ApiOperation({
    summary: 'Note an act: a service was limited, cut off, given back; or let go before that',
    description: 'What may not be done yet is refused with the day from which it may.',
  })
  @ApiCreatedResponse({ type: MadeDto })
  async recordRestrictionStep(
    @IdParam() id: RestrictionId,
    @UploadedFile() file: Uploaded | undefined,
    @Body() { kind, on, number, note, costWorkId, cost }: NewRestrictionStepDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const step = {
        ...{ kind, on: parseDate(on), number: number?.trim() || null, note: note?.trim() || null },
        fileId: await savePaper(this.files, tx, file),
        cost: costWorkId
          ? { workId: costWorkId as OneOffWorkId, price: cost === undefined ? null : Money.parse(cost) }
          : null,
      };
      return { id: await this.acts.record(tx, id, step, userId) };
    });
  }

  @Get('restrictions/:id/act-form')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'A form of an act to be signed on the spot, with all that is known filled in' })
  @AnswersPdf()
  async printRestrictionAct(
    @IdParam() id: RestrictionId,
    @Query() { kind }: ActFormQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<StreamableFile> {
    return pdfFile(await this.database.inTenant(tenant, (tx) => this.forms.print(tx, id, kind)));
  }
}

function ruleOf({ houseId, least, stage, accountIds, serviceIds, cannotLimit }: RestrictionRuleDto): RestrictionRule {
  return {
    ...(houseId !== undefined && { houseId: houseId as HouseId }),
    ...(least !== undefined && { least: Money.parse(least) }),
    ...(stage !== undefined && { stage }),
    ...(accountIds !== undefined && { accountIds: accountIds as AccountId[] }),
    ...(serviceIds !== undefined && { serviceIds: serviceIds as ServiceId[] }),
    ...(cannotLimit !== undefined && { cannotLimit: cannotLimit as ServiceId[] }),
  };
}
