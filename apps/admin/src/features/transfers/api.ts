import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Transfer = Schemas['TransferDto'];
export type TransferList = Schemas['TransferListDto'];
export type TransferLine = Schemas['TransferLineDto'];
export type TransferState = Transfer['state'];

export const TRANSFER_STATES = ['prepared', 'sent', 'carried'] as const satisfies readonly TransferState[];

export interface TransferFilter {
  readonly from: string;
  readonly to: string;
  readonly recipientId: string;
  readonly state: string;
}

export function useTransfers({ from, to, recipientId, state }: TransferFilter) {
  const api = useApi();
  const query = {
    from,
    to,
    recipientId: recipientId || undefined,
    state: TRANSFER_STATES.find((one) => one === state),
  };
  return useQuery({
    queryKey: ['transfers', 'list', query],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/transfers', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useTransfer(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['transfers', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/transfers/{id}', { params: { path: { id } }, signal })),
  });
}

export function useRecipients(allowed: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'suppliers'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/suppliers', { signal })),
    enabled: allowed,
  });
}
