import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { type HouseId, type MeterId, parseDate } from '@dvor/kernel';
import { type ApprovedMeter, type MeterProposal, MeterProposals, type ProposalId, ProposalQueue } from '@dvor/metering';
import type { ProposalPicture } from '@dvor/metering/core';
import { Database, FileStore, OrganizationClock, type Tenant } from '@dvor/platform';
import { AnswersPaper, paperFile } from '../collection/papers.js';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { recordingOf } from '../housing/basis.dto.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import {
  MeterProposalDto,
  MeterProposalPageDto,
  MeterProposalsQuery,
  ProposalApprovalDto,
  ProposalRefusalDto,
} from './meter-proposals.dto.js';
import { paperOf } from './life-paper.js';

/** Meters that residents have proposed, and what becomes of them. */
@ApiTags('Metering')
@Controller('meter-proposals')
export class MeterProposalsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly files: FileStore,
    private readonly queue: ProposalQueue,
    private readonly proposals: MeterProposals,
  ) {}

  @Get()
  @RequirePermission('house.edit')
  @ApiOperation({ summary: 'Meters that residents propose: those that wait, the oldest first, or were decided upon' })
  @ApiOkResponse({ type: MeterProposalPageDto })
  async listMeterProposals(
    @Query() { state, houseId, resource, doubled, search, ...page }: MeterProposalsQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<MeterProposalPageDto> {
    const filter = { state, resource, doubled, search, houseId: houseId as HouseId | undefined };
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) => this.queue.list(tx, filter, page));
    return { items: items.map(proposalView), nextCursor };
  }

  @Get(':id')
  @RequirePermission('house.edit')
  @ApiOperation({ summary: 'A meter that a resident proposes' })
  @ApiOkResponse({ type: MeterProposalDto })
  async readMeterProposal(@IdParam() id: ProposalId, @CurrentTenant() tenant: Tenant): Promise<MeterProposalDto> {
    return proposalView(await this.database.inTenant(tenant, (tx) => this.queue.card(tx, id)));
  }

  @Get(':id/photo')
  @RequirePermission('house.edit')
  @ApiOperation({ summary: 'The photo of the meter that the resident has sent' })
  @AnswersPaper()
  async readPhotoOfProposal(@IdParam() id: ProposalId, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    return this.picture(tenant, id, 'photo');
  }

  @Get(':id/passport')
  @RequirePermission('house.edit')
  @ApiOperation({ summary: 'The passport of the meter that the resident has sent' })
  @AnswersPaper()
  async readPassportOfProposal(@IdParam() id: ProposalId, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    return this.picture(tenant, id, 'passport');
  }

  @Post(':id/approval')
  @RequirePermission('house.edit')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The meter is installed by its act, in the place of another where it is named',
    description: 'Answers with the meter.',
  })
  @ApiOkResponse({ type: MadeDto })
  async approveMeterProposal(
    @IdParam() id: ProposalId,
    @Body() asked: ProposalApprovalDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const entered = { ...recordingOf(asked, staff), today: await this.clock.today(tx) };
      return { id: await this.proposals.approve(tx, id, approvedOf(asked), entered) };
    });
  }

  @Post(':id/refusal')
  @RequirePermission('house.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'The meter is not taken: the resident reads why' })
  @ApiNoContentResponse()
  async refuseMeterProposal(
    @IdParam() id: ProposalId,
    @Body() { answer }: ProposalRefusalDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.proposals.refuse(tx, id, { by, answer }));
  }

  private async picture(tenant: Tenant, id: ProposalId, which: ProposalPicture): Promise<StreamableFile> {
    return this.database.inTenant(tenant, async (tx) =>
      paperFile(await this.files.read(tx, await this.proposals.picture(tx, id, which))),
    );
  }
}

function proposalView({ isNews: _, ...proposal }: MeterProposal): MeterProposalDto {
  return proposal;
}

function approvedOf(asked: ProposalApprovalDto): ApprovedMeter {
  const { serial, digits, scale, shown, verifiedUntil, seals, replaces } = asked;
  return {
    ...paperOf(asked),
    ...{ serial, digits, scale, shown, verifiedUntil: parseDate(verifiedUntil), seals: seals ?? [] },
    replaces: replaces ? { meterId: replaces.meterId as MeterId, shown: replaces.shown } : null,
  };
}
