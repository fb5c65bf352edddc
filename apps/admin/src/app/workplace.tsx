import { ErrorState } from '@dvor/ui';
import { createContext, type ReactNode, useContext } from 'react';
import { type Organization, useOrganization } from '../features/organization/api.js';
import { CalendarProvider } from '../lib/calendar.js';
import { Blank } from './blank.js';

const WorkplaceContext = createContext<Organization | null>(null);

/** Everything in the console happens in one organisation, at its date and in its working month. */
export function WorkplaceGate({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useOrganization();
  if (data)
    return (
      <WorkplaceContext value={data}>
        <CalendarProvider value={data}>{children}</CalendarProvider>
      </WorkplaceContext>
    );
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Blank />;
}

export function useWorkplace(): Organization {
  const organization = useContext(WorkplaceContext);
  if (!organization) throw new Error('WorkplaceGate is missing');
  return organization;
}
