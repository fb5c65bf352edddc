import type { Considered, DebtLetter, LetterBatch, LeftOutItem, Obstacle } from '@dvor/debts';
import { storedObstacle } from '@dvor/debts';
import { formatPeriod, Money } from '@dvor/kernel';
import type { DebtLetterDto, LetterBatchDto, LetterPreviewDto, ObstacleDto } from './letters.dto.js';

export function batchView({ sum, ...batch }: LetterBatch): LetterBatchDto {
  return { ...batch, sum: sum.toString() };
}

export function letterView({ principal, penalty, ...letter }: DebtLetter): DebtLetterDto {
  return { ...letter, principal: principal.toString(), penalty: penalty.toString() };
}

export function consideredView({ debtor, verdict }: Considered): LetterPreviewDto['items'][number] {
  return {
    ...{ accountId: debtor.accountId, account: debtor.number, debtor: debtor.name, address: debtor.address },
    ...{ principal: verdict.principal.toString(), penalty: verdict.penalty.toString() },
    obstacles: verdict.obstacles.map(obstacleView),
    leftOut: verdict.leftOut.map(leftOutView),
  };
}

export function obstacleView(obstacle: Obstacle): ObstacleDto {
  return storedObstacleView(storedObstacle(obstacle));
}

/** Obstacles are kept with a batch as texts. */
export function storedObstacleView(kept: Readonly<Record<string, string>>): ObstacleDto {
  const { reason = '', plan, about, sum, on } = kept;
  const what = plan ?? about ?? kept['case'];
  return {
    reason,
    ...(what !== undefined && { what }),
    ...(sum !== undefined && { sum }),
    ...(on !== undefined && { on }),
  };
}

export function leftOutView({ item, why }: LeftOutItem) {
  return { period: formatPeriod(item.origin), why, sum: item.principal.plus(item.penalty).toString() };
}

export function sumOf(considered: readonly Considered[]): string {
  return Money.sum(considered.flatMap(({ verdict }) => [verdict.principal, verdict.penalty])).toString();
}
