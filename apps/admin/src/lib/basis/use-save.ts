import type { ApiClient } from '@dvor/api-client';
import { ApiProblem, useMessages } from '@dvor/ui';
import type { UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../use-api.js';
import { basisMessages } from './messages.js';
import { errorsOf } from './use-record.js';
import { useSteadyKey } from './use-steady-key.js';

/** What is sent from a form that states no ground with a paper; a double click, or another try, is one write. */
export function useSave<Values extends object, Made>(
  form: UseFormReturnType<Values>,
  {
    write,
    onDone,
    said,
  }: {
    readonly write: (api: ApiClient, values: Values, headers: Readonly<Record<string, string>>) => Promise<Made>;
    readonly onDone: (made: Made) => void;
    /** What has happened, when «saved» does not say it; null where the screen itself shows it. */
    readonly said?: string | null;
  },
) {
  const act = useAct({ write, onDone, said });
  return {
    busy: act.busy,
    error: act.error,
    onSubmit: form.onSubmit((values) =>
      act.run(values, (error) => {
        if (error instanceof ApiProblem) form.setErrors(errorsOf(error) as Parameters<typeof form.setErrors>[0]);
      }),
    ),
  };
}

/** One thing done by one press: the same press twice does it once, and everything on the screen is read anew. */
export function useAct<Asked, Made>({
  write,
  onDone,
  said,
}: {
  readonly write: (api: ApiClient, asked: Asked, headers: Readonly<Record<string, string>>) => Promise<Made>;
  readonly onDone: (made: Made) => void;
  readonly said?: string | null | undefined;
}) {
  const t = useMessages(basisMessages);
  const api = useApi();
  const queries = useQueryClient();
  const once = useSteadyKey();
  const mutation = useMutation({
    mutationFn: (asked: Asked) => once(asked, (headers) => write(api, asked, headers)),
    onSuccess: async (made) => {
      onDone(made);
      if (said !== null) notifications.show({ id: said ?? t('saved'), message: said ?? t('saved') }); // the same words once
      await queries.invalidateQueries();
    },
  });
  return {
    busy: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
    run: (asked: Asked, onError?: (error: Error) => void) => {
      if (!mutation.isPending) mutation.mutate(asked, onError && { onError });
    },
  };
}
