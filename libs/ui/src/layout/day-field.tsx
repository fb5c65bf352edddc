import { TextInput, type TextInputProps } from '@mantine/core';
import { uiMessages } from '../feedback/messages.js';
import { readTypedDate } from '../format/typed-date.js';
import { useLanguage, useMessages } from '../i18n/i18n.js';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** A day such as `2026-12-02`, or what was typed as long as it is no day. */
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** A day typed as people type it, `2.12.26` or `02122026`; told on as `2026-12-02` once the field is left. */
export function DayField({ value = '', onChange, onBlur, onKeyDown, ...props }: Props) {
  const t = useMessages(uiMessages);
  const language = useLanguage();
  const settle = () => {
    const day = readTypedDate(value);
    if (day !== null && day !== value) onChange?.(day);
  };
  return (
    <TextInput
      placeholder={t('day.placeholder')}
      inputMode="numeric"
      maxLength={10}
      autoComplete="off"
      {...props}
      value={language === 'ru' ? value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1') : value}
      onChange={(event) => onChange?.(event.currentTarget.value)}
      onBlur={(event) => {
        settle();
        onBlur?.(event);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        onKeyDown?.(event);
      }}
    />
  );
}
