import {
  answer,
  ConfirmDialog,
  ErrorState,
  FormGrid,
  Notice,
  Page,
  PageHeader,
  ProblemNotice,
  Sheet,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useAct, useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { type Formula, type FormulaUnit, type NormBase, useFormula, useFormulaCheck } from './api.js';
import { Bench } from './bench.js';
import { FormulaState, phaseOf } from './formula-state.js';
import { FormulaText } from './formula-text.js';
import classes from './formulas.module.css';
import { formulaMessages } from './messages.js';
import { Quantities } from './quantities.js';
import { TermDialog } from './term-dialog.js';
import { Trial } from './trial.js';
import { caseBody, formulaBody, isSum, type TypedFormula, typedFormula } from './typed-formula.js';
import { Versions } from './versions.js';

const UNITS = ['m2', 'm3', 'kWh', 'Gcal', 'person', 'premises'] as const satisfies readonly FormulaUnit[];
const BASES = ['person', 'm2', 'premises'] as const satisfies readonly NormBase[];

export default function FormulaPage() {
  const { formulaId = '' } = useParams();
  return formulaId === 'new' ? <Editor formula={null} /> : <Saved id={formulaId} />;
}

function Saved({ id }: { id: string }) {
  const { data: formula, error, refetch } = useFormula(id);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!formula) return <Page>{null}</Page>;
  return <Editor key={`${formula.id} ${formula.version}`} formula={formula} />;
}

