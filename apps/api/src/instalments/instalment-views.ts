import { Injectable } from '@nestjs/common';
import { Services, Suppliers } from '@dvor/catalogue';
import { formatDate, formatPeriod, type LocalDate, Money, type Period } from '@dvor/kernel';
import type { InstalmentOffer, PartStanding, Plan, PlanDraft, PlanEvent, PlanPart, PlanPlace } from '@dvor/penalties';
import { OrganizationClock, type Tx } from '@dvor/platform';
import type {
  InstalmentDraftDto,
  InstalmentOfferDto,
  InstalmentPartDto,
  InstalmentPlanCardDto,
  InstalmentPlanDto,
} from './instalments.dto.js';

/** Plans of instalments as the console and the cabinet show them. */
@Injectable()
export class InstalmentViews {
  constructor(
    private readonly services: Services,
    private readonly suppliers: Suppliers,
    private readonly clock: OrganizationClock,
  ) {}

  async draft(tx: Tx, draft: PlanDraft): Promise<InstalmentDraftDto> {
    const { debt, rate, mostRate, parts, places } = draft;
    return {
      ...{ debt: debt.toString(), rate: percent(rate), mostRate: percent(mostRate), parts: parts.map(partDto) },
      interest: Money.sum(parts.map(({ interest }) => interest)).toString(),
      places: await this.places(tx, places),
    };
  }

  async card(tx: Tx, plan: Plan & { readonly events: readonly PlanEvent[] }): Promise<InstalmentPlanCardDto> {
    const { note, documentId, begun, parts, progress, places, events, graceDays, misses } = plan;
    return {
      ...planDto(plan),
      ...{ note, documentId, graceDays, misses },
      places: await this.places(tx, places),
      parts: progress
        ? progress.parts.map(standingDto)
        : parts.map((part) => standingDto({ ...part, state: 'ahead', paidOn: null, left: part.amount })),
      events: begun || events.length > 0 ? [...events] : [],
    };
  }

  private async places(tx: Tx, places: readonly PlanPlace[]): Promise<InstalmentDraftDto['places']> {
    const services = new Map((await this.services.list(tx)).map(({ id, name }) => [id, name]));
    const suppliers = new Map(
      (await this.suppliers.list(tx, await this.clock.today(tx))).map(({ id, name }) => [id, name]),
    );
    return places.map(({ recipientId, serviceId, origin, kind, amount }) => ({
      ...{
        recipientId,
        recipient: suppliers.get(recipientId) ?? '',
        serviceId,
        service: services.get(serviceId) ?? '',
      },
      ...{ period: formatPeriod(origin), kind, amount: amount.toString() },
    }));
  }
}

export function planDto(plan: Plan): InstalmentPlanDto {
  const { id, number, accountId, account, address, payer, basis, standing, rate, debt, progress, begun } = plan;
  const next = progress?.endedOn ? undefined : progress?.parts.find(({ left }) => !left.isZero);
  return {
    ...{ id, number, accountId, account, address, payer, basis, standing },
    rate: percent(rate),
    debt: debt.toString(),
    paid: (progress?.paid ?? Money.zero).toString(),
    left: (progress?.left ?? debt).toString(),
    startedOn: day(begun?.terms.startedOn),
    endedOn: day(progress?.endedOn ?? progress?.doneOn),
    next: next ? standingDto(next) : null,
  };
}

export function offerDto({ period, amount, before, rate, ...offer }: InstalmentOffer): InstalmentOfferDto {
  const { id, accountId, account, address, service, parts, state, answerUntil, offeredAt, answeredAt, planId } = offer;
  return {
    ...{ id, accountId, account, address, service, parts, state, answerUntil, offeredAt, answeredAt, planId },
    ...{ period: formatPeriod(period as Period), amount: amount.toString(), before: before.toString() },
    rate: percent(rate),
  };
}

export function partDto({ dueOn, amount, interest }: PlanPart): InstalmentPartDto {
  return { dueOn: formatDate(dueOn), amount: amount.toString(), interest: interest.toString() };
}

function standingDto(part: PartStanding): InstalmentPlanCardDto['parts'][number] {
  return { ...partDto(part), state: part.state, paidOn: day(part.paidOn), left: part.left.toString() };
}

/** Ten-thousandths of a percent. */
function percent(rate: number): string {
  return String(rate / 10_000);
}

function day(date: LocalDate | null | undefined): string | null {
  return date === null || date === undefined ? null : formatDate(date);
}
