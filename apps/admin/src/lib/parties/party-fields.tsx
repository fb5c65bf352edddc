import { DayField, FormGrid, useMessages } from '@dvor/ui';
import { SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { partyMessages } from './messages.js';
import type { TypedParty } from './party.js';

const FULL = { 'data-full': true };

interface Props {
  readonly value: TypedParty;
  readonly errors: Readonly<Record<string, ReactNode>>;
  readonly onChange: (value: TypedParty) => void;
  /** Only what is asked at once, to go on with the work. */
  readonly brief?: boolean;
  /** A record that stands already may be told of a death. */
  readonly known?: boolean;
}

export function PartyFields({ value, errors, onChange, brief, known }: Props) {
  const t = useMessages(partyMessages);
  const field = (name: keyof Omit<TypedParty, 'kind'>) => ({
    label: name === 'name' ? t(`name.${value.kind}`) : t(name),
    value: value[name],
    error: errors[name],
    onChange: (typed: string) => onChange({ ...value, [name]: typed }),
  });
  const text = (name: keyof Omit<TypedParty, 'kind'>) => {
    const { onChange: change, ...props } = field(name);
    return { ...props, onChange: (event: { currentTarget: { value: string } }) => change(event.currentTarget.value) };
  };
  const person = value.kind === 'person';
  return (
    <FormGrid>
      <SegmentedControl
        data-full
        aria-label={t('kind')}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind: kind as TypedParty['kind'] })}
        data={(['person', 'firm'] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <TextInput wrapperProps={FULL} required maxLength={300} autoComplete="off" {...text('name')} />
      {person && <DayField {...field('birthDate')} />}
      {!person && <TextInput required inputMode="numeric" maxLength={12} {...text('inn')} />}
      {!person && <TextInput maxLength={9} {...text('kpp')} />}
      <TextInput type="tel" maxLength={20} autoComplete="off" {...text('phone')} />
      {!brief && (
        <>
          <TextInput type="email" autoComplete="off" {...text('email')} />
          {person && <TextInput maxLength={14} {...text('snils')} />}
          {person && known && <DayField {...field('diedOn')} description={t('diedOn.hint')} />}
          {person && <TextInput inputMode="numeric" maxLength={12} {...text('inn')} />}
          {!person && <TextInput inputMode="numeric" maxLength={15} {...text('ogrn')} />}
          <TextInput wrapperProps={FULL} maxLength={500} autoComplete="off" {...text('address')} />
        </>
      )}
    </FormGrid>
  );
}
