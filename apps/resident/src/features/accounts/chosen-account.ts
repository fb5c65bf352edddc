import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { ResidentAccount } from './api.js';

const STORED = 'dvor.account';

export function useChosenAccount(accounts: readonly ResidentAccount[] | undefined): ResidentAccount | undefined {
  const [params] = useSearchParams();
  const wanted = [params.get('account'), localStorage.getItem(STORED)];
  return wanted.map((id) => accounts?.find((account) => account.id === id)).find(Boolean) ?? accounts?.[0];
}

export function useChooseAccount(): (id: string) => void {
  const [, setParams] = useSearchParams();
  return useCallback(
    (id) => {
      localStorage.setItem(STORED, id);
      setParams({ account: id });
    },
    [setParams],
  );
}
