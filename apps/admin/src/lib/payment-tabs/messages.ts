import { defineMessages } from '@dvor/ui';

export const paymentTabMessages = defineMessages('paymentTabs', {
  ru: { payments: 'Платежи', transfers: 'Перечисления', 'payment-channels': 'Каналы' },
  en: { payments: 'Payments', transfers: 'Transfers', 'payment-channels': 'Channels' },
});
