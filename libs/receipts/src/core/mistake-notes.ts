import { Money, parsePeriod } from '@dvor/kernel';
import type { ManualWorking, Working } from '@dvor/billing/core';
import { moneyText } from './money-text.js';
import { monthName } from './month-name.js';

/** What the bill gives back because we had charged above the due, and who found it (ЖК РФ, ст. 157, ч. 6–7). */
export function mistakeNotes(
  lines: readonly { readonly serviceId: string; readonly working: Working }[],
  nameOf: (serviceId: string) => string,
): string[] {
  return lines.flatMap(({ serviceId, working }) =>
    working.formula === 'manual' && working.overcharge ? [noteOf(nameOf(serviceId), working)] : [],
  );
}

function noteOf(service: string, { period, amount, overcharge }: ManualWorking): string {
  const what = `${service}, ${monthName(parsePeriod(period))}`;
  const sum = `${moneyText(Money.parse(amount).negated())} ₽`;
  return overcharge === 'claimed'
    ? `${what}: по вашему заявлению возвращаем лишнее, ${sum}.`
    : `${what}: мы сами нашли ошибку и возвращаем лишнее, ${sum}. Приносим извинения.`;
}
