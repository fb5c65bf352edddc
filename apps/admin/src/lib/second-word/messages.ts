import { defineMessages } from '@dvor/ui';

export const secondWordMessages = defineMessages('second-word', {
  ru: {
    ask: 'Попросить разрешения',
    asked: 'Просьба послана второму человеку',
    waiting: 'Ждём решения второго человека. Просил: {{who}}.',
    approved: 'Разрешил: {{who}}.',
    refused: 'Отказано ({{who}}): {{note}}. Исправьте и попросите снова.',
    see: 'Открыть просьбу',
    why: 'Почему',
    need: 'Напишите хотя бы два слова',
  },
  en: {
    ask: 'Ask for it',
    asked: 'A second person is asked',
    waiting: 'A second person’s decision is waited for. Asked by {{who}}.',
    approved: 'Allowed by {{who}}.',
    refused: 'Refused ({{who}}): {{note}}. Mend it and ask again.',
    see: 'Open the request',
    why: 'Why',
    need: 'Write at least two words',
  },
});
