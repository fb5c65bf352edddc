import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';
import { usePages } from '../../lib/use-pages.js';

export type Batch = Schemas['LetterBatchDto'];
export type Letter = Schemas['DebtLetterDto'];
export type LetterKind = Schemas['LetterKind'];
export type DebtStage = Schemas['DebtStage'];
export type Preview = Schemas['LetterPreviewDto'];
export type Rule = Schemas['LetterRuleDto'];
export type Way = Schemas['BatchSendingDto']['way'];
export type CourtCase = Schemas['CourtCaseDto'];
export type LetterDetail = Schemas['DebtLetterDetailDto'];
export type CaseDetail = Schemas['CourtCaseDetailDto'];
export type CourtCheck = Schemas['CourtCheckDto'];
export type CourtStep = Schemas['CourtStep'];

export const KINDS = ['notice', 'claim'] as const satisfies readonly Rule['kind'][];
export const LETTER_KINDS = [
  'notice',
  'claim',
  'restriction-warning',
  'restriction-reminder',
] as const satisfies readonly LetterKind[];
export const DEBT_STAGES = [
  'none',
  'notice',
  'claim',
  'warning',
  'restriction',
  'court',
  'order',
  'bailiff',
] as const satisfies readonly DebtStage[];
export const AGES = [
  'to-30',
  'to-60',
  'to-90',
  'to-180',
  'to-365',
  'to-3-years',
  'over-3-years',
] as const satisfies readonly NonNullable<Rule['age']>[];
export const WAYS = ['handed', 'post', 'gis', 'email', 'receipt'] as const satisfies readonly Way[];

export const COURT_STEPS = [
  'court-order',
  'court-objection',
  'court-order-cancelled',
  'court-returned',
  'writ',
  'bailiff',
  'bailiff-returned',
  'settled',
] as const satisfies readonly CourtStep[];

/** How often a batch that is being printed is looked at. */
const LOOK_AGAIN_MS = 1_500;

export function useBatches() {
  const api = useApi();
  return useQuery({
    queryKey: ['debt-letters', 'batches'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/debt-letter-batches', { params: { query: { limit: 200 } }, signal })),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? LOOK_AGAIN_MS : false),
  });
}

export function useBatch(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['debt-letters', 'batch', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/debt-letter-batches/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? LOOK_AGAIN_MS : false),
  });
}

export function useLetters(batchId: string, printed: number | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['debt-letters', 'of-batch', batchId, printed],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/debt-letters', { params: { query: { batchId, limit: 500 } }, signal })),
  });
}

export interface LetterFilter {
  readonly houseId: string;
  readonly stage: string;
  readonly kind: string;
}

export function useAllLetters({ houseId, stage, kind }: LetterFilter) {
  const api = useApi();
  return usePages(['debt-letters', 'all', houseId, stage, kind], (cursor, signal) => {
    const query = {
      houseId: houseId || undefined,
      stage: DEBT_STAGES.find((one) => one === stage),
      kind: LETTER_KINDS.find((one) => one === kind),
      cursor: cursor ?? undefined,
      limit: 100,
    };
    return answer(api.GET('/api/v1/debt-letters', { params: { query }, signal }));
  });
}

export function useCourtCases() {
  const api = useApi();
  return useQuery({
    queryKey: ['court-cases'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/court-cases', { params: { query: { limit: 200 } }, signal })),
  });
}

export function useLetter(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['debt-letters', 'letter', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/debt-letters/{id}', { params: { path: { id } }, signal })),
  });
}

export function useCourtCase(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['court-cases', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/court-cases/{id}', { params: { path: { id } }, signal })),
  });
}

export function useCourtCheck(accountId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['court-cases', 'check', accountId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/accounts/{id}/court-check', { params: { path: { id: accountId } }, signal })),
  });
}

function isUnderWay({ state }: Pick<Batch, 'state'>): boolean {
  return state === 'writing' || state === 'printing';
}
