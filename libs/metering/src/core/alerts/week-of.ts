import { addDays, type LocalDate } from '@dvor/kernel';

/** The Monday of a day's week; 1970-01-01 was a Thursday. */
export function weekOf(day: LocalDate): LocalDate {
  return addDays(day, -((((day + 3) % 7) + 7) % 7));
}
