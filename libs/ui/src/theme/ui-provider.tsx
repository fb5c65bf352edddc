import './mantine-styles.js';
import '../fonts/fonts.css';
import './tokens.css';
import {
  localStorageColorSchemeManager,
  MantineProvider,
  type MantineThemeOverride,
  mergeThemeOverrides,
} from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import { uiMessages } from '../feedback/messages.js';
import { i18n, useMessages } from '../i18n/i18n.js';
import { dvorVariables } from './theme.js';

const colorSchemes = localStorageColorSchemeManager({ key: 'dvor.theme' });

export function UiProvider({ theme, children }: { theme: MantineThemeOverride; children: ReactNode }) {
  return (
    <I18nextProvider i18n={i18n}>
      <Themed theme={theme}>{children}</Themed>
    </I18nextProvider>
  );
}

/** What closes a window or a note is a cross without words, so it is named here, once for all of them. */
function Themed({ theme, children }: { theme: MantineThemeOverride; children: ReactNode }) {
  const t = useMessages(uiMessages);
  const spoken = useMemo(() => {
    const closing = { defaultProps: { closeButtonProps: { 'aria-label': t('close') } } };
    return mergeThemeOverrides(theme, { components: { Modal: closing, Notification: closing } });
  }, [theme, t]);
  return (
    <MantineProvider
      theme={spoken}
      cssVariablesResolver={dvorVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}
