import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ResidentCaller } from '@dvor/auth';
import { type AccountId, DomainError } from '@dvor/kernel';
import { type InstalmentOffer, InstalmentOffers, InstalmentPlans, type OfferId } from '@dvor/penalties';
import type { Tx } from '@dvor/platform';
import { CurrentResident, ForResidents } from '../door/access.js';
import { isId } from '../door/fields.js';
import { IdParam } from '../door/id.pipe.js';
import { InstalmentViews, offerDto, partDto } from '../instalments/instalment-views.js';
import { OfferAnswerDto, OwnInstalmentsDto } from '../instalments/instalments.dto.js';
import { OwnAccounts } from './own-accounts.js';

@ApiTags('Resident')
@Controller('resident')
export class OwnInstalmentsController {
  constructor(
    private readonly own: OwnAccounts,
    private readonly plans: InstalmentPlans,
    private readonly offers: InstalmentOffers,
    private readonly views: InstalmentViews,
  ) {}

  @Get('accounts/:id/instalments')
  @ForResidents()
  @ApiOperation({ summary: 'My instalments, and those I may take' })
  @ApiOkResponse({ type: OwnInstalmentsDto })
  async readOwnInstalments(
    @IdParam() id: AccountId,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<OwnInstalmentsDto> {
    return this.own.inAccount(resident, id, (tx) => this.read(tx, id));
  }

  @Post('accounts/:id/instalment-offers/:offerId/answer')
  @ForResidents()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take the instalments that I have a right to, or say no',
    description: 'A yes begins them today.',
  })
  @ApiOkResponse({ type: OwnInstalmentsDto })
  async answerOwnOffer(
    @IdParam() id: AccountId,
    @Param('offerId') offerId: OfferId,
    @Body() { answer }: OfferAnswerDto,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<OwnInstalmentsDto> {
    return this.own.inAccount(resident, id, async (tx) => {
      if (!isId(offerId) || (await this.offers.read(tx, offerId)).accountId !== id)
        throw new DomainError('instalment.offer-not-found');
      if (answer === 'accepted') await this.offers.accept(tx, offerId, resident.userId);
      else await this.offers.decline(tx, offerId, resident.userId);
      return this.read(tx, id);
    });
  }

  private async read(tx: Tx, id: AccountId): Promise<OwnInstalmentsDto> {
    const plans: OwnInstalmentsDto['plans'] = [];
    for (const plan of await this.plans.ofAccount(tx, id))
      if (plan.begun) plans.push(await this.views.card(tx, { ...plan, events: [] }));
    const offers: OwnInstalmentsDto['offers'] = [];
    for (const offer of await this.offers.openOf(tx, [id]))
      offers.push({ ...offerDto(offer), schedule: await this.scheduleOf(tx, offer) });
    return { plans, offers };
  }

  private async scheduleOf(tx: Tx, offer: InstalmentOffer): Promise<OwnInstalmentsDto['offers'][number]['schedule']> {
    const draft = await this.offers.draft(tx, offer);
    return draft ? draft.parts.map(partDto) : [];
  }
}
