import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type LetterKind = Schemas['LetterKind'];
export type Wording = Schemas['LetterWordingDto'];
export type KeptWording = Schemas['KeptWordingDto'];
export type WordingVersion = Schemas['WordingVersionDto'];
export type FilledWording = Schemas['FilledWordingDto'];

export const LETTER_KINDS = [
  'notice',
  'claim',
  'restriction-warning',
  'restriction-reminder',
] as const satisfies readonly LetterKind[];

export function useWordings() {
  const api = useApi();
  return useQuery({
    queryKey: ['letter-wordings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/letter-wordings', { signal })),
  });
}

export function useWordingVersions(kind: LetterKind) {
  const api = useApi();
  return useQuery({
    queryKey: ['letter-wordings', 'versions', kind],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/letter-wordings/versions', { params: { query: { kind } }, signal })),
  });
}
