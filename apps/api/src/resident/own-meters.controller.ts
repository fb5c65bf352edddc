import { Body, Controller, Get, HttpCode, Post, UploadedFiles } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ResidentCaller } from '@dvor/auth';
import { ReadingCosts } from '@dvor/billing';
import { Services } from '@dvor/catalogue';
import { type AccountId, DomainError, type MeterId, Money, parseDate, sum } from '@dvor/kernel';
import {
  type MeterProposal,
  MeterProposals,
  MetersToRead,
  type ProposalId,
  type ProposalPictures,
  ProposalQueue,
  type ProposedMeter,
} from '@dvor/metering';
import { amountsOf, ranByZone, valueOf, WHOLE_DAY } from '@dvor/metering/core';
import { Database, FileStore, OrganizationClock, type Tx } from '@dvor/platform';
import { PAPER_BYTES, savePaper } from '../collection/papers.js';
import { CurrentResident, ForResidents } from '../door/access.js';
import { TakesFiles, type UploadedFile } from '../door/idempotency.js';
import { IdParam } from '../door/id.pipe.js';
import { whole } from '../door/page.dto.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import { OwnAccounts } from './own-accounts.js';
import {
  CostOfReadingDto,
  CostQuestionDto,
  NewProposalDto,
  type OwnProposalDto,
  OwnProposalListDto,
} from './own-meters.dto.js';

type Pictures = Partial<Record<'photo' | 'passport', UploadedFile[]>>;

/** Meters that residents propose, and what a reading would cost them. */
@ApiTags('Resident')
@Controller('resident')
export class OwnMetersController {
  constructor(
    private readonly own: OwnAccounts,
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly files: FileStore,
    private readonly toRead: MetersToRead,
    private readonly costs: ReadingCosts,
    private readonly services: Services,
    private readonly proposals: MeterProposals,
    private readonly queue: ProposalQueue,
  ) {}

  @Get('accounts/:id/meter-proposals')
  @ForResidents()
  @ApiOperation({ summary: 'Meters that I have proposed, the latest first' })
  @ApiOkResponse({ type: OwnProposalListDto })
  async listOwnProposals(
    @IdParam() id: AccountId,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<OwnProposalListDto> {
    return this.own.inAccount(resident, id, async (tx) => whole((await this.queue.ofAccount(tx, id)).map(ownProposal)));
  }

  @Post('accounts/:id/meter-proposals')
  @ForResidents()
  @TakesFiles(['photo', 'passport'], { upToBytes: PAPER_BYTES })
  @ApiOperation({
    summary: 'Propose a meter that stands in my flat: it counts once it is approved',
    description:
      'A photo of it or its passport is needed. The same proposal sent again while it waits changes nothing.',
  })
  @ApiCreatedResponse({ type: MadeDto })
  async proposeMeter(
    @IdParam() id: AccountId,
    @Body() asked: NewProposalDto,
    @UploadedFiles() pictures: Pictures | undefined,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<MadeDto> {
    return this.own.inAccount(resident, id, async (tx) => {
      const keep = () => this.keep(tx, pictures ?? {});
      const today = await this.clock.today(tx);
      const proposing = { accountId: id, by: resident.userId, today, keep };
      return { id: await this.proposals.propose(tx, proposedOf(asked), proposing) };
    });
  }

  @Post('meter-proposals/:id/withdrawal')
  @ForResidents()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a proposal of mine back while it waits' })
  @ApiNoContentResponse()
  async withdrawOwnProposal(@IdParam() id: ProposalId, @CurrentResident() resident: ResidentCaller): Promise<void> {
    const tenant = await this.own.ofProposal(resident, id);
    await this.database.inTenant(tenant, (tx) => this.proposals.withdraw(tx, id, resident.userId));
  }

  @Post('accounts/:id/reading-cost')
  @ForResidents()
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a reading would cost, about, before I send it',
    description: 'At the tariffs of today and without anything that the month’s bill looks at besides.',
  })
  @ApiOkResponse({ type: CostOfReadingDto })
  async foretellCost(
    @IdParam() id: AccountId,
    @Body() { meterId, value }: CostQuestionDto,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<CostOfReadingDto> {
    return this.own.inAccount(resident, id, async (tx) => {
      const today = await this.clock.today(tx);
      const meter = (await this.toRead.ofAccount(tx, id, today, 'resident')).find((one) => one.id === meterId);
      if (!meter) throw new DomainError('meter.not-found', { id: meterId });
      const { zones, digits, previous } = meter;
      const ran = ranByZone(amountsOf(previous.value, zones), value.split(';'), digits);
      if (ran === null || ran === 'below' || ran.length !== zones.length) return UNTOLD;
      const volume = valueOf(
        ran.map((one) => one.toFixed()),
        zones,
      );
      const costs = await this.costs.of(tx, { accountId: id, meterId: meterId as MeterId, volume }, today);
      const names = new Map((await this.services.list(tx)).map((service) => [service.id, service.name]));
      return {
        volume: sum(ran).toFixed(),
        amount: costs && Money.sum(costs.map(({ amount }) => amount)).toString(),
        services: (costs ?? []).map(({ serviceId, amount }) => ({
          name: names.get(serviceId)!,
          amount: amount.toString(),
        })),
      };
    });
  }

  private async keep(tx: Tx, { photo, passport }: Pictures): Promise<ProposalPictures> {
    return {
      photoId: await savePaper(this.files, tx, photo?.[0]),
      passportId: await savePaper(this.files, tx, passport?.[0]),
    };
  }
}

const UNTOLD: CostOfReadingDto = { volume: null, amount: null, services: [] };

function proposedOf(asked: NewProposalDto): ProposedMeter {
  const { resource, serial, digits, scale, zones, shown, replacesId, final, note } = asked;
  return {
    ...{ resource, serial, digits, scale, zones: zones?.split(';') ?? [WHOLE_DAY], shown: shown.split(';') },
    installedOn: parseDate(asked.installedOn),
    verifiedUntil: parseDate(asked.verifiedUntil),
    replaces: replacesId ? { meterId: replacesId as MeterId, shown: final?.split(';') ?? null } : null,
    note: note ?? null,
  };
}

function ownProposal(proposal: MeterProposal): OwnProposalDto {
  const { id, state, resource, serial, zones, digits, scale, installedOn, verifiedUntil, value } = proposal;
  const { hasPhoto, hasPassport, note, proposedAt, decidedAt, isNews, answer, replaces } = proposal;
  return {
    ...{ id, state, resource, serial, zones, digits, scale, installedOn, verifiedUntil, value },
    ...{ hasPhoto, hasPassport, note, proposedAt, decidedAt, isNews, answer, replaces: replaces?.serial ?? null },
  };
}
