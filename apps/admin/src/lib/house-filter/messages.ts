import { defineMessages } from '@dvor/ui';

export const houseFilterMessages = defineMessages('houseFilter', {
  ru: { house: 'Дом', all: 'Все дома', none: 'Нет такого дома' },
  en: { house: 'House', all: 'All houses', none: 'No such house' },
});
