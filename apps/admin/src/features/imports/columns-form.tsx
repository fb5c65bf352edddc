import { answer, Form, Notice, Section, Sheet, useMessages } from '@dvor/ui';
import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { type ImportDetails, useSample } from './api.js';
import { columnFields, columnLetter, type ColumnMap, missingOf, withColumn } from './column-map.js';
import { FileReading } from './file-reading.js';
import classes from './imports.module.css';
import { LoadSettings, settingsBody, type TypedLoad, typedLoad } from './load-settings.js';
import { importMessages } from './messages.js';

const SHOWN_ROWS = 3;

/** Columns of the file beside what they were recognised as. Checking remembers the map under the source's name. */
export function ColumnsForm({ load, onDone }: { load: ImportDetails; onDone: () => void }) {
  const t = useMessages(importMessages);
  const checks = useChecks();
  const form = useForm({
    initialValues: typedLoad(load),
    validate: {
      from: checks.dayOrEmpty,
      serviceId: (id: string | null, { map }: TypedLoad) =>
        load.kind === 'opening-balances' && !('service' in map) ? checks.chosen(id) : null,
      supplierId: (id: string | null, { map }: TypedLoad) =>
        load.kind === 'opening-balances' && !('supplier' in map) ? checks.chosen(id) : null,
    },
  });
  const save = useSave(form, {
    write: async (api, values, headers) => {
      const params = { path: { id: load.id } };
      const body = {
        map: values.map,
        settings: settingsBody(values),
        sourceName: typedText(values.source) ?? undefined,
      };
      await answer(api.PUT('/api/v1/imports/{id}/map', { params, body, headers }));
      const check = { 'Idempotency-Key': `${headers['Idempotency-Key']}-check` };
      return answer(api.POST('/api/v1/imports/{id}/check', { params, headers: check }));
    },
    onDone: () => {
      form.setFieldValue('turn', (turn) => turn + 1);
      onDone();
    },
    said: null,
  });
  const { map } = form.getValues();

  return (
    <Section title={t('columns.title')} note={t('columns.note')}>
      {load.failure && (
        <Notice tone="danger" title={t('failed.check')}>
          {load.failure.text}
        </Notice>
      )}
      {load.sourceName && load.state === 'uploaded' && (
        <Notice tone="info">{t('columns.remembered', { source: load.sourceName })}</Notice>
      )}
      <FileReading load={load} />
      <Columns load={load} map={map} onChange={(next) => form.setFieldValue('map', next)} />
      <Sheet>
        <Form onSubmit={save.onSubmit} submit={t('columns.check')} busy={save.busy} error={save.error}>
          <LoadSettings load={load} form={form} />
          <Enough load={load} map={map} />
        </Form>
      </Sheet>
    </Section>
  );
}

function Columns({ load, map, onChange }: { load: ImportDetails; map: ColumnMap; onChange: (map: ColumnMap) => void }) {
  const t = useMessages(importMessages);
  const { data: sample, error } = useSample(load);
  const fields = columnFields(map);
  const needed = new Set(load.needed.flat());
  return (
    <>
      {error && <Notice tone="attention">{t('columns.notSeen')}</Notice>}
      <ul className={classes.columns} aria-label={t('columns.title')}>
        {load.headings.map((heading, column) => {
          const name = heading || t('columns.nameless', { letter: columnLetter(column) });
          const values = (sample?.items ?? []).slice(0, SHOWN_ROWS).map(({ cells }) => cells[column] ?? '');
          return (
            <li key={column} className={classes.column} data-skipped={!fields.has(column) || undefined}>
              <div className={classes.columnHeading}>{name}</div>
              <div className={classes.samples}>
                {values.every((value) => value === '')
                  ? sample && <span className={classes.quiet}>{t('columns.blank')}</span>
                  : values.map((value, i) => (
                      <span key={i} className={classes.sample} title={value}>
                        {value || '—'}
                      </span>
                    ))}
              </div>
              <Select
                aria-label={t('columns.fieldOf', { heading: name })}
                placeholder={t('columns.skip')}
                searchable
                clearable
                data={load.fields.map((field) => ({
                  value: field.name,
                  label: field.title + (needed.has(field.name) ? ' *' : ''),
                }))}
                value={fields.get(column) ?? null}
                onChange={(field) => onChange(withColumn(map, column, field))}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Enough({ load, map }: { load: ImportDetails; map: ColumnMap }) {
  const t = useMessages(importMessages);
  const missing = missingOf(load.needed, map);
  const title = (name: string) => load.fields.find((field) => field.name === name)?.title ?? name;
  const skipped = load.headings.length - Object.keys(map).length;
  if (missing.length > 0) {
    const groups = [...new Set(missing.map((group) => group.map(title).join(t('columns.or'))))];
    return (
      <Notice tone="attention" title={t('columns.missing')}>
        {t('columns.missing.text', { fields: groups.join('; ') })}
      </Notice>
    );
  }
  return (
    <Notice tone="good">
      {skipped > 0 ? t('columns.enough', { n: skipped }) : t('columns.all')} {t('columns.checkNote')}
    </Notice>
  );
}
