import { useMessages } from '@dvor/ui';
import { MultiSelect, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useChargeMethods, useServices } from './api.js';
import { catalogueMessages } from './messages.js';
import { useMethodName } from './words.js';

/** How a service is charged, and what the method can't do without. */
export function MethodFields<Values extends { method: string | null; of: string[] }>({
  form,
}: {
  form: UseFormReturnType<Values>;
}) {
  const t = useMessages(catalogueMessages);
  const name = useMethodName();
  const methods = useChargeMethods().data?.items ?? [];
  const services = useServices().data?.items ?? [];
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
    </>
  );
}

export function useMethodNeeds() {
  const methods = useChargeMethods().data?.items ?? [];
  return (method: string | null): readonly string[] => methods.find(({ code }) => code === method)?.needs ?? [];
}

export function settingsBody(needs: readonly string[], of: readonly string[]): Record<string, unknown> {
  return needs.includes('of') ? { of } : {};
}
