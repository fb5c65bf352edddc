import { DayField, FormGrid, FormSection, useMessages } from '@dvor/ui';
import { Checkbox, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type Basis, DOCUMENT_KINDS } from './basis.js';
import { basisMessages } from './messages.js';

/** Why something is changed, and the paper that says so. Stands at the end of every form that changes facts. */
export function BasisFields<Values extends { basis: Basis }>({
  form,
  paperNeeded = false,
}: {
  form: UseFormReturnType<Values>;
  /** The law or the server wants a paper here: it isn't asked whether there is one. */
  paperNeeded?: boolean;
}) {
  const t = useMessages(basisMessages);
  const { hasPaper } = form.getValues().basis;
  return (
    <>
      <TextInput
        label={t('reason')}
        description={t('reason.hint')}
        required
        maxLength={500}
        {...form.getInputProps('basis.reason')}
      />
      {!paperNeeded && <Checkbox label={t('paper')} {...form.getInputProps('basis.hasPaper', { type: 'checkbox' })} />}
      {(hasPaper || paperNeeded) && (
        <FormSection title={t('paper.title')}>
          <FormGrid>
            <Select
              label={t('paper.kind')}
              data={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
              allowDeselect={false}
              {...form.getInputProps('basis.paper.kind')}
            />
            <TextInput label={t('paper.number')} maxLength={100} {...form.getInputProps('basis.paper.number')} />
            <DayField label={t('paper.dated')} required {...form.getInputProps('basis.paper.dated')} />
            <TextInput label={t('paper.issuer')} maxLength={300} {...form.getInputProps('basis.paper.issuer')} />
          </FormGrid>
        </FormSection>
      )}
    </>
  );
}
