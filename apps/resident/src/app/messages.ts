import { defineMessages } from '@dvor/ui';

export const appMessages = defineMessages('app', {
  ru: {
    product: 'Двор',
    skip: 'К содержанию',
    'nav.label': 'Разделы',
    'nav.home': 'Главная',
    'nav.readings': 'Показания',
    'nav.bill': 'Счёт',
    'nav.payments': 'Платежи',
    'nav.more': 'Ещё',
    'noAccount.title': 'К вашему входу не привязан ни один счёт',
    'noAccount.text': 'Обратитесь в управляющую организацию: она свяжет вход с вашей квартирой.',
    signOut: 'Выйти',
  },
  en: {
    product: 'Dvor',
    skip: 'To the content',
    'nav.label': 'Sections',
    'nav.home': 'Home',
    'nav.readings': 'Readings',
    'nav.bill': 'Bill',
    'nav.payments': 'Payments',
    'nav.more': 'More',
    'noAccount.title': 'No account is linked to your sign-in',
    'noAccount.text': 'Ask the managing organisation: it links the sign-in to your flat.',
    signOut: 'Sign out',
  },
});
