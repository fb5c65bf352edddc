import { defineMessages } from '@dvor/ui';

export const historyMessages = defineMessages('history', {
  ru: {
    title: 'Платежи',
    note: 'Что начислили, что вы заплатили и сколько осталось после каждой записи.',
    charge: 'Начислено за {{month}}',
    payment: 'Вы заплатили',
    correction: 'Пересчитали за {{month}}',
    left: 'осталось {{amount}}',
    ahead: 'вперёд {{amount}}',
    even: 'всё оплачено',
    empty: 'Записей пока нет',
    'empty.text': 'Первая появится вместе с первым счётом.',
    start: 'Осталось с прошлого: {{amount}}',
  },
  en: {
    title: 'Payments',
    note: 'What was charged, what you paid and how much was left after each entry.',
    charge: 'Charged for {{month}}',
    payment: 'You paid',
    correction: 'Recalculated for {{month}}',
    left: '{{amount}} left',
    ahead: '{{amount}} ahead',
    even: 'all paid',
    empty: 'No entries yet',
    'empty.text': 'The first one will appear together with the first bill.',
    start: 'Left from before: {{amount}}',
  },
});
