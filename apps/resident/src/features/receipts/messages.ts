import { defineMessages } from '@dvor/ui';

export const receiptMessages = defineMessages('receipts', {
  ru: {
    get: 'Квитанция за {{month}}',
    note: 'В квитанции есть QR-код: наведите на него камеру банка, и всё впишется само.',
    file: 'Квитанция {{month}}.pdf',
  },
  en: {
    get: 'Receipt for {{month}}',
    note: 'The receipt has a QR code: point your bank’s camera at it and everything is filled in.',
    file: 'Receipt {{month}}.pdf',
  },
});
