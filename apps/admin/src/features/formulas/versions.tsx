import { DataTable, Section, useFormat, useMessages } from '@dvor/ui';
import type { FormulaVersion } from './api.js';
import { FormulaState, useDays } from './formula-state.js';
import classes from './formulas.module.css';
import { formulaMessages } from './messages.js';

/** What the formula said at its times; what was in force never changes. */
export function Versions({ versions }: { versions: readonly FormulaVersion[] }) {
  const t = useMessages(formulaMessages);
  const format = useFormat();
  const days = useDays();
  return (
    <Section title={t('versions')}>
      <DataTable
        wrap
        label={t('versions')}
        minWidth={760}
        rows={versions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'version',
            title: t('version.title'),
            width: 150,
            cell: (version) => (
              <>
                {t('version', { n: version.ordinal })}
                <div>
                  <FormulaState version={version} />
                </div>
              </>
            ),
          },
          { key: 'text', title: t('text'), cell: ({ text }) => <span className={classes.formula}>{text}</span> },
          { key: 'days', title: t('days'), width: 190, cell: days },
          {
            key: 'law',
            title: t('act'),
            width: 200,
            cell: ({ act, clause }) => [act, clause].filter(Boolean).join(', ') || '—',
          },
          {
            key: 'who',
            title: t('who'),
            width: 170,
            cell: ({ activatedAt, activatedBy }) =>
              activatedAt ? (
                <>
                  {activatedBy ?? '—'}
                  <div className={classes.quiet}>{format.instant(activatedAt)}</div>
                </>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </Section>
  );
}
