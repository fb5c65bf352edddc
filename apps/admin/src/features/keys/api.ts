import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type ApiKey = Schemas['ApiKeyDto'];
export type Scope = Schemas['NewApiKeyDto']['scopes'][number];

const PAGE = 100;

export function useApiKeys() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['api-keys'],
    queryFn: ({ pageParam, signal }) => {
      const query = { cursor: pageParam ?? undefined, limit: PAGE };
      return answer(api.GET('/api/v1/api-keys', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
