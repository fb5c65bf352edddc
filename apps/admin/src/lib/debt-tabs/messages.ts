import { defineMessages } from '@dvor/ui';

export const debtTabMessages = defineMessages('debt-tabs', {
  ru: { debtors: 'Должники', 'write-offs': 'Списания' },
  en: { debtors: 'Debtors', 'write-offs': 'Write-offs' },
});
