import { explain } from '@dvor/billing';
import type { DebtStep, Obstacle, Restriction, RestrictionCandidate } from '@dvor/debts';
import { formatDate, type LocalDate, type Money } from '@dvor/kernel';
import { obstacleView } from './letter-views.js';
import type { RestrictionDetailDto, RestrictionDto, RestrictionPreviewDto } from './restrictions.dto.js';
import { stepView } from './step-view.js';

const dayOr = (day: LocalDate | null) => (day === null ? null : formatDate(day));

export function restrictionView(one: Restriction): RestrictionDto {
  const { id, accountId, account, debtor, address, serviceId, service, stage, clearedWhy, endedWhy, warning } = one;
  return {
    ...{ id, accountId, account, debtor, address, serviceId, service, stage, clearedWhy, endedWhy, warning },
    ...{ debt: one.debt.toString(), beganOn: formatDate(one.beganOn) },
    ...{ warnedOn: dayOr(one.warnedOn), remindedOn: dayOr(one.remindedOn) },
    ...{ limitedOn: dayOr(one.limitedOn), suspendedOn: dayOr(one.suspendedOn) },
    ...{ clearedOn: dayOr(one.clearedOn), endedOn: dayOr(one.endedOn) },
    next: one.next && { act: one.next.act, from: dayOr(one.next.from), until: dayOr(one.next.until) },
  };
}

export function restrictionDetailView(
  one: Restriction,
  { debt, obstacles, steps }: { debt: Money; obstacles: readonly Obstacle[]; steps: readonly DebtStep[] },
): RestrictionDetailDto {
  return {
    ...restrictionView(one),
    ...{ owes: debt.toString(), normFee: one.normFee.toString(), explained: explained(one.workings) },
    ...{ canLimit: one.canLimit, canSuspend: one.right.suspend },
    ...{ obstacles: obstacles.map(obstacleView), steps: steps.map(stepView) },
  };
}

export function candidateView({
  debtor,
  services,
  obstacles,
}: RestrictionCandidate): RestrictionPreviewDto['items'][number] {
  return {
    ...{ accountId: debtor.accountId, account: debtor.number, debtor: debtor.name, address: debtor.address },
    services: services.map(({ serviceId, name, debt, normFee, workings, canLimit }) => ({
      ...{ serviceId, service: name, canLimit },
      ...{ debt: debt.toString(), normFee: normFee.toString(), explained: explained(workings) },
    })),
    obstacles: obstacles.map(obstacleView),
  };
}

/** Step by step; the sentence would say why no meter was asked, and here none ever is. */
function explained(workings: Restriction['workings']): string[] {
  return workings.flatMap((working) => explain(working).steps.map(({ label, figure }) => `${label}: ${figure}`));
}
