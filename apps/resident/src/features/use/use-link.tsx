import { useMessages } from '@dvor/ui';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useWords } from './messages.js';
import classes from './use.module.css';

/** From the home page to what was used. */
export function UseLink() {
  const t = useMessages(useWords);
  return (
    <Link to="/use" className={classes.open}>
      <span>{t('open')}</span>
      <IconChevronRight size={20} aria-hidden />
    </Link>
  );
}
