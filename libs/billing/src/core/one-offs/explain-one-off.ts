import { decimal, Money } from '@dvor/kernel';
import { dayOf, figure, rateOf, roubles, unitName } from '../working/russian-figures.js';
import type { OneOffWorking } from './one-off-working.js';

/** What was done by which act, or that it was taken back. */
export function explainOneOff({ name, act, reversedOn, quantity, unit, rate, prepaid }: OneOffWorking): {
  sentence: string;
  steps: { label: string; figure: string }[];
} {
  const many = figure(decimal(quantity).abs().toString());
  const what = `${name}, ${many} ${unitName(unit)} по ${rateOf(rate)}, акт № ${act.number} от ${dayOf(act.date)}`;
  const paid = prepaid ? ` Предоплата ${roubles(Money.parse(prepaid))} учтена в оплатах.` : '';
  return {
    sentence: reversedOn ? `Сняли отменённую работу: ${what}.` : `${what}.${paid}`,
    steps: [
      { label: 'Акт', figure: `№ ${act.number} от ${dayOf(act.date)}` },
      ...(reversedOn ? [{ label: 'Отменён', figure: dayOf(reversedOn) }] : []),
      { label: 'Количество', figure: `${figure(quantity)} ${unitName(unit)}` },
      ...(prepaid ? [{ label: 'Предоплата', figure: roubles(Money.parse(prepaid)) }] : []),
    ],
  };
}
