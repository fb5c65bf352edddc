import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Payment = Schemas['ResidentPaymentCardDto'];

export function usePayment(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['payments', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/resident/payments/{id}', { params: { path: { id } }, signal })),
  });
}

export type Invoice = Schemas['InvoiceDto'];
export type InvoiceCard = Schemas['InvoiceCardDto'];

/** Where a sum would go; nothing is asked while none is typed. */
export function useInvoicePreview(accountId: string, amount: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['invoice-preview', accountId, amount],
    enabled: amount !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/v1/resident/accounts/{id}/invoices/preview', {
          params: { path: { id: accountId } },
          body: { amount: amount! },
          signal,
        }),
      ),
  });
}

export function useInvoices(accountId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['invoices', 'of', accountId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/resident/accounts/{id}/invoices', { params: { path: { id: accountId } }, signal })),
  });
}

const ASKED_EVERY_MS = 10_000;

/** While it is open, it is asked now and then whether money has come. */
export function useInvoice(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['invoices', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/resident/invoices/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? ASKED_EVERY_MS : false),
  });
}

export function useMakeInvoice(accountId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (amount: string) =>
      answer(
        api.POST('/api/v1/resident/accounts/{id}/invoices', { params: { path: { id: accountId } }, body: { amount } }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invoices', 'of'] }),
  });
}

export function useCancelInvoice(id: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/resident/invoices/{id}/cancel', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invoices'] }),
  });
}
