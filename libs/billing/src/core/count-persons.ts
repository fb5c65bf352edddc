import type { LocalDate } from '@dvor/kernel';
import type { PremisesFacts, Resident } from './facts.js';
import type { Month, Span } from './span.js';

/** Days with one and the same number of persons. */
export interface PersonSpan extends Span {
  readonly persons: number;
}

/**
 * The persons that norms and per-person rates are multiplied by on each day of the month: registered that day,
 * permanently or temporarily, else the owners (ПП 354, п. 42, 56(2); waste: п. 148(36)).
 *
 * Two registered, the second from 11 July: 10 days of one, 21 days of two.
 */
export function countPersons(premises: PremisesFacts, month: Month): PersonSpan[] {
  const owners = premises.owners ?? 1;
  const residents = (premises.residents ?? []).filter((resident) => isCounted(resident) && touches(resident, month));
  const days = [month.from, month.to];
  for (const { from, to } of residents) {
    if (from > month.from) days.push(from);
    if ((to ?? Infinity) < month.to) days.push(to!);
  }
  if (days.length > 2) days.sort((a, b) => a - b);

  const spans: { from: LocalDate; to: LocalDate; persons: number }[] = [];
  for (let i = 1; i < days.length; i++) {
    const [from, to] = [days[i - 1]!, days[i]!];
    if (from === to) continue;
    const registered = countOn(from, residents);
    const persons = registered > 0 ? registered : owners;
    const last = spans.at(-1);
    if (last?.persons === persons) last.to = to;
    else spans.push({ from, to, persons });
  }
  return spans;
}

/** A temporary resident counts from the first day of a stay of more than five days in a row (п. 42, 56; 148(34)). */
export function isCounted({ from, to, temporary }: Resident): boolean {
  return !temporary || (to ?? Infinity) - from > SHORT_STAY_DAYS;
}

const SHORT_STAY_DAYS = 5;

function touches({ from, to }: Resident, month: Span): boolean {
  return from < month.to && (to ?? Infinity) > month.from;
}

function countOn(day: LocalDate, residents: readonly Resident[]): number {
  let persons = 0;
  for (const { from, to } of residents) if (from <= day && day < (to ?? Infinity)) persons++;
  return persons;
}
