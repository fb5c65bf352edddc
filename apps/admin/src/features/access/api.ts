import type { Schemas } from '@dvor/api-client';
import { answer, useSession } from '@dvor/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Setup = Schemas['SetupDto'];

export const ORGANIZATION_KINDS = [
  'management-company',
  'owners-association',
  'settlement-centre',
] as const satisfies readonly Schemas['OrganizationKind'][];

/** Whether nobody has set the installation up yet. */
export function useSetupState() {
  const api = useApi();
  return useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/setup', { signal })),
    retry: false,
  });
}

/** Creates the first organisation and lets its administrator in. */
export function useSetUp() {
  const api = useApi();
  const session = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (setup: Setup) => {
      await answer(api.POST('/api/v1/setup', { body: setup }));
      await session.signIn(setup.administrator.email, setup.administrator.password);
    },
    onSuccess: () => queries.invalidateQueries(),
  });
}
