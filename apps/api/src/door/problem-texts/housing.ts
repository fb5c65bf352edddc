import type { ProblemText } from './problem-text.js';

/** Houses, premises, accounts and people. */
export const HOUSING_TEXTS = {
  'house.not-found': { status: 404, ru: 'Такого дома нет.', en: 'There is no such house.' },
  'house.exists': { status: 409, ru: 'Такой дом уже есть: {value}.', en: 'There is such a house already: {value}.' },
  'house.area': {
    status: 422,
    ru: '{where}: площадь дома {area} невозможна.',
    en: '{where}: the area {area} of the house is impossible.',
  },
  'house.facts-overlap': {
    status: 422,
    ru: '{where}: сроки пересекаются с {from:date}. Закройте прежнее значение.',
    en: '{where}: terms overlap from {from:date}. End the former value.',
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
  'premises.units': {
    status: 422,
    ru: 'Количество {units} невозможно: нужно число не меньше нуля.',
    en: 'A count of {units} is impossible: a number not below zero is needed.',
  },

  'ownership.not-whole': {
    status: 422,
    ru: '{where}: доли собственников на {date:date} дают {sum}, а не целое.',
    en: '{where}: the owners’ shares on {date:date} make {sum}, not a whole.',
  },
  'ownership.twice': {
    status: 422,
    ru: '{where}: один собственник указан дважды. Сложите его доли.',
    en: '{where}: an owner stands twice. Add the shares up.',
  },

  'residency.elsewhere': {
    status: 409,
    ru: 'В эти дни человек уже зарегистрирован в другом месте: {name}, счёт {account}, с {from:date}.',
    en: 'The person is registered elsewhere on these days: {name}, account {account}, from {from:date}.',
  },
  'residency.none': {
    status: 409,
    ru: 'На {date:date} и позже человек здесь не зарегистрирован.',
    en: 'The person is not registered here on {date:date} or later.',
  },

  'party.died': {
    status: 422,
    ru: 'День смерти {day:date} записать нельзя: он бывает у человека, не раньше дня рождения и не позже сегодняшнего дня.',
    en: '{day:date} can’t be a day of death: a person has one, not before the birthday and not after today.',
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
  'absence.late': {
    status: 422,
    ru: 'Заявление от {applied:date} опоздало: его подают до отъезда или не позднее {days} дней после возвращения, то есть до {until:date} (п. 91 ПП 354). В перерасчёте откажите.',
    en: 'The claim of {applied:date} came too late: it is made before leaving or within {days} days after coming back, by {until:date} (Decree 354, 91). Refuse the recalculation.',
  },
  'absence.ahead': {
    status: 422,
    ru: 'Заявление, поданное заранее, действует не больше {months} месяцев: сейчас – до {until:date} (п. 91 ПП 354). Запишите отсутствие по этот день; когда его продлят, снимите запись и внесите заново с датой нового заявления.',
    en: 'A claim made ahead holds for {months} months: now until {until:date} (Decree 354, 91). Enter the absence up to that day; once it is prolonged, take it back and enter it anew with the day of the new claim.',
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
} as const satisfies Record<string, ProblemText>;
