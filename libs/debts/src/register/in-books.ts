import { formatDate, type LocalDate } from '@dvor/kernel';

/** As of which day debts are looked at. */
export interface DebtView {
  /** Ages are counted to it. */
  readonly day: LocalDate;
  /**
   * What counts: `now`: all that is in the books today; `booked`: what belongs to the months before the day's and what was
   * booked in its own up to it, so that a month's last day shows what the month ended with; `known-then`: of that what was
   * entered by the end of the day itself, which never changes afterwards.
   */
  readonly books: 'now' | 'booked' | 'known-then';
}

/** For a query: the day up to which postings count, and whether they had to be known by then. */
export function viewParameters({ day, books }: DebtView): [day: string | null, knownThen: boolean] {
  return [books === 'now' ? null : formatDate(day), books === 'known-then'];
}

/** Of postings `p`, those that a view sees; `day` and `knownThen` are its two parameters. */
export function inBooks(day: string, knownThen: string): string {
  const month = `date_trunc('month', ${day}::date)`;
  return `(${day}::date is null
       or (p.period <= ${day}::date
           and (p.period < ${month} or ${day}::date = ${month} + interval '1 month - 1 day'
                or exists (select from ledger_entries e where e.id = p.entry_id and e.booked_on <= ${day}::date))
           and (not ${knownThen}::boolean
                or exists (select from ledger_entries e where e.id = p.entry_id and e.recorded_at < ${endOf(day)}))))`;
}

/** The first instant after a day, by the organisation's clock. */
export function endOf(day: string): string {
  return `((${day}::date + 1)::timestamp at time zone (select time_zone from organizations where id = current_organization()))`;
}
