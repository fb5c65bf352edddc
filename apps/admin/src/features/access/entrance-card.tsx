import { Brand, setLanguage, useLanguage, useMessages } from '@dvor/ui';
import type { ReactNode } from 'react';
import classes from './access.module.css';
import { accessMessages } from './messages.js';

/** The sheet in the middle of the window where one comes in. */
export function EntranceCard({ wide, children }: { wide?: boolean; children: ReactNode }) {
  const t = useMessages(accessMessages);
  const language = useLanguage();
  const other = language === 'ru' ? 'en' : 'ru';
  return (
    <main className={classes.entrance}>
      <div className={classes.card} data-wide={wide || undefined}>
        <div className={classes.top}>
          <Brand name={t('product')} size={28} />
          <button type="button" className={classes.language} lang={other} onClick={() => setLanguage(other)}>
            {other === 'en' ? 'English' : 'Русский'}
          </button>
        </div>
        {children}
      </div>
    </main>
  );
}
