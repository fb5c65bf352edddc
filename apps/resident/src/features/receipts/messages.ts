import { defineMessages } from '@dvor/ui';

export const receiptMessages = defineMessages('receipts', {
  ru: {
    get: 'Квитанция за {{month}}',
    file: 'Квитанция {{month}}.pdf',
  },
  en: {
    get: 'Receipt for {{month}}',
    file: 'Receipt {{month}}.pdf',
  },
});
