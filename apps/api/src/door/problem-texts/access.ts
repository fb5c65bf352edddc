import type { ProblemText } from './problem-text.js';

/** Signing in, people’s rights, staff and API keys. */
export const ACCESS_TEXTS = {
  'auth.wrong-credentials': {
    status: 401,
    ru: 'Неверная почта или пароль.',
    en: 'The e-mail or the password is wrong.',
  },
  'auth.locked': {
    status: 423,
    ru: 'Слишком много неудачных попыток. Вход закрыт, попробуйте через {minutes} мин.',
    en: 'Too many failed attempts. Sign-in is locked, try again in {minutes} min.',
  },
  'auth.no-organization': {
    status: 403,
    ru: 'Вы не состоите ни в одной организации. Обратитесь к её администратору.',
    en: 'You belong to no organisation. Ask its administrator.',
  },
  'auth.not-a-member': {
    status: 403,
    ru: 'Вы не состоите в этой организации.',
    en: 'You are not a member of this organisation.',
  },
  'auth.signed-out': { status: 401, ru: 'Войдите, чтобы продолжить.', en: 'Sign in to go on.' },
  'auth.session-ended': {
    status: 401,
    ru: 'Сеанс завершён. Войдите снова.',
    en: 'The session has ended. Sign in again.',
  },
  'auth.token-reused': {
    status: 401,
    ru: 'Ключ сеанса использован второй раз, поэтому сеанс завершён. Войдите снова; если это были не вы, смените пароль.',
    en: 'The key of this session was used twice, so the session was ended. Sign in again; if it was not you, change the password.',
  },
  'auth.session-not-found': { status: 404, ru: 'Такого сеанса нет.', en: 'There is no such session.' },
  'auth.forbidden': {
    status: 403,
    ru: 'Ваша роль не позволяет этого. Попытка записана в журнал.',
    en: 'Your role does not allow this. The attempt was recorded.',
  },
  'auth.key-unknown': {
    status: 401,
    ru: 'Такого ключа API нет: он набран с ошибкой или заменён новым.',
    en: 'There is no such API key: it is mistyped or was replaced by a new one.',
  },
  'auth.key-revoked': {
    status: 401,
    ru: 'Ключ API отозван. Попросите администратора организации выпустить новый.',
    en: 'The API key has been revoked. Ask the organisation’s administrator for a new one.',
  },
  'auth.key-expired': {
    status: 401,
    ru: 'Срок ключа API истёк. Попросите администратора организации выпустить новый.',
    en: 'The API key has expired. Ask the organisation’s administrator for a new one.',
  },
  'auth.key-maker-left': {
    status: 401,
    ru: 'Сотрудник, выпустивший ключ API, больше не работает в организации. Пусть администратор обновит секрет ключа: тогда ключ перейдёт к нему.',
    en: 'Whoever made the API key no longer works for the organisation. Let an administrator rotate it: the key then passes to them.',
  },
  'auth.key-address': {
    status: 403,
    ru: 'С адреса {ip} этим ключом API пользоваться нельзя: его нет в списке ключа.',
    en: 'This API key may not be used from {ip}: the address is not on its list.',
  },
  'auth.key-scope': {
    status: 403,
    ru: 'Ключу API не дано право {permission}, или его больше нет у выпустившего ключ. Попытка записана в журнал.',
    en: 'The API key has no scope {permission}, or its maker has it no more. The attempt was recorded.',
  },
  'auth.key-not-here': {
    status: 403,
    ru: 'Здесь нужен вход человека, ключ API не подходит.',
    en: 'This is for people who sign in; an API key does not do.',
  },
  'auth.residents-only': { status: 403, ru: 'Это доступно только жителям.', en: 'This is for residents only.' },

  'key.not-found': { status: 404, ru: 'Такого ключа API нет.', en: 'There is no such API key.' },
  'key.revoked': {
    status: 409,
    ru: 'Ключ «{name}» уже отозван.',
    en: 'The key "{name}" has been revoked already.',
  },
  'key.expired': {
    status: 409,
    ru: 'Срок ключа «{name}» истёк. Выпустите новый.',
    en: 'The key "{name}" has expired. Make a new one.',
  },
  'key.scope-not-yours': {
    status: 422,
    ru: 'Эти права ключу дать нельзя: {scopes}. Ключ получает только то, что можете вы сами, и не управляет сотрудниками и ключами.',
    en: 'A key can’t be given these: {scopes}. It gets only what you may do yourself, and never manages staff or keys.',
  },
  'key.expires-in-the-past': {
    status: 422,
    ru: 'Срок ключа уже прошёл. Укажите будущую дату.',
    en: 'The key would have expired already. Choose a future date.',
  },

  'user.email-taken': { status: 409, ru: 'Почта {email} уже занята.', en: 'The e-mail {email} is taken.' },

  'staff.not-found': { status: 404, ru: 'Такого сотрудника нет.', en: 'There is no such member of staff.' },
  'staff.last-administrator': {
    status: 409,
    ru: 'Это последний администратор. Сначала назначьте другого.',
    en: 'This is the last administrator. Appoint another one first.',
  },
} as const satisfies Record<string, ProblemText>;
