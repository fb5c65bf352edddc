import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { HeldBills, type HoldId, MonthClose } from '@dvor/billing';
import type { HouseId, RunId, UserId } from '@dvor/kernel';
import type { Approval, Tenant } from '@dvor/platform';
import { approvalView } from '../approvals/approvals.controller.js';
import { ApprovalDto } from '../approvals/approvals.dto.js';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { RequiresIdempotencyKey } from '../door/idempotency.js';
import type { Language } from '../door/language.js';
import { whole } from '../door/page.dto.js';
import { problemText } from '../door/problem.js';
import { ReaderLanguage } from '../door/reader.js';
import {
  AcceptBillsDto,
  AcceptedBillsDto,
  AskAboutBillDto,
  AskReasonDto,
  CloseChecklistDto,
  HeldBillPageDto,
  HoldCountListDto,
  HoldsQuery,
  RecalculateDto,
} from './close.dto.js';
import { checkText, checkTitle, holdText, holdTitle } from './close-texts.js';
import { RunViews } from './run-views.js';
import { RunDto } from './runs.dto.js';

/** The month's end: suspicious bills, what is looked at before closing, the closing itself and its undoing. */
@ApiTags('Runs')
@Controller('runs/:id')
export class CloseController {
  constructor(
    private readonly closing: MonthClose,
    private readonly held: HeldBills,
    private readonly views: RunViews,
  ) {}

  @Get('checks')
  @RequirePermission('run.read')
  @ApiOperation({ summary: 'What is looked at before the month is closed, in its order' })
  @ApiOkResponse({ type: CloseChecklistDto })
  async readChecks(
    @IdParam() id: RunId,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<CloseChecklistDto> {
    const { run, checks, current, mayClose, closing, reopening } = await this.closing.checklist(tenant, id);
    const word = (approval: Approval | null) => approval && approvalView(approval, userId, language);
    return {
      run: await this.views.row(tenant, run),
      checks: checks.map((check) => {
        const { code, step, owner, state, skippable, slips } = check;
        return {
          ...{ code, step, owner, state, skippable, slips },
          title: checkTitle(code, language),
          text: checkText(check, language),
          skip: word(check.skip),
        };
      }),
      current,
      mayClose,
      closing: { required: closing.required, approval: word(closing.approval) },
      reopening: {
        ...reopening,
        refusal: reopening.refusal && problemText(reopening.refusal, language),
        approval: word(reopening.approval),
      },
    };
  }

  @Post('checks/:code/skip')
  @RequirePermission('run.close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask a second person to leave a check as it is; its figures are what they decide on' })
  @ApiOkResponse({ type: ApprovalDto })
  async skipCheck(
    @IdParam() id: RunId,
    @Param('code') code: string,
    @Body() { reason }: AskReasonDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<ApprovalDto> {
    return approvalView(await this.closing.askToSkip(tenant, id, code, { by, reason }), by, language);
  }

  @Post('close/ask')
  @RequirePermission('run.close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask a second person to allow the closing of the month as it stands now' })
  @ApiOkResponse({ type: ApprovalDto })
  async askToClose(
    @IdParam() id: RunId,
    @Body() { reason }: AskReasonDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<ApprovalDto> {
    return approvalView(await this.closing.askToClose(tenant, id, { by, reason }), by, language);
  }

  @Post('close')
  @RequirePermission('run.close')
  @RequiresIdempotencyKey()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Close the month: the reviewed lines are promoted and posted',
    description: 'Refused while a check is red, or a second person’s word is wanted and not given.',
  })
  @ApiOkResponse({ type: RunDto })
  async closeRun(
    @IdParam() id: RunId,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<RunDto> {
    return this.views.row(tenant, await this.closing.close(tenant, id, by));
  }

  @Post('reopen/ask')
  @RequirePermission('run.close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask a second person to allow the undoing of the closing' })
  @ApiOkResponse({ type: ApprovalDto })
  async askToReopen(
    @IdParam() id: RunId,
    @Body() { reason }: AskReasonDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<ApprovalDto> {
    return approvalView(await this.closing.askToReopen(tenant, id, { by, reason }), by, language);
  }

  @Post('reopen')
  @RequirePermission('run.close')
  @RequiresIdempotencyKey()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Undo the closing of the last closed month, before its receipts are issued',
    description: 'The accrual is mirrored in the ledger and the run stands in review again.',
  })
  @ApiOkResponse({ type: RunDto })
  async reopenRun(
    @IdParam() id: RunId,
    @Body() { reason }: AskReasonDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<RunDto> {
    return this.views.row(tenant, await this.closing.reopen(tenant, id, { by, reason }));
  }

  @Post('recalculate')
  @RequirePermission('run.start')
  @HttpCode(200)
  @ApiOperation({ summary: 'Calculate some houses of a reviewed run again, or all of it' })
  @ApiOkResponse({ type: RunDto })
  async recalculateRun(
    @IdParam() id: RunId,
    @Body() { houseIds }: RecalculateDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<RunDto> {
    const houses = houseIds ? (houseIds as HouseId[]) : 'all';
    return this.views.row(tenant, await this.closing.recalculate(tenant, id, by, houses));
  }

  @Get('holds')
  @RequirePermission('run.read')
  @ApiOperation({ summary: 'Bills that look wrong, and why' })
  @ApiOkResponse({ type: HeldBillPageDto })
  async listHolds(
    @IdParam() id: RunId,
    @Query() { state, code, houseId, ...page }: HoldsQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<HeldBillPageDto> {
    const filter = { state, code, houseId: houseId as HouseId | undefined };
    const { items, nextCursor } = await this.held.list(tenant, id, filter, page);
    return {
      items: items.map(({ details, service, ...bill }) => ({
        ...bill,
        service: service && { id: service.id, name: service.name },
        text: holdText({ code: bill.code, details }, language),
      })),
      nextCursor,
    };
  }

  @Get('hold-counts')
  @RequirePermission('run.read')
  @ApiOperation({ summary: 'How many bills are held, by reason' })
  @ApiOkResponse({ type: HoldCountListDto })
  async countHolds(
    @IdParam() id: RunId,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<HoldCountListDto> {
    const counts = await this.held.counts(tenant, id);
    return whole(counts.map((count) => ({ ...count, title: holdTitle(count.code, language) })));
  }

  @Post('holds/accept')
  @RequirePermission('run.close')
  @HttpCode(200)
  @ApiOperation({ summary: 'The bills are right: some by their ids, or all of a reason or a house' })
  @ApiOkResponse({ type: AcceptedBillsDto })
  async acceptHolds(
    @IdParam() id: RunId,
    @Body() { ids, code, houseId, reason }: AcceptBillsDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<AcceptedBillsDto> {
    const by: UserId = userId;
    const chosen = ids ? { ids: ids as HoldId[] } : { all: { code, houseId: houseId as HouseId | undefined } };
    return { accepted: await this.held.accept(tenant, id, chosen, { by, reason }) };
  }

  @Post('holds/:holdId/ask')
  @RequirePermission('run.start')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ask a colleague about a held bill: the question goes to the inbox, the bill stays held' })
  @ApiNoContentResponse()
  async askAboutHold(
    @IdParam() id: RunId,
    @IdParam('holdId') holdId: HoldId,
    @Body() { question }: AskAboutBillDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<void> {
    await this.held.ask(tenant, id, holdId, { by, question });
  }
}
