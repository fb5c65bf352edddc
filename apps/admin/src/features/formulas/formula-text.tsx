import { Notice, useMessages } from '@dvor/ui';
import { Textarea } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import type { FormulaChecked } from './api.js';
import classes from './formulas.module.css';
import { formulaMessages } from './messages.js';

/** The text of a formula, and under it what is wrong and where. */
export function FormulaText({
  value,
  onChange,
  error,
  checked,
  field,
}: {
  value: string;
  onChange: (text: string) => void;
  error: ReactNode;
  /** What the server says of this very text; none while it is being asked. */
  checked: FormulaChecked | null;
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const t = useMessages(formulaMessages);
  return (
    <div>
      <Textarea
        ref={field}
        className={classes.text}
        label={t('text')}
        description={t('text.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        autosize
        minRows={3}
        maxLength={2000}
        spellCheck={false}
        value={value}
        error={error}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <div className={classes.verdict} aria-live="polite">
        {value.trim() !== '' && <Verdict text={value} checked={checked} />}
      </div>
    </div>
  );
}

function Verdict({ text, checked }: { text: string; checked: FormulaChecked | null }) {
  const t = useMessages(formulaMessages);
  if (!checked) return <p className={classes.quiet}>{t('checking')}</p>;
  const { fault } = checked;
  if (!fault) return <Notice tone="good">{t('right')}</Notice>;
  const end = fault.at + fault.length;
  return (
    <Notice tone="danger" title={t('fault.at')}>
      {fault.message}
      <p className={classes.echo}>
        <span className={classes.hidden}>{t('fault.place')}: </span>
        {text.slice(0, fault.at)}
        <mark>{text.slice(fault.at, end) || '␣'}</mark>
        {text.slice(end)}
      </p>
    </Notice>
  );
}
