import { defineMessages } from '@dvor/ui';

export const debtTabMessages = defineMessages('debt-tabs', {
  ru: {
    debtors: 'Должники',
    instalments: 'Рассрочки',
    'debt-letters': 'Письма',
    restrictions: 'Ограничения',
    'court-cases': 'Суд',
    'write-offs': 'Списания',
  },
  en: {
    debtors: 'Debtors',
    instalments: 'Instalments',
    'debt-letters': 'Letters',
    restrictions: 'Restrictions',
    'court-cases': 'Court',
    'write-offs': 'Write-offs',
  },
});
