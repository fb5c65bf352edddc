import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type OwnProposal = Schemas['OwnProposalDto'];
export type Resource = OwnProposal['resource'];

export const RESOURCES = [
  'cold-water',
  'hot-water',
  'electricity',
  'gas',
  'heating',
] as const satisfies readonly Resource[];

export function useProposals(accountId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['proposals', accountId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/resident/accounts/{id}/meter-proposals', { params: { path: { id: accountId } }, signal }),
      ),
  });
}

/** Fields as texts, as a form with files sends them. */
export interface Proposed {
  readonly fields: Schemas['NewProposalDto'];
  readonly pictures: Readonly<Record<'photo' | 'passport', File | null>>;
}

export function usePropose(accountId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ fields, pictures }: Proposed) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, String(value));
      for (const [name, file] of Object.entries(pictures)) if (file) form.set(name, file);
      return answer(
        api.POST('/api/v1/resident/accounts/{id}/meter-proposals', {
          params: { path: { id: accountId } },
          body: fields,
          bodySerializer: () => form,
        }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['proposals'] }),
  });
}

export function useWithdraw() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answer(api.POST('/api/v1/resident/meter-proposals/{id}/withdrawal', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['proposals'] }),
  });
}
