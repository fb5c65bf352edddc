import { answer, ApiProblem, Form, FormDialog, Notice, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { partyBody, type TypedParty, typedParty } from '../../lib/parties/party.js';
import { PartyFields } from '../../lib/parties/party-fields.js';
import { type PartyCard, useNewestParty } from './api.js';
import { peopleMessages } from './messages.js';
import { PartyFacts } from './party-facts.js';

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function NewPartyDialog({ opened, onClose, onDone }: DialogProps & { onDone: (id: string) => void }) {
  const t = useMessages(peopleMessages);
  return (
    <FormDialog opened={opened} onClose={onClose} title={t('add.title')}>
      <NewPartyForm onClose={onClose} onDone={onDone} />
    </FormDialog>
  );
}

function NewPartyForm({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const t = useMessages(peopleMessages);
  const form = usePartyForm(typedParty({}));
  const record = useRecord(form, {
    write: (api, { party }, told, headers) =>
      answer(api.POST('/api/v1/parties', { body: { ...partyBody(party), ...told }, headers })),
    onDone: ({ id }) => onDone(id),
  });
  return (
    <Form onCancel={onClose} submit={t('add')} {...record}>
      <FormParts form={form} />
    </Form>
  );
}

export function EditPartyDialog({ party, opened, onClose }: DialogProps & { party: PartyCard }) {
  const t = useMessages(peopleMessages);
  return (
    <FormDialog opened={opened} onClose={onClose} title={t('edit.title')}>
      <EditPartyForm party={party} onClose={onClose} />
    </FormDialog>
  );
}

/** Begins with what was read; where somebody was faster, shows what is written now and writes nothing over it. */
function EditPartyForm({ party, onClose }: { party: PartyCard; onClose: () => void }) {
  const t = useMessages(peopleMessages);
  const form = usePartyForm(typedParty(party), party.version);
  const record = useRecord(form, {
    write: (api, { party: typed, seen }, told, headers) =>
      answer(
        api.PATCH('/api/v1/parties/{id}', {
          params: { path: { id: party.id }, header: { 'If-Match': `"${seen}"` } },
          body: { ...partyBody(typed), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  const stale = record.error instanceof ApiProblem && record.error.status === 412;
  return (
    <Form onCancel={onClose} submit={t('save')} {...record} error={stale ? null : record.error}>
      {stale && <Newer id={party.id} onTake={(now) => form.setValues({ party: typedParty(now), seen: now.version })} />}
      <FormParts known form={form} />
    </Form>
  );
}

function Newer({ id, onTake }: { id: string; onTake: (party: PartyCard) => void }) {
  const t = useMessages(peopleMessages);
  const { data: now } = useNewestParty(id);
  return (
    <Notice
      tone="attention"
      title={t('stale')}
      action={
        <Button size="compact-md" variant="default" disabled={!now} onClick={() => now && onTake(now)}>
          {t('stale.take')}
        </Button>
      }
    >
      {now && <PartyFacts party={now} />}
    </Notice>
  );
}

function usePartyForm(party: TypedParty, seen = 0) {
  const checks = useChecks();
  return useForm({
    initialValues: { party, seen, basis: emptyBasis('application') },
    validate: {
      party: {
        name: checks.filled,
        birthDate: (text, { party: { kind } }) => (kind === 'person' ? checks.dayOrEmpty(text) : null),
        diedOn: (text, { party: { kind } }) => (kind === 'person' ? checks.dayOrEmpty(text) : null),
        inn: (text, { party: { kind } }) => (kind === 'firm' ? checks.filled(text) : null),
      },
      basis: checks.basis,
    },
  });
}

function FormParts({ form, known = false }: { form: ReturnType<typeof usePartyForm>; known?: boolean }) {
  const { party } = form.values;
  // The server names its fields plainly, the form's own checks under `party`.
  const errors = Object.fromEntries(
    Object.entries(form.errors).map(([field, error]) => [field.replace(/^party\./, ''), error]),
  );
  return (
    <>
      <PartyFields known={known} value={party} errors={errors} onChange={(next) => form.setFieldValue('party', next)} />
      <BasisFields form={form} />
    </>
  );
}
