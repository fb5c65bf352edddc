import { Figure, FigureStrip, Notice, Section, Sheet, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { ImportDetails, ImportState, ImportTotals } from './api.js';
import { BadRowsButton } from './bad-rows-button.js';
import { ApplyButton, UndoButton } from './step-buttons.js';
import { ControlTotals } from './control-totals.js';
import classes from './imports.module.css';
import { importMessages } from './messages.js';
import { ProblemCounts } from './problem-counts.js';
import { ProblemsPanel } from './problems-panel.js';

/** What a load will do, or has done: verdicts, control totals, problems, and the next step. */
export function ImportReview({ load, onColumns }: { load: ImportDetails; onColumns: () => void }) {
  const { totals } = load;
  return (
    <>
      <Outcome load={load} />
      {load.rowsClearedAt && <Cleared on={load.rowsClearedAt} />}
      {totals && (
        <>
          <Verdicts load={load} totals={totals} onColumns={onColumns} />
          <ControlTotals kind={load.kind} totals={totals} />
          {load.rowsClearedAt ? <ProblemCounts id={load.id} /> : <ProblemsPanel load={load} />}
        </>
      )}
    </>
  );
}

function Outcome({ load }: { load: ImportDetails }) {
  const t = useMessages(importMessages);
  const failure = load.failure && (
    <Notice
      tone="danger"
      title={t(load.state === 'applied' ? 'undone.refused' : FAILED[load.totals ? 'apply' : 'check'])}
    >
      {load.failure.text} {load.state === 'failed' && load.totals && t('failed.apply.text')}
    </Notice>
  );
  switch (load.state) {
    case 'applied':
      return (
        <>
          {failure}
          <Applied load={load} />
        </>
      );
    case 'undone':
      return (
        <Notice tone="info" title={t('undone.notice')}>
          {t('undone.text')}
        </Notice>
      );
    default:
      return failure;
  }
}

const FAILED = { apply: 'failed.apply', check: 'failed.check' } as const;

function Applied({ load: { kind, totals, rowsClearedAt } }: { load: ImportDetails }) {
  const t = useMessages(importMessages);
  const bad = totals?.verdicts.bad ?? 0;
  const houses = kind === 'houses' || kind === 'premises';
  return (
    <Notice
      tone="good"
      title={t('applied.title')}
      action={<Link to={houses ? '/houses' : '/accounts'}>{t(houses ? 'applied.houses' : 'applied.accounts')}</Link>}
    >
      {t('applied.text')} {bad > 0 && !rowsClearedAt && t('applied.bad', { n: bad })}
    </Notice>
  );
}

function Cleared({ on }: { on: string }) {
  const t = useMessages(importMessages);
  const format = useFormat();
  return (
    <Notice tone="info" title={t('cleared.title', { day: format.day(on) })}>
      {t('cleared.text')}
    </Notice>
  );
}

const TITLES: Partial<Readonly<Record<ImportState, 'done.title' | 'undone.title'>>> = {
  applied: 'done.title',
  undone: 'undone.title',
};

function Verdicts({ load, totals, onColumns }: { load: ImportDetails; totals: ImportTotals; onColumns: () => void }) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const done = load.state === 'applied' || load.state === 'undone';
  return (
    <Section title={t(TITLES[load.state] ?? 'plan.title')}>
      <Sheet>
        <FigureStrip>
          {(['new', 'change', 'same', 'bad'] as const).map((verdict) => (
            <Figure key={verdict} large label={t(`${done ? 'done' : 'plan'}.${verdict}`)} note={t('rows')}>
              {format.count(totals.verdicts[verdict])}
            </Figure>
          ))}
          {totals.withWarnings > 0 && (
            <Figure large label={t('plan.warnings')} note={t('rows')}>
              {format.count(totals.withWarnings)}
            </Figure>
          )}
        </FigureStrip>
        <NextStep load={load} totals={totals} onColumns={onColumns} />
      </Sheet>
    </Section>
  );
}

function NextStep({
  load,
  totals: { verdicts },
  onColumns,
}: {
  load: ImportDetails;
  totals: ImportTotals;
  onColumns: () => void;
}) {
  const t = useMessages(importMessages);
  const may = useMay();
  if (!may('import.run') || load.rowsClearedAt) return null;
  switch (load.state) {
    case 'checked':
      return (
        <>
          {verdicts.new + verdicts.change === 0 && (
            <Notice tone="info" title={t('checked.nothing')}>
              {t(verdicts.bad > 0 ? 'checked.nothing.bad' : 'checked.nothing.same')}
            </Notice>
          )}
          <div className={classes.actions}>
            {verdicts.new + verdicts.change > 0 && <ApplyButton load={load} />}
            <Button variant="default" onClick={onColumns}>
              {t('change.columns')}
            </Button>
          </div>
        </>
      );
    case 'failed':
      return (
        <div className={classes.actions}>
          <ApplyButton load={load} goOn />
          <UndoButton load={load} />
        </div>
      );
    case 'applied':
      return (
        <div className={classes.actions}>
          <BadRowsButton load={load} />
          <UndoButton load={load} />
        </div>
      );
    default:
      return null;
  }
}
