import { defineMessages } from '@dvor/ui';

export const searchMessages = defineMessages('search', {
  ru: {
    title: 'Найти счёт',
    placeholder: 'Номер счёта, адрес, фамилия или номер счётчика',
    empty: 'Ничего не нашлось. Попробуйте часть номера, улицу с домом или фамилию.',
    start: 'Начните вводить: номер, улицу с домом и квартирой, фамилию.',
    hint: '↑ ↓ выбрать, Enter открыть',
  },
  en: {
    title: 'Find an account',
    placeholder: 'Account number, address, name or meter number',
    empty: 'Nothing found. Try a part of the number, the street and house, or a name.',
    start: 'Start typing: a number, a street with house and flat, a name.',
    hint: '↑ ↓ choose, Enter open',
  },
});
