import { Decimal, decimal, Money } from '@dvor/kernel';
import { Volume } from '../volume.js';
import { daysOf, figure, personsOf, roubles } from '../working/russian-figures.js';
import { benefitAmount } from './benefit-amount.js';
import type { BenefitPart, BenefitWorking } from './benefit-working.js';

/** Which category let the payer off, of what, and why it and no other. */
export function explainBenefit(working: BenefitWorking): {
  sentence: string;
  steps: { label: string; figure: string }[];
} {
  const { fee, of, parts, shown } = working;
  const told = parts.map((part) => toldOf(part, of)).join('; ');
  const beaten = [
    ...new Set(parts.flatMap((part) => part.beaten ?? []).map(([name, percent]) => lesser(name, percent))),
  ];
  const others = beaten.length === 0 ? '' : ` Взяли её, потому что она больше: ${beaten.join(', ')}.`;
  const paidBy =
    shown === 'net'
      ? ''
      : ` Плату это не уменьшает: ${roubles(benefitAmount(working).negated())} компенсирует соцзащита.`;
  return {
    sentence: `Льгота ${told} от платы ${roubles(Money.parse(fee))}.${others}${paidBy}`,
    steps: [
      { label: 'Плата за услугу без надбавок и пеней', figure: roubles(Money.parse(fee)) },
      ...parts.flatMap((part) => [
        { label: withDays(`Льгота «${part.category}»`, part.days, of), figure: `${figure(part.percent)} %` },
        ...shareSteps(part),
      ]),
    ],
  };
}

function toldOf({ category, percent, share, days }: BenefitPart, of: number): string {
  const only = share ? `, только на ${within(share)}` : '';
  const part = days === of ? '' : ` за ${daysOf(days)} из ${of}`;
  return `«${category}», ${figure(percent)} %${only}${part}`;
}

function within({ by, covered, whole }: NonNullable<BenefitPart['share']>): string {
  const unit = by === 'area' ? ' м²' : '';
  return `${shown(covered)} из ${shown(whole)}${unit}`;
}

function shareSteps({ share }: BenefitPart): { label: string; figure: string }[] {
  if (!share) return [];
  const norms =
    share.by === 'area'
      ? [{ label: 'Норма площади × человек', figure: `${figure(share.norm)} м² × ${personsOf(share.persons)}` }]
      : share.norms.map(([norm, persons, days]) => ({
          label: `Норма объёма на человека в месяц × человек, ${daysOf(days)}`,
          figure: `${shown(norm)} × ${personsOf(persons)}`,
        }));
  return [...norms, { label: 'Льгота действует на часть', figure: within(share) }];
}

function lesser(name: string, percent: string): string {
  return `«${name}» дала бы ${figure(decimal(percent).toString())} %`;
}

function withDays(label: string, days: number, of: number): string {
  return days === of ? label : `${label}, ${daysOf(days)} из ${of}`;
}

/** A fraction is rounded for the eye only. */
function shown(written: string): string {
  return figure(Volume.parse(written).toDecimal().round(3, Decimal.roundHalfUp).toString());
}
