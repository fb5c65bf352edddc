import { defineMessages } from '@dvor/ui';

export const accountChoiceMessages = defineMessages('account-choice', {
  ru: {
    account: 'Лицевой счёт',
    accounts: 'Лицевые счета',
    search: 'Номер, адрес или имя',
    none: 'Такого счёта нет',
  },
  en: {
    account: 'Account',
    accounts: 'Accounts',
    search: 'Number, address or name',
    none: 'No such account',
  },
});
