import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';
import { usePages } from '../../lib/use-pages.js';
import { RESOURCES } from './api.js';

export type Proposal = Schemas['MeterProposalDto'];

export const PROPOSAL_STATES = [
  'open',
  'approved',
  'refused',
  'withdrawn',
] as const satisfies readonly Proposal['state'][];

export interface ProposalsAsked {
  readonly state: string;
  readonly houseId: string;
  readonly resource: string;
  readonly doubled: string;
  readonly search: string;
}

const PAGE = 100;

export function useProposals({ state, houseId, resource, doubled, search }: ProposalsAsked) {
  const api = useApi();
  const query = {
    state: PROPOSAL_STATES.find((one) => one === state),
    houseId: houseId || undefined,
    resource: RESOURCES.find((one) => one === resource),
    doubled: doubled === 'yes' ? true : undefined,
    search: search || undefined,
    limit: PAGE,
  };
  return usePages(['proposals', query], (cursor, signal) =>
    answer(
      api.GET('/api/v1/meter-proposals', { params: { query: { ...query, cursor: cursor ?? undefined } }, signal }),
    ),
  );
}

export function useProposal(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['proposals', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/meter-proposals/{id}', { params: { path: { id } }, signal })),
  });
}
