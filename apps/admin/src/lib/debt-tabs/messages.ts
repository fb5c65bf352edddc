import { defineMessages } from '@dvor/ui';

export const debtTabMessages = defineMessages('debt-tabs', {
  ru: {
    debtors: 'Должники',
    instalments: 'Рассрочки',
    'debt-letters': 'Письма',
    'court-cases': 'Суд',
    'write-offs': 'Списания',
  },
  en: {
    debtors: 'Debtors',
    instalments: 'Instalments',
    'debt-letters': 'Letters',
    'court-cases': 'Court',
    'write-offs': 'Write-offs',
  },
});
