import { EmptyState, Section, Sheet, StatusBadge, useFormat, useMessages } from '@dvor/ui';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconPlus, IconX } from '@tabler/icons-react';
import type { FormulaChecked, FormulaInput } from './api.js';
import classes from './formulas.module.css';
import { formulaMessages } from './messages.js';
import { isSum, type TypedCase } from './typed-formula.js';

type Outcome = FormulaChecked['outcomes'][number];

/** Examples with sums reckoned by hand, each told at once whether the formula comes to them. */
export function Bench({
  cases,
  inputs,
  outcomeOf,
  onChange,
}: {
  cases: readonly TypedCase[];
  /** What the formula asks for. */
  inputs: readonly FormulaInput[];
  /** `null`: not known yet. */
  outcomeOf: (place: number) => Outcome | null;
  onChange: (cases: readonly TypedCase[]) => void;
}) {
  const t = useMessages(formulaMessages);
  const put = (place: number, change: Partial<TypedCase>) =>
    onChange(cases.map((one, i) => (i === place ? { ...one, ...change } : one)));
  return (
    <Section
      title={t('bench')}
      note={t('bench.note')}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() =>
            onChange([...cases, { name: t('case.name.n', { n: cases.length + 1 }), inputs: {}, expected: '' }])
          }
        >
          {t('case.add')}
        </Button>
      }
    >
      {cases.length === 0 ? (
        <EmptyState title={t('bench.none')}>{t('bench.none.text')}</EmptyState>
      ) : (
        <Sheet>
          {cases.map((one, place) => (
            <CaseFields
              key={place}
              place={place}
              one={one}
              inputs={inputs}
              outcome={outcomeOf(place)}
              onChange={(change) => put(place, change)}
              onRemove={() => onChange(cases.filter((_, i) => i !== place))}
            />
          ))}
        </Sheet>
      )}
    </Section>
  );
}

function CaseFields({
  place,
  one,
  inputs,
  outcome,
  onChange,
  onRemove,
}: {
  place: number;
  one: TypedCase;
  inputs: readonly FormulaInput[];
  outcome: Outcome | null;
  onChange: (change: Partial<TypedCase>) => void;
  onRemove: () => void;
}) {
  const t = useMessages(formulaMessages);
  return (
    <fieldset className={classes.case}>
      <legend className={classes.hidden}>{t('case.title', { n: place + 1 })}</legend>
      <div className={classes.caseHead}>
        <TextInput
          label={t('case.name')}
          maxLength={200}
          value={one.name}
          onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('case.remove', { n: place + 1 })}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      </div>
      <div className={classes.figures}>
        {inputs.map(({ name, unit }) => (
          <TextInput
            key={name}
            label={[name, unit].filter(Boolean).join(', ')}
            inputMode="decimal"
            maxLength={60}
            value={one.inputs[name] ?? ''}
            onChange={({ currentTarget }) => onChange({ inputs: { ...one.inputs, [name]: currentTarget.value } })}
          />
        ))}
        <TextInput
          label={t('case.expected')}
          inputMode="decimal"
          maxLength={20}
          value={one.expected}
          error={one.expected.trim() !== '' && !isSum(one.expected) && t('case.need')}
          onChange={({ currentTarget }) => onChange({ expected: currentTarget.value })}
        />
        <div className={classes.outcome} aria-live="polite">
          <Verdict outcome={outcome} />
        </div>
      </div>
    </fieldset>
  );
}

function Verdict({ outcome }: { outcome: Outcome | null }) {
  const t = useMessages(formulaMessages);
  const format = useFormat();
  if (!outcome)
    return (
      <StatusBadge tone="quiet" icon={IconClock}>
        {t('case.waits')}
      </StatusBadge>
    );
  if (outcome.passed)
    return (
      <StatusBadge tone="good" icon={IconCheck}>
        {t('case.passed')}
      </StatusBadge>
    );
  return (
    <StatusBadge tone="danger" icon={IconAlertTriangle}>
      {outcome.message ?? t('case.failed', { amount: format.money(outcome.amount ?? '0') })}
    </StatusBadge>
  );
}
