import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { Http } from './http.js';
import type { Session, SessionState, SignedIn } from './session.js';

const SessionContext = createContext<{ readonly session: Session; readonly http: Http } | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  const value = useMemo(() => ({ session, http: new Http(session) }), [session]);
  useEffect(() => {
    if (session.state().status === 'starting') void session.refresh();
  }, [session]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

export function useSession(): Session {
  return useContextValue().session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

/** Who is signed in; only below a screen that is shown to the signed-in. */
export function useSignedIn(): SignedIn {
  const state = useSessionState();
  if (state.status !== 'signed-in') throw new Error('nobody is signed in');
  return state.who;
}

/** `may('run.start')`: what is not allowed is not offered; the server decides anyway. */
export function useMay(): (permission: string) => boolean {
  const state = useSessionState();
  const permissions = state.status === 'signed-in' ? state.who.permissions : [];
  return (permission) => permissions.includes(permission);
}

export function useHttp(): Http {
  return useContextValue().http;
}

function useContextValue() {
  const value = useContext(SessionContext);
  if (!value) throw new Error('SessionProvider is missing');
  return value;
}
