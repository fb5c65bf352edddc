import { useCallback } from 'react';
import { useMessages } from '../i18n/i18n.js';
import { ApiProblem } from '../session/problem.js';
import { uiMessages } from './messages.js';

export interface ProblemWords {
  readonly title: string;
  readonly text: string;
  /** What to tell support. */
  readonly traceId: string | null;
}

/** Any failure in words a person can act on. The server's own words come first: it knows what happened. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const t = useMessages(uiMessages);
  return useCallback(
    (error) => {
      if (!(error instanceof ApiProblem)) {
        return { title: t('error.server.title'), text: t('error.server.text'), traceId: null };
      }
      const { status, title, detail, traceId } = error;
      if (status === 0) return { title: t('error.network.title'), text: t('error.network.text'), traceId: null };
      if (status >= 500) return { title: t('error.server.title'), text: t('error.server.text'), traceId };
      if (status === 403)
        return { title: t('error.forbidden.title'), text: detail || t('error.forbidden.text'), traceId };
      if (status === 404) return { title: t('error.missing.title'), text: detail || t('error.missing.text'), traceId };
      if (status === 412) return { title: title || t('error.title'), text: detail || t('error.stale.text'), traceId };
      return { title: title || t('error.title'), text: detail, traceId };
    },
    [t],
  );
}
