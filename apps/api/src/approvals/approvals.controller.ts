import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { rolesWith, type StaffCaller } from '@dvor/auth';
import { DomainError, type UserId } from '@dvor/kernel';
import { type Approval, type ApprovalId, type ApprovalRule, Approvals, Database, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { whole } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { approvalTitle, figuresOf, ruleTitle } from './approval-texts.js';
import {
  ApprovalDto,
  ApprovalPageDto,
  ApprovalRuleListDto,
  ApprovalsQuery,
  ChangedRuleDto,
  ChangeRuleDto,
  DecisionDto,
  RefusalDto,
} from './approvals.dto.js';

/** What needs a second person's word (IAM-02). */
@ApiTags('Approvals')
@Controller()
export class ApprovalsController {
  constructor(
    private readonly approvals: Approvals,
    private readonly database: Database,
  ) {}

  @Get('approvals')
  @RequirePermission('approval.read')
  @ApiOperation({ summary: 'What was asked to be approved, the latest first' })
  @ApiOkResponse({ type: ApprovalPageDto })
  async listApprovals(
    @Query() { state, ...page }: ApprovalsQuery,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<ApprovalPageDto> {
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) =>
      this.approvals.list(tx, { state }, page),
    );
    return { items: items.map((one) => approvalView(one, userId, language)), nextCursor };
  }

  @Get('approvals/:id')
  @RequirePermission('approval.read')
  @ApiOperation({ summary: 'One request: what, why, by whom, and what was decided' })
  @ApiOkResponse({ type: ApprovalDto })
  async readApproval(
    @IdParam() id: ApprovalId,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<ApprovalDto> {
    const approval = await this.database.inTenant(tenant, (tx) => this.approvals.read(tx, id));
    return approvalView(approval, userId, language);
  }

  @Post('approvals/:id/approve')
  @RequirePermission('approval.decide')
  @HttpCode(200)
  @ApiOperation({ summary: 'Allow what somebody else has asked for' })
  @ApiOkResponse({ type: ApprovalDto })
  async approve(
    @IdParam() id: ApprovalId,
    @Body() { note }: DecisionDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<ApprovalDto> {
    const approval = await this.database.inTenant(tenant, (tx) =>
      this.approvals.decide(tx, id, { by, decision: 'approved', note: note?.trim() || null }),
    );
    return approvalView(approval, by, language);
  }

  @Post('approvals/:id/refuse')
  @RequirePermission('approval.decide')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse it, saying why' })
  @ApiOkResponse({ type: ApprovalDto })
  async refuse(
    @IdParam() id: ApprovalId,
    @Body() { note }: RefusalDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<ApprovalDto> {
    const approval = await this.database.inTenant(tenant, (tx) =>
      this.approvals.decide(tx, id, { by, decision: 'refused', note }),
    );
    return approvalView(approval, by, language);
  }

  @Post('approvals/:id/withdraw')
  @RequirePermission('approval.read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take one’s own request back' })
  @ApiOkResponse({ type: ApprovalDto })
  async withdraw(
    @IdParam() id: ApprovalId,
    @Body() { note }: DecisionDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<ApprovalDto> {
    const approval = await this.database.inTenant(tenant, (tx) =>
      this.approvals.withdraw(tx, id, { by, note: note?.trim() || null }),
    );
    return approvalView(approval, by, language);
  }

  @Get('approval-rules')
  @RequirePermission('approval.read')
  @ApiOperation({ summary: 'What needs a second person here, and what is done without by whose will' })
  @ApiOkResponse({ type: ApprovalRuleListDto })
  async listRules(@CurrentTenant() tenant: Tenant, @ReaderLanguage() language: Language): Promise<ApprovalRuleListDto> {
    const rules = await this.database.inTenant(tenant, (tx) => this.approvals.rules(tx));
    return whole(rules.map((rule) => ruleView(rule, language)));
  }

  @Put('approval-rules')
  @RequirePermission('settings.edit')
  @ApiOperation({
    summary: 'Do an action without a second person, or with one again',
    description: 'Where somebody else could decide, doing without is asked of them first; ask again after their word.',
  })
  @ApiOkResponse({ type: ChangedRuleDto })
  async changeRule(
    @Body() { action, required, reason }: ChangeRuleDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<ChangedRuleDto> {
    return this.database.inTenant(tenant, async (tx) => {
      let asked: Approval | null = null;
      if (required) await this.approvals.restore(tx, action, { by, reason });
      else
        try {
          await this.approvals.waive(tx, action, { by, reason, deciders: rolesWith('approval.decide') });
        } catch (error) {
          if (!asksAnother(error)) throw error;
          asked = await this.approvals.requestWaiver(tx, action, { by, reason });
        }
      const rule = (await this.approvals.rules(tx)).find((one) => one.action === action)!;
      return { rule: ruleView(rule, language), asked: asked && approvalView(asked, by, language) };
    });
  }
}

/** Nobody was asked yet, or they said no to an earlier request. */
function asksAnother(error: unknown): boolean {
  return error instanceof DomainError && ['approval.required', 'approval.refused'].includes(error.code);
}

export function approvalView(approval: Approval, reader: UserId, language: Language): ApprovalDto {
  const { id, action, object, details, state, reason, askedBy, askedAt, decidedBy, decidedAt, note, alone, usedAt } =
    approval;
  return {
    ...{
      id,
      action,
      object: { ...object },
      state,
      reason,
      askedBy,
      askedAt,
      decidedBy,
      decidedAt,
      note,
      alone,
      usedAt,
    },
    title: approvalTitle(approval, language),
    figures: figuresOf(details, language),
    own: askedBy?.id === reader,
    author: approval.authors.includes(reader),
  };
}

function ruleView(rule: ApprovalRule, language: Language) {
  return { ...rule, title: ruleTitle(rule.action, language) };
}
