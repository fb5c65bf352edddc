import type { ProblemText } from './problem-text.js';

/** What any part may meet: the way of asking, dated facts, files, the inbox of exceptions. */
export const PLATFORM_TEXTS = {
  'cursor.invalid': {
    status: 400,
    ru: 'Указатель страницы неверен. Начните список сначала.',
    en: 'The page cursor is wrong. Begin the list anew.',
  },

  'idempotency.key-required': {
    status: 400,
    ru: 'Нужен заголовок Idempotency-Key: этот запрос проводит деньги.',
    en: 'The Idempotency-Key header is needed: this request moves money.',
  },
  'idempotency.key-invalid': {
    status: 400,
    ru: 'Idempotency-Key – от 1 до 255 печатных знаков.',
    en: 'Idempotency-Key is 1 to 255 printable characters.',
  },
  'idempotency.other-request': {
    status: 422,
    ru: 'С этим Idempotency-Key уже был другой запрос. Возьмите новый ключ.',
    en: 'This Idempotency-Key was used for another request. Take a new key.',
  },
  'idempotency.in-progress': {
    status: 409,
    ru: 'Такой же запрос ещё выполняется. Повторите через несколько секунд.',
    en: 'The same request is still in progress. Repeat in a few seconds.',
  },

  'etag.required': {
    status: 428,
    ru: 'Нужен заголовок If-Match с ETag того, что вы меняете.',
    en: 'The If-Match header with the ETag of what you change is needed.',
  },

  'exception.not-found': { status: 404, ru: 'Такого исключения нет.', en: 'There is no such exception.' },
  'exception.already-resolved': {
    status: 409,
    ru: 'Исключение уже разобрано.',
    en: 'The exception is resolved already.',
  },

  'file.not-found': { status: 404, ru: 'Такого файла нет.', en: 'There is no such file.' },
  'file.damaged': {
    status: 500,
    ru: 'Файл {file} повреждён в хранилище. Сообщите администратору.',
    en: 'The file {file} is damaged in the store. Tell the administrator.',
  },

  'days.backwards': {
    status: 422,
    ru: 'Срок кончается {to:date}, раньше, чем начинается: {from:date}.',
    en: 'The term ends on {to:date}, before it begins on {from:date}.',
  },

  'fact.overlap': {
    status: 409,
    ru: 'На эти дни уже есть запись: с {from:date} ({reason}). Исправьте её или выберите другие дни.',
    en: 'There is an entry for these days: from {from:date} ({reason}). Correct it or choose other days.',
  },
  'fact.none': {
    status: 409,
    ru: 'На эти дни, с {from:date}, ещё ничего не записано: исправлять нечего.',
    en: 'Nothing is recorded for these days yet, from {from:date}: there is nothing to correct.',
  },
  'fact.changed-meanwhile': {
    status: 409,
    ru: 'Эти данные только что изменил кто-то другой. Обновите и посмотрите.',
    en: 'Somebody else has just changed this. Reload and look.',
  },
} as const satisfies Record<string, ProblemText>;
