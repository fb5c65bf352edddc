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
    ru: 'Такого поля нет: {field} (абзац {paragraph}). Есть: {known}.',
    en: 'There is no field {field} (paragraph {paragraph}). There are: {known}.',
  },
  'letter.stray-brace': {
    status: 422,
    ru: 'Фигурная скобка без пары в абзаце {paragraph}: «{near}». Поле пишут между двух скобок.',
    en: 'A brace without its pair in paragraph {paragraph}: "{near}". A field stands whole within braces.',
  },
  'letter.standard-wording': {
    status: 409,
    ru: 'Письмо и так пишется стандартным текстом.',
    en: 'The letter has the standard wording already.',
  },
  'letter.nothing-owed': {
    status: 409,
    ru: 'За счётом {account} нет просроченного долга: письму не о чем. Выберите другого должника.',
    en: 'Account {account} owes nothing overdue: there is nothing to write about. Choose another debtor.',
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
  'court.debtor-died': {
    status: 409,
    ru: '{name} – умер(ла) {day:date}, иск к умершему не примут. Запишите собственниками наследников или уберите это имя из солидарных должников.',
    en: '{name} died on {day:date}: no claim is taken against the dead. Enter the heirs as owners, or leave the name out.',
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
  'debt-step.no-paper': {
    status: 404,
    ru: 'К этому действию не приложен документ.',
    en: 'No paper was added to this step.',
  },
  'court-case.another-open': {
    status: 409,
    ru: 'По этому счёту уже идёт другое дело: прежнее открыть снова нельзя. Закончите сначала его.',
    en: 'Another case of this account goes on: the former one can’t be opened again. End that one first.',
  },
  'restriction.not-found': {
    status: 404,
    ru: 'Такого ограничения нет. Обновите страницу.',
    en: 'There is no such restriction. Refresh the page.',
  },
  'restriction.nobody': {
    status: 409,
    ru: 'По этому правилу предупреждать некого: у всех найденных есть причина не ограничивать. Посмотрите причины и измените отбор.',
    en: 'Nobody is to be warned by this rule: there is a reason against each. Look at the reasons and change the rule.',
  },
  'restriction.too-many': {
    status: 422,
    ru: 'Должников по этому отбору {accounts}, за один раз проверяем не больше {limit}. Выберите дом или сумму побольше.',
    en: 'The rule finds {accounts} debtors; no more than {limit} are looked at at once. Choose a house or a greater sum.',
  },
  'restriction.nobody-to-remind': {
    status: 409,
    ru: 'Вторых предупреждений писать некому: срок ни у кого не подошёл, или долг оплачен, оспорен, в рассрочке.',
    en: 'There is nobody to warn again: nobody’s time has come, or the debt is paid, disputed or under a plan.',
  },
  'restriction.ended': {
    status: 409,
    ru: 'Ограничение окончено {endedOn:date}. По новому долгу начните другое.',
    en: 'The restriction ended on {endedOn:date}. Begin another for a new debt.',
  },
  'restriction.another-open': {
    status: 409,
    ru: 'По этой услуге уже идёт другое ограничение: прежнее открыть снова нельзя.',
    en: 'Another restriction of this service goes on: the former one can’t be opened again.',
  },
  'restriction.step-day': {
    status: 422,
    ru: 'День {day:date} не подходит: он раньше прежнего действия ({since:date}) или ещё не наступил.',
    en: 'The day {day:date} does not fit: it is before the last step ({since:date}) or has not come yet.',
  },
  'restriction.number-needed': {
    status: 422,
    ru: 'Укажите номер акта: без акта ограничить, приостановить или возобновить услугу нельзя.',
    en: 'Give the number of the act: nothing is limited, cut off or given back without one.',
  },
  'restriction.not-delivered': {
    status: 409,
    ru: 'Неизвестно, когда доставлено предупреждение (или второе предупреждение): срок идёт со дня доставки. Отметьте доставку в письме.',
    en: 'The day on which the warning came is not known: the term runs from it. Note the delivery of the letter.',
  },
  'restriction.remind-first': {
    status: 409,
    ru: 'Сначала нужно второе предупреждение: его можно написать с {from:date}, и его доставка должна быть отмечена.',
    en: 'A second warning comes first: it may be written from {from:date}, and its delivery must be noted.',
  },
  'restriction.too-early': {
    status: 409,
    ru: 'Рано: по правилам это можно сделать с {from:date}.',
    en: 'It is too early: by the rules it may be done from {from:date}.',
  },
  'restriction.limit-first': {
    status: 409,
    ru: 'Услугу сначала ограничивают (можно с {from:date}), а приостанавливают после.',
    en: 'The service is limited first (it may be from {from:date}) and cut off after that.',
  },
  'restriction.cannot-limit': {
    status: 409,
    ru: 'Ограничить эту услугу нет возможности или это уже сделано: дальше её приостанавливают, можно с {from:date}.',
    en: 'The service can’t be limited, or is already: it is cut off next, which may be done from {from:date}.',
  },
  'restriction.already-limited': {
    status: 409,
    ru: 'Услуга уже ограничена.',
    en: 'The service is limited already.',
  },
  'restriction.never-suspended': {
    status: 409,
    ru: 'Холодную воду в многоквартирном доме не приостанавливают (п. 119 ПП РФ № 354): она остаётся ограниченной.',
    en: 'Cold water of a block of flats is never cut off (Decree 354, clause 119): it stays limited.',
  },
  'restriction.suspended': {
    status: 409,
    ru: 'Услуга уже приостановлена.',
    en: 'The service is cut off already.',
  },
  'restriction.restore-first': {
    status: 409,
    ru: 'Причина ограничения отпала: услугу нужно возобновить.',
    en: 'The reason has fallen away: the service is to be given back.',
  },
  'restriction.not-restricted': {
    status: 409,
    ru: 'Услугу «{service}» не ограничивали: возобновлять нечего.',
    en: '"{service}" was not restricted: there is nothing to give back.',
  },
  'restriction.restricted': {
    status: 409,
    ru: 'Услуга «{service}» уже ограничена: её возобновляют актом.',
    en: '"{service}" is restricted already: it is given back by an act.',
  },
  'restriction.paid': {
    status: 409,
    ru: 'Просроченного долга за услугу «{service}» нет: ограничивать её нельзя.',
    en: 'Nothing is overdue for "{service}": it may not be restricted.',
  },
  'restriction.below-norms': {
    status: 409,
    ru: 'Долг за услугу «{service}» {debt:money} не больше двух месячных плат по нормативу ({most:money}): ограничивать её нельзя (п. 118 ПП РФ № 354).',
    en: 'The debt for "{service}", {debt:money}, is no more than two months by the norm ({most:money}): it may not be restricted (Decree 354, clause 118).',
  },
  'restriction.plan': {
    status: 409,
    ru: 'Рассрочка № {plan} исполняется: ограничивать услугу нельзя.',
    en: 'Instalment plan no. {plan} is kept: the service may not be restricted.',
  },
  'restriction.dispute': {
    status: 409,
    ru: 'Долг оспаривается ({about}): решите спор, прежде чем ограничивать услугу.',
    en: 'The debt is disputed ({about}): settle the dispute before the service is restricted.',
  },
  'restriction.in-transit': {
    status: 409,
    ru: 'Деньги в пути: {sum:money}. Разнесите их, прежде чем ограничивать услугу.',
    en: 'Money is under way: {sum:money}. Put it on the account before the service is restricted.',
  },
  'restriction.no-debtor': {
    status: 409,
    ru: 'У счёта нет плательщика или счёт закрыт: ограничивать некого.',
    en: 'The account has no payer, or is closed: there is nobody to restrict.',
  },
  'restriction.cost-above': {
    status: 422,
    ru: 'Расходы по этому ограничению вместе {sum:money}, закон позволяет взять с должника не больше {most:money} (п. 121(1) ПП РФ № 354). Уменьшите сумму.',
    en: 'This restriction has cost {sum:money} in all; its debtor pays no more than {most:money} (Decree 354, clause 121(1)). Lower the sum.',
  },
} as const satisfies Record<string, ProblemText>;
