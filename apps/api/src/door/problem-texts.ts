import type { Language } from './language.js';

/** What the reader is told: which status, and what happened and what to do. `{name}` is filled from the error's details. */
export interface ProblemText {
  readonly status: number;
  readonly ru: string;
  readonly en: string;
}

/**
 * The one table of broken rules. Every code that libs or apps throw stands here; a spec reads their sources and fails
 * when one is missing. `{period:month}` writes 2026-10 as a month, `{day:date}` a day, `{sum:money}` roubles.
 */
export const PROBLEM_TEXTS = {
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
  'auth.residents-only': { status: 403, ru: 'Это доступно только жителям.', en: 'This is for residents only.' },
  'user.email-taken': { status: 409, ru: 'Почта {email} уже занята.', en: 'The e-mail {email} is taken.' },
  'staff.not-found': { status: 404, ru: 'Такого сотрудника нет.', en: 'There is no such member of staff.' },
  'staff.last-administrator': {
    status: 409,
    ru: 'Это последний администратор. Сначала назначьте другого.',
    en: 'This is the last administrator. Appoint another one first.',
  },

  'setup.already-done': {
    status: 409,
    ru: 'Организация уже создана. Войдите.',
    en: 'The organisation exists already. Sign in.',
  },
  'organization.not-found': { status: 404, ru: 'Такой организации нет.', en: 'There is no such organisation.' },
  'organization.stale': {
    status: 412,
    ru: 'Реквизиты тем временем изменил кто-то другой. Сравните и сохраните ещё раз.',
    en: 'Somebody else has changed the requisites meanwhile. Compare and save again.',
  },
  'requisites.inn': {
    status: 422,
    ru: 'ИНН {inn} неверен: нужны 10 или 12 цифр с правильной контрольной.',
    en: 'INN {inn} is wrong: 10 or 12 digits with a right check digit are needed.',
  },
  'requisites.kpp': {
    status: 422,
    ru: 'КПП {kpp} неверен: нужны 9 знаков.',
    en: 'KPP {kpp} is wrong: 9 characters are needed.',
  },
  'requisites.ogrn': {
    status: 422,
    ru: 'ОГРН {ogrn} неверен: нужны 13 цифр (ОГРНИП – 15) с правильной контрольной.',
    en: 'OGRN {ogrn} is wrong: 13 digits (15 for a sole trader) with a right check digit are needed.',
  },
  'requisites.bik': {
    status: 422,
    ru: 'БИК {bic} неверен: нужны 9 цифр.',
    en: 'BIK {bic} is wrong: 9 digits are needed.',
  },
  'requisites.settlement-account': {
    status: 422,
    ru: 'Расчётный счёт {account} не подходит к БИК {bic}: проверьте цифры.',
    en: 'The account {account} does not fit BIK {bic}: check the digits.',
  },
  'requisites.correspondent-account': {
    status: 422,
    ru: 'Корреспондентский счёт {account} не подходит к БИК {bic}: проверьте цифры.',
    en: 'The correspondent account {account} does not fit BIK {bic}: check the digits.',
  },
  'requisites.time-zone': {
    status: 422,
    ru: 'Часового пояса {timeZone} нет.',
    en: 'There is no time zone {timeZone}.',
  },
  'clock.not-a-demo': {
    status: 409,
    ru: 'Часы переводят только в демонстрационной организации.',
    en: 'Only the clock of a demo organisation can be moved.',
  },
  'clock.backwards': {
    status: 409,
    ru: 'Часы идут только вперёд; сейчас {now:date}.',
    en: 'The clock only goes forward; it is {now:date} now.',
  },

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
  'rate.exceeded': {
    status: 429,
    ru: 'Слишком много запросов. Повторите через {seconds} с.',
    en: 'Too many requests. Repeat in {seconds} s.',
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
  'house.not-found': { status: 404, ru: 'Такого дома нет.', en: 'There is no such house.' },
  'house.exists': { status: 409, ru: 'Такой дом уже есть: {value}.', en: 'There is such a house already: {value}.' },
  'house.area': {
    status: 422,
    ru: '{where}: площадь дома {area} невозможна.',
    en: '{where}: the area {area} of the house is impossible.',
  },
  'premises.twice': {
    status: 422,
    ru: '{where}: помещение {premises} указано дважды.',
    en: '{where}: the premises {premises} stand twice.',
  },
  'premises.unknown-flat': {
    status: 422,
    ru: '{where}: квартиры {flat} в доме нет.',
    en: '{where}: there is no flat {flat} in the house.',
  },
  'premises.area': {
    status: 422,
    ru: '{where}: площадь {area} невозможна.',
    en: '{where}: the area {area} is impossible.',
  },
  'premises.living-area': {
    status: 422,
    ru: '{where}: жилая площадь {livingArea} при общей {area} невозможна.',
    en: '{where}: a living area of {livingArea} in a total of {area} is impossible.',
  },
  'ownership.not-whole': {
    status: 422,
    ru: '{where}: доли собственников на {date:date} дают {sum}, а не целое.',
    en: '{where}: the owners’ shares on {date:date} make {sum}, not a whole.',
  },
  'residency.elsewhere': {
    status: 409,
    ru: 'В эти дни человек уже зарегистрирован в другом месте: {name}, счёт {account}, с {from:date}.',
    en: 'The person is registered elsewhere on these days: {name}, account {account}, from {from:date}.',
  },
  'house.facts-overlap': {
    status: 422,
    ru: '{where}: сроки пересекаются с {from:date}. Закройте прежнее значение.',
    en: '{where}: terms overlap from {from:date}. End the former value.',
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
  'premises.not-found': { status: 404, ru: 'Такого помещения нет.', en: 'There are no such premises.' },
  'premises.exists': {
    status: 409,
    ru: '{where}: {premises} уже есть.',
    en: '{where}: there is {premises} already.',
  },
  'premises.not-a-flat': {
    status: 422,
    ru: 'Комната бывает только в квартире того же дома; укажите квартиру.',
    en: 'A room can only be in a flat of the same house; name the flat.',
  },
  'house.fias-taken': {
    status: 409,
    ru: 'Идентификатор ФИАС {value} уже стоит у другого дома.',
    en: 'The FIAS id {value} belongs to another house already.',
  },
  'house.billed-elsewhere': {
    status: 409,
    ru: '{where}: с этим ФИАС те же услуги в эти дни начисляет другая организация. Уточните ФИАС или сроки услуг.',
    en: '{where}: under this FIAS id another organisation bills the same services on these days. Check the id or the terms.',
  },
  'house.closed': {
    status: 409,
    ru: 'Дом на {date:date} не в управлении: договор действовал до {until:date}. Внесите новый договор.',
    en: 'The house is not managed on {date:date}: the agreement held until {until:date}. Enter a new one.',
  },
  'ownership.twice': {
    status: 422,
    ru: '{where}: один собственник указан дважды. Сложите его доли.',
    en: '{where}: an owner stands twice. Add the shares up.',
  },
  'party.not-found': {
    status: 404,
    ru: 'Такого человека или организации нет.',
    en: 'There is no such person or firm.',
  },
  'party.stale': {
    status: 412,
    ru: 'Пока вы смотрели, эту запись изменил кто-то другой. Обновите и посмотрите разницу.',
    en: 'Somebody else changed this record while you were looking. Reload to see the difference.',
  },
  'requisites.snils': {
    status: 422,
    ru: 'Неверный СНИЛС {snils}: проверьте цифры.',
    en: 'Wrong SNILS {snils}: check the digits.',
  },
  'document.not-found': { status: 404, ru: 'Такого документа нет.', en: 'There is no such document.' },
  'agreement.not-found': { status: 404, ru: 'Такого договора нет.', en: 'There is no such agreement.' },
  'agreement.ended': {
    status: 409,
    ru: 'Договор {number} уже не действует с {date:date}.',
    en: 'The agreement {number} holds no longer from {date:date}.',
  },
  'agreement.overlap': {
    status: 409,
    ru: '{where}: на эти дни уже действует договор управления {number} с {from:date}.',
    en: '{where}: the management agreement {number} holds on these days, from {from:date}.',
  },
  'benefit.category-not-found': {
    status: 404,
    ru: 'Такой категории льгот нет.',
    en: 'There is no such category of benefits.',
  },
  'benefit.category-taken': {
    status: 409,
    ru: 'Код {code} уже занят другой категорией льгот. Выберите другой.',
    en: 'The code {code} belongs to another category of benefits. Choose another one.',
  },
  'benefit.category-archived': {
    status: 409,
    ru: 'Категория «{name}» больше не действует, новым людям её не назначают.',
    en: 'The category “{name}” is no longer in use; nobody new gets it.',
  },
  'benefit.unknown-service': {
    status: 422,
    ru: 'Услуги с кодом {service} нет. Выберите её из списка услуг.',
    en: 'There is no service {service}. Choose one from the list.',
  },
  'benefit.percent': {
    status: 422,
    ru: '{service}: процент {percent} невозможен. Нужно больше 0 и не больше 100, каждая услуга и возраст – один раз, норма объёма больше нуля.',
    en: '{service}: {percent} per cent is impossible. It is above 0 and no more than 100, each service and age stand once, a norm of volume is above zero.',
  },
  'benefit.area-norm': {
    status: 422,
    ru: 'Норма площади {norm} невозможна: она больше нуля.',
    en: 'A norm of area of {norm} is impossible: it is above zero.',
  },
  'benefit.capital-repair-above-half': {
    status: 422,
    ru: 'Инвалидам взнос на капремонт компенсируют не больше чем на 50 %, указано {percent} %.',
    en: 'Disabled people are let off no more than 50 % of capital repair; {percent} % was given.',
  },
  'benefit.not-a-person': {
    status: 422,
    ru: 'Льгота бывает только у человека, а {name} – организация.',
    en: 'Only a person has a benefit; {name} is a firm.',
  },
  'benefit.no-terms': {
    status: 409,
    ru: 'У категории «{category}» на эти дни не указаны проценты. Сначала внесите их.',
    en: 'The category “{category}” has no percents for these days. Enter them first.',
  },
  'benefit.no-birth-date': {
    status: 409,
    ru: 'Льгота зависит от возраста, а дата рождения не указана: {name}. Внесите её в карточку человека.',
    en: 'The benefit depends on age, and the date of birth is not known: {name}. Enter it on the person’s card.',
  },
  'benefit.none': {
    status: 404,
    ru: 'На {date:date} и позже такой льготы нет.',
    en: 'There is no such benefit on {date:date} or later.',
  },
  'subsidy.amount': {
    status: 422,
    ru: 'Субсидия {amount} невозможна: она больше нуля.',
    en: 'A subsidy of {amount} is impossible: it is above zero.',
  },
  'subsidy.none': {
    status: 404,
    ru: 'На {date:date} и позже такой субсидии нет.',
    en: 'There is no such subsidy on {date:date} or later.',
  },
  'service.not-voluntary': {
    status: 409,
    ru: 'От услуги «{service}» нельзя отказаться: она не отмечена как добровольная.',
    en: 'The service “{service}” can’t be declined: it isn’t marked as voluntary.',
  },
  'decline.none': {
    status: 404,
    ru: 'На {date:date} и позже отказа от этой услуги нет.',
    en: 'The service is not declined on {date:date} or later.',
  },
  'one-off.work-not-found': {
    status: 404,
    ru: 'Такой работы в прайс-листе нет.',
    en: 'There is no such work in the price list.',
  },
  'one-off.work-taken': {
    status: 409,
    ru: 'Работа «{name}» уже есть в прайс-листе этой услуги.',
    en: 'The work “{name}” is in the price list of this service already.',
  },
  'one-off.work-archived': {
    status: 409,
    ru: 'Работа «{work}» убрана из прайс-листа.',
    en: 'The work “{work}” was taken off the price list.',
  },
  'one-off.no-price': {
    status: 409,
    ru: 'Для работы «{work}» на {date:date} нет цены. Укажите цену в акте или внесите её в прайс-лист.',
    en: 'The work “{work}” has no price on {date:date}. Give it in the act or enter it into the price list.',
  },
  'one-off.quantity': {
    status: 422,
    ru: 'Количество {quantity} невозможно: нужно больше нуля, не больше трёх знаков после запятой.',
    en: 'A quantity of {quantity} is impossible: it is above zero with three decimals at most.',
  },
  'one-off.month-closed': {
    status: 409,
    ru: 'Месяц, в котором {date:date}, закрыт. Поставьте в акте день открытого месяца.',
    en: 'The month of {date:date} is closed. Date the act in an open month.',
  },
  'one-off.account-closed': {
    status: 409,
    ru: 'В месяце, в котором {date:date}, счёт не открыт: работа никогда не попала бы в квитанцию.',
    en: 'The account is not open in the month of {date:date}: the work would never be billed.',
  },
  'one-off.number-taken': {
    status: 409,
    ru: 'Акт № {number} уже есть. Проверьте номер.',
    en: 'There is an act {number} already. Check the number.',
  },
  'one-off.not-found': { status: 404, ru: 'Такого акта у этого счёта нет.', en: 'The account has no such act.' },
  'one-off.cancelled': { status: 409, ru: 'Акт № {number} уже отменён.', en: 'The act {number} is cancelled already.' },
  'residency.none': {
    status: 409,
    ru: 'На {date:date} и позже человек здесь не зарегистрирован.',
    en: 'The person is not registered here on {date:date} or later.',
  },
  'absence.short': {
    status: 422,
    ru: 'Полных дней отсутствия: {days}. Перерасчёт положен, если их больше пяти подряд: от {shortest} (п. 86 ПП 354).',
    en: 'Full days away: {days}. A recalculation is due from {shortest} in a row (Decree 354, 86).',
  },
  'absence.without-paper': {
    status: 422,
    ru: 'Отсутствие подтверждается документом (п. 93 ПП 354). Внесите его.',
    en: 'An absence is proved by a paper (Decree 354, 93). Enter it.',
  },
  'absence.not-a-resident': {
    status: 422,
    ru: 'С {from:date} по {to:date} человек зарегистрирован здесь не все дни.',
    en: 'From {from:date} to {to:date} the person is not registered here on every day.',
  },
  'absence.none': {
    status: 409,
    ru: 'С {from:date} по {to:date} отсутствие не записано.',
    en: 'No absence is recorded from {from:date} to {to:date}.',
  },
  'certificate.nobody': {
    status: 409,
    ru: 'На {date:date} здесь никто не зарегистрирован: справку дать не о ком.',
    en: 'Nobody is registered here on {date:date}: there is nobody to certify.',
  },
  'account.open-already': {
    status: 409,
    ru: '{where}: счёт {number} уже открыт на всё помещение. Закройте его или разделите по долям.',
    en: '{where}: the account {number} is open for all of it. Close it, or split it by shares.',
  },
  'account.not-open': {
    status: 409,
    ru: 'Счёт {number} на {date:date} не открыт.',
    en: 'The account {number} is not open on {date:date}.',
  },
  'account.balance-not-zero': {
    status: 409,
    ru: 'На счёте {balance:money}. Погасите, перенесите или приложите документ о том, что станет с остатком.',
    en: 'The account has a balance of {balance:money}. Settle it, move it, or name the document that says what becomes of it.',
  },
  'account.debt-needs-document': {
    status: 422,
    ru: 'Долг переходит к другому только по документу. Укажите его.',
    en: 'A debt goes over to somebody else by a document only. Name it.',
  },
  'account.split-in-one': {
    status: 422,
    ru: 'Разделить счёт можно на два и больше.',
    en: 'An account is split in two and more.',
  },
  'account.split-same-premises': {
    status: 422,
    ru: 'У каждой части должна быть своя комната. Заведите комнаты квартиры.',
    en: 'Each part needs a room of its own. Enter the rooms of the flat.',
  },
  'account.split-part': {
    status: 422,
    ru: 'Часть {part}: по комнатам укажите комнату и её вес, по долям – долю.',
    en: 'Part {part}: by rooms, name the room and its weight; by shares, the share.',
  },
  'account.shares-not-whole': {
    status: 422,
    ru: '{where}: доли счетов на {date:date} дают {sum}, часть {missing} остаётся без плательщика. Укажите, чья она.',
    en: '{where}: the accounts’ shares on {date:date} make {sum}, {missing} is left without a payer. Say whose it is.',
  },
  'account.shares-above-whole': {
    status: 422,
    ru: '{where}: доли счетов на {date:date} дают {sum}, больше целого. Исправьте доли.',
    en: '{where}: the accounts’ shares on {date:date} make {sum}, more than a whole. Mend them.',
  },
  'account.share-out-of-range': {
    status: 422,
    ru: 'Доли {share} не бывает. Укажите дробь меньше единицы, например 1/3.',
    en: 'There is no share such as {share}. Give a fraction below one, such as 1/3.',
  },
  'account.shares-of-room': {
    status: 422,
    ru: '{where}: комнату коммунальной квартиры по долям не делят. Разделите квартиру по комнатам.',
    en: '{where}: a room of a communal flat is not shared. Split the flat by rooms.',
  },
  'account.split-resident': {
    status: 422,
    ru: 'Жилец указан дважды или не зарегистрирован на этом счёте. Укажите каждого один раз.',
    en: 'A resident is named twice or not registered with this account. Name each once.',
  },
  'account.split-left-out': {
    status: 422,
    ru: 'Не указано, на каком счёте остаются: {names}. Распределите всех зарегистрированных.',
    en: 'With which account do these go: {names}? Everybody who is registered goes with one.',
  },
  'account.merge-itself': {
    status: 422,
    ru: 'Счёт нельзя объединить с самим собой. Выберите другие счета.',
    en: 'An account can’t be merged with itself. Choose others.',
  },
  'transfer.not-found': {
    status: 404,
    ru: 'Перечисление не найдено.',
    en: 'There is no such transfer.',
  },
  'transfer.no-orders': {
    status: 404,
    ru: 'За {day:date} нет перечислений, о которых нужно поручение банку: все отправлены или остаются у организации.',
    en: 'No transfer of {day:date} waits for the bank: all were sent, or stay with the organisation.',
  },
  'transfer.no-bank-details': {
    status: 409,
    ru: 'Нет банковских реквизитов: {names}. Внесите их в справочнике исполнителей.',
    en: 'Bank details are missing: {names}. Enter them among the suppliers of the catalogue.',
  },
  'transfer.nothing-to-send': {
    status: 409,
    ru: 'За {day:date} перечислять нечего: возвраты больше платежей. Остаток учтётся в следующем перечислении.',
    en: 'There is nothing to send for {day:date}: more was returned than came. The rest is taken off the next transfer.',
  },
  'payment.not-found': {
    status: 404,
    ru: 'Платёж не найден.',
    en: 'There is no such payment.',
  },
  'payment.returned': {
    status: 409,
    ru: 'Платёж уже возвращён, делать с ним больше нечего.',
    en: 'The payment has been returned already: nothing more can be done with it.',
  },
  'payment.same-account': {
    status: 422,
    ru: 'Платёж уже стоит на этом счёте. Выберите другой.',
    en: 'The payment stands on this account already. Choose another.',
  },
  'payment.account-unknown': {
    status: 422,
    ru: 'Такого лицевого счёта нет. Выберите счёт из найденных.',
    en: 'There is no such account. Choose one of those found.',
  },
  'payment.void-late': {
    status: 409,
    ru: 'Отменить платёж можно только в день, когда он пришёл. Оформите возврат.',
    en: 'A payment can be voided only on the day it came. Make a refund.',
  },
  'payment.refund-over': {
    status: 422,
    ru: 'Вернуть {amount:money} нельзя: из платежа осталось {stands:money}.',
    en: '{amount:money} can’t be refunded: {stands:money} of the payment stands.',
  },
  'payment.account-closed': {
    status: 422,
    ru: 'Лицевой счёт закрыт. Выберите открытый или попросите бухгалтера отнести платёж.',
    en: 'The account is closed. Choose an open one, or ask an accountant to put the payment on it.',
  },
  'payment.amount-zero': {
    status: 422,
    ru: 'Сумма платежа должна быть больше нуля.',
    en: 'The sum of a payment is more than zero.',
  },
  'payment.limits': {
    status: 422,
    ru: 'Канал «{name}» принимает суммы от {least:money} до {most:money}. Поправьте сумму или выберите другой канал.',
    en: 'The channel "{name}" takes sums from {least:money} to {most:money}. Put the sum right or choose another channel.',
  },
  'payment.future': {
    status: 422,
    ru: 'Платёж датирован будущим днём. Поправьте дату.',
    en: 'The payment is dated in the future. Put the date right.',
  },
  'payment.conflict': {
    status: 409,
    ru: 'Документ с этим номером и датой уже введён на другую сумму или счёт. Проверьте номер: если это другой платёж, у него другой номер.',
    en: 'A document of this number and day is entered already with another sum or account. Check the number: another payment has another one.',
  },
  'channel.not-found': { status: 404, ru: 'Канал не найден.', en: 'There is no such channel.' },
  'channel.stale': {
    status: 412,
    ru: 'Канал тем временем изменил кто-то другой. Обновите страницу и повторите правку.',
    en: 'Somebody has changed the channel meanwhile. Reload the page and edit again.',
  },
  'channel.built-in': {
    status: 409,
    ru: 'Ввод вручную есть всегда, его не настраивают и не выключают.',
    en: 'Entering by hand is always there: it is neither set up nor switched off.',
  },
  'channel.preset-unknown': {
    status: 422,
    ru: 'Такого вида каналов нет. Выберите из списка.',
    en: 'There is no such kind of channel. Choose one from the list.',
  },
  'channel.not-built': {
    status: 409,
    ru: 'Обмен с каналом «{name}» ещё не сделан, открыть его нельзя.',
    en: 'The exchange with "{name}" is not built yet: it can’t be opened.',
  },
  'channel.code-taken': {
    status: 409,
    ru: 'Код {code} уже занят. Придумайте другой: он стоит в адресе, по которому обращается банк.',
    en: 'The code {code} is taken. Choose another: it stands in the address that the bank calls.',
  },
  'channel.limits-crossed': {
    status: 422,
    ru: 'Наименьшая сумма больше наибольшей. Поправьте пределы.',
    en: 'The least sum is more than the most. Put the limits right.',
  },
  'channel.recipient-unknown': {
    status: 422,
    ru: 'Такого получателя нет. Выберите его из поставщиков.',
    en: 'There is no such recipient. Choose one of the suppliers.',
  },
  'channel.still-on': {
    status: 409,
    ru: 'Канал включён, без этих настроек он работать не сможет: {missing}. Сначала выключите его.',
    en: 'The channel is on and can’t work without these settings: {missing}. Switch it off first.',
  },
  'channel.fee-past': {
    status: 422,
    ru: 'Комиссию задним числом не вводят: плательщик её не видел. Выберите сегодняшний или будущий день.',
    en: 'A fee is not set for the past: the payer was not shown it. Choose today or a later day.',
  },
  'channel.fee-crossed': {
    status: 422,
    ru: 'Наименьшая комиссия больше наибольшей. Поправьте суммы.',
    en: 'The least fee is more than the most. Put the sums right.',
  },
  'channel.fee-twice': {
    status: 409,
    ru: 'Комиссия с этого дня только что записана. Повторите через минуту.',
    en: 'A fee from that day has just been entered. Try again in a minute.',
  },
  'channel.no-door': {
    status: 409,
    ru: 'У канала нет обмена с банком: деньги вводят или загружают. Его сразу включают.',
    en: 'The channel has no exchange with a bank: its money is entered or loaded. Switch it on at once.',
  },
  'channel.untested': {
    status: 409,
    ru: 'Канал пока нельзя включить, не хватает: {missing}. Что это значит, сказано в его списке проверок.',
    en: 'The channel can’t be switched on yet, this is missing: {missing}. Its list of checks tells what it means.',
  },
  'channel.off': {
    status: 409,
    ru: 'Канал «{name}» выключен. Включите его или выберите другой.',
    en: 'The channel "{name}" is off. Switch it on or choose another.',
  },
  'channel.not-by-hand': {
    status: 422,
    ru: 'О платежах канала «{name}» сообщает сам банк или агент, вручную они не вводятся. Выберите другой канал.',
    en: 'The bank or the agent itself tells of payments of the channel "{name}"; they are not entered by hand. Choose another.',
  },
  'payment.named-over': {
    status: 422,
    ru: 'По услугам и пеням названо {named:money}, а платёж – {amount:money}. Поправьте суммы.',
    en: 'Services and penalties are named for {named:money}, the payment is {amount:money}. Put the sums right.',
  },
  'account.els': {
    status: 422,
    ru: 'Неверный ЕЛС {value}: нужен вид 10АА123456.',
    en: 'Wrong unified account {value}: it looks like 10 + two letters + 123456.',
  },
  'account.izhku': {
    status: 422,
    ru: 'Неверный идентификатор ЖКУ {value}: нужен вид 10АА123456-01.',
    en: 'Wrong utility id {value}: it looks like 10 + two letters + 123456-01.',
  },
  'account.els-taken': {
    status: 409,
    ru: 'ЕЛС {value} уже у другого счёта.',
    en: 'Another account has {value} already.',
  },
  'account.izhku-taken': {
    status: 409,
    ru: 'Идентификатор {value} уже у другого счёта.',
    en: 'Another account has {value} already.',
  },
  'account.not-found': { status: 404, ru: 'Такого лицевого счёта нет.', en: 'There is no such account.' },
  'account.number-taken': {
    status: 409,
    ru: 'Номер счёта {value} уже занят.',
    en: 'The account number {value} is taken.',
  },
  'meter.not-found': { status: 404, ru: 'Такого счётчика нет.', en: 'There is no such meter.' },
  'meter.zones': {
    status: 422,
    ru: 'Счётчик {serial}: зон {zones}, а значений {amounts}.',
    en: 'The meter {serial} has {zones} zones and {amounts} values were given.',
  },
  'meter.amount': {
    status: 422,
    ru: 'Счётчик {serial}: значение {amount} невозможно.',
    en: 'The meter {serial}: the value {amount} is impossible.',
  },
  'meter.volume': {
    status: 422,
    ru: 'Объём или показание «{volume}» невозможны: нужно число не меньше нуля.',
    en: 'The volume or reading "{volume}" is impossible: a number not below zero is needed.',
  },
  'meter.ratio': {
    status: 422,
    ru: 'Коэффициент трансформации {ratio} невозможен: нужно число больше нуля.',
    en: 'A ratio of {ratio} is impossible: a number above zero is needed.',
  },
  'meter.serial-taken': {
    status: 409,
    ru: 'Прибор с номером {serial} в этом доме уже есть.',
    en: 'The house has a meter with the number {serial} already.',
  },
  'meter.verified-before': {
    status: 422,
    ru: 'Поверка кончается {verifiedUntil:date}, раньше дня установки. Проверьте даты.',
    en: 'The verification ends on {verifiedUntil:date}, before the meter was installed. Check the days.',
  },
  'meter.removed': {
    status: 409,
    ru: 'Прибор {serial} уже снят {on:date}.',
    en: 'The meter {serial} was removed on {on:date} already.',
  },
  'meter.removed-before': {
    status: 422,
    ru: 'Прибор стоит с {since:date}: снять его можно позже этого дня.',
    en: 'The meter stands since {since:date}: it can be removed on a later day.',
  },
  'meter.reading-below': {
    status: 422,
    ru: 'Прибор {serial}, {period:month}: показание {reading} меньше прежнего {last}. Если прибор прошёл через ноль, введите объём.',
    en: 'The meter {serial}, {period:month}: the reading {reading} is below the last one, {last}. If the dial turned over, enter the volume.',
  },
  'meter.not-standing': {
    status: 422,
    ru: 'Прибор {serial} в {period:month} не стоял.',
    en: 'The meter {serial} did not stand in {period:month}.',
  },
  'meter-act.not-found': { status: 404, ru: 'Такого акта нет.', en: 'There is no such act.' },
  'meter-act.cancelled': { status: 409, ru: 'Акт уже отменён.', en: 'The act is cancelled already.' },
  'meter-act.number': { status: 422, ru: 'У акта нет номера. Введите его.', en: 'The act has no number. Enter it.' },
  'meter-act.unsigned': {
    status: 422,
    ru: 'Акт никем не подписан. Введите, кто подписал.',
    en: 'Nobody has signed the act. Enter who did.',
  },
  'meter-act.number-taken': {
    status: 409,
    ru: 'Такой акт № {number} от {date:date} здесь уже есть.',
    en: 'The act {number} of {date:date} is here already.',
  },
  'meter-act.future': {
    status: 422,
    ru: 'День акта {date:date} ещё не наступил. Проверьте дату.',
    en: 'The day of the act, {date:date}, has not come yet. Check it.',
  },
  'meter-act.days': {
    status: 422,
    ru: 'С {from:date} по {to:date}: конец не позже начала. Проверьте даты акта.',
    en: 'From {from:date} to {to:date}: the end is not after the beginning. Check the act’s days.',
  },
  'meter-act.months': {
    status: 422,
    ru: 'Месяцев до акта: «{months}». Нужно число больше нуля и не больше 3 (ПП 354, п. 62), например 3 или 1.5.',
    en: 'Months before the act: "{months}". A number above zero and no more than 3 is needed, such as 3 or 1.5.',
  },
  'meter-act.too-old': {
    status: 422,
    ru: 'Акт говорит о {date:date}, это больше {months} месяцев назад. Напишите, почему он вносится сейчас.',
    en: 'The act speaks of {date:date}, more than {months} months ago. Write why it is entered now.',
  },
  'meter-act.meter-needed': {
    status: 422,
    ru: 'Из строя выходит определённый счётчик. Выберите его.',
    en: 'It is one meter that fails. Choose it.',
  },
  'meter-act.resource': {
    status: 422,
    ru: 'Выберите счётчик или ресурс. За вмешательство в теплосчётчик по нормативу на человека не начисляют.',
    en: 'Choose the meter or the resource. Interference with a heat meter is not charged by a norm a person.',
  },
  'meter-act.not-standing': {
    status: 422,
    ru: 'Счётчик {serial} {date:date} не стоял. Проверьте дату или счётчик.',
    en: 'The meter {serial} did not stand on {date:date}. Check the day or the meter.',
  },
  'season.days': {
    status: 422,
    ru: 'Отопительный период кончается позже, чем начинается, и длится не больше года.',
    en: 'A heating season ends after it begins and lasts a year at most.',
  },
  'season.overlap': {
    status: 409,
    ru: 'На эти дни отопительный период уже введён: с {from:date}.',
    en: 'A heating season is entered for these days already: from {from:date}.',
  },
  'season.not-found': { status: 404, ru: 'Такого отопительного периода нет.', en: 'There is no such heating season.' },
  'vat-exemption.overlap': {
    status: 409,
    ru: 'На эти дни освобождение от НДС уже введено: с {from:date}.',
    en: 'An exemption from VAT is entered for these days already: from {from:date}.',
  },
  'vat-exemption.not-found': {
    status: 404,
    ru: 'Такого освобождения от НДС нет.',
    en: 'There is no such exemption from VAT.',
  },
  'premises.units': {
    status: 422,
    ru: 'Количество {units} невозможно: нужно число не меньше нуля.',
    en: 'A count of {units} is impossible: a number not below zero is needed.',
  },
  'assignment.no-area': {
    status: 422,
    ru: '{house}: площадь дома не введена, а способ начисления делит по ней. Введите её в паспорте дома.',
    en: '{house}: the house has no area, by which this way of charging divides. Enter it in the house’s passport.',
  },
  'assignment.no-common-area': {
    status: 422,
    ru: '{house}: площадь общего имущества не введена, а норматив считают по ней. Введите её в паспорте дома.',
    en: '{house}: the house has no area of common property, by which the norm is reckoned. Enter it in the house’s passport.',
  },
  'meter.reading-outside': {
    status: 422,
    ru: 'Счётчик {serial}: показание за {date:date} – не из срока его службы.',
    en: 'The meter {serial}: the reading of {date:date} is outside its days.',
  },

  'service.code-taken': {
    status: 409,
    ru: 'Услуга с кодом {code} уже есть.',
    en: 'There is a service with the code {code} already.',
  },
  'supplier.exists': {
    status: 409,
    ru: 'Поставщик с ИНН {inn} уже есть.',
    en: 'There is a supplier with INN {inn} already.',
  },
  'supplier.bank-details-overlap': {
    status: 409,
    ru: 'В эти дни у поставщика уже есть счёт {accountNumber}. Сначала закройте его.',
    en: 'The supplier has the account {accountNumber} on these days already. End it first.',
  },
  'assignment.overlap': {
    status: 409,
    ru: 'Услуга «{service}» дому {house} в эти дни уже назначена. Сначала закройте прежнее назначение.',
    en: 'The service "{service}" is assigned to {house} on these days already. End the former assignment first.',
  },
  'tariff.rate': { status: 422, ru: 'Тариф {rate} – не сумма.', en: 'The rate {rate} is not an amount.' },
  'tariff.overlap': {
    status: 409,
    ru: 'Тариф «{service}» с {from:date} уже действует в эти дни. Закройте его или введите новый взамен.',
    en: 'The tariff of "{service}" from {from:date} holds on these days already. End it, or enter the new one in its place.',
  },
  'norm.value': { status: 422, ru: 'Норматив {value} – не число.', en: 'The norm {value} is not a figure.' },
  'norm.overlap': {
    status: 409,
    ru: 'Норматив «{service}» с {from:date} уже действует в эти дни. Закройте его или введите новый взамен.',
    en: 'The norm of "{service}" from {from:date} holds on these days already. End it, or enter the new one in its place.',
  },
  'service.not-found': {
    status: 404,
    ru: 'Такой услуги нет.',
    en: 'There is no such service.',
  },
  'service.stale': {
    status: 412,
    ru: 'Услугу тем временем изменил кто-то другой. Сравните и сохраните ещё раз.',
    en: 'Somebody else has changed the service meanwhile. Compare and save again.',
  },
  'service.in-use': {
    status: 409,
    ru: 'Услуга «{service}» назначена (мест: {count}): {houses}. Сначала закройте назначения.',
    en: 'The service "{service}" is assigned in {count} places: {houses}. End the assignments first.',
  },
  'service.archived': {
    status: 409,
    ru: 'Услуга «{service}» в архиве. Верните её из архива.',
    en: 'The service "{service}" is archived. Take it out of the archive.',
  },
  'service.not-archived': {
    status: 409,
    ru: 'Услуга «{service}» не в архиве.',
    en: 'The service "{service}" is not archived.',
  },
  'supplier.not-found': {
    status: 404,
    ru: 'Такого поставщика нет.',
    en: 'There is no such supplier.',
  },
  'supplier.stale': {
    status: 412,
    ru: 'Поставщика тем временем изменил кто-то другой. Сравните и сохраните ещё раз.',
    en: 'Somebody else has changed the supplier meanwhile. Compare and save again.',
  },
  'bank-change.not-found': {
    status: 404,
    ru: 'Такой заявки на реквизиты нет.',
    en: 'There is no such request for bank details.',
  },
  'bank-change.pending': {
    status: 409,
    ru: 'По поставщику «{supplier}» уже ждёт решения другая заявка. Подтвердите или отклоните её.',
    en: 'Another request for "{supplier}" is waiting already. Confirm or reject it.',
  },
  'bank-change.own': {
    status: 403,
    ru: 'Свою заявку на реквизиты подтвердить нельзя: это делает второй человек.',
    en: 'Your own request for bank details is for a second person to confirm.',
  },
  'bank-change.decided': {
    status: 409,
    ru: 'По этой заявке уже решено.',
    en: 'This request is decided already.',
  },
  'assignment.not-found': {
    status: 404,
    ru: 'Такого назначения нет.',
    en: 'There is no such assignment.',
  },
  'assignment.method': {
    status: 422,
    ru: 'Способа начисления «{method}» нет. Есть: {known}.',
    en: 'There is no charge method "{method}". There are: {known}.',
  },
  'assignment.settings': {
    status: 422,
    ru: 'Способ «{method}»: проверьте настройку «{setting}».',
    en: 'The method "{method}": check its setting "{setting}".',
  },
  'assignment.premises': {
    status: 422,
    ru: '{house}: такого помещения в доме нет.',
    en: '{house}: there are no such premises in the house.',
  },
  'assignment.entrance': {
    status: 422,
    ru: '{house}: в подъезде {entrance} нет ни одного помещения.',
    en: '{house}: there are no premises in entrance {entrance}.',
  },
  'assignment.twice': {
    status: 422,
    ru: 'Одно и то же место указано дважды.',
    en: 'One place stands twice.',
  },
  'assignment.plan-stale': {
    status: 412,
    ru: 'С предпросмотра что-то изменилось. Посмотрите ещё раз и подтвердите.',
    en: 'Something has changed since the preview. Look again and confirm.',
  },
  'assignment.conflicts': {
    status: 409,
    ru: 'Есть конфликты: {count}. Разберите их или пропустите эти места.',
    en: 'There are {count} conflicts. Settle them, or skip these places.',
  },
  'assignment.other-biller': {
    status: 409,
    ru: 'Эту услугу по этому дому в эти дни начисляет другая организация. Уточните дату передачи дома.',
    en: 'Another organisation bills this service of the house on these days. Check on which day the house was handed over.',
  },
  'assignment.day-outside': {
    status: 422,
    ru: 'Назначение действует с {from:date}: выберите день из его срока.',
    en: 'The assignment holds from {from:date}: choose a day within its days.',
  },
  'tariff.gap': {
    status: 409,
    ru: '«{service}»: с {gapFrom:date} до {gapTo:date} тарифа не будет. Сдвиньте дату или подтвердите.',
    en: '"{service}": there would be no tariff from {gapFrom:date} to {gapTo:date}. Move the day, or confirm.',
  },
  'tariff.zones': {
    status: 422,
    ru: 'Нужна одна цена или цены двух–четырёх зон.',
    en: 'One price is needed, or the prices of two to four zones.',
  },
  'tariff.ranges': {
    status: 422,
    ru: 'Диапазонов – два или три, по возрастанию, последний без верхней границы, зоны у всех одни.',
    en: 'Ranges are two or three, ascending, the last one without an end, all with the same zones.',
  },
  'tariff.vat': {
    status: 422,
    ru: 'Ставка НДС {vatRate} невозможна.',
    en: 'A VAT rate of {vatRate} is impossible.',
  },
  'tariff.not-found': {
    status: 404,
    ru: 'Такого тарифа нет.',
    en: 'There is no such tariff.',
  },
  'tariff.close-day': {
    status: 422,
    ru: 'Тариф действует с {from:date}: выберите день из его срока.',
    en: 'The tariff holds from {from:date}: choose a day within its days.',
  },
  'norm.gap': {
    status: 409,
    ru: '«{service}»: с {gapFrom:date} до {gapTo:date} норматива не будет. Сдвиньте дату или подтвердите.',
    en: '"{service}": there would be no norm from {gapFrom:date} to {gapTo:date}. Move the day, or confirm.',
  },
  'norm.not-found': {
    status: 404,
    ru: 'Такого норматива нет.',
    en: 'There is no such norm.',
  },
  'norm.close-day': {
    status: 422,
    ru: 'Норматив действует с {from:date}: выберите день из его срока.',
    en: 'The norm holds from {from:date}: choose a day within its days.',
  },
  'rate.no-law': {
    status: 422,
    ru: 'Укажите акт и пункт, на которых стоит значение.',
    en: 'Name the act and the clause that the figure stands on.',
  },
  'formula.not-found': { status: 404, ru: 'Такой формулы нет.', en: 'There is no such formula.' },
  'formula.code-taken': {
    status: 409,
    ru: 'Формула с кодом {code} уже есть. Возьмите другой код.',
    en: 'There is a formula with the code {code} already. Take another code.',
  },
  'formula.stale': {
    status: 412,
    ru: 'Формулу тем временем изменил кто-то другой. Откройте её заново.',
    en: 'Somebody else has changed the formula meanwhile. Open it anew.',
  },
  'formula.no-draft': {
    status: 409,
    ru: 'Черновика нет. Измените формулу и сохраните черновик.',
    en: 'There is no draft. Change the formula and save a draft.',
  },
  'formula.first-draft': {
    status: 409,
    ru: 'Это единственная версия формулы. Измените её вместо того, чтобы отбросить.',
    en: 'This is the only version of the formula. Change it instead of dropping it.',
  },
  'formula.no-law': {
    status: 422,
    ru: 'Укажите акт и пункт, на которых стоит формула.',
    en: 'Name the act and the clause that the formula stands on.',
  },
  'formula.fault': {
    status: 422,
    ru: 'В формуле ошибка около знака {at}. Исправьте её и сохраните.',
    en: 'The formula has a fault near the character {at}. Mend it and save.',
  },
  'formula.no-cases': {
    status: 409,
    ru: 'Нет ни одной проверки. Добавьте пример, посчитанный вручную.',
    en: 'There is not one case. Add an example that was reckoned by hand.',
  },
  'formula.cases-fail': {
    status: 409,
    ru: 'Проверок не сошлось: {count} ({cases}). Исправьте формулу или пример.',
    en: 'Cases that do not come out: {count} ({cases}). Mend the formula or the example.',
  },
  'formula.not-active': {
    status: 409,
    ru: 'С {day:date} формула и так не действует.',
    en: 'The formula does not hold from {day:date} anyway.',
  },
  'formula.in-use': {
    status: 409,
    ru: 'По формуле начисляют, домов: {count} ({houses}). Сначала закончите назначения.',
    en: 'Houses are charged by the formula: {count} ({houses}). End the assignments first.',
  },
  'draft.not-found': {
    status: 404,
    ru: 'Такого черновика нет.',
    en: 'There is no such draft.',
  },
  'draft.stale': {
    status: 412,
    ru: 'Черновик тем временем изменил кто-то другой. Сравните и сохраните ещё раз.',
    en: 'Somebody else has changed the draft meanwhile. Compare and save again.',
  },
  'draft.decided': {
    status: 409,
    ru: 'Этот черновик уже утверждён или отброшен.',
    en: 'This draft is approved or discarded already.',
  },
  'draft.kind': {
    status: 422,
    ru: 'Черновик тарифа не станет нормативом и наоборот. Создайте новый.',
    en: 'A draft of a tariff does not become one of a norm, or the other way round. Make a new one.',
  },
  'coefficient.not-found': {
    status: 404,
    ru: 'Такого коэффициента нет.',
    en: 'There is no such coefficient.',
  },
  'coefficient.unknown': {
    status: 422,
    ru: 'Коэффициента «{code}» нет. Есть: {known}.',
    en: 'There is no coefficient "{code}". There are: {known}.',
  },
  'coefficient.value': {
    status: 422,
    ru: 'Коэффициент {value} невозможен.',
    en: 'A coefficient of {value} is impossible.',
  },
  'coefficient.close-day': {
    status: 422,
    ru: 'Коэффициент действует с {from:date}: выберите день из его срока.',
    en: 'The coefficient holds from {from:date}: choose a day within its days.',
  },
  'setting.unknown': {
    status: 404,
    ru: 'Настройки «{code}» нет.',
    en: 'There is no setting "{code}".',
  },
  'setting.value': {
    status: 422,
    ru: '«{title}»: возможны только {possible}.',
    en: '"{title}": only these are possible: {possible}.',
  },
  'setting.second-person': {
    status: 409,
    ru: 'Реквизиты может подтвердить кто-то ещё, поэтому отключить второго человека нельзя.',
    en: 'Somebody else may confirm bank details, so the second person can’t be dispensed with.',
  },
  'draft.figure': {
    status: 422,
    ru: 'Не хватает значения: тарифу – rates, нормативу – value ({field}).',
    en: 'The figure is missing: rates for a tariff, value for a norm ({field}).',
  },
  'effect.question': {
    status: 422,
    ru: 'Укажите ровно одно: черновик, тариф с нормативом или коэффициент.',
    en: 'Name exactly one: a draft, a rate or a factor.',
  },
  'effect.nothing': {
    status: 409,
    ru: 'За {period:month} нет ни одного счёта, на котором можно посчитать.',
    en: 'There is no account in {period:month} to reckon with.',
  },
  'effect.ranges': {
    status: 409,
    ru: 'Тариф с диапазонами пока не на чем посчитать: ни один способ начисления их не делит.',
    en: 'A tariff with price ranges can’t be reckoned yet: no charge method divides by them.',
  },
  'catalogue.ambiguous-traits': {
    status: 409,
    ru: 'На {date:date} подходят сразу два значения тарифа или норматива. Уточните признаки одного из них.',
    en: 'On {date:date} two tariffs or norms fit at once. Make the traits of one of them more exact.',
  },
  'law.parameter-expired': {
    status: 409,
    ru: 'На {date:date} нет параметра закона «{code}». Обновите справочник законов.',
    en: 'There is no parameter of law "{code}" on {date:date}. Bring the law’s parameters up to date.',
  },

  'run.not-found': { status: 404, ru: 'Такого расчёта нет.', en: 'There is no such run.' },
  'run.already-exists': {
    status: 409,
    ru: 'Расчёт за {period:month} уже есть.',
    en: 'There is a run for {period:month} already.',
  },
  'run.earlier-month-open': {
    status: 409,
    ru: 'Сначала закройте {open:month}; за {period:month} считать рано.',
    en: 'Close {open:month} first; it is too early to bill {period:month}.',
  },
  'run.month-closed': { status: 409, ru: 'Месяц {period:month} закрыт.', en: 'The month of {period:month} is closed.' },
  'run.month-not-begun': {
    status: 409,
    ru: 'Месяц {period:month} ещё не наступил.',
    en: 'The month of {period:month} has not begun.',
  },
  'run.no-houses': {
    status: 409,
    ru: 'Нет ни одного дома, который можно рассчитать.',
    en: 'There is no house to bill.',
  },
  'run.has-parked': {
    status: 409,
    ru: 'Не рассчитано: {parked}. Исправьте причины и пересчитайте, потом закрывайте.',
    en: 'Not calculated: {parked}. Mend the causes and calculate again, then close.',
  },
  'run.wrong-state': {
    status: 409,
    ru: 'Расчёт сейчас в состоянии «{state}», этого сделать нельзя.',
    en: 'The run is in the state "{state}", this can’t be done.',
  },
  'run.no-snapshot': { status: 404, ru: 'В этом расчёте такого дома нет.', en: 'There is no such house in this run.' },

  'ledger.empty': { status: 409, ru: 'В проводке нет ни одной суммы.', en: 'The entry has no posting.' },
  'ledger.key-conflict': {
    status: 409,
    ru: 'Под ключом {key} уже есть другая проводка.',
    en: 'There is another entry under the key {key}.',
  },
  'ledger.month-closed': {
    status: 409,
    ru: 'Месяц {period:month} закрыт, исправление проводят в открытом.',
    en: 'The month of {period:month} is closed, a correction is booked in the open one.',
  },
  'ledger.unbalanced': {
    status: 409,
    ru: 'Проводка не сходится на {difference:money}.',
    en: 'The entry is out of balance by {difference:money}.',
  },

  'receipts.month-not-closed': {
    status: 409,
    ru: 'Квитанции печатают после закрытия месяца; {period:month} ещё открыт.',
    en: 'Receipts are printed after the month is closed; {period:month} is still open.',
  },
  'receipt.not-found': { status: 404, ru: 'Такой квитанции нет.', en: 'There is no such receipt.' },
  'receipt-not-printed': {
    status: 500,
    ru: 'Квитанция {receipt} не попала в файл. Напечатайте дом ещё раз.',
    en: 'The receipt {receipt} is not in the file. Print the house again.',
  },
  'chromium-not-found': {
    status: 503,
    ru: 'Печатать нечем: браузер Chromium не найден. Администратору: укажите {setting}.',
    en: 'There is nothing to print with: Chromium was not found. Administrator: set {setting}.',
  },
  'payment-qr-invalid': {
    status: 409,
    ru: 'Платёжный QR не составить: проверьте реквизиты получателя.',
    en: 'The payment QR can’t be made: check the bank details of the recipient.',
  },
  'receipt-does-not-add-up': {
    status: 409,
    ru: 'Строки квитанции не сходятся с её итогом; она не выпущена.',
    en: 'The lines of the receipt don’t add up to its total; it was not issued.',
  },

  'import.not-found': { status: 404, ru: 'Такой загрузки нет.', en: 'There is no such load.' },
  'import.no-file': {
    status: 422,
    ru: 'Файл не приложен. Выберите XLSX, CSV или DBF.',
    en: 'No file is attached. Choose an XLSX, CSV or DBF.',
  },
  'import.wrong-state': {
    status: 409,
    ru: 'Загрузка сейчас в состоянии «{state}», этого сделать нельзя.',
    en: 'The load is in the state "{state}", this can’t be done.',
  },
  'import.map': {
    status: 422,
    ru: 'Поле «{field}» нельзя читать из этого столбца: его нет или он уже занят.',
    en: 'The field "{field}" can’t be read from this column: there is none, or it is taken.',
  },
  'import.not-mapped': {
    status: 409,
    ru: 'Не выбраны столбцы обязательных полей: {fields}.',
    en: 'Columns of required fields are not chosen: {fields}.',
  },
  'import.nothing-to-apply': {
    status: 409,
    ru: 'Загружать нечего: всё уже в базе или строки с ошибками.',
    en: 'There is nothing to load: all of it is in the books or has errors.',
  },
  'import.built-on': {
    status: 409,
    ru: 'Отменить загрузку нельзя, на ней уже построено другое: {objects}.',
    en: 'The load can’t be undone, something else stands on it: {objects}.',
  },
  'import.no-bad-rows': {
    status: 404,
    ru: 'В этой загрузке нет строк с ошибками.',
    en: 'There are no bad rows in this load.',
  },
  'final-act.still-managed': {
    status: 409,
    ru: 'Дом {house} ещё в управлении: окончившегося договора управления у него нет. Итоговый акт составляют, когда договор окончен.',
    en: 'The house {house} is still managed: no management agreement of it has ended. A final act is drawn up when it has.',
  },
  'final-act.month-open': {
    status: 409,
    ru: 'Месяц {period:month} не закрыт, и начислений за него в сальдо ещё нет. Закройте месяц и зафиксируйте акт.',
    en: 'The month {period:month} is not closed, so its charges are not in the balances. Close it, then fix the act.',
  },
  'final-act.no-accounts': {
    status: 409,
    ru: 'В доме {house} нет ни счетов, ни долгов: акт не нужен.',
    en: 'The house {house} has no accounts and no debts: no act is needed.',
  },
  'final-act.not-found': { status: 404, ru: 'Такого акта нет.', en: 'There is no such act.' },
  'import.rows-cleared': {
    status: 409,
    ru: 'Файл и строки этой загрузки стёрты {on:date}: срок их хранения вышел. Отменить её, проверить или скачать строки больше нельзя. Итоги остались; нужное загрузите новым файлом.',
    en: 'The file and rows of this load were erased on {on:date}, as their term was over. It can’t be undone, checked or downloaded any more. Its totals remain; load what you need from a new file.',
  },
  'import.broken': {
    status: 500,
    ru: 'Загрузка прервалась из-за сбоя. Повторите; если не поможет, сообщите администратору.',
    en: 'The load broke off by a fault. Repeat it; if that does not help, tell the administrator.',
  },

  'table.empty': {
    status: 422,
    ru: 'В файле нет ни одной строки. Проверьте, тот ли файл выбран.',
    en: 'There is not a single row in the file. Check that it is the right one.',
  },
  'table.old-excel': {
    status: 422,
    ru: 'Это книга старого Excel (.xls). Откройте её и сохраните как «Книга Excel (.xlsx)».',
    en: 'This is a workbook of old Excel (.xls). Open it and save it as “Excel Workbook (.xlsx)”.',
  },
  'table.encrypted': {
    status: 422,
    ru: 'Файл закрыт паролем. Откройте его, снимите пароль (Файл → Сведения → Защита книги) и сохраните.',
    en: 'The file is locked with a password. Open it, remove the password (File → Info → Protect Workbook) and save.',
  },
  'table.other-format': {
    status: 422,
    ru: 'Это файл {format}, а нужна таблица XLSX, CSV или DBF. Откройте его в Excel и сохраните как «Книга Excel (.xlsx)».',
    en: 'This is a {format} file, and a table is needed: XLSX, CSV or DBF. Open it in Excel and save it as “Excel Workbook (.xlsx)”.',
  },
  'table.not-a-table': {
    status: 422,
    ru: 'В этом файле не видно таблицы. Нужен XLSX, CSV или DBF.',
    en: 'No table can be seen in this file. XLSX, CSV or DBF is needed.',
  },
  'table.broken': {
    status: 422,
    ru: 'Файл повреждён или скачался не до конца. Откройте его в Excel и сохраните заново или получите ещё раз.',
    en: 'The file is damaged or was not fully downloaded. Open it in Excel and save it anew, or get it once more.',
  },
  'table.cut-off': {
    status: 422,
    ru: 'Файл обрывается: записи {line} в нём уже нет, хотя по заголовку она должна быть. Получите файл ещё раз.',
    en: 'The file breaks off: record {line} is missing, though its header promises it. Get the file once more.',
  },
  'table.too-large': {
    status: 413,
    ru: 'Внутри файла слишком много данных. Разделите его на несколько или удалите пустые оформленные строки и листы.',
    en: 'There is too much data inside the file. Split it, or delete empty formatted rows and sheets.',
  },
  'table.too-many-rows': {
    status: 413,
    ru: 'На лист Excel помещается {limit} строк, а здесь больше. Сузьте отбор или выгрузите CSV.',
    en: 'An Excel sheet holds {limit} rows, and here are more. Narrow the selection or export CSV.',
  },
  'table.no-sheet': {
    status: 422,
    ru: 'В книге нет листа «{sheet}». Есть: {sheets}.',
    en: 'There is no sheet “{sheet}” in the workbook. It has: {sheets}.',
  },
  'table.open-quote': {
    status: 422,
    ru: 'В записи со строки {line} кавычка открыта и не закрыта. Закройте её или удвойте.',
    en: 'In the record that begins at line {line} a quote opens and never closes. Close or double it.',
  },
} as const satisfies Record<string, ProblemText>;

/** Requests that break no rule of the trade but never reached one: the framework's own refusals, by status. */
export const STATUS_TEXTS: Readonly<
  Record<number, { readonly code: string; readonly ru: string; readonly en: string }>
> = {
  400: { code: 'http.bad-request', ru: 'Запрос не разобрать.', en: 'The request can’t be read.' },
  401: { code: 'auth.signed-out', ru: 'Войдите, чтобы продолжить.', en: 'Sign in to go on.' },
  403: { code: 'http.forbidden', ru: 'Этого делать нельзя.', en: 'This is not allowed.' },
  404: { code: 'http.not-found', ru: 'Такого адреса нет.', en: 'There is no such address.' },
  405: { code: 'http.method-not-allowed', ru: 'По этому адресу так нельзя.', en: 'This address does not allow it.' },
  413: { code: 'http.too-large', ru: 'Запрос слишком велик.', en: 'The request is too large.' },
  415: { code: 'http.unsupported-media-type', ru: 'Ожидается JSON.', en: 'JSON is expected.' },
  422: { code: 'validation', ru: 'Проверьте отмеченные поля.', en: 'Check the marked fields.' },
  503: {
    code: 'http.unavailable',
    ru: 'Сервис сейчас недоступен. Повторите позже.',
    en: 'The service is not available. Try again later.',
  },
  500: {
    code: 'unexpected',
    ru: 'Что-то пошло не так. Мы записали это; назовите поддержке номер ошибки.',
    en: 'Something went wrong. It was recorded; tell support the trace id.',
  },
};

/** The kind of refusal, the same for all of its status. */
export const TITLES: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  400: { ru: 'Неверный запрос', en: 'Bad request' },
  401: { ru: 'Нужен вход', en: 'Sign in first' },
  403: { ru: 'Нет доступа', en: 'No access' },
  404: { ru: 'Не найдено', en: 'Not found' },
  409: { ru: 'Сейчас это невозможно', en: 'Not possible now' },
  412: { ru: 'Данные изменились', en: 'The data has changed' },
  413: { ru: 'Слишком много данных', en: 'Too much data' },
  422: { ru: 'Проверьте данные', en: 'Check the data' },
  423: { ru: 'Вход закрыт', en: 'Locked' },
  428: { ru: 'Не хватает условия', en: 'A condition is missing' },
  429: { ru: 'Слишком часто', en: 'Too often' },
  500: { ru: 'Ошибка', en: 'Error' },
  503: { ru: 'Недоступно', en: 'Not available' },
};
