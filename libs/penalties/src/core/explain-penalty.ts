import { formatDate, type LocalDate, type Money } from '@dvor/kernel';
import type { PenaltySpan, PortionPenalty } from './accrue-penalty.js';

/** One part of a debt in a sentence for its payer: what was late, for how long, at which rate, what it came to. */
export function explainPenalty({ due, amount, paidOn, penalty, spans }: PortionPenalty): string {
  const fate = paidOn === null ? 'не оплачено' : `оплачено ${dayText(paidOn)}`;
  const what = `${roublesText(amount)} со сроком оплаты до ${dayText(due.due)}: ${fate}.`;
  if (penalty.isZero) return `${what} Пени нет${whyNone(spans)}.`;
  return `${what} ${spans.map(spanText).join(', ')}. Пени ${roublesText(penalty)}.`;
}

/** `9,5 % / 300`, or why days are free. */
export function rateText({ rate, divisor, free }: Pick<PenaltySpan, 'rate' | 'divisor' | 'free'>): string {
  if (free) return FREE[free];
  return `${percentText(rate)} / ${divisor}`;
}

/** Ten-thousandths of a percent as people write them: `9,5 %`. */
export function percentText(rate: number): string {
  return `${(rate / 10_000).toString().replace('.', ',')} %`;
}

const FREE = { 'first-days': 'без пени', moratorium: 'мораторий', instalments: 'рассрочка' } as const;

function spanText(span: PenaltySpan): string {
  return `${daysText(span.days)} – ${rateText(span)}`;
}

function whyNone(spans: readonly PenaltySpan[]): string {
  if (spans.length === 0) return ': просрочки не было';
  const all = (reason: PenaltySpan['free']) => spans.every(({ free }) => free === reason);
  const days = spans.reduce((sum, span) => sum + span.days, 0);
  if (all('first-days')) return `: ${daysText(days)} просрочки, первые дни – без пени`;
  if (spans.every(({ free }) => free !== null))
    return spans.some(({ free }) => free === 'instalments')
      ? ': рассрочка соблюдалась'
      : ': дни просрочки закрыты мораторием';
  return ': она меньше половины копейки';
}

export function dayText(date: LocalDate): string {
  const [year, month, day] = formatDate(date).split('-');
  return `${day}.${month}.${year}`;
}

export function daysText(days: number): string {
  const [ten, one] = [days % 100, days % 10];
  if (ten >= 11 && ten <= 14) return `${days} дней`;
  return `${days} ${one === 1 ? 'день' : one >= 2 && one <= 4 ? 'дня' : 'дней'}`;
}

function roublesText(money: Money): string {
  const [whole = '', fraction = ''] = money.toString().split('.');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0')},${fraction}\u00a0₽`;
}
