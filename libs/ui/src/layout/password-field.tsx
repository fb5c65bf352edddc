import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { uiMessages } from '../feedback/messages.js';
import { useMessages } from '../i18n/i18n.js';

/** Says when Caps Lock is on, before the password is found to be wrong. */
export function PasswordField(props: PasswordInputProps) {
  const t = useMessages(uiMessages);
  const [capsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent | MouseEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <PasswordInput
      {...props}
      description={capsLock ? t('password.capsLock') : props.description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      onKeyDown={look}
      onKeyUp={look}
      onClick={look}
      onBlur={(event) => {
        setCapsLock(false);
        props.onBlur?.(event);
      }}
    />
  );
}
