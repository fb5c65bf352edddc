import { Code, ErrorState, useMessages } from '@dvor/ui';
import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { type FoundAccount, useFoundAccounts } from './api.js';
import { searchMessages } from './messages.js';
import classes from './search-dialog.module.css';

export function SearchDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useMessages(searchMessages);
  return (
    <Modal.Root opened={opened} onClose={onClose} centered={false} yOffset="12vh" size={760} padding={0}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={t('title')}>
        <Modal.Body>
          <SearchBox onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function SearchBox({ onClose }: { onClose: () => void }) {
  const t = useMessages(searchMessages);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [debounced] = useDebouncedValue(text.trim(), 150);
  const [chosen, setChosen] = useState(0);
  const { data, error } = useFoundAccounts(debounced);
  const found = debounced ? (data?.items ?? []) : [];

  function open(account: FoundAccount): void {
    onClose();
    void navigate(`/accounts/${account.id}`);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((at) => Math.max(0, Math.min(found.length - 1, at + step)));
    } else if (event.key === 'Enter' && found[chosen]) {
      open(found[chosen]);
    }
  }

  return (
    <>
      <TextInput
        data-autofocus
        variant="unstyled"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="found-accounts"
        aria-activedescendant={found[chosen] ? `found-${found[chosen].id}` : undefined}
        aria-label={t('title')}
        placeholder={t('placeholder')}
        leftSection={<IconSearch size={18} />}
        leftSectionWidth={48}
        classNames={{ input: classes.input }}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={classes.results}>
        {error && <ErrorState error={error} />}
        {!error && found.length === 0 && <p className={classes.hint}>{debounced && data ? t('empty') : t('start')}</p>}
        <ul id="found-accounts" role="listbox" aria-label={t('title')}>
          {found.map((account, index) => (
            <li
              key={account.id}
              id={`found-${account.id}`}
              role="option"
              aria-selected={index === chosen}
              className={classes.option}
              onMouseMove={({ movementX, movementY }) => {
                // A list that comes up under a resting pointer moves it nowhere: the first stays chosen.
                if (movementX !== 0 || movementY !== 0) setChosen(index);
              }}
              onClick={() => open(account)}
            >
              <Code>{account.number}</Code>
              <span className={classes.address}>{account.address}</span>
              <span className={classes.payer}>{account.payerName}</span>
            </li>
          ))}
        </ul>
      </div>
      {found.length > 0 && <div className={classes.foot}>{t('hint')}</div>}
    </>
  );
}
