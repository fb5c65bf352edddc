import type { ProblemText } from './problem-text.js';

/** Meters, readings and the acts about them. */
export const METERING_TEXTS = {
  'use.months': {
    status: 422,
    ru: 'Первый месяц {from} позже последнего {to}. Поменяйте их местами.',
    en: 'The first month {from} is after the last, {to}. Swap them.',
  },
  'meter-alert.not-found': {
    status: 404,
    ru: 'Такого сообщения о счётчике нет.',
    en: 'There is no such alert of a meter.',
  },
  'meter-alert.resolved': {
    status: 409,
    ru: 'С этим сообщением уже разобрались. Обновите список.',
    en: 'This alert is resolved already. Look at the list anew.',
  },
  'meter-alert.mute-days': {
    status: 422,
    ru: 'Не сообщать можно с {least:date} по {most:date}. Выберите день из этого срока.',
    en: 'It can be silent from {least:date} to {most:date}. Choose a day of these.',
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
  'meter.reading-outside': {
    status: 422,
    ru: 'Счётчик {serial}: показание за {date:date} – не из срока его службы.',
    en: 'The meter {serial}: the reading of {date:date} is outside its days.',
  },

  'meter.serial': {
    status: 422,
    ru: 'Номер прибора «{serial}» невозможен: буквы, цифры, точка и дефис, не больше 40 знаков.',
    en: 'The number "{serial}" is impossible: letters, figures, points and hyphens, at most 40.',
  },
  'meter.too-many-zones': {
    status: 422,
    ru: 'Прибор {serial}: зон {zones}, а бывает от одной до четырёх.',
    en: 'The meter {serial} has {zones} zones; there are one to four.',
  },
  'meter.zone-unknown': {
    status: 422,
    ru: 'Зоны «{zone}» нет. Возможны: {known}.',
    en: 'There is no zone "{zone}". Possible are: {known}.',
  },
  'meter.zone-twice': {
    status: 422,
    ru: 'Прибор {serial}: одна зона названа дважды.',
    en: 'The meter {serial}: a zone is named twice.',
  },
  'meter.zones-of': {
    status: 422,
    ru: 'Прибор {serial}: по зонам суток считает только электросчётчик.',
    en: 'The meter {serial}: only electricity is metered by zones.',
  },
  'meter.dial': {
    status: 422,
    ru: 'Прибор {serial}: целых знаков от 3 до 9, после запятой от 0 до 4.',
    en: 'The meter {serial}: 3 to 9 whole digits, 0 to 4 behind the point.',
  },
  'meter.serial-stands': {
    status: 409,
    ru: 'Прибор с номером {serial} уже стоит в этом доме ({place}). Проверьте номер или сначала снимите тот.',
    en: 'A meter with the number {serial} stands in this house already ({place}). Check the number, or remove that one first.',
  },
  'meter-life.not-found': { status: 404, ru: 'Такого акта нет.', en: 'There is no such act.' },
  'meter-life.taken-back': { status: 409, ru: 'Акт уже отменён.', en: 'The act is taken back already.' },
  'meter-life.later-act': {
    status: 409,
    ru: 'После этого акта есть другой, от {on:date}. Сначала отмените его.',
    en: 'There is a later act, of {on:date}. Take that one back first.',
  },
  'meter-life.order': {
    status: 422,
    ru: 'Прибор {serial}: есть акт от {on:date}, позже этого дня. Акты вносят по порядку дней.',
    en: 'The meter {serial} has an act of {on:date}, later than this day. Acts are entered in the order of their days.',
  },
  'meter-life.before-installation': {
    status: 422,
    ru: 'Прибор {serial} установлен {installed:date}: раньше этого дня с ним ничего не было.',
    en: 'The meter {serial} was installed on {installed:date}: nothing befell it before.',
  },
  'meter-life.read-after': {
    status: 422,
    ru: 'Прибор {serial}: есть показание за {date:date}, позже дня снятия. Проверьте день или откажите в том показании.',
    en: 'The meter {serial} has a reading of {date:date}, after the day of removal. Check the day, or refuse that reading.',
  },
  'meter-life.below': {
    status: 422,
    ru: 'Прибор {serial}: показание {shown} меньше последнего, {last} за {date:date}. Проверьте цифры.',
    en: 'The meter {serial}: {shown} is below the last reading, {last} of {date:date}. Check the figures.',
  },
  'meter-life.has-readings': {
    status: 409,
    ru: 'По прибору {serial} уже есть показания ({count}): установку не отменить. Снимите прибор актом.',
    en: 'The meter {serial} was read already ({count}): its installation stays. Remove it by an act.',
  },
  'meter-life.stands': {
    status: 409,
    ru: 'В эти дни прибор {serial} стоит: значит, поставить его можно. Сначала внесите акт о снятии.',
    en: 'The meter {serial} stands on these days, so one can. Enter its removal first.',
  },
  'meter-life.impossible-already': {
    status: 409,
    ru: 'Об этом ресурсе такой акт уже есть.',
    en: 'There is such an act on this resource already.',
  },
  'meter-proposal.not-found': {
    status: 404,
    ru: 'Такой заявки на счётчик нет.',
    en: 'There is no such proposal of a meter.',
  },
  'meter-proposal.decided': {
    status: 409,
    ru: 'По этой заявке уже решили. Обновите страницу.',
    en: 'This proposal is decided upon already. Look at the page anew.',
  },
  'meter-proposal.waits': {
    status: 409,
    ru: 'Заявка на счётчик {serial} уже ждёт, и в ней указано другое. Отзовите её и отправьте новую.',
    en: 'A proposal of the meter {serial} waits already and says otherwise. Withdraw it and send a new one.',
  },
  'meter-proposal.stands': {
    status: 409,
    ru: 'Счётчик {serial} у вас уже стоит. Заявка не нужна.',
    en: 'The meter {serial} stands in your flat already. No proposal is needed.',
  },
  'meter-proposal.too-many': {
    status: 409,
    ru: 'Заявок уже ждёт {count}. Дождитесь ответа или отзовите лишние.',
    en: '{count} proposals wait already. Wait for an answer, or withdraw some.',
  },
  'meter-proposal.no-picture': {
    status: 422,
    ru: 'Приложите фото счётчика или его паспорт: хотя бы один файл, JPEG, PNG или PDF.',
    en: 'Attach a photo of the meter or its passport: one file at least, a JPEG, a PNG or a PDF.',
  },
  'meter-proposal.no-such-picture': {
    status: 404,
    ru: 'Этого файла к заявке не приложили.',
    en: 'No such file came with the proposal.',
  },
  'meter-proposal.future': {
    status: 422,
    ru: 'День установки {installedOn:date} ещё не наступил. Проверьте дату.',
    en: 'The day of installation, {installedOn:date}, has not come yet. Check it.',
  },
  'meter-proposal.replaces': {
    status: 422,
    ru: 'Заменить можно только счётчик того же ресурса, который сейчас стоит в этой квартире. Выберите его.',
    en: 'Only a meter of the same resource that stands in this flat now can be replaced. Choose it.',
  },
  'reading-window.not-found': {
    status: 404,
    ru: 'Таких сроков приёма показаний нет.',
    en: 'There is no such reading window.',
  },
  'reading-window.days': {
    status: 422,
    ru: 'Первый день приёма показаний позже последнего. Назовите дни одного месяца: с 15 по 25.',
    en: 'The first day of the window is after the last. Name days of one month: from the 15th to the 25th.',
  },
  'reading-window.past': {
    status: 422,
    ru: 'С {from:date} сроки уже не изменить: показания приняты по прежним. Назовите день не раньше {least:date}.',
    en: 'The window cannot be changed from {from:date}: readings were taken by the former one. Name a day not before {least:date}.',
  },
  'reading.window-shut': {
    status: 409,
    ru: 'Показания принимаются с {opensOn:date} по {closesOn:date}.',
    en: 'Readings are taken from {opensOn:date} to {closesOn:date}.',
  },
  'reading.entry-off': {
    status: 409,
    ru: 'Показания этого прибора жильцы не передают: их снимает управляющая организация.',
    en: 'Residents send no readings of this meter: the managing organisation takes them.',
  },
  'reading.unknown-meter': {
    status: 422,
    ru: 'Такого счётчика нет. Проверьте лицевой счёт {account} и номер счётчика {serial}.',
    en: 'There is no such meter. Check the account {account} and the number of the meter {serial}.',
  },
  'reading.unknown-meter-id': {
    status: 422,
    ru: 'Счётчика с номером записи {id} нет.',
    en: 'There is no meter with the id {id}.',
  },
  'reading.meter-unnamed': {
    status: 422,
    ru: 'Не сказано, чьё это показание: нужен счётчик или лицевой счёт вместе с номером счётчика.',
    en: 'It is not told whose reading this is: a meter is needed, or an account with the number of its meter.',
  },
  'device.unit': {
    status: 422,
    ru: 'Прибор этого ресурса не считает в {unit}. Проверьте единицу.',
    en: 'A meter of this resource does not count in {unit}. Check the unit.',
  },
  'device.zone': {
    status: 422,
    ru: 'Такой зоны у счётчика нет. Его зоны: {zones}.',
    en: 'The meter has no such zone. Its zones: {zones}.',
  },
  'device.not-found': {
    status: 404,
    ru: 'Прибор {device} ничего не передавал, или всё уже разобрано.',
    en: 'The device {device} has told nothing that waits.',
  },
  'message.no-file': { status: 404, ru: 'Такого вложения нет.', en: 'There is no such attachment.' },
  'mail.no-file': {
    status: 422,
    ru: 'Письмо не приложено. Передайте его целиком, как его хранит почтовый сервер.',
    en: 'No letter is attached. Hand it over whole, as the mail server keeps it.',
  },
  'mail.no-sender': {
    status: 422,
    ru: 'В письме нет отправителя: строки From нет или она не читается.',
    en: 'The letter has no sender: its From is missing or can’t be read.',
  },
  'message.not-found': { status: 404, ru: 'Такого сообщения нет.', en: 'There is no such message.' },
  'message.sender-unreadable': {
    status: 422,
    ru: '«{sender}» – не телефон и не почта: привязать нечего.',
    en: '"{sender}" is neither a phone nor an e-mail: there is nothing to link.',
  },
  'message.sender-linked': {
    status: 409,
    ru: '{sender} уже привязан к счёту {account}.',
    en: '{sender} is linked to the account {account} already.',
  },
  'reading.not-found': { status: 404, ru: 'Такого показания нет.', en: 'There is no such reading.' },
  'reading.not-yours': {
    status: 403,
    ru: 'Отменить при вводе можно только своё показание.',
    en: 'Only a reading of your own can be taken back while you type.',
  },
  'reading.quick-unknown': {
    status: 422,
    ru: 'Счётчика с такими лицевым счётом и номером не нашлось. Проверьте и то, и другое.',
    en: 'No meter with such an account and number was found. Check both.',
  },
  'reading-doubt.no-photo': { status: 404, ru: 'Фото к показанию нет.', en: 'The reading has no photo.' },
  'reading.no-photo': { status: 404, ru: 'Фото к показанию нет.', en: 'The reading has no photo.' },
  'reading-registry.not-found': { status: 404, ru: 'Такого реестра показаний нет.', en: 'There is no such registry.' },
  'reading-registry.no-file': {
    status: 422,
    ru: 'Файл не приложен. Выберите реестр показаний, который прислал банк.',
    en: 'No file is attached. Choose the registry of readings that the bank has sent.',
  },
  'reading-registry.too-large': {
    status: 422,
    ru: 'Реестр слишком велик: {size}. Попросите у банка файл за меньший срок, до 32 МБ.',
    en: 'The registry is too large: {size}. Ask the bank for a shorter time, up to 32 MB.',
  },
  'reading-registry.nothing-read': {
    status: 422,
    ru: 'В файле нет ни одного показания, которое можно прочесть. Начните со строки {line}: «{value}».',
    en: 'The file has no reading that can be read. Begin with line {line}: "{value}".',
  },
  'interval-file.not-found': { status: 404, ru: 'Такого файла учёта нет.', en: 'There is no such file.' },
  'interval-file.no-file': {
    status: 422,
    ru: 'Файл не приложен. Выберите XML 80020 или архив с такими файлами.',
    en: 'No file is attached. Choose an XML 80020, or an archive of such files.',
  },
  'interval-file.too-large': {
    status: 422,
    ru: 'Файл слишком велик: {size}. Загрузите сутки по частям, до 32 МБ.',
    en: 'The file is too large: {size}. Bring the days in parts, up to 32 MB.',
  },
  'interval-file.not-80020': {
    status: 422,
    ru: 'Это не XML 80020: в начале стоит «{found}». Попросите у сетевой или сбытовой организации именно такой файл.',
    en: 'This is no XML 80020: it begins with "{found}". Ask the grid or sales company for such a file.',
  },
  'interval-file.broken': {
    status: 422,
    ru: 'Файл не читается со строки {line}: «{value}». Похоже, он оборван: попросите его заново.',
    en: 'The file can’t be read from line {line} on: "{value}". It seems to be cut off: ask for it anew.',
  },
  'interval-file.archive': {
    status: 422,
    ru: 'Архив не открыть: он испорчен, закрыт паролем или слишком велик. Распакуйте его и загрузите файлы по одному.',
    en: 'The archive can’t be opened: it is broken, locked or too large. Unpack it and bring its files one by one.',
  },
  'interval-file.nothing-read': {
    status: 422,
    ru: 'В файле нет ни одних суток, которые можно прочесть. Проверьте, тот ли это файл.',
    en: 'The file has no day that can be read. See whether it is the right one.',
  },
  'interval-file.withdrawn': {
    status: 409,
    ru: 'Файл «{fileName}» уже отозван.',
    en: 'The file "{fileName}" was taken back already.',
  },
  'metering-point.not-found': { status: 404, ru: 'Такой точки учёта нет.', en: 'There is no such point of metering.' },
  'metering-point.not-electricity': {
    status: 422,
    ru: 'Прибор № {serial} считает не электричество. Выберите счётчик электроэнергии.',
    en: 'The meter № {serial} does not count electricity. Choose one that does.',
  },
  'metering-point.meter-taken': {
    status: 409,
    ru: 'Прибор № {serial} в эти дни уже значится за точкой {code}, канал {channel}. Сначала отвяжите его там.',
    en: 'The meter № {serial} belongs to the point {code}, channel {channel}, on these days. Unlink it there first.',
  },
  'intervals.none': {
    status: 422,
    ru: 'За {period:month} у прибора № {serial} нет суток учёта.',
    en: 'The meter № {serial} has no counted days in {period:month}.',
  },
  'intervals.month-incomplete': {
    status: 409,
    ru: 'За {period:month} по прибору № {serial} нет целого итога: не хватает суток с {from:date} по {to:date}. Дождитесь файла или введите объём от руки.',
    en: 'The meter № {serial} has no whole {period:month}: days from {from:date} to {to:date} are wanting. Wait for the file, or enter the volume by hand.',
  },
  'intervals.not-taken': {
    status: 409,
    ru: 'Показание прибора № {serial} за {period:month} не принято: его проверит сотрудник или оно не сходится с соседними. Откройте «Под вопросом».',
    en: 'The reading of the meter № {serial} for {period:month} was not taken: it is to be looked at, or does not fit its neighbours. Open the doubtful ones.',
  },
  'reading.zones': {
    status: 422,
    ru: 'У счётчика зон: {zones}, а значений: {amounts}. Введите показание каждой зоны.',
    en: 'The meter has {zones} zones, and {amounts} values were given. Enter one of each zone.',
  },
  'reading.amount': {
    status: 422,
    ru: '«{amount}» – не показание. Нужны цифры с прибора, например 123,45.',
    en: '"{amount}" is no reading. The figures of the dial are needed, such as 123.45.',
  },
  'reading.digits': {
    status: 422,
    ru: '«{amount}»: на этом приборе цифр до запятой {digits}. Проверьте, нет ли лишней.',
    en: '"{amount}": this dial has {digits} figures before the point. See whether one is too many.',
  },
  'reading.scale': {
    status: 422,
    ru: '«{amount}»: на этом приборе цифр после запятой {scale}. Проверьте, где запятая.',
    en: '"{amount}": this dial has {scale} figures behind the point. See where the point is.',
  },
  'reading.future': {
    status: 422,
    ru: 'Этот день ещё не наступил. Проверьте дату показания.',
    en: 'This day has not come yet. Check the date of the reading.',
  },
  'reading.outside': {
    status: 422,
    ru: 'В этот день прибор не стоял. Проверьте дату или прибор.',
    en: 'The meter did not stand on that day. Check the date or the meter.',
  },
  'reading.implausible': {
    status: 422,
    ru: 'Показание не принято: так быть не может.',
    en: 'The reading is not taken: it can’t be so.',
  },
  'reading-doubt.not-found': {
    status: 404,
    ru: 'Такого показания в очереди нет.',
    en: 'There is no such reading in the queue.',
  },
  'reading-doubt.decided': {
    status: 409,
    ru: 'По этому показанию уже решили. Обновите очередь.',
    en: 'This reading is decided upon already. Look at the queue anew.',
  },
  'reading-doubt.below-previous': {
    status: 422,
    ru: 'Показание не сходится с соседним, принять его нельзя. Исправьте его, исправьте соседнее или оформите замену прибора.',
    en: 'The reading does not fit its neighbour and can’t be accepted. Correct it, correct the other, or enter that the meter was replaced.',
  },
  'reading-policy.cannot-ask': {
    status: 422,
    ru: 'Файл, банк и прибор переспросить нельзя. Выберите другое действие.',
    en: 'A file, a bank or a device can’t be asked. Choose another action.',
  },
  'reading-policy.below-previous': {
    status: 422,
    ru: 'Показание меньше прежнего принять нельзя: счёт вышел бы отрицательным. Его можно придержать или отклонить.',
    en: 'A reading below the last one can’t be taken: the bill would be negative. It can be held or refused.',
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
} as const satisfies Record<string, ProblemText>;
