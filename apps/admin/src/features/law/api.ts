import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type LawEntry = Schemas['LawEntryDto'];
export type LawVersion = Schemas['LawVersionDto'];
export type Setting = Schemas['SettingDto'];
export type Choice = Schemas['ChoiceDto'];
export type SettingValue = Setting['value'];
export type Service = Schemas['ServiceDto'];

export function useLawCalendar() {
  const api = useApi();
  return useQuery({
    queryKey: ['law', 'calendar'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/law-calendar', { signal })),
  });
}

export function useSettings() {
  const api = useApi();
  return useQuery({
    queryKey: ['law', 'settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/organization-settings', { signal })),
  });
}

/** All services, also those that are charged no longer: debts of them may stand. */
export function useServices(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['services'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/services', { signal })),
    enabled,
  });
}
