import { defineMessages } from '@dvor/ui';

export const correctionTabMessages = defineMessages('correctionTabs', {
  ru: {
    'past-changes': 'Изменения',
    'quality-acts': 'Перерывы и качество',
    corrections: 'Корректировки',
    overcharges: 'Лишние начисления',
  },
  en: {
    'past-changes': 'Changes',
    'quality-acts': 'Outages and quality',
    corrections: 'Corrections',
    overcharges: 'Overcharges',
  },
});
