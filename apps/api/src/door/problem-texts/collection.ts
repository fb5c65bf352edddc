import type { ProblemText } from './problem-text.js';

/** Letters to debtors, restriction of services, court. */
export const COLLECTION_TEXTS = {
  'debt-step.not-found': {
    status: 404,
    ru: 'Такого действия по долгу нет. Обновите страницу.',
    en: 'There is no such step of a debt. Refresh the page.',
  },
  'debt-step.voided': {
    status: 409,
    ru: 'Это действие уже отменено.',
    en: 'This step is taken back already.',
  },
  'letter.unknown-field': {
    status: 422,
    ru: 'Такого поля нет: {field}. Есть: {known}.',
    en: 'There is no field {field}. There are: {known}.',
  },
  'letter.empty-wording': {
    status: 422,
    ru: 'Текст письма пуст: напишите, что должен прочесть должник до и после цифр.',
    en: 'The wording is empty: write what the debtor is to read before and after the figures.',
  },
  'letter.does-not-add-up': {
    status: 409,
    ru: 'Письмо не сходится ({what}): в строках {sum:money}, в итоге {told:money}. Оно не написано; сообщите в поддержку.',
    en: 'The letter does not add up ({what}): rows come to {sum:money}, the total says {told:money}. It was not written; tell support.',
  },
  'letter.pay-by': {
    status: 422,
    ru: 'Срок оплаты {payBy:date} уже прошёл или сегодня. Укажите более поздний день.',
    en: 'The day to pay, {payBy:date}, is past or today. Choose a later one.',
  },
  'letter.nobody': {
    status: 409,
    ru: 'По этому правилу писать некому: у всех найденных есть причина не писать. Посмотрите причины и измените отбор.',
    en: 'Nobody gets a letter by this rule: there is a reason against each. Look at the reasons and change the rule.',
  },
  'letter.not-found': {
    status: 404,
    ru: 'Такого письма нет. Обновите страницу.',
    en: 'There is no such letter. Refresh the page.',
  },
  'letter.not-printed': {
    status: 409,
    ru: 'Письмо ещё печатается. Подождите немного и обновите страницу.',
    en: 'The letter is still being printed. Wait a little and refresh the page.',
  },
  'letter.no-proof': {
    status: 404,
    ru: 'К этой доставке не приложен документ.',
    en: 'No paper was added to this delivery.',
  },
  'letter.delivery-in-future': {
    status: 422,
    ru: 'День {day:date} ещё не наступил. Укажите сегодняшний или более ранний.',
    en: 'The day {day:date} has not come yet. Choose today or an earlier one.',
  },
  'letter.delivery-before': {
    status: 422,
    ru: 'Письмо датировано {dated:date}: отправить или получить его раньше нельзя. Проверьте дни.',
    en: 'The letter is dated {dated:date}: it can’t have been sent or come before that. Check the days.',
  },
  'letter-batch.not-found': {
    status: 404,
    ru: 'Такой рассылки нет. Обновите страницу.',
    en: 'There is no such batch of letters. Refresh the page.',
  },
  'letter-batch.not-failed': {
    status: 409,
    ru: 'Рассылка не остановилась: продолжать нечего.',
    en: 'The batch has not stopped: there is nothing to go on with.',
  },
  'paper.wrong-kind': {
    status: 422,
    ru: 'Файл «{name}» – не PDF и не снимок (JPEG, PNG). Приложите скан или фотографию документа.',
    en: '"{name}" is neither a PDF nor a picture (JPEG, PNG). Add a scan or a photograph of the paper.',
  },
  'court.refused': {
    status: 409,
    ru: 'Подавать в суд сейчас нельзя. Посмотрите причину в проверке перед судом.',
    en: 'The debt can’t be taken to court now. See the reason in the check before court.',
  },
  'court.above-most': {
    status: 409,
    ru: 'Требование {sum:money} больше предела для судебного приказа, {most:money}: нужен иск.',
    en: 'The claim of {sum:money} is above what an order may be asked for, {most:money}: a lawsuit is needed.',
  },
  'court-case.not-found': {
    status: 404,
    ru: 'Такого дела нет. Обновите страницу.',
    en: 'There is no such case. Refresh the page.',
  },
  'court-case.closed': {
    status: 409,
    ru: 'Дело окончено {closedOn:date}. По тому же долгу можно начать новое.',
    en: 'The case ended on {closedOn:date}. A new one may be begun for the same debt.',
  },
  'court-case.step-day': {
    status: 422,
    ru: 'День {day:date} не подходит: он раньше заявления ({dated:date}) или ещё не наступил.',
    en: 'The day {day:date} does not fit: it is before the application ({dated:date}) or has not come yet.',
  },
  'court.fee-table': {
    status: 409,
    ru: 'Таблица государственной пошлины не читается: «{piece}». Исправьте её в справочнике законов.',
    en: 'The table of state fees can’t be read: "{piece}". Mend it in the law calendar.',
  },
} as const satisfies Record<string, ProblemText>;
