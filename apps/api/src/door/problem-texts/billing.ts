import type { ProblemText } from './problem-text.js';

/** The month’s run and what is charged beside tariffs. */
export const BILLING_TEXTS = {
  'recalculation.not-found': {
    status: 404,
    ru: 'Такого перерасчёта нет.',
    en: 'There is no such recalculation.',
  },
  'recalculation.posted': {
    status: 409,
    ru: 'Этот перерасчёт уже проведён закрытым месяцем.',
    en: 'A closed month has posted this recalculation already.',
  },
  'recalculation.undone': {
    status: 409,
    ru: 'Это изменение отменили, пересчитывать нечего.',
    en: 'This change was put back: there is nothing to recalculate.',
  },
  'recalculation.built-upon': {
    status: 409,
    ru: 'Эти дни с тех пор изменили ещё раз ({reason}). Сначала отмените то изменение.',
    en: 'The same days were changed again since ({reason}). Undo that change first.',
  },
  'recalculation.not-undoable': {
    status: 409,
    ru: 'Прежние данные этого изменения не найти. Внесите их сами.',
    en: 'What was known before this change cannot be found. Enter it yourself.',
  },
  'recalculation.no-reason': {
    status: 422,
    ru: 'Назовите причину: без неё перерасчёт не откладывают, не отменяют и не проводят за давние месяцы.',
    en: 'Give the reason: without one a recalculation is not postponed, undone or posted for months long past.',
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
  'dry-run.nothing': {
    status: 409,
    ru: 'В этих домах за {period:month} нет ни одного счёта: считать нечего.',
    en: 'These houses have no account in {period:month}: there is nothing to calculate.',
  },
  'dry-run.run-works': {
    status: 409,
    ru: 'Сейчас идёт расчёт за {period:month}. Попробуйте, когда он закончится.',
    en: 'The run of {period:month} is at work. Try when it has finished.',
  },
  'dry-run.too-large': {
    status: 422,
    ru: 'В этих домах {accounts} счетов, пробный расчёт считает до {limit}. Выберите дома поменьше или запустите расчёт месяца.',
    en: 'These houses have {accounts} accounts, a dry run takes up to {limit}. Choose fewer, or run the month.',
  },
  'line.not-found': {
    status: 404,
    ru: 'Такой строки в начислениях этого месяца нет.',
    en: 'There is no such line in the charges of this month.',
  },
  'comparison.no-month-before': {
    status: 409,
    ru: 'Месяц {period:month} не закрыт: сравнивать не с чем.',
    en: 'The month {period:month} is not closed: there is nothing to compare with.',
  },
  'run.no-such-house': {
    status: 404,
    ru: 'Такого дома в этом расчёте нет.',
    en: 'There is no such house in this run.',
  },
  'run.later-month-begun': {
    status: 409,
    ru: 'Уже рассчитан {later:month}. Сначала отмените его расчёт: закрытия отменяют с последнего.',
    en: '{later:month} is calculated already. Cancel that run first: closings are undone from the last.',
  },
  'run.receipts-issued': {
    status: 409,
    ru: 'Квитанции за {period:month} уже выданы: {receipts}. Закрытие не отменить; ошибку исправит перерасчёт в следующем месяце.',
    en: 'Receipts of {period:month} are issued: {receipts}. The closing stays; a recalculation in the next month mends a mistake.',
  },
  'check.unknown': { status: 404, ru: 'Такой проверки нет.', en: 'There is no such check.' },
  'check.not-skippable': {
    status: 409,
    ru: 'Эту проверку пропустить нельзя: исправьте то, что она показывает.',
    en: 'This check can’t be left: mend what it shows.',
  },
  'check.passes': {
    status: 409,
    ru: 'Пропускать нечего: здесь всё в порядке.',
    en: 'There is nothing to leave: all is well here.',
  },
  'check.red': {
    status: 409,
    ru: 'Закрыть нельзя: есть непройденная проверка. Откройте «Закрытие месяца», там она отмечена красным.',
    en: 'The month can’t be closed: a check fails. Open “Closing the month”, it is marked red there.',
  },
  'hold.not-found': { status: 404, ru: 'Такого задержанного счёта нет.', en: 'There is no such held bill.' },
  'run.no-snapshot': { status: 404, ru: 'В этом расчёте такого дома нет.', en: 'There is no such house in this run.' },

  'quality-act.not-found': { status: 404, ru: 'Такого акта нет.', en: 'There is no such act.' },
  'quality-act.cancelled': {
    status: 409,
    ru: 'Акт № {number} уже отменён.',
    en: 'The act {number} is cancelled already.',
  },
  'quality-act.number': { status: 422, ru: 'У акта нет номера. Введите его.', en: 'The act has no number. Enter it.' },
  'quality-act.number-taken': {
    status: 409,
    ru: 'Акт № {number} от {date:date} уже есть.',
    en: 'The act {number} of {date:date} is here already.',
  },
  'quality-act.future': {
    status: 422,
    ru: '{date} ещё не наступило. Проверьте даты акта; если перерыв ещё идёт, конец оставьте пустым.',
    en: '{date} has not come yet. Check the act’s days; leave the end empty while the break goes on.',
  },
  'quality-act.minutes': {
    status: 422,
    ru: 'С {from} по {to}: конец не позже начала. Проверьте время.',
    en: 'From {from} to {to}: the end is not after the beginning. Check the times.',
  },
  'quality-act.not-of-service': {
    status: 422,
    ru: 'У этой услуги такого нарушения нет в приложении 1 к ПП 354. Выберите другое.',
    en: 'Annex 1 of the Rules knows no such deviation of this service. Choose another.',
  },
  'quality-act.value': {
    status: 422,
    ru: 'Для температуры нужны градусы, для давления – отклонение в процентах, не больше 100; у остальных нарушений значения нет.',
    en: 'A temperature needs degrees, a pressure the percent off, no more than 100; other deviations have no value.',
  },
  'quality-act.too-old': {
    status: 422,
    ru: 'Акт говорит о {date:date}, это больше {months} месяцев назад. Напишите, почему он вносится сейчас.',
    en: 'The act speaks of {date:date}, more than {months} months ago. Write why it is entered now.',
  },
  'quality-act.nowhere': {
    status: 422,
    ru: 'Не выбрано, где это было. Выберите дома, подъезды или помещения.',
    en: 'It is not said where it was. Choose houses, entrances or premises.',
  },
  'quality-act.not-of-house': {
    status: 422,
    ru: 'Помещения или счёта {id} в этом доме нет.',
    en: 'There is no premises or account {id} in this house.',
  },

  'correction.not-found': { status: 404, ru: 'Такой корректировки нет.', en: 'There is no such correction.' },
  'correction.empty': {
    status: 422,
    ru: 'В корректировке нет ни одной суммы. Введите, что и на сколько изменить.',
    en: 'The correction has no sum. Enter what is changed and by how much.',
  },
  'correction.no-such-account': {
    status: 422,
    ru: 'Счёта {account} нет. Проверьте номер.',
    en: 'There is no account {account}. See its number.',
  },
  'correction.no-such-service': {
    status: 422,
    ru: 'Услуги «{service}» нет в справочнике. Напишите её так, как она там названа.',
    en: 'There is no service “{service}”. Write it as the catalogue does.',
  },
  'correction.no-column': {
    status: 422,
    ru: 'В таблице нет столбца «{column}». Нужны: лицевой счёт, услуга, месяц и «изменить на» или «должно быть».',
    en: 'The table has no column “{column}”. It needs the account, the service, the month, and the change or the sum that should stand.',
  },
  'correction.table-too-long': {
    status: 422,
    ru: 'В таблице больше {limit} строк. Разделите её.',
    en: 'The table has more than {limit} lines. Split it.',
  },
  'correction.row-month': {
    status: 422,
    ru: 'Месяц «{value}» не понять. Напишите 10.2026.',
    en: 'The month “{value}” can’t be read. Write 10.2026.',
  },
  'correction.row-sum': {
    status: 422,
    ru: 'Сумму «{value}» не понять. Напишите, например, −200,50.',
    en: 'The sum “{value}” can’t be read. Write −200.50, for example.',
  },
  'correction.row-one-sum': {
    status: 422,
    ru: 'Заполните одно из двух: «изменить на» или «должно быть».',
    en: 'Fill one of the two: the change, or the sum that should stand.',
  },
  'correction.row-part': {
    status: 422,
    ru: 'Часть «{value}» не понять. Напишите «индивидуальное» или «общее имущество», либо оставьте пустой.',
    en: 'The part “{value}” can’t be read. Name the individual or the common part, or leave it empty.',
  },
  'correction.twice': {
    status: 422,
    ru: 'Услуга за {period:month} стоит в документе дважды. Оставьте одну строку.',
    en: 'A service of {period:month} stands twice in the document. Leave one line.',
  },
  'correction.nothing': {
    status: 422,
    ru: 'Счёт {account}: изменение на ноль. Введите сумму.',
    en: 'Account {account}: a change by nothing. Enter the sum.',
  },
  'correction.month-open': {
    status: 422,
    ru: 'Месяц {period:month} ещё не закрыт: исправьте данные, по которым он считается, и пересчитайте.',
    en: 'The month of {period:month} is open yet: mend the facts it is billed from and calculate again.',
  },
  'correction.too-old': {
    status: 422,
    ru: 'С {period:month} прошло больше {months} месяцев. Напишите, почему корректировка вносится сейчас.',
    en: 'More than {months} months have passed since {period:month}. Write why it is corrected now.',
  },
  'correction.part-needed': {
    status: 422,
    ru: 'Счёт {account}: за {period:month} у услуги есть и индивидуальная часть, и общедомовая. Укажите, какую исправляете.',
    en: 'Account {account}: in {period:month} the service has an individual and a common part. Say which one is corrected.',
  },
  'correction.part-unknown': {
    status: 422,
    ru: 'Счёт {account}: за {period:month} такой части у услуги не начисляли. Выберите другую часть.',
    en: 'Account {account}: in {period:month} the service was not charged in that part. Choose the other.',
  },
  'correction.supplier-needed': {
    status: 422,
    ru: 'Счёт {account}: за {period:month} услугу начислял не один поставщик или никто. Укажите поставщика.',
    en: 'Account {account}: in {period:month} not one supplier charged the service. Name the supplier.',
  },
  'correction.below-zero': {
    status: 422,
    ru: 'Счёт {account}: за {period:month} начислено {was:money}, изменение {amount:money} сделало бы плату меньше нуля.',
    en: 'Account {account}: {was:money} stands for {period:month}, a change of {amount:money} would make it less than nothing.',
  },
  'correction.not-waiting': {
    status: 409,
    ru: 'Корректировка № {number} уже не ждёт подтверждения.',
    en: 'Correction {number} does not wait for a word any more.',
  },
  'correction.not-released': {
    status: 409,
    ru: 'Корректировка № {number} ещё не проведена: её можно отозвать.',
    en: 'Correction {number} is not released yet: it can be withdrawn.',
  },
  'correction.is-mirror': {
    status: 409,
    ru: 'Корректировка № {number} сама отменяет другую. Внесите новую корректировку.',
    en: 'Correction {number} itself takes back another. Enter a new one.',
  },
  'correction.mirrored': {
    status: 409,
    ru: 'Корректировка № {number} уже отменена корректировкой № {by}.',
    en: 'Correction {number} is taken back already by correction {by}.',
  },

  'overcharge.claim-not-found': { status: 404, ru: 'Такого заявления нет.', en: 'There is no such claim.' },
  'overcharge.no-mistake': {
    status: 404,
    ru: 'В этой корректировке нет нашей ошибки по этому счёту.',
    en: 'The correction puts no mistake of ours right for this account.',
  },
  'overcharge.told': {
    status: 409,
    ru: 'Что жителю сообщили, уже записано.',
    en: 'That the payer was told is noted already.',
  },
  'overcharge.future': {
    status: 422,
    ru: 'Это время ещё не наступило. Проверьте, когда пришло заявление.',
    en: 'That time has not come yet. Check when the claim came.',
  },
  'overcharge.decided': { status: 409, ru: 'По заявлению уже решено.', en: 'The claim is decided already.' },
  'overcharge.found-first': {
    status: 409,
    ru: 'Ошибку нашли раньше, чем пришло заявление: штрафа нет (ЖК РФ, ст. 157, ч. 7). Выберите другое решение.',
    en: 'The mistake was found before the claim came: no fine is due (Housing Code, art. 157 p. 7). Decide otherwise.',
  },
  'overcharge.excess': {
    status: 422,
    ru: 'Для штрафа нужны лишняя сумма больше нуля и документ.',
    en: 'A fine needs the excess, above zero, and a paper.',
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

  'decline.none': {
    status: 404,
    ru: 'На {date:date} и позже отказа от этой услуги нет.',
    en: 'The service is not declined on {date:date} or later.',
  },
} as const satisfies Record<string, ProblemText>;
