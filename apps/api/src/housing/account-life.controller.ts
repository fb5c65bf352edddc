import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { AbsenceForesight, AccountLife } from '@dvor/billing';
import { Services } from '@dvor/catalogue';
import { AccountTerms, Accounts, Certificates, Residents, Timeline } from '@dvor/housing';
import {
  type AccountId,
  addDays,
  DomainError,
  formatPeriod,
  parseDate,
  type PartyId,
  type PremisesId,
} from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { type BasisDto, daysOfDto, FromDayDto, recordingOf } from './basis.dto.js';
import { shareOf } from './share-of.js';
import {
  AbsenceDaysDto,
  CertificateRequestDto,
  IdentifiersDto,
  MergeAccountsDto,
  MoveInDto,
  MoveOutDto,
  NewAbsenceDto,
  PayerChangeDto,
  SplitAccountDto,
  SupposedAbsenceDto,
  TransferAccountDto,
} from './housing-changes.dto.js';
import {
  CertificateDto,
  CertificateListDto,
  ForeseenAbsenceDto,
  OpenedAccountDto,
  OpenedAccountsDto,
  TimelineDto,
} from './housing-views.dto.js';

@ApiTags('Life of accounts')
@Controller('accounts/:id')
export class AccountLifeController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly accounts: Accounts,
    private readonly life: AccountLife,
    private readonly terms: AccountTerms,
    private readonly residents: Residents,
    private readonly certificates: Certificates,
    private readonly timeline: Timeline,
    private readonly foresight: AbsenceForesight,
    private readonly services: Services,
  ) {}

  @Get('timeline')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'Everything that was ever recorded of an account, its people and its premises' })
  @ApiOkResponse({ type: TimelineDto })
  async readTimeline(
    @IdParam() id: AccountId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<TimelineDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.timeline.ofAccount(tx, id)));
  }

  @Post('close')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({
    summary: 'From a day on the account is open no longer',
    description: 'Its balance must be zero, or a document says what becomes of it.',
  })
  @ApiNoContentResponse()
  async closeAccount(
    @IdParam() id: AccountId,
    @Body() asked: FromDayDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.change(tenant, (tx) => this.life.close(tx, id, parseDate(asked.from), recordingOf(asked, staff)));
  }

  @Post('reopen')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Open a closed account again' })
  @ApiNoContentResponse()
  async reopenAccount(
    @IdParam() id: AccountId,
    @Body() asked: PayerChangeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.change(tenant, (tx) => this.terms.reopen(tx, id, termsOf(asked), recordingOf(asked, staff)));
  }

  @Post('payer')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Somebody else pays from a day on' })
  @ApiNoContentResponse()
  async changePayer(
    @IdParam() id: AccountId,
    @Body() asked: PayerChangeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.change(tenant, (tx) => this.terms.changePayer(tx, id, termsOf(asked), recordingOf(asked, staff)));
  }

  @Post('transfer')
  @RequirePermission('account.edit')
  @ApiOperation({ summary: 'A new owner: close the account and open another one for the same premises' })
  @ApiCreatedResponse({ type: OpenedAccountDto })
  async transferAccount(
    @IdParam() id: AccountId,
    @Body() asked: TransferAccountDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<OpenedAccountDto> {
    const { number = null, moveDebt = false } = asked;
    return this.change(tenant, (tx) =>
      this.life.transfer(tx, id, { ...termsOf(asked), number, moveDebt }, recordingOf(asked, staff)),
    );
  }

  @Post('split')
  @RequirePermission('account.edit')
  @ApiOperation({
    summary: 'Rooms of a flat, or co-owners by their shares, get accounts of their own',
    description: 'By shares: they make up a whole, and everybody who is registered goes with one of the parts.',
  })
  @ApiCreatedResponse({ type: OpenedAccountsDto })
  async splitAccount(
    @IdParam() id: AccountId,
    @Body() asked: SplitAccountDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<OpenedAccountsDto> {
    const about = { from: parseDate(asked.from), moveDebt: asked.moveDebt ?? false };
    const recording = recordingOf(asked, staff);
    return this.change(tenant, async (tx) => {
      await this.terms.placeOf(tx, id);
      const opened =
        asked.by === 'shares'
          ? this.life.splitByShares(tx, id, { ...about, parts: asked.parts.map(sharePart) }, recording)
          : this.life.split(tx, id, { ...about, parts: asked.parts.map(roomPart) }, recording);
      return whole(await opened);
    });
  }

  @Post('merge')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Other accounts become part of this one and are closed' })
  @ApiNoContentResponse()
  async mergeAccounts(
    @IdParam() id: AccountId,
    @Body() asked: MergeAccountsDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const { accountIds, from, moveDebt = false } = asked;
    await this.change(tenant, (tx) =>
      this.life.merge(
        tx,
        accountIds as AccountId[],
        { into: id, from: parseDate(from), moveDebt },
        recordingOf(asked, staff),
      ),
    );
  }

  @Put('identifiers')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'State identifiers: ЕЛС and ИЖКУ' })
  @ApiNoContentResponse()
  async identifyAccount(
    @IdParam() id: AccountId,
    @Body() asked: IdentifiersDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const { els, izhku } = asked;
    await this.change(tenant, (tx) => this.terms.identify(tx, id, { els, izhku }, recordingOf(asked, staff)));
  }

  @Post('residents')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Register somebody in the premises of the account' })
  @ApiNoContentResponse()
  async moveIn(
    @IdParam() id: AccountId,
    @Body() asked: MoveInDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const resident = { partyId: asked.partyId as PartyId, kind: asked.kind, days: daysOfDto(asked) };
    await this.change(tenant, (tx) => this.residents.moveIn(tx, id, resident, recordingOf(asked, staff)));
  }

  @Post('residents/:partyId/move-out')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'From a day on somebody no longer lives there' })
  @ApiNoContentResponse()
  async moveOut(
    @IdParam() id: AccountId,
    @IdParam('partyId') partyId: PartyId,
    @Body() asked: MoveOutDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const leaving = { partyId, from: parseDate(asked.from) };
    await this.change(tenant, (tx) => this.residents.moveOut(tx, id, leaving, recordingOf(asked, staff)));
  }

  @Post('absences')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'A registered person was away, proved by a paper' })
  @ApiNoContentResponse()
  async recordAbsence(
    @IdParam() id: AccountId,
    @Body() asked: NewAbsenceDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const absence = { ...absenceOf(asked), appliedOn: parseDate(asked.appliedOn) };
    await this.change(tenant, (tx) => this.residents.recordAbsence(tx, id, absence, recordingOf(asked, staff)));
  }

  @Post('absences/preview')
  @RequirePermission('account.edit')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What an absence would let off, and why some services let off nothing; nothing is written',
  })
  @ApiOkResponse({ type: ForeseenAbsenceDto })
  async foreseeAbsence(
    @IdParam() id: AccountId,
    @Body() asked: SupposedAbsenceDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<ForeseenAbsenceDto> {
    const absence = { ...absenceOf(asked), appliedOn: parseDate(asked.appliedOn) };
    const foreseen = await this.foresight.foresee(tenant, id, absence, userId);
    const services = await this.change(tenant, (tx) => this.services.list(tx));
    const nameOf = (serviceId: string) => services.find((one) => one.id === serviceId)?.name ?? '';
    return {
      ...{ days: foreseen.days, amount: foreseen.amount.toString(), unknown: foreseen.unknown.map(formatPeriod) },
      services: foreseen.services.map(({ serviceId, amount }) => ({
        service: nameOf(serviceId),
        amount: amount.toString(),
      })),
      nothing: foreseen.nothing.map(({ serviceId, why }) => ({ service: nameOf(serviceId), why })),
    };
  }

  @Post('absences/withdraw')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an absence back' })
  @ApiNoContentResponse()
  async withdrawAbsence(
    @IdParam() id: AccountId,
    @Body() asked: AbsenceDaysDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.change(tenant, (tx) =>
      this.residents.withdrawAbsence(tx, id, absenceOf(asked), recordingOf(asked, staff)),
    );
  }

  @Get('certificates')
  @RequirePermission('certificate.issue')
  @ApiOperation({ summary: 'Certificates of the passport desk, the latest first' })
  @ApiOkResponse({ type: CertificateListDto })
  async listCertificates(
    @IdParam() id: AccountId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<CertificateListDto> {
    return this.change(tenant, async (tx) => {
      await this.accounts.card(tx, id, await this.clock.today(tx));
      return whole(await this.certificates.ofAccount(tx, id));
    });
  }

  @Post('certificates')
  @RequirePermission('certificate.issue')
  @ApiOperation({ summary: 'Certify household composition or registration on a day' })
  @ApiCreatedResponse({ type: CertificateDto })
  async issueCertificate(
    @IdParam() id: AccountId,
    @Body() { kind, on, purpose = null }: CertificateRequestDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<CertificateDto> {
    return this.change(tenant, (tx) =>
      this.certificates.issue(tx, id, { kind, on: parseDate(on), purpose }, staff.userId),
    );
  }

  private change<T>(tenant: Tenant, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant(tenant, work);
  }
}

/** @throws DomainError `account.split-part` of a part that has no room */
function roomPart({ premisesId, payerId, number = null, weight }: SplitAccountDto['parts'][number], i: number) {
  if (premisesId === undefined || weight === undefined) throw new DomainError('account.split-part', { part: i + 1 });
  return { premisesId: premisesId as PremisesId, payerId: payerId as PartyId, number, weight };
}

/** @throws DomainError `account.split-part` of a part that has no share */
function sharePart({ share, payerId, number = null, residentIds = [] }: SplitAccountDto['parts'][number], i: number) {
  if (share === undefined) throw new DomainError('account.split-part', { part: i + 1 });
  return { share: shareOf(share), payerId: payerId as PartyId, number, residentIds: residentIds as PartyId[] };
}

function termsOf({ from, payerId }: PayerChangeDto & BasisDto) {
  return { from: parseDate(from), payerId: payerId as PartyId };
}

/** The day of coming back is the last of the absence's days. */
function absenceOf({ partyId, from, until }: Pick<AbsenceDaysDto, 'partyId' | 'from' | 'until'>) {
  return { partyId: partyId as PartyId, days: { from: parseDate(from), to: addDays(parseDate(until), 1) } };
}
