import { Notice, useFormat, useMessages } from '@dvor/ui';
import { useCalendar } from '../calendar.js';
import { basisMessages } from './messages.js';
import { isDay, typedDay } from './typed.js';

/** Says before it is saved that a change reaches into closed months. */
export function PastNotice({ from }: { from: string }) {
  const t = useMessages(basisMessages);
  const format = useFormat();
  const { workingPeriod } = useCalendar();
  if (!isDay(from)) return null;
  const month = typedDay(from).slice(0, 7);
  return month < workingPeriod ? <Notice tone="info">{t('past', { month: format.month(month) })}</Notice> : null;
}
