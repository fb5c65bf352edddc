import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { uiMessages } from '../feedback/messages.js';
import { useMessages } from '../i18n/i18n.js';

const TYPING_PAUSE_MS = 250;

/** A list's search: `/` takes the cursor here, Esc clears, the list follows a moment after the typing. */
export function SearchField({
  value,
  onChange,
  label,
  width = 320,
}: {
  value: string;
  onChange: (value: string) => void;
  label: string;
  width?: number;
}) {
  const t = useMessages(uiMessages);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const report = useDebouncedCallback(onChange, TYPING_PAUSE_MS);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [role=dialog]');
      if (event.code === 'Slash' && !event.ctrlKey && !event.metaKey && !event.shiftKey && !typing) {
        event.preventDefault();
        input.current?.focus();
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  function change(next: string): void {
    setText(next);
    report(next.trim());
  }

  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={label}
      placeholder={label}
      w={width}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && change('')}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => change('')} />}
    />
  );
}
