import { defineMessages } from '@dvor/ui';

export const seasonMessages = defineMessages('catalogue.seasons', {
  ru: {
    seasons: 'Отопительные сезоны',
    empty: 'Отопительные сезоны не введены',
    'empty.text':
      'Пока их нет, начисления идут по обычным дням из раздела «Закон». Внесите постановление, которое объявляет начало и конец.',
    add: 'Внести сезон',
    where: 'Где',
    everywhere: 'все дома организации',
    days: 'Дни',
    state: 'Состояние',
    act: 'Кем и каким актом объявлен',
    'act.hint': 'Например: постановление администрации города от 25.09.2026 № 1180',
    reason: 'Основание записи',
    correct: 'Исправить',
    'correct.of': 'Исправить: {{season}}',
    'correct.title': 'Исправить отопительный сезон',
    withdraw: 'Убрать',
    'withdraw.of': 'Убрать: {{season}}',
    'withdraw.title': 'Убрать отопительный сезон',
    'withdraw.text': 'Запись перестанет действовать, но останется в истории. Начисления пойдут так, будто её не было.',
    'house.filter': 'Дом: свои и общие сезоны',
  },
  en: {
    seasons: 'Heating seasons',
    empty: 'No heating seasons are entered',
    'empty.text':
      'Without them charges follow the usual days of the section “Law”. Enter the act that declares when heating begins and ends.',
    add: 'Enter a season',
    where: 'Where',
    everywhere: 'all houses of the organisation',
    days: 'Days',
    state: 'State',
    act: 'Who declared it, by which act',
    'act.hint': 'Such as: the city’s decree 1180 of 25.09.2026',
    reason: 'Reason of the record',
    correct: 'Correct',
    'correct.of': 'Correct: {{season}}',
    'correct.title': 'Correct a heating season',
    withdraw: 'Take back',
    'withdraw.of': 'Take back: {{season}}',
    'withdraw.title': 'Take a heating season back',
    'withdraw.text':
      'The record no longer holds, but stays in the history. Charges will go as if it had never been there.',
    'house.filter': 'House: its own seasons and common ones',
  },
});
