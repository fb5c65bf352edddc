import type { LocalDate } from '@dvor/kernel';
import type { PremisesFacts, Resident } from './facts.js';
import { Refusal } from './refusal.js';
import { type Sharing, shareSpans } from './sharing.js';
import type { Month, Span } from './span.js';
import { isCounted } from './temporary-stay.js';

/** Days with one and the same number of persons. */
export interface PersonSpan extends Span {
  readonly persons: number;
  /** The account's part of them, `1/3`: the owners of premises that it shares. None: all. */
  readonly share?: string | undefined;
}

/**
 * The persons that norms and per-person rates are multiplied by on each day of the month: registered that day,
 * permanently or temporarily, else the owners (ПП 354, п. 42, 56(2); waste: п. 148(36)).
 *
 * Two registered, the second from 11 July: 10 days of one, 21 days of two.
 *
 * @param sharing  of an account that bears a share of its premises
 */
export function countPersons(premises: PremisesFacts, month: Month, sharing: Sharing | null = null): PersonSpan[] {
  if (sharing) return countSharing(premises, month, sharing);
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

/** An account without anybody has no persons where the others have some, and its share of the owners where they haven't. */
function countSharing(premises: PremisesFacts, month: Month, sharing: Sharing): PersonSpan[] {
  const found = shareSpans(premises, month);
  const shares = found instanceof Refusal ? [] : found;
  const own = (premises.residents ?? []).filter(isCounted);
  const all = sharing.residents;
  const inside = [...own, ...all, ...shares]
    .flatMap(({ from, to }) => [from, to ?? month.to])
    .filter((day) => day > month.from && day < month.to);
  const days = [...new Set([month.from, ...inside, month.to])].sort((a, b) => a - b);
  return days.slice(1).map((to, i) => {
    const from = days[i]!;
    const registered = countOn(from, own);
    if (registered > 0 || countOn(from, all) > 0) return { from, to, persons: registered };
    const share = shares.find((span) => span.from <= from && from < span.to)?.text;
    return { from, to, persons: premises.owners ?? 1, share: share === '1' ? undefined : share };
  });
}

function touches({ from, to }: Resident, month: Span): boolean {
  return from < month.to && (to ?? Infinity) > month.from;
}

function countOn(day: LocalDate, residents: readonly Resident[]): number {
  let persons = 0;
  for (const { from, to } of residents) if (from <= day && day < (to ?? Infinity)) persons++;
  return persons;
}
