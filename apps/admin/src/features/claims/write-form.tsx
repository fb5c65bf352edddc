import { answer, DataTable, EmptyState, Form, FormGrid, MoneyText, useFormat, useMessages } from '@dvor/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useAct, useSave } from '../../lib/basis/use-save.js';
import { typedNumber } from '../../lib/basis/typed.js';
import { AGES, KINDS, type Preview, type Rule } from './api.js';
import { useWhy } from '../../lib/debt-reasons/use-why.js';
import { claimMessages } from './messages.js';

const ROUBLES = /^\d{1,10}(\.\d{1,2})?$/;

interface Values {
  kind: Rule['kind'];
  age: Rule['age'] | 'any';
  least: string;
}

/** Whom to write to: nothing is written before it was looked at. */
export function WriteForm({ onClose, onWritten }: { onClose: () => void; onWritten: (id: string) => void }) {
  const t = useMessages(claimMessages);
  const [seen, setSeen] = useState<{ readonly rule: string; readonly preview: Preview } | null>(null);
  const form = useForm<Values>({
    initialValues: { kind: 'notice', age: 'any', least: '' },
    validate: {
      least: (text) => (ROUBLES.test(typedNumber(text) ?? '0') ? null : t('least.need')),
    },
  });
  const rule = ruleOf(form.values);
  const isSeen = seen?.rule === JSON.stringify(rule);
  const look = useAct({
    write: (api, asked: Rule, headers) =>
      answer(api.POST('/api/v1/debt-letter-batches/preview', { body: asked, headers })),
    onDone: (preview) => setSeen({ rule: JSON.stringify(rule), preview }),
    said: null,
  });
  const write = useSave(form, {
    write: (api, values, headers) => answer(api.POST('/api/v1/debt-letter-batches', { body: ruleOf(values), headers })),
    onDone: ({ id }) => onWritten(id),
    said: null,
  });
  return (
    <Form onCancel={onClose} submit={t('write')} {...write} error={write.error ?? look.error}>
      <FormGrid>
        <Select
          label={t('kind')}
          allowDeselect={false}
          data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label={t('age')}
          allowDeselect={false}
          data={(['any', ...AGES] as const).map((age) => ({ value: age, label: t(`age.${age}`) }))}
          {...form.getInputProps('age')}
        />
        <TextInput label={t('least')} inputMode="decimal" autoComplete="off" {...form.getInputProps('least')} />
      </FormGrid>
      <div>
        <Button
          variant="light"
          loading={look.busy}
          onClick={() => {
            if (!form.validate().hasErrors) look.run(rule);
          }}
        >
          {t('look')}
        </Button>
      </div>
      {seen && isSeen && <Considered preview={seen.preview} />}
    </Form>
  );
}

function Considered({ preview }: { preview: Preview }) {
  const t = useMessages(claimMessages);
  const format = useFormat();
  const why = useWhy();
  const { letters, without, sum, items } = preview;
  return (
    <>
      <p>{t('preview.sum', { letters, without, sum: format.money(sum) })}</p>
      <DataTable
        wrap
        label={t('write.title')}
        minWidth={560}
        rows={items}
        rowKey={({ accountId }) => accountId}
        empty={<EmptyState title={t('preview.empty')}>{t('empty.text')}</EmptyState>}
        columns={[
          { key: 'account', title: t('account'), width: 120, cell: ({ account }) => account },
          { key: 'debtor', title: t('debtor'), cell: ({ debtor }) => debtor },
          {
            key: 'sum',
            title: t('sum'),
            width: 110,
            align: 'end',
            cell: ({ principal }) => <MoneyText value={principal} currency={false} />,
          },
          {
            key: 'why',
            title: t('reason'),
            cell: ({ obstacles }) => (obstacles.length === 0 ? t('reason.none') : why(obstacles)),
          },
        ]}
      />
    </>
  );
}

function ruleOf({ kind, age, least }: Values): Rule {
  const sum = typedNumber(least);
  return { kind, ...(age !== 'any' && age !== undefined && { age }), ...(sum !== null && { least: sum }) };
}
