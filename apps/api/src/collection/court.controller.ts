import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile, UploadedFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { type CourtCase, type CourtCaseId, CourtCases, type DebtStepId, DebtSteps, TakingBack } from '@dvor/debts';
import { type AccountId, parseDate } from '@dvor/kernel';
import { Database, FileStore, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { TakesFile, type UploadedFile as Uploaded } from '../door/idempotency.js';
import { ListOf, whole } from '../door/page.dto.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import {
  CourtCaseDetailDto,
  CourtCaseDto,
  CourtCasePageDto,
  CourtCasesQuery,
  CourtCheckDto,
  DebtStepDto,
  NewCourtCaseDto,
  NewCourtStepDto,
  TakeBackStepDto,
} from './court.dto.js';
import { leftOutView, obstacleView } from './letter-views.js';
import { AnswersPaper, PAPER_BYTES, paperFile, savePaper } from './papers.js';
import { stepView } from './step-view.js';

class DebtStepListDto extends ListOf(DebtStepDto) {}

@ApiTags('Debts at court')
@Controller()
export class CourtController {
  constructor(
    private readonly database: Database,
    private readonly cases: CourtCases,
    private readonly steps: DebtSteps,
    private readonly takingBack: TakingBack,
    private readonly files: FileStore,
  ) {}

  @Get('accounts/:id/court-check')
  @RequirePermission('debt.read')
  @ApiOperation({
    summary: 'Whether an account’s debt may be taken to court today, for which months and what it costs',
  })
  @ApiOkResponse({ type: CourtCheckDto })
  async checkForCourt(@IdParam() id: AccountId, @CurrentTenant() tenant: Tenant): Promise<CourtCheckDto> {
    const { debtor, verdict, fee, owners, residents } = await this.database.inTenant(tenant, (tx) =>
      this.cases.check(tx, id),
    );
    return {
      debtor: debtor.name,
      ...{ principal: verdict.principal.toString(), penalty: verdict.penalty.toString(), fee: fee.toString() },
      obstacles: verdict.obstacles.map(obstacleView),
      leftOut: verdict.leftOut.map(leftOutView),
      ...{ owners: [...owners], residents: [...residents] },
    };
  }

  @Get('accounts/:id/debt-steps')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'What was done about an account’s debt, the oldest first; what was taken back too' })
  @ApiOkResponse({ type: DebtStepListDto })
  async listDebtSteps(@IdParam() accountId: AccountId, @CurrentTenant() tenant: Tenant): Promise<DebtStepListDto> {
    const steps = await this.database.inTenant(tenant, async (tx) => {
      await this.cases.check(tx, accountId); // or 404
      return this.steps.of(tx, { accountId });
    });
    return whole(steps.map(stepView));
  }

  @Post('debt-steps/:id/taking-back')
  @RequirePermission('debt.work')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take back what was entered by mistake; it stays to be seen',
    description: 'A case or a restriction that it closed is open again; what it cost is not charged.',
  })
  @ApiNoContentResponse()
  async takeBackDebtStep(
    @IdParam() id: DebtStepId,
    @Body() { reason }: TakeBackStepDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.takingBack.takeBack(tx, id, reason, userId));
  }

  @Get('debt-steps/:id/paper')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'The paper of a step: an act, an order, a writ' })
  @AnswersPaper()
  async readDebtStepPaper(@IdParam() id: DebtStepId, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    return this.database.inTenant(tenant, async (tx) => paperFile(await this.steps.paper(tx, id)));
  }

  @Get('court-cases')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'Applications for court orders, the latest first' })
  @ApiOkResponse({ type: CourtCasePageDto })
  async listCourtCases(@Query() asked: CourtCasesQuery, @CurrentTenant() tenant: Tenant): Promise<CourtCasePageDto> {
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) => this.cases.list(tx, asked, asked));
    return { items: items.map(caseView), nextCursor };
  }

  @Post('court-cases')
  @RequirePermission('debt.work')
  @ApiOperation({
    summary: 'Make an application for a court order with its papers',
    description:
      'Refused where money is under way, the debt is disputed, a plan is kept or all months are time-barred.',
  })
  @ApiCreatedResponse({ type: MadeDto })
  async openCourtCase(
    @Body() { accountId, courtName, courtAddress, together }: NewCourtCaseDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    const court = { name: courtName.trim(), address: courtAddress.trim() };
    const asked = { accountId: accountId as AccountId, court, together: together ?? [] };
    return { id: await this.cases.open(tenant, asked, userId) };
  }

  @Get('court-cases/:id')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'A case: who is asked for what, and what the court and the bailiff did' })
  @ApiOkResponse({ type: CourtCaseDetailDto })
  async readCourtCase(@IdParam() id: CourtCaseId, @CurrentTenant() tenant: Tenant): Promise<CourtCaseDetailDto> {
    const { content, steps, ...one } = await this.database.inTenant(tenant, (tx) => this.cases.read(tx, id));
    return {
      ...caseView(one),
      ...{ from: content.from, to: content.to },
      debtors: content.debtors.map(({ people, share, principal, penalty }) => ({
        names: people.map(({ name }) => name),
        ...{ share, principal, penalty },
      })),
      steps: steps.map(stepView),
    };
  }

  @Get('court-cases/:id/package')
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'The papers for e-filing: PDF files and a sheet of named fields in one ZIP' })
  @AnswersPaper()
  async readCourtPackage(@IdParam() id: CourtCaseId, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    return this.database.inTenant(tenant, async (tx) => paperFile(await this.cases.package(tx, id)));
  }

  @Post('court-cases/:id/steps')
  @RequirePermission('debt.work')
  @TakesFile('file', { upToBytes: PAPER_BYTES })
  @ApiOperation({ summary: 'Note what the court or the bailiff did: an order, an objection, a writ' })
  @ApiCreatedResponse({ type: MadeDto })
  async recordCourtStep(
    @IdParam() id: CourtCaseId,
    @UploadedFile() file: Uploaded | undefined,
    @Body() { kind, on, number, note }: NewCourtStepDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const fileId = await savePaper(this.files, tx, file);
      const step = { kind, on: parseDate(on), number: number?.trim() || null, note: note?.trim() || null, fileId };
      return { id: await this.cases.record(tx, id, step, userId) };
    });
  }
}

function caseView({ principal, penalty, fee, ...one }: CourtCase): CourtCaseDto {
  return { ...one, principal: principal.toString(), penalty: penalty.toString(), fee: fee.toString() };
}
