import { addMonths, type LocalDate, type Period, periodOfDate } from '@dvor/kernel';

/**
 * The month in which money of a day is booked: that day's own, unless it is closed; then the first that is open. Before
 * any month is closed there is no past to keep to, and it is today's.
 */
export function openMonth(
  paidOn: LocalDate,
  { today, lastClosed }: { readonly today: LocalDate; readonly lastClosed: Period | null },
): Period {
  if (lastClosed === null) return periodOfDate(today);
  const wished = periodOfDate(paidOn);
  return wished <= lastClosed ? addMonths(lastClosed, 1) : wished;
}
