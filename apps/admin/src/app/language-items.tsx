import { type Language, setLanguage, useLanguage } from '@dvor/ui';
import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

/** Each language is named in itself, whatever the screen speaks now. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { ru: 'Русский', en: 'English' };

export function LanguageItems() {
  const language = useLanguage();
  return (Object.keys(LANGUAGE_NAMES) as Language[]).map((code) => (
    <Menu.Item
      key={code}
      lang={code}
      role="menuitemradio"
      aria-checked={code === language}
      leftSection={code === language ? <IconCheck size={16} /> : <span style={{ width: 16 }} />}
      onClick={() => setLanguage(code)}
    >
      {LANGUAGE_NAMES[code]}
    </Menu.Item>
  ));
}
