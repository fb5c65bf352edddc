import { defineMessages } from '@dvor/ui';

export const meterChoiceMessages = defineMessages('meter-choice', {
  ru: {
    meter: 'Счётчик',
    none: 'В этом доме такого нет',
    house: 'общедомовой',
    first: 'Сначала выберите дом',
  },
  en: {
    meter: 'Meter',
    none: 'This house has no such meter',
    house: 'of the house',
    first: 'Choose the house first',
  },
});
