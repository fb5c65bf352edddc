import { useSearchParams } from 'react-router';
import { isDay, typedDay, typedNumber } from '../../lib/basis/typed.js';
import type { DebtorFilter } from './api.js';

/** Which debtors the address speaks of; what can't be read is left out. */
export function useDebtorFilter(): DebtorFilter {
  const [params] = useSearchParams();
  const text = (name: string) => params.get(name) ?? '';
  const sum = (name: string) => {
    const typed = typedNumber(text(name)) ?? '';
    return /^\d{1,10}(\.\d{1,2})?$/.test(typed) ? typed : '';
  };
  const since = text('noContactSince');
  return {
    ...{ search: text('search'), houseId: text('houseId'), age: text('age'), stage: text('stage'), mark: text('mark') },
    ...{ least: sum('least'), most: sum('most') },
    noContactSince: isDay(since) ? typedDay(since) : '',
  };
}
