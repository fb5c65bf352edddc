import { createInstance } from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { formatCount } from '../format/count.js';
import { type Language, languages } from '../format/language.js';
import type { Key, Messages, SameKeys, Texts, Translate } from './typed-messages.js';

const STORED_LANGUAGE = 'dvor.language';

export const i18n = createInstance();
void i18n.use(initReactI18next).init({
  lng: storedLanguage(),
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false, bindI18nStore: false },
});
document.documentElement.lang = i18n.language;

/**
 * The texts of one feature in both languages. English must have the same keys; `{{n}}` is the count that picks the
 * plural form (`houses_one`, `houses_few` …). The texts travel in the feature's own chunk.
 */
export function defineMessages<const Ru extends Texts, const En extends Texts>(
  feature: string,
  texts: { readonly ru: Ru; readonly en: En & SameKeys<Ru, En> },
): Messages<Ru> {
  for (const language of languages) i18n.addResourceBundle(language, feature, texts[language], false, true);
  return { feature } as Messages<Ru>;
}

/** `t('houses', { n: 3 })`; keys and parameters are checked against the Russian text. */
export function useMessages<Ru extends Texts>(messages: Messages<Ru>): Translate<Ru> {
  const { t, i18n: current } = useTranslation(messages.feature);
  return useMemo(() => {
    const language = current.language as Language;
    return (key: Key<Ru>, params?: Readonly<Record<string, string | number>>) => {
      const shown: Record<string, string | number> = {};
      for (const [name, value] of Object.entries(params ?? {})) {
        shown[name] = typeof value === 'number' ? formatCount(value, language) : value;
        if (name === 'n') shown.count = value;
      }
      return t(key, shown) as string;
    };
  }, [t, current.language]);
}

/** A text whose key comes from the server (a state, a kind): falls back to `otherwise` for one not known here. */
export function useLooseMessages(messages: Messages<Texts>): (key: string, otherwise: string) => string {
  const { t } = useTranslation(messages.feature);
  return (key, otherwise) => t(key, { defaultValue: otherwise }) as string;
}

export function useLanguage(): Language {
  const { i18n: current } = useTranslation();
  return current.language as Language;
}

export function currentLanguage(): Language {
  return i18n.language as Language;
}

export function setLanguage(language: Language): void {
  localStorage.setItem(STORED_LANGUAGE, language);
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
}

function storedLanguage(): Language {
  return localStorage.getItem(STORED_LANGUAGE) === 'en' ? 'en' : 'ru';
}
