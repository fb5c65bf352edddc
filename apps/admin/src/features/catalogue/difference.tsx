import { Notice, useMessages } from '@dvor/ui';
import classes from './catalogue.module.css';
import { catalogueMessages } from './messages.js';

/** Somebody else was faster: what they wrote beside what stands in the form. Saving once more keeps the form's. */
export function Difference({
  rows,
}: {
  rows: readonly { readonly label: string; readonly theirs: string; readonly mine: string }[];
}) {
  const t = useMessages(catalogueMessages);
  const differing = rows.filter(({ theirs, mine }) => theirs !== mine);
  return (
    <Notice tone="attention" title={t('stale.title')}>
      {differing.length === 0 ? (
        t('stale.same')
      ) : (
        <>
          <table className={classes.difference}>
            <thead>
              <tr>
                <td />
                <th scope="col">{t('stale.theirs')}</th>
                <th scope="col">{t('stale.mine')}</th>
              </tr>
            </thead>
            <tbody>
              {differing.map(({ label, theirs, mine }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{theirs || '—'}</td>
                  <td>{mine || '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {t('stale.text')}
        </>
      )}
    </Notice>
  );
}

export function rowsOf(theirs: Readonly<Record<string, string>>, mine: Readonly<Record<string, string>>) {
  return Object.entries(theirs).map(([label, value]) => ({ label, theirs: value, mine: mine[label] ?? '' }));
}
