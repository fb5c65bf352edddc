import { defineMessages } from '@dvor/ui';

export const searchMessages = defineMessages('search', {
  ru: {
    title: 'Найти счёт',
    placeholder: 'Номер счёта, адрес или фамилия',
    empty: 'Ничего не нашлось. Попробуйте часть номера, улицу с домом или фамилию.',
    start: 'Начните вводить: номер, улицу с домом и квартирой, фамилию.',
    hint: '↑ ↓ выбрать, Enter открыть',
  },
  en: {
    title: 'Find an account',
    placeholder: 'Account number, address or name',
    empty: 'Nothing found. Try a part of the number, the street and house, or a name.',
    start: 'Start typing: a number, a street with house and flat, a name.',
    hint: '↑ ↓ choose, Enter open',
  },
});
