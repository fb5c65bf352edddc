import { Body, Controller, Get, HttpCode, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { type HouseId, type LocalDate, type MeterId, parseDate } from '@dvor/kernel';
import {
  DoubtfulReadings,
  findMeters,
  type GivenReading,
  type NamedMeter,
  ReadingIntake,
  ReadingPolicies,
} from '@dvor/metering';
import { Database, FileStore, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import { AnswersPaper, paperFile } from '../collection/papers.js';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { whole } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { outcomeView } from './outcome-view.js';
import { findingViews } from './reading-texts.js';
import {
  DoubtfulReadingPageDto,
  DoubtfulReadingsQuery,
  type NewReadingDto,
  NewReadingsDto,
  ReadingOutcomesDto,
  ReadingPolicyChoiceDto,
  ReadingPolicyListDto,
  ReadingRefusalDto,
  RightReadingDto,
} from './readings.dto.js';

/** Readings as they come, those that are doubtful, and what is done about them. */
@ApiTags('Metering')
@Controller()
export class ReadingsController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly intake: ReadingIntake,
    private readonly doubtful: DoubtfulReadings,
    private readonly policies: ReadingPolicies,
    private readonly files: FileStore,
  ) {}

  @Post('readings')
  @RequirePermission('reading.enter')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Readings of meters, up to a thousand: each gets its own answer',
    description: 'The same reading sent again changes nothing; another of the same day takes its place.',
  })
  @ApiOkResponse({ type: ReadingOutcomesDto })
  async enterReadings(
    @Body() { readings }: NewReadingsDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<ReadingOutcomesDto> {
    const outcomes = await this.database.inTenant(tenant, async (tx) => {
      const today = await this.clock.today(tx);
      const source = staff.kind === 'key' ? ('integrator' as const) : ('accountant' as const);
      const given = await this.named(tx, readings, today);
      return this.intake.take(tx, given, { source, by: staff.userId, reason: 'показание' }, today);
    });
    const items = outcomes.map((outcome, i) => outcomeView(outcome, readings[i]!, language));
    const count = (...kinds: string[]) => items.filter(({ outcome }) => kinds.includes(outcome)).length;
    return { items, taken: count('taken', 'same'), refused: count('refused') };
  }

  @Get('readings/doubtful')
  @RequirePermission('reading.check')
  @ApiOperation({ summary: 'Readings that make one wonder, the oldest first' })
  @ApiOkResponse({ type: DoubtfulReadingPageDto })
  async listDoubtfulReadings(
    @Query() { state, houseId, rule, source, ...page }: DoubtfulReadingsQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<DoubtfulReadingPageDto> {
    const filter = { standing: state === 'standing', houseId: houseId as HouseId | undefined, rule, source };
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) => this.doubtful.list(tx, filter, page));
    return {
      items: items.map((doubt) => ({ ...doubt, findings: findingViews(doubt.findings, language) })),
      nextCursor,
    };
  }

  @Post('readings/doubtful/:id/acceptance')
  @RequirePermission('reading.check')
  @HttpCode(204)
  @ApiOperation({ summary: 'The doubtful reading is right' })
  @ApiNoContentResponse()
  async acceptDoubtfulReading(
    @IdParam() id: string,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.doubtful.accept(tx, id, userId));
  }

  @Post('readings/doubtful/:id/correction')
  @RequirePermission('reading.check')
  @HttpCode(204)
  @ApiOperation({ summary: 'The dial shows something else' })
  @ApiNoContentResponse()
  async correctDoubtfulReading(
    @IdParam() id: string,
    @Body() { value, note }: RightReadingDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, async (tx) =>
      this.doubtful.fix(tx, id, value, { by, note, today: await this.clock.today(tx) }),
    );
  }

  @Post('readings/doubtful/:id/photo-request')
  @RequirePermission('reading.check')
  @HttpCode(204)
  @ApiOperation({ summary: 'A photo of the dial is asked for; the reading stays doubtful' })
  @ApiNoContentResponse()
  async askForPhotoOfDial(
    @IdParam() id: string,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.doubtful.askPhoto(tx, id, userId));
  }

  @Get('readings/doubtful/:id/photo')
  @RequirePermission('reading.check')
  @ApiOperation({ summary: 'The photo of the dial that the sender has sent' })
  @AnswersPaper()
  async readPhotoOfDial(@IdParam() id: string, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    return this.database.inTenant(tenant, async (tx) =>
      paperFile(await this.files.read(tx, await this.doubtful.photo(tx, id))),
    );
  }

  @Post('readings/doubtful/:id/refusal')
  @RequirePermission('reading.check')
  @HttpCode(204)
  @ApiOperation({ summary: 'The doubtful reading is wrong: it stays in the log and counts no more' })
  @ApiNoContentResponse()
  async refuseDoubtfulReading(
    @IdParam() id: string,
    @Body() { note }: ReadingRefusalDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.doubtful.refuse(tx, id, { by, note }));
  }

  @Get('reading-policies')
  @RequirePermission('reading.check')
  @ApiOperation({ summary: 'What is done about doubtful readings, by their source and what is doubtful' })
  @ApiOkResponse({ type: ReadingPolicyListDto })
  async listReadingPolicies(@CurrentTenant() tenant: Tenant): Promise<ReadingPolicyListDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.policies.list(tx)));
  }

  @Put('reading-policies')
  @RequirePermission('settings.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Choose what is done about one kind of doubt in readings of one source' })
  @ApiNoContentResponse()
  async chooseReadingPolicy(
    @Body() { source, rule, action }: ReadingPolicyChoiceDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.policies.choose(tx, { source, rule }, action ?? null, userId));
  }

  /** Meters by their ids, or by an account and their own numbers; one that is not found has an id that no meter has. */
  private async named(tx: Tx, readings: readonly NewReadingDto[], today: LocalDate): Promise<GivenReading[]> {
    const names = readings.map(({ account = '', serial = '' }) => ({ account, serial }));
    const found = readings.every(({ meterId }) => meterId) ? [] : await findMeters(tx, names, today);
    return readings.map(({ meterId, date, value, confirmed }, i) => ({
      meterId: (meterId ?? idOf(found[i]) ?? '0') as MeterId,
      date: date ? parseDate(date) : today,
      value,
      confirmed: confirmed ?? false,
    }));
  }
}

function idOf(named: NamedMeter | undefined): MeterId | null {
  return named?.kind === 'found' ? named.id : null;
}
