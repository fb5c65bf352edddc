import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { allPages } from '../../lib/all-pages.js';
import { useApi } from '../../lib/use-api.js';

export type Service = Schemas['ServiceDto'];
export type Supplier = Schemas['SupplierDto'];
export type BankChange = Schemas['BankChangeDto'];
export type Tariff = Schemas['TariffDto'];
export type Norm = Schemas['NormDto'];
export type PriceRange = Schemas['PriceRangeDto'];
export type Draft = Schemas['RateDraftDto'];
export type DraftState = Draft['state'];
export type Effect = Schemas['RateEffectDto'];
export type EffectQuestion = Schemas['EffectQuestionDto'];
export type Assignment = Schemas['AssignmentDto'];
export type AssignmentPlan = Schemas['AssignmentPlanDto'];
export type AssignmentWish = Schemas['AssignmentWishDto'];
export type PremisesKind = NonNullable<AssignmentWish['premisesKinds']>[number];
export type Coefficient = Schemas['CoefficientDto'];
export type Traits = Tariff['appliesTo'];
export type Rates = Tariff['rates'];
export type RateKind = Draft['kind'];

export function useServices() {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'services'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/services', { signal })),
  });
}

export function useService(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'services', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/services/{id}', { params: { path: { id } }, signal })),
  });
}

export function useSuppliers() {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'suppliers'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/suppliers', { signal })),
  });
}

export function useSupplier(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'suppliers', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/suppliers/{id}', { params: { path: { id } }, signal })),
  });
}

export function useBankDetails(supplierId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'suppliers', supplierId, 'bank-details'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/suppliers/{id}/bank-details', { params: { path: { id: supplierId } }, signal })),
  });
}

export function useBankChanges(query: { state?: BankChange['state']; supplierId?: string }) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'bank-changes', query],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/bank-changes', { params: { query }, signal })),
  });
}

/** May somebody confirm bank details that they have asked for themselves? So it is where nobody else could. */
export function useOneMayConfirm() {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['catalogue', 'settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/organization-settings', { signal })),
  });
  return data?.items.find(({ code }) => code === 'bank-details.second-person')?.value === false;
}

export function useCoefficients() {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'coefficients'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/coefficients', { signal })),
  });
}

export function useConsumerGroups() {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'consumer-groups'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/consumer-groups', { signal })),
    staleTime: Infinity,
  });
}

export function useDrafts(query: { state?: DraftState; serviceId?: string } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'drafts', query],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/rate-drafts', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useDraft(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'drafts', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/rate-drafts/{id}', { params: { path: { id } }, signal })),
  });
}

export function useChargeMethods() {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'charge-methods'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/charge-methods', { signal })),
    staleTime: Infinity,
  });
}

/** The organisation's own formulas that were put in force: a draft charges nobody. */
export function useFormulasInForce() {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['formulas'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/formulas', { signal })),
  });
  return (data?.items ?? []).filter(({ versions }) => versions.some(({ terms }) => terms.length > 0));
}

export function useAssignments(query: { houseId?: string; serviceId?: string; on?: string }) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'assignments', query],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/assignments', { params: { query }, signal })),
    enabled: query.houseId !== undefined || query.serviceId !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** Houses whose address has the words, the first few of them. */
export function useHouseChoices(search: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'houses', search],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses', { params: { query: { search: search || undefined, limit: 50 } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useHouseAddress(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'house', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/houses/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });
}

export function useHousePremises(houseId: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'house', houseId, 'premises'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses/{id}/premises', { params: { path: { id: houseId ?? '' } }, signal })),
    enabled: houseId !== null,
  });
}

/** Every house there is, page after page. */
export function useEveryHouse() {
  const api = useApi();
  return () =>
    allPages((cursor) =>
      answer(api.GET('/api/v1/houses', { params: { query: { limit: 500, cursor: cursor ?? undefined } } })),
    );
}
