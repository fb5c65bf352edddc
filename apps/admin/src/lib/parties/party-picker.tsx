import { answer, ApiProblem, ProblemNotice, useFormat, useMessages } from '@dvor/ui';
import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { errorsOf } from '../basis/use-record.js';
import { useSteadyKey } from '../basis/use-steady-key.js';
import { useApi } from '../use-api.js';
import { partyMessages } from './messages.js';
import { type ChosenParty, type Party, partyBody, typedParty } from './party.js';
import { PartyFields } from './party-fields.js';
import classes from './parties.module.css';
import { useFoundParties } from './use-found-parties.js';

interface Props {
  readonly label: string;
  readonly value?: ChosenParty | null;
  readonly onChange?: (party: ChosenParty | null) => void;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly description?: ReactNode;
}

const NEW = 'new';

/** Whom it is about: found by name, phone or number, or written down here and now. */
export function PartyPicker({ value = null, onChange, ...field }: Props) {
  const t = useMessages(partyMessages);
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const [entering, setEntering] = useState<string | null>(null);
  // The chosen one's own name sits in the field; it is no search.
  const asked = search === value?.name ? '' : search;
  const { data } = useFoundParties(asked);
  const found = asked.trim().length < 2 ? [] : (data?.items ?? []);

  const options = found.map((party) => ({ value: party.id, label: party.name }));
  if (value && !options.some((option) => option.value === value.id))
    options.unshift({ value: value.id, label: value.name });
  const name = asked.trim();
  options.push({ value: NEW, label: name ? t('new', { name }) : t('new.empty') });
  const about = new Map(found.map((party) => [party.id, describe(party, format.day)]));

  function choose(id: string | null): void {
    if (id === NEW) {
      setEntering(name);
      return;
    }
    const party = found.find((one) => one.id === id);
    onChange?.(party ? { id: party.id, name: party.name } : id === value?.id ? value : null);
  }

  return (
    <div>
      <Select
        {...field}
        placeholder={t('search')}
        searchable
        clearable
        data={options}
        filter={({ options: all }) => all}
        value={value?.id ?? null}
        onChange={choose}
        onSearchChange={setTyped}
        renderOption={({ option }) => (
          <span className={option.value === NEW ? classes.new : classes.option}>
            <span>{option.label}</span>
            {about.get(option.value) && <span className={classes.quiet}>{about.get(option.value)}</span>}
          </span>
        )}
      />
      {entering !== null && (
        <NewParty
          name={entering}
          onCancel={() => setEntering(null)}
          onDone={(party) => {
            setEntering(null);
            onChange?.(party);
          }}
        />
      )}
    </div>
  );
}

interface NewPartyProps {
  readonly name: string;
  readonly onCancel: () => void;
  readonly onDone: (party: ChosenParty) => void;
}

function NewParty({ name, onCancel, onDone }: NewPartyProps) {
  const t = useMessages(partyMessages);
  const api = useApi();
  const once = useSteadyKey();
  const [party, setParty] = useState(typedParty({ name }));
  const [wanting, setWanting] = useState(false);
  const add = useMutation({
    mutationFn: async () => {
      const body = { ...partyBody(party), reason: t('new.reason') };
      return once(body, (headers) => answer(api.POST('/api/v1/parties', { body, headers })));
    },
    onSuccess: ({ id }) => onDone({ id, name: party.name.trim() }),
  });
  const nameless = party.name.trim() === '';
  const errors = {
    ...(wanting && nameless && { name: t('need') }),
    ...(add.error instanceof ApiProblem && errorsOf(add.error)),
  };

  function send(): void {
    setWanting(true);
    if (!nameless && !add.isPending) add.mutate();
  }

  // It stands inside another form: Enter and Esc are for this part of it.
  function onKeyDown(event: KeyboardEvent): void {
    if (event.target instanceof HTMLButtonElement) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') onCancel();
  }

  return (
    <div
      role="group"
      aria-label={t('new.title')}
      className={classes.entering}
      onKeyDown={onKeyDown}
      ref={(group) => {
        group?.querySelectorAll('input').forEach((input) => {
          input.setAttribute('data-mantine-stop-propagation', 'true');
        });
      }}
    >
      <div className={classes.title}>{t('new.title')}</div>
      <PartyFields brief value={party} errors={errors} onChange={setParty} />
      <ProblemNotice error={add.error} />
      <div className={classes.actions}>
        <Button size="compact-md" variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button size="compact-md" onClick={send} loading={add.isPending}>
          {t('add')}
        </Button>
      </div>
    </div>
  );
}

/** Of namesakes: when born, which phone. */
function describe({ birthDate, phone, inn }: Party, day: (date: string) => string): string {
  return [birthDate && day(birthDate), phone, inn].filter(Boolean).join(', ');
}
