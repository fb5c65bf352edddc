import { useMessages } from '@dvor/ui';
import { MultiSelect, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useChargeMethods, useFormulasInForce, useServices } from './api.js';
import { catalogueMessages } from './messages.js';
import { useMethodName } from './words.js';

/** How a service is charged, and what the method can't do without. */
export function MethodFields<Values extends { method: string | null; of: string[]; formula: string | null }>({
  form,
}: {
  form: UseFormReturnType<Values>;
}) {
  const t = useMessages(catalogueMessages);
  const name = useMethodName();
  const methods = useChargeMethods().data?.items ?? [];
  const services = useServices().data?.items ?? [];
  const formulas = useFormulasInForce();
  const needs = useMethodNeeds();
  return (
    <>
      <Select
        label={t('method')}
        required
        searchable
        allowDeselect={false}
        data={methods.map(({ code }) => ({ value: code, label: name(code) }))}
        {...form.getInputProps('method')}
      />
      {needs(form.getValues().method).includes('of') && (
        <MultiSelect
          label={t('method.of')}
          required
          data={services.filter(({ archived }) => !archived).map(({ code, name: label }) => ({ value: code, label }))}
          {...form.getInputProps('of')}
        />
      )}
      {needs(form.getValues().method).includes('formula') && (
        <Select
          label={t('method.formula.which')}
          description={formulas.length === 0 && t('method.formula.none')}
          required
          searchable
          allowDeselect={false}
          data={formulas.map(({ code, name: label }) => ({ value: code, label }))}
          {...form.getInputProps('formula')}
        />
      )}
    </>
  );
}

export function useMethodNeeds() {
  const methods = useChargeMethods().data?.items ?? [];
  return (method: string | null): readonly string[] => methods.find(({ code }) => code === method)?.needs ?? [];
}

export function settingsBody(
  needs: readonly string[],
  { of, formula }: { readonly of: readonly string[]; readonly formula: string | null },
): Record<string, unknown> {
  return { ...(needs.includes('of') && { of }), ...(needs.includes('formula') && { formula }) };
}
