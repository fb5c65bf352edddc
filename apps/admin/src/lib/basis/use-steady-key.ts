import { ApiProblem } from '@dvor/ui';
import { useRef } from 'react';

/**
 * Names writes (`Idempotency-Key`) by what they say: a double click, or another try after the answer was lost, is the
 * same write. A write that was refused may be tried anew, for the reason may be gone by then.
 */
export function useSteadyKey() {
  const keys = useRef(new Map<string, string>());
  return async <Answer>(content: unknown, write: (headers: Record<string, string>) => Promise<Answer>) => {
    const text = JSON.stringify(content);
    const key = keys.current.get(text) ?? newKey();
    keys.current.set(text, key);
    try {
      return await write({ 'Idempotency-Key': key });
    } catch (error) {
      if (error instanceof ApiProblem && error.status >= 400) keys.current.delete(text);
      throw error;
    }
  };
}

/** `randomUUID` needs https; the console may be opened by plain http inside an office. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
