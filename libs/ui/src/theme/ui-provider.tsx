import './mantine-styles.js';
import '../fonts/fonts.css';
import './tokens.css';
import { localStorageColorSchemeManager, MantineProvider, type MantineThemeOverride } from '@mantine/core';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { i18n } from '../i18n/i18n.js';
import { dvorVariables } from './theme.js';

const colorSchemes = localStorageColorSchemeManager({ key: 'dvor.theme' });

export function UiProvider({ theme, children }: { theme: MantineThemeOverride; children: ReactNode }) {
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={dvorVariables}
        colorSchemeManager={colorSchemes}
        defaultColorScheme="auto"
      >
        {children}
      </MantineProvider>
    </I18nextProvider>
  );
}
