import { createContext, useContext } from 'react';

/** The organisation's own day, and the month it works in. */
interface Calendar {
  /** `2026-11-02` */
  readonly today: string;
  /** `2026-11`: months before it are closed. */
  readonly workingPeriod: string;
  readonly timeZone: string;
}

const CalendarContext = createContext<Calendar | null>(null);
export const CalendarProvider = CalendarContext;

export function useCalendar(): Calendar {
  const calendar = useContext(CalendarContext);
  if (!calendar) throw new Error('CalendarProvider is missing');
  return calendar;
}