function Editor({ formula }: { formula: Formula | null }) {
  const t = useMessages(formulaMessages);
  const may = useMay();
  const checks = useChecks();
  const navigate = useNavigate();
  const { today } = useCalendar();
  const [doing, setDoing] = useState<'activate' | 'retire' | 'discard' | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useForm<TypedFormula>({
    initialValues: typedFormula(formula),
    validate: {
      name: checks.filled,
      code: (code) => (/^[a-z0-9][a-z0-9-]{0,59}$/.test(code.trim()) ? null : t('code.wrong')),
      text: (text) => (text.trim() === '' ? t('text.need') : null),
      cases: (cases) => (cases.every(({ expected }) => isSum(expected)) ? null : t('case.need')),
    },
  });
  const checking = useChecking(form.values);
  const save = useSave(form, {
    write: (api, values, headers) => {
      const body = formulaBody(values);
      if (!formula)
        return answer(api.POST('/api/v1/formulas', { body: { ...body, code: values.code.trim() }, headers }));
      const params = { path: { id: formula.id }, header: { 'If-Match': `"${formula.version}"` } };
      return answer(api.PUT('/api/v1/formulas/{id}/draft', { params, body, headers }));
    },
    onDone: ({ id }) => void navigate(`/formulas/${id}`, { replace: formula === null }),
    said: t('saved'),
  });
  const discarding = useAct({
    write: (api, { id, version }: Formula, headers) => {
      const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
      return answer(api.POST('/api/v1/formulas/{id}/discard', { params, headers }));
    },
    onDone: () => setDoing(null),
    said: t('discarded'),
  });
  const edits = may('catalogue.edit');
  const latest = formula?.versions[0];
  const draft = latest?.state === 'draft';
  const standing = formula?.versions.find((one) => ['active', 'coming'].includes(phaseOf(one, today)));
  const dirty = form.isDirty();

  function insert(text: string): void {
    const {
      value,
      selectionStart = value.length,
      selectionEnd = value.length,
    } = field.current ?? { value: form.values.text };
    const before = value.slice(0, selectionStart);
    const put = `${/\S$/.test(before) && !before.endsWith('(') ? ' ' : ''}${text}`;
    form.setFieldValue('text', before + put + value.slice(selectionEnd));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(selectionStart + put.length, selectionStart + put.length);
    });
  }

  return (
    <Page>
      <PageHeader
        back={<Link to="/formulas">{t('formulas.back')}</Link>}
        title={formula?.name ?? t('add.title')}
        status={latest && <FormulaState version={standing ?? latest} />}
        actions={
          edits && (
            <>
              {standing && (
                <Button variant="default" onClick={() => setDoing('retire')}>
                  {t('retire')}
                </Button>
              )}
              {draft && formula && formula.versions.length > 1 && (
                <Button variant="default" onClick={() => setDoing('discard')}>
                  {t('discard')}
                </Button>
              )}
              {draft && !dirty && <Button onClick={() => setDoing('activate')}>{t('activate')}</Button>}
            </>
          )
        }
      />
      {draft && dirty && <Notice tone="info">{t('unsaved')}</Notice>}
      {standing && !draft && edits && <Notice tone="info">{t('next')}</Notice>}
      <div className={classes.columns}>
        <form className={classes.column} noValidate onSubmit={save.onSubmit}>
          <Sheet>
            <FormGrid>
              <TextInput label={t('name')} required maxLength={200} {...form.getInputProps('name')} />
              <TextInput
                label={t('code')}
                description={t('code.hint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                required
                disabled={formula !== null}
                maxLength={60}
                {...form.getInputProps('code')}
              />
            </FormGrid>
            <FormulaText
              value={form.values.text}
              error={form.errors.text}
              checked={checking.checked}
              field={field}
              onChange={(text) => form.setFieldValue('text', text)}
            />
            <FormGrid>
              <Select
                label={t('unit')}
                required
                allowDeselect={false}
                data={UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
                {...form.getInputProps('unit')}
              />
              <Select
                label={t('normPer')}
                allowDeselect={false}
                data={BASES.map((value) => ({ value, label: t(`normPer.${value}`) }))}
                {...form.getInputProps('normPer')}
              />
            </FormGrid>
            <FormGrid>
              <TextInput
                label={t('act')}
                description={t('act.hint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                maxLength={500}
                {...form.getInputProps('act')}
              />
              <TextInput label={t('clause')} maxLength={500} {...form.getInputProps('clause')} />
            </FormGrid>
            <TextInput label={t('note')} maxLength={500} {...form.getInputProps('note')} />
          </Sheet>
          <Bench
            cases={form.values.cases}
            inputs={checking.inputs}
            outcomeOf={checking.outcomeOf}
            onChange={(cases) => form.setFieldValue('cases', [...cases])}
          />
          {form.errors.cases && <Notice tone="danger">{form.errors.cases}</Notice>}
          <ProblemNotice error={save.error} />
          {edits && (
            <div className={classes.buttons}>
              <Button type="submit" loading={save.busy}>
                {t(latest && !draft ? 'save.next' : 'save.draft')}
              </Button>
            </div>
          )}
        </form>
        <Quantities onPick={insert} />
      </div>
      <Trial
        formula={form.values}
        asksFor={(input) => checking.inputs.some(({ name }) => name === input)}
        onTake={(taken) => {
          form.setFieldValue('cases', [...form.values.cases, taken]);
          notifications.show({ message: t('trial.taken') });
        }}
      />
      {formula && <Versions versions={formula.versions} />}
      {formula && (
        <TermDialog
          what={doing === 'activate' || doing === 'retire' ? doing : null}
          formula={formula}
          onClose={() => setDoing(null)}
        />
      )}
      <ConfirmDialog
        opened={doing === 'discard'}
        onClose={() => setDoing(null)}
        title={t('discard.title')}
        confirm={t('discard')}
        danger
        busy={discarding.busy}
        error={discarding.error}
        onConfirm={() => formula && discarding.run(formula)}
      >
        {t('discard.text')}
      </ConfirmDialog>
    </Page>
  );
}

/** What the server says of the text and of those cases that have a sum. */
function useChecking({ text, unit, normPer, cases }: TypedFormula) {
  const ready = cases.flatMap((one, place) => (isSum(one.expected) ? [{ place, body: caseBody(one, place) }] : []));
  const question = { text, unit, normPer, cases: ready.map(({ body }) => body) };
  const [asked] = useDebouncedValue(question, 300);
  const { data, isPlaceholderData } = useFormulaCheck(asked);
  const current = !isPlaceholderData && asked.text === text && asked.unit === unit && asked.normPer === normPer;
  const settled = current && JSON.stringify(asked.cases) === JSON.stringify(question.cases);
  const inputs = data?.inputs ?? [];
  return {
    checked: current ? (data ?? null) : null,
    inputs,
    outcomeOf: (place: number) => {
      const at = ready.findIndex((one) => one.place === place);
      return settled && at >= 0 ? (data?.outcomes[at] ?? null) : null;
    },
  };
}
