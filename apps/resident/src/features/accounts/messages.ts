import { defineMessages } from '@dvor/ui';

export const accountMessages = defineMessages('accounts', {
  ru: {
    switch: 'Сменить адрес',
    number: 'Лицевой счёт {{number}}',
    toPay: 'К оплате до {{date}}',
    toPayNow: 'К оплате',
    nothing: 'Всё оплачено',
    'nothing.note': 'Новый счёт появится после окончания месяца.',
    advance: 'Заплачено вперёд',
    'advance.note': 'Зачтём в следующем месяце, делать ничего не нужно.',
  },
  en: {
    switch: 'Change the address',
    number: 'Account {{number}}',
    toPay: 'To pay by {{date}}',
    toPayNow: 'To pay',
    nothing: 'All is paid',
    'nothing.note': 'The next bill will appear after the month ends.',
    advance: 'Paid in advance',
    'advance.note': 'It counts towards the next month, there is nothing to do.',
  },
});
