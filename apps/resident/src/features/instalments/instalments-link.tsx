import { useFormat, useMessages } from '@dvor/ui';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useInstalments, usePenalties } from './api.js';
import classes from './instalments.module.css';
import { instalmentMessages } from './messages.js';

/** On the home page: what waits for an answer, the next part, or what delay has cost; nothing where there is nothing. */
export function InstalmentsLink({ accountId }: { accountId: string }) {
  const t = useMessages(instalmentMessages);
  const format = useFormat();
  const { data } = useInstalments(accountId);
  const penalties = usePenalties(accountId).data;
  const next = data?.plans.find((plan) => plan.next)?.next;
  const owed = penalties && /[1-9]/.test(penalties.owed) ? penalties.owed : null;
  const told = data?.offers.length
    ? t('home.offer')
    : next
      ? t('home.plan', { sum: format.money(next.left), day: format.longDay(next.dueOn) })
      : owed && t('home.penalty', { sum: format.money(owed) });
  if (!told) return null;
  return (
    <Link to="/instalments" className={classes.open}>
      <span>{told}</span>
      <IconChevronRight size={20} aria-label={t('open')} />
    </Link>
  );
}
