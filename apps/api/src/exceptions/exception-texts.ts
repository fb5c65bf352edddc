import type { ExceptionRow } from '@dvor/platform';
import { parkedText } from '../billing/parked-texts.js';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';

/** What happened, by the kind of exception. */
const KINDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'billing.past-too-old': {
    ru: 'Изменение задним числом с {period} ({reason}) старше месяцев, которые пересчитываются сами. Разрешите его с причиной или оставьте как есть',
    en: 'A change of the past from {period} ({reason}) is older than what is recalculated by itself. Allow it with a reason, or leave it as it is',
  },
  'billing.month-not-replayed': {
    ru: 'Закрытый месяц {period} не пересчитан: {cause}. Следующий расчёт попробует снова.',
    en: 'The closed month {period} was not recalculated: {cause}. The next run tries again.',
  },
  'billing.run-failed': { ru: 'Расчёт остановился: {failure}', en: 'The run has stopped: {failure}' },
  'billing.run-not-reproduced': {
    ru: 'Начисления за {period:month} не сходятся с пересчётом из снимка: строк {lines}. Откройте расчёт: там названо, что отличается',
    en: 'The charges of {period:month} do not come out of their snapshot: {lines} lines. Open the run: it names what differs',
  },
  'billing.bills-held': {
    ru: 'Задержано подозрительных счетов: {bills}. Примите или исправьте до закрытия',
    en: 'Suspicious bills held: {bills}. Accept or mend them before closing',
  },
  'billing.bill-question': {
    ru: 'Вопрос по счёту за {period:month}: {question}',
    en: 'About the bill of {period:month}: {question}',
  },
  'readings.doubtful': {
    ru: 'Показание {amounts} за {date:date} под вопросом. Примите, исправьте или отклоните',
    en: 'The reading {amounts} of {date:date} is doubtful. Accept, correct or refuse it',
  },
  'meters.verification-ending': {
    ru: 'Кончается поверка приборов: {meters}, первая – {first:date}. Напомните жильцам; после срока считают по среднему, потом по нормативу',
    en: 'Verifications of {meters} meters end, the first on {first:date}. Remind the residents; after it they are charged on average, then by the norm',
  },
  'meters.spike': {
    ru: 'Расход {volume} за {days} дн. намного больше обычного. Разберитесь на странице «Всплески и утечки»',
    en: '{volume} used in {days} days is far above the usual. See to it on the page of spikes and leaks',
  },
  'meters.leak': {
    ru: 'Вода не останавливается ночью (ночей подряд: {nights}), не меньше {litres} л в час. Похоже на утечку: разберитесь на странице «Всплески и утечки»',
    en: 'Water has run for {nights} nights, {litres} l an hour at least: a leak? See to it on the page of spikes and leaks',
  },
  'readings.paid-no-meter': {
    ru: 'С платежом на счёт {account} пришло показание по счётчику «{said}», такого у счёта нет или их несколько. Узнайте у жильца и внесите показание',
    en: 'A payment to account {account} told of the meter "{said}", which the account has not, or has several of. Ask the resident and enter the reading',
  },
  'readings.paid-zones': {
    ru: 'С платежом на счёт {account} пришло показание по счётчику {said}, зон названо не столько, сколько у прибора. Узнайте у жильца и внесите показание',
    en: 'A payment to account {account} told of the meter {said}, and not of each of its zones. Ask the resident and enter the reading',
  },
  'readings.paid-refused': {
    ru: 'С платежом на счёт {account} пришло показание «{said}», для этого прибора оно невозможно. Узнайте у жильца и внесите верное',
    en: 'A payment to account {account} brought the reading "{said}", which is impossible for the meter. Ask the resident and enter the right one',
  },
  'readings.paid-unread': {
    ru: 'С платежом на счёт {account} пришло «{said}»: показаний в этом не разобрать. Узнайте у жильца и внесите их',
    en: 'A payment to account {account} brought "{said}", in which no readings can be made out. Ask the resident and enter them',
  },
  'meters.proposed': {
    ru: 'Жилец предлагает счётчик № {serial}. Посмотрите фото и паспорт, одобрите или откажите',
    en: 'A resident proposes the meter no. {serial}. Look at its photo and passport, approve or refuse',
  },
  'readings.unknown-device': {
    ru: 'Прибор передаёт показания ({value} {unit}), а в базе его нет. Откройте «Умные приборы» и назовите счётчик',
    en: 'A device sends readings ({value} {unit}) and is not in the books. Open «Smart meters» and name its meter',
  },
  'readings.counter-back': {
    ru: 'Прибор за день пошёл назад: было {was}, стало {now}. Проверьте его и показание: замена, сбой или переход через ноль',
    en: 'The device went back within a day: {was}, then {now}. Look at it and its reading: replaced, failed, or turned over',
  },
  'intervals.unmatched-point': {
    ru: 'Точка учёта {code} передаёт сутки с {from:date}, а прибор не назван. Откройте «Почасовой учёт» и назовите его',
    en: 'The point of metering {code} sends days since {from:date} and has no meter. Open «Half-hours» and name it',
  },
  'intervals.month-differs': {
    ru: 'За {period:month} внесено {was}, а по суткам учёта выходит {now}. Внесите новое или оставьте как есть',
    en: 'The books have {was} for {period:month}, the counted days say {now}. Enter the new one, or leave it',
  },
  'intervals.month-broken': {
    ru: 'За {period:month} внесено {was} по суткам учёта, а теперь они не целые. Дождитесь файла или исправьте объём',
    en: 'The books have {was} for {period:month} by counted days, which are not whole any more. Wait for the file, or correct it',
  },
  'approval.waiting': {
    ru: 'Ждёт решения второго человека: {reason}',
    en: 'A second person’s decision is waited for: {reason}',
  },
  'webhooks.endpoint-paused': {
    ru: 'Вебхуки остановлены: {failures} неудач подряд. Проверьте приёмник и возобновите отправку',
    en: 'Webhooks are paused: {failures} failures in a row. Look at the receiver and resume',
  },
  'webhooks.endpoint-gone': {
    ru: 'Вебхуки остановлены: приёмник ответил, что его больше нет (410). Исправьте адрес и возобновите отправку',
    en: 'Webhooks are paused: the receiver says it is gone (410). Correct the address and resume',
  },
  'webhooks.delivery-given-up': {
    ru: 'Событие {type} не принято за сутки. Посмотрите журнал вебхука и отправьте его снова',
    en: 'The event {type} was not taken within a day. Look at the log of the webhook and send it again',
  },
  'receipts.house-not-printed': {
    ru: 'Квитанции дома не напечатаны',
    en: 'The receipts of the house were not printed',
  },
  'penalties.law-unknown': {
    ru: 'Пени за {period:month} не начислены (счетов: {accounts}): на {date:date} нет параметра закона «{parameter}». Дополните справочник законов или выберите правило в настройках',
    en: 'No penalties for {period:month} ({accounts} accounts): the law’s parameter "{parameter}" is not known on {date:date}. Add it to the law calendar or choose a rule in the settings',
  },
  'penalties.not-accrued': {
    ru: 'Пени за {period:month} не посчитаны до конца (осталось частей: {chunks}), месяц не закрыт. Расчёт будет продолжен сам',
    en: 'Penalties of {period:month} are not accrued to the end ({chunks} parts left), the month stays open. They will be taken up again',
  },
  'instalments.late': {
    ru: 'Рассрочка № {number}: платёж {part} до {date:date} на {amount:money} не пришёл. Напомните плательщику, пока рассрочка действует',
    en: 'Plan {number}: part {part}, due by {date:date}, {amount:money}, has not come. Remind the payer while the plan holds',
  },
  'instalments.missed': {
    ru: 'Рассрочка № {number}: платёж {part} до {date:date} на {amount:money} пропущен. Решите, что делать с долгом',
    en: 'Plan {number}: part {part}, due by {date:date}, {amount:money}, was missed. Decide what becomes of the debt',
  },
  'restriction.restore': {
    ru: 'Причина ограничения отпала: возобновите услугу «{service}» не позднее {date:date}',
    en: 'The reason of the restriction has fallen away: give "{service}" back by {date:date}',
  },
  'payments.unmatched': {
    ru: 'Платёж на {amount:money} не отнесён: счёта «{account}» нет',
    en: 'A payment of {amount:money} waits: there is no account “{account}”',
  },
  'payments.closed-account': {
    ru: 'Платёж на {amount:money} не отнесён: счёт {account} закрыт',
    en: 'A payment of {amount:money} waits: account {account} is closed',
  },
  'payments.conflict': {
    ru: 'Банк прислал платёж с тем же номером, но другой: было {first:money} на счёт {firstAccount}, теперь {second:money} на {secondAccount}. Второй не проведён',
    en: 'The bank has sent another payment under the same number: {first:money} to {firstAccount} before, {second:money} to {secondAccount} now. The second was not booked',
  },
};

export function exceptionReason({ kind, details }: ExceptionRow, language: Language): string {
  const { code } = details;
  const cause = typeof code === 'string' ? parkedText(code, details, language) : null;
  const text = KINDS[kind]?.[language];
  if (text) return fillText(text, cause === null ? details : { ...details, cause }, language);
  return cause ?? kind;
}
