import type { LocalDate } from '@dvor/kernel';
import type { PersonSpan } from './count-persons.js';
import type { PremisesFacts, Resident } from './facts.js';
import { clip, type Month, type Span } from './span.js';
import { isCounted } from './temporary-stay.js';

// ПП 354, п. 86, 91; п. 148(44): away for more than five full days in a row, the days of departure and arrival not
// counted. Left on 10 July, came back on 20 July: 9 full days, 11 to 19 July

/**
 * How many of the registered are away on each day of the month. Whether an absence is long enough is counted over the
 * whole of it; one that is still going is.
 */
export function countAbsent(premises: PremisesFacts, month: Month): PersonSpan[] {
  const away = (premises.residents ?? []).flatMap((resident) => awaySpans(resident, month));
  if (away.length === 0) return [];
  const days = [...new Set(away.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const spans: PersonSpan[] = [];
  for (let i = 1; i < days.length; i++) {
    const [from, to] = [days[i - 1]!, days[i]!];
    const persons = away.filter((span) => span.from <= from && span.to >= to).length;
    if (persons > 0) spans.push({ from, to, persons });
  }
  return spans;
}

const LONG_ABSENCE_DAYS = 5;

/** One resident's days away; absences that overlap are one person's all the same. */
function awaySpans(resident: Resident, month: Month): Span[] {
  if (!resident.absences || resident.absences.length === 0 || !isCounted(resident)) return [];
  const registered = clip(month, resident.from, resident.to);
  if (!registered) return [];
  const spans: Span[] = [];
  for (const { from, to } of [...resident.absences].sort((a, b) => a.from - b.from)) {
    const [first, arrival] = [from + 1, to ?? Infinity] as [LocalDate, number];
    if (arrival - first <= LONG_ABSENCE_DAYS) continue;
    const since = Math.max(first, spans.at(-1)?.to ?? first) as LocalDate;
    const away = clip(registered, since, Math.min(arrival, registered.to) as LocalDate);
    if (away) spans.push(away);
  }
  return spans;
}
