import { defineMessages } from '@dvor/ui';

export const readingTabMessages = defineMessages('reading-tabs', {
  ru: {
    readings: 'Под вопросом',
    'readings/alerts': 'Всплески и утечки',
    'readings/entry': 'Ввод',
    'readings/registries': 'Реестры банков',
    'readings/intervals': 'Почасовой учёт',
    'readings/messages': 'Сообщения',
    'readings/devices': 'Умные приборы',
    meters: 'Приборы',
    'readings/proposals': 'От жильцов',
    'readings/windows': 'Дни приёма',
  },
  en: {
    readings: 'Doubtful',
    'readings/alerts': 'Spikes and leaks',
    'readings/entry': 'Entry',
    'readings/registries': 'Registries of banks',
    'readings/intervals': 'Half-hours',
    'readings/messages': 'Messages',
    'readings/devices': 'Smart meters',
    meters: 'Meters',
    'readings/proposals': 'Of residents',
    'readings/windows': 'Days',
  },
});
