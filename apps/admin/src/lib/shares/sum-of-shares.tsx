import { type Share, sumOfShares } from '@dvor/housing/core';
import { useMessages } from '@dvor/ui';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { shareMessages } from './messages.js';
import { missingOf, readShare } from './read-share.js';
import classes from './shares.module.css';

/** Live: what the shares make, and what is missing to all that there is to share. */
export function SumOfShares({ shares, of }: { shares: readonly string[]; of?: Share }) {
  const t = useMessages(shareMessages);
  const known = shares.map(readShare).filter((share) => share !== null);
  const missing = missingOf(known, of);
  const whole = known.length === shares.length && missing.numerator === 0n;
  const { numerator, denominator } = sumOfShares(known);
  const sum = numerator === denominator ? '1' : `${numerator}/${denominator}`;
  const Icon = whole ? IconCircleCheck : IconAlertCircle;
  return (
    <div className={classes.sum} data-whole={whole || undefined} role="status">
      <Icon size={16} aria-hidden />
      {whole
        ? of
          ? t('all', { sum })
          : t('whole')
        : known.length < shares.length
          ? t('unread', { sum })
          : missing.numerator > 0n
            ? t('missing', { sum, missing: `${missing.numerator}/${missing.denominator}` })
            : t('over', { sum, over: `${-missing.numerator}/${missing.denominator}` })}
    </div>
  );
}
