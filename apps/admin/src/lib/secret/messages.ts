import { defineMessages } from '@dvor/ui';

export const secretMessages = defineMessages('secret', {
  ru: {
    once: 'Показываем один раз',
    'once.text': 'Скопируйте и передайте тому, кто настраивает программу. Потом посмотреть его будет нельзя.',
    copy: 'Скопировать',
    copied: 'Скопировано',
    close: 'Готово',
    grace: 'Сколько часов действует прежний секрет',
    'grace.hint': 'Чтобы успеть заменить его в программе; 0 – перестанет действовать сразу',
    'grace.need': 'Целое число от 0 до 168',
  },
  en: {
    once: 'Shown this once',
    'once.text': 'Copy it and hand it to whoever sets up the program. It cannot be looked at again.',
    copy: 'Copy',
    copied: 'Copied',
    close: 'Done',
    grace: 'For how many hours the secret before stays good',
    'grace.hint': 'To have time to replace it in the program; 0 ends it at once',
    'grace.need': 'A whole number from 0 to 168',
  },
});
