import { Notice, useFormat, useMessages } from '@dvor/ui';
import type { OwnMeter } from './api.js';
import { readingMessages } from './messages.js';

/** Days before the end from which the note is louder. */
const LOUD = 30;

/** That the verification of a meter ends or is over: what it means for the bill, and what to do. */
export function VerificationNote({ meter }: { meter: OwnMeter }) {
  const t = useMessages(readingMessages);
  const format = useFormat();
  const { verification, verifiedUntil, daysLeft, resource } = meter;
  if ((verification !== 'soon' && verification !== 'over') || verifiedUntil === null || daysLeft === null) return null;
  const isOver = verification === 'over';
  const isPower = resource === 'electricity'; // its readings count all the same, and others see to it (ПП 354, п. 80(1))
  const day = format.longDay(verifiedUntil);
  const title = isOver
    ? t('verification.over', { day })
    : daysLeft === 0
      ? t('verification.today')
      : t('verification.soon', { day, n: daysLeft });
  const tone = isPower ? 'info' : isOver ? 'danger' : daysLeft <= LOUD ? 'attention' : 'info';
  return (
    <Notice tone={tone} title={title}>
      {t(isPower ? 'verification.means.power' : `verification.means.${verification}`)}{' '}
      {t(isPower ? 'verification.do.power' : 'verification.do')}
    </Notice>
  );
}
