import { defineMessages } from '@dvor/ui';

export const moreMessages = defineMessages('more', {
  ru: {
    title: 'Ещё',
    print: 'Крупный текст',
    'print.note': 'Всё на экране станет больше',
    language: 'Язык',
    theme: 'Вид',
    'theme.auto': 'Как на устройстве',
    'theme.light': 'Светлый',
    'theme.dark': 'Тёмный',
    signedInAs: 'Вы вошли как',
    signOut: 'Выйти',
  },
  en: {
    title: 'More',
    print: 'Large print',
    'print.note': 'Everything on the screen becomes larger',
    language: 'Language',
    theme: 'Appearance',
    'theme.auto': 'As on the device',
    'theme.light': 'Light',
    'theme.dark': 'Dark',
    signedInAs: 'You are signed in as',
    signOut: 'Sign out',
  },
});
