import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Approval = Schemas['ApprovalDto'];
export type ApprovalState = Schemas['ApprovalState'];
export type ApprovalRule = Schemas['ApprovalRuleDto'];

export function useApprovals(state: ApprovalState | undefined) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['approvals', 'list', state],
    queryFn: ({ pageParam, signal }) => {
      const query = { state, cursor: pageParam ?? undefined, limit: 100 };
      return answer(api.GET('/api/v1/approvals', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useApproval(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['approvals', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/approvals/{id}', { params: { path: { id } }, signal })),
  });
}

export function useApprovalRules() {
  const api = useApi();
  return useQuery({
    queryKey: ['approvals', 'rules'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/approval-rules', { signal })),
  });
}
