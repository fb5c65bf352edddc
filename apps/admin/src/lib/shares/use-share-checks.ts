import type { Share } from '@dvor/housing/core';
import { useMessages } from '@dvor/ui';
import { shareMessages } from './messages.js';
import { missingOf, readShare } from './read-share.js';

/** What can be said of a share before the server is asked: is it one, and do all together make what there is. */
export function useShareChecks(of?: Share) {
  const t = useMessages(shareMessages);
  return (text: string, all: readonly string[]): string | null => {
    if (!readShare(text)) return t('wrong');
    const read = all.map(readShare).filter((share) => share !== null);
    if (read.length < all.length) return null;
    const { numerator, denominator } = missingOf(read, of);
    if (numerator === 0n) return null;
    return numerator > 0n ? t('nobodys', { missing: `${numerator}/${denominator}` }) : t('tooMuch');
  };
}
