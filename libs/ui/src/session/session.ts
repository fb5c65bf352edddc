import { currentLanguage } from '../i18n/i18n.js';
import { ApiProblem } from './problem.js';

export interface Membership {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly role: string;
}

/** What `/auth/sign-in` and `/auth/refresh` answer. */
export interface SignedIn {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly memberships: readonly Membership[];
  readonly kind: 'staff' | 'resident';
  /** What the role allows in the organisation worked in, such as `run.start`. */
  readonly permissions: readonly string[];
}

export type SessionState =
  | { readonly status: 'starting' }
  | { readonly status: 'unreachable' }
  | { readonly status: 'signed-out'; readonly reason: 'none' | 'expired' }
  | { readonly status: 'signed-in'; readonly who: SignedIn };

const REFRESH_AHEAD_SECONDS = 60;

/**
 * The console and the cabinet have a session each in one browser, told apart by `kind`. The access token lives in memory only; a httpOnly cookie brings a new one at load and shortly before it expires.
 * The refresh token turns over at every use, so refreshes go one at a time, across tabs as well.
 */
export class Session {
  #state: SessionState = { status: 'starting' };
  #listeners = new Set<() => void>();
  #refreshing: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly kind: 'staff' | 'resident') {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SessionState => this.#state;

  accessToken(): string | null {
    return this.#state.status === 'signed-in' ? this.#state.who.accessToken : null;
  }

  async signIn(email: string, password: string): Promise<void> {
    const response = await this.#post('sign-in', { email, password });
    if (!response.ok) throw await ApiProblem.of(response);
    const who = (await response.json()) as SignedIn;
    // The other application's session stays, it was signed in to in good order; only this screen is not for it.
    if (who.kind !== this.kind) {
      throw new ApiProblem(403, 'auth.other-kind', '', '');
    }
    this.#enter(who);
  }

  async signOut(): Promise<void> {
    await this.#post('sign-out', { kind: this.kind }).catch(() => undefined);
    this.#leave('none');
  }

  /** A new access token from the cookie; `false` when the person has to sign in. */
  refresh(): Promise<boolean> {
    this.#refreshing ??= oneTabAtATime(() => this.#refreshNow()).finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refreshNow(): Promise<boolean> {
    const wasSignedIn = this.#state.status === 'signed-in';
    let response: Response;
    try {
      response = await this.#post('refresh', { kind: this.kind });
    } catch {
      if (!wasSignedIn) this.#become({ status: 'unreachable' });
      return false;
    }
    if (response.status === 429 || response.status >= 500) {
      if (!wasSignedIn) this.#become({ status: 'unreachable' });
      return false;
    }
    if (!response.ok) {
      this.#leave(wasSignedIn ? 'expired' : 'none');
      return false;
    }
    this.#enter((await response.json()) as SignedIn);
    return true;
  }

  #enter(who: SignedIn): void {
    clearTimeout(this.#timer);
    const ahead = Math.max(who.expiresIn - REFRESH_AHEAD_SECONDS, who.expiresIn / 2);
    this.#timer = setTimeout(() => void this.refresh(), ahead * 1000);
    this.#become({ status: 'signed-in', who });
  }

  #leave(reason: 'none' | 'expired'): void {
    clearTimeout(this.#timer);
    this.#become({ status: 'signed-out', reason });
  }

  #become(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  async #post(action: 'sign-in' | 'sign-out' | 'refresh', body: object): Promise<Response> {
    const headers: Record<string, string> = {
      'Content-Type': 'application/json',
      'Accept-Language': currentLanguage(),
    };
    const token = this.accessToken();
    if (action === 'sign-out' && token) headers.Authorization = `Bearer ${token}`;
    try {
      return await fetch(`/api/v1/auth/${action}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers,
        body: JSON.stringify(body),
      });
    } catch {
      throw ApiProblem.unreachable();
    }
  }
}

async function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('dvor.refresh', work) : work();
}
