import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Formula = Schemas['FormulaDto'];
export type FormulaVersion = Formula['versions'][number];
export type FormulaCase = Schemas['FormulaCaseDto'];
export type FormulaChecked = Schemas['FormulaCheckedDto'];
export type FormulaInput = FormulaChecked['inputs'][number];
export type FormulaTrial = Schemas['FormulaTrialDto'];
export type FormulaUnit = FormulaVersion['unit'];
export type NormBase = FormulaVersion['normPer'];

export function useFormulas() {
  const api = useApi();
  return useQuery({
    queryKey: ['formulas'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/formulas', { signal })),
  });
}

export function useFormula(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['formulas', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/formulas/{id}', { params: { path: { id } }, signal })),
  });
}

/** What the server thinks of a text as it is being typed; the last opinion stands until the next one comes. */
export function useFormulaCheck(body: Schemas['FormulaCheckDto']) {
  const api = useApi();
  return useQuery({
    queryKey: ['formulas', 'check', body],
    queryFn: ({ signal }) => answer(api.POST('/api/v1/formulas/check', { body, signal })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

export function useServices() {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'services'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/services', { signal })),
  });
}

/** Accounts by words of the number, the address or the payer, the first few of them. */
export function useAccountChoices(search: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['formulas', 'accounts', search],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/accounts', { params: { query: { search: search || undefined, limit: 20 } }, signal })),
    placeholderData: keepPreviousData,
  });
}
