import type { ProblemText } from './problem-text.js';

/** Money in, its channels and what is passed on to suppliers. */
export const PAYMENTS_TEXTS = {
  'invoice.not-found': {
    status: 404,
    ru: 'Счёт на оплату не найден.',
    en: 'There is no such invoice.',
  },
  'invoice.not-open': {
    status: 409,
    ru: 'Этот счёт на оплату уже не действует. Выпишите новый.',
    en: 'This invoice is no longer open. Make out a new one.',
  },
  'invoice.too-large': {
    status: 422,
    ru: 'Счёт на оплату бывает не больше {most:money}. Проверьте, нет ли лишнего нуля.',
    en: 'An invoice may be up to {most:money}. Check for a zero too many.',
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
  'payment.named-over': {
    status: 422,
    ru: 'По услугам и пеням названо {named:money}, а платёж – {amount:money}. Поправьте суммы.',
    en: 'Services and penalties are named for {named:money}, the payment is {amount:money}. Put the sums right.',
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

  'transfer.not-found': {
    status: 404,
    ru: 'Перечисление не найдено.',
    en: 'There is no such transfer.',
  },
  'transfer.orders-not-found': {
    status: 404,
    ru: 'Такого файла поручений нет.',
    en: 'There is no such file of orders.',
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
} as const satisfies Record<string, ProblemText>;
