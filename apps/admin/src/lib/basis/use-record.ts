import type { ApiClient } from '@dvor/api-client';
import { ApiProblem, answer, useMessages } from '@dvor/ui';
import type { UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../use-api.js';
import type { Basis } from './basis.js';
import { basisMessages } from './messages.js';
import { typedDay, typedText } from './typed.js';
import { useSteadyKey } from './use-steady-key.js';

/** What the API wants to know of a ground: the paper is entered first and given by its id. */
interface Told {
  readonly reason: string;
  readonly documentId: string | null;
}

type Headers = Readonly<Record<string, string>>;

/** A change of facts from a form: its paper is entered, then the change itself; each of them once. */
export function useRecord<Values extends { basis: Basis }, Made>(
  form: UseFormReturnType<Values>,
  {
    paperNeeded = () => false,
    write,
    onDone,
  }: {
    readonly paperNeeded?: (values: Values) => boolean;
    readonly write: (api: ApiClient, values: Values, told: Told, headers: Headers) => Promise<Made>;
    readonly onDone: (made: Made) => void;
  },
) {
  const t = useMessages(basisMessages);
  const api = useApi();
  const queries = useQueryClient();
  const once = useSteadyKey();
  const mutation = useMutation({
    mutationFn: async (values: Values) => {
      const { reason, hasPaper, paper } = values.basis;
      const document = {
        kind: paper.kind,
        number: typedText(paper.number),
        dated: typedDay(paper.dated),
        issuer: typedText(paper.issuer),
      };
      const documentId =
        hasPaper || paperNeeded(values)
          ? (await once(document, (headers) => answer(api.POST('/api/v1/documents', { body: document, headers })))).id
          : null;
      return once({ ...values, documentId }, (headers) =>
        write(api, values, { reason: reason.trim(), documentId }, headers),
      );
    },
    onSuccess: async (made) => {
      onDone(made);
      notifications.show({ id: t('saved'), message: t('saved') }); // the same words once
      await queries.invalidateQueries();
    },
    onError: (error) => {
      if (error instanceof ApiProblem) form.setErrors(errorsOf(error) as Parameters<typeof form.setErrors>[0]);
    },
  });
  return {
    busy: mutation.isPending,
    error: mutation.error,
    onSubmit: form.onSubmit((values) => {
      if (!mutation.isPending) mutation.mutate(values);
    }),
  };
}

/** Fields of the API stand in the form under the same names; those of the ground under `basis`. */
export function errorsOf({ errors }: ApiProblem): Record<string, string> {
  const places: Readonly<Record<string, string>> = {
    reason: 'basis.reason',
    dated: 'basis.paper.dated',
    issuer: 'basis.paper.issuer',
  };
  return Object.fromEntries(errors.map(({ field, message }) => [places[field] ?? field, message]));
}
