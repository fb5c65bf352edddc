import type { ProblemText } from './problem-text.js';

/** What is told to other programs. */
export const EXCHANGE_TEXTS = {
  'webhook.not-found': { status: 404, ru: 'Такого вебхука нет.', en: 'There is no such webhook.' },
  'webhook.delivery-not-found': {
    status: 404,
    ru: 'Такой отправки нет: журнал хранит их 30 дней.',
    en: 'There is no such delivery: the log keeps them for 30 days.',
  },
  'webhook.stale': {
    status: 412,
    ru: 'Вебхук тем временем изменил кто-то другой. Сравните и сохраните ещё раз.',
    en: 'Somebody else has changed the webhook meanwhile. Compare and save again.',
  },
  'webhook.paused': {
    status: 409,
    ru: 'Отправка остановлена. Сначала возобновите её.',
    en: 'The webhook is paused. Resume it first.',
  },
  'webhook.not-paused': { status: 409, ru: 'Отправка и так идёт.', en: 'The webhook is not paused.' },
  'webhook.address-wrong': {
    status: 422,
    ru: 'Нужен адрес вида https://1c.example.ru/dvor, без имени, пароля и решётки.',
    en: 'An address like https://1c.example.com/dvor is needed, without a name, a password or a hash.',
  },
  'webhook.address-private': {
    status: 422,
    ru: 'Адрес {host} – внутри частной сети, туда отправлять нельзя. Свою сеть разрешает тот, кто ведёт сервер: WEBHOOKS_PRIVATE_NETWORKS.',
    en: 'The address {host} is inside a private network, nothing is sent there. Whoever runs the server may allow a network of your own: WEBHOOKS_PRIVATE_NETWORKS.',
  },
  'webhook.event-unknown': {
    status: 422,
    ru: 'Таких событий нет: {types}.',
    en: 'There are no such events: {types}.',
  },
} as const satisfies Record<string, ProblemText>;
