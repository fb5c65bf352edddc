import { type ApiClient, createApiClient } from '@dvor/api-client';
import { currentLanguage, type Session, useSession } from '@dvor/ui';

const clients = new WeakMap<Session, ApiClient>();

/** The generated client on behalf of the person signed in; a token that ran out is renewed and the call repeated. */
export function useApi(): ApiClient {
  const session = useSession();
  let client = clients.get(session);
  if (!client) {
    client = createApiClient({
      getAccessToken: () => session.accessToken(),
      onUnauthorized: () => session.refresh(),
      language: currentLanguage,
    });
    clients.set(session, client);
  }
  return client;
}
