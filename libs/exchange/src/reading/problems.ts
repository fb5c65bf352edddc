import type { DetailValue } from '@dvor/kernel';

/** What is wrong with a row, or needs a look. An error keeps the row out of the books, a warning does not. */
export interface RowProblem {
  readonly line: number;
  /** `null`: the row as a whole. */
  readonly field: string | null;
  readonly value: string | null;
  readonly severity: 'error' | 'warning';
  readonly code: ProblemCode;
  readonly details?: Readonly<Record<string, DetailValue>>;
}

export type ProblemCode = keyof typeof IMPORT_PROBLEMS;
export type Language = 'ru' | 'en';

interface Words {
  readonly reason: string;
  readonly mend: string;
}

/** What happened and what to do, in the reader's language. */
export function describeProblem(
  { code, details = {}, value }: Pick<RowProblem, 'code' | 'details' | 'value'>,
  language: Language,
): Words {
  const words: Words = IMPORT_PROBLEMS[code][language];
  const filled = { value, ...details };
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const detail: unknown = filled[name as keyof typeof filled];
      return detail === null || detail === undefined ? '' : String(detail);
    });
  return { reason: fill(words.reason), mend: fill(words.mend) };
}

/** What all problems of a code have in common: their reason, dots in place of what differs. */
export function kindOfProblem(code: ProblemCode, language: Language): string {
  return IMPORT_PROBLEMS[code][language].reason.replaceAll(/\{\w+\}/g, '…');
}

const IMPORT_PROBLEMS = {
  'value.missing': {
    ru: { reason: 'Не заполнено обязательное поле.', mend: 'Впишите значение.' },
    en: { reason: 'A required field is empty.', mend: 'Enter a value.' },
  },
  'cell.error': {
    ru: { reason: 'В ячейке ошибка Excel {value}.', mend: 'Исправьте формулу и сохраните файл.' },
    en: { reason: 'The cell holds the Excel error {value}.', mend: 'Mend the formula and save the file.' },
  },
  'cell.formula-without-value': {
    ru: {
      reason: 'В ячейке формула, а её значения в файле нет.',
      mend: 'Откройте файл в Excel, сохраните и загрузите снова.',
    },
    en: {
      reason: 'The cell holds a formula and the file lacks its value.',
      mend: 'Open the file in Excel, save it and load it again.',
    },
  },
  'cell.digits-lost': {
    ru: {
      reason: 'Excel сохранил только 15 цифр числа {value}, остальные потеряны.',
      mend: 'Сделайте столбец текстовым и впишите номер заново.',
    },
    en: {
      reason: 'Excel kept only 15 digits of {value}, the rest is lost.',
      mend: 'Make the column text and enter the number anew.',
    },
  },
  'cell.unreadable': {
    ru: { reason: 'Ячейку не прочитать: {value}.', mend: 'Впишите значение заново.' },
    en: { reason: 'The cell can’t be read: {value}.', mend: 'Enter the value anew.' },
  },
  'text.too-long': {
    ru: { reason: 'Текст длиннее {limit} знаков.', mend: 'Сократите его.' },
    en: { reason: 'The text is longer than {limit} characters.', mend: 'Shorten it.' },
  },
  'number.unreadable': {
    ru: { reason: '«{value}» – не число.', mend: 'Впишите число, например 45,30.' },
    en: { reason: '“{value}” is not a number.', mend: 'Enter a number, e.g. 45.30.' },
  },
  'number.out-of-range': {
    ru: { reason: 'Число {value} невозможно: нужно от {least} до {most}.', mend: 'Проверьте число.' },
    en: { reason: 'The number {value} is impossible: from {least} to {most} is needed.', mend: 'Check the number.' },
  },
  'area.zero': {
    ru: { reason: 'Площадь {value} невозможна.', mend: 'Впишите площадь больше нуля по техпаспорту.' },
    en: { reason: 'The area {value} is impossible.', mend: 'Enter the area above zero from the passport.' },
  },
  'area.suspicious': {
    ru: { reason: 'Площадь {value} м² для жилого помещения необычна.', mend: 'Проверьте, не потеряна ли запятая.' },
    en: { reason: 'An area of {value} m² is unusual for a dwelling.', mend: 'Check whether a decimal comma is lost.' },
  },
  'area.living-above-total': {
    ru: { reason: 'Жилая площадь {value} больше общей {area}.', mend: 'Проверьте обе площади.' },
    en: { reason: 'The living area {value} exceeds the total {area}.', mend: 'Check both areas.' },
  },
  'date.unreadable': {
    ru: { reason: '«{value}» – не дата.', mend: 'Впишите дату как 31.12.2026.' },
    en: { reason: '“{value}” is not a date.', mend: 'Enter the date as 31.12.2026.' },
  },
  'date.impossible': {
    ru: { reason: 'Даты {value} не бывает.', mend: 'Проверьте день и месяц.' },
    en: { reason: 'There is no date {value}.', mend: 'Check the day and the month.' },
  },
  'date.improbable': {
    ru: { reason: 'Дата {value} невероятна.', mend: 'Проверьте год.' },
    en: { reason: 'The date {value} is improbable.', mend: 'Check the year.' },
  },
  'date.no-day': {
    ru: { reason: 'В «{value}» нет дня.', mend: 'Впишите дату целиком, как 31.12.2026.' },
    en: { reason: 'There is no day in “{value}”.', mend: 'Enter the whole date, as 31.12.2026.' },
  },
  'month.unreadable': {
    ru: { reason: '«{value}» – не месяц.', mend: 'Впишите месяц как 10.2026.' },
    en: { reason: '“{value}” is not a month.', mend: 'Enter the month as 10.2026.' },
  },
  'share.unreadable': {
    ru: { reason: '«{value}» – не доля.', mend: 'Впишите долю как 1/3.' },
    en: { reason: '“{value}” is not a share.', mend: 'Enter the share as 1/3.' },
  },
  'share.became-date': {
    ru: { reason: 'Excel превратил долю в дату {value}.', mend: 'Сделайте столбец текстовым и впишите долю как 1/2.' },
    en: {
      reason: 'Excel has made the share a date, {value}.',
      mend: 'Make the column text and enter the share as 1/2.',
    },
  },
  'share.joint': {
    ru: { reason: 'У совместной собственности долей нет.', mend: 'Впишите каждому собственнику равную долю.' },
    en: { reason: 'Joint property has no shares.', mend: 'Give each owner an equal share.' },
  },
  'share.out-of-range': {
    ru: { reason: 'Доля {value} невозможна.', mend: 'Доля больше нуля и не больше целого.' },
    en: { reason: 'The share {value} is impossible.', mend: 'A share is above zero and at most the whole.' },
  },
  'share.not-whole': {
    ru: {
      reason: 'Доли собственников помещения дают {sum}, а не целое.',
      mend: 'Проверьте доли всех собственников этого помещения в файле.',
    },
    en: {
      reason: 'The shares of the premises’ owners make {sum}, not a whole.',
      mend: 'Check the shares of all its owners in the file.',
    },
  },
  'phone.unreadable': {
    ru: { reason: '«{value}» – не телефон; он не загружен.', mend: 'Впишите один номер как +7 913 210-45-67.' },
    en: { reason: '“{value}” is not a phone; it is left out.', mend: 'Enter one number as +7 913 210-45-67.' },
  },
  'email.unreadable': {
    ru: { reason: '«{value}» – не почта; она не загружена.', mend: 'Впишите адрес как name@example.ru.' },
    en: { reason: '“{value}” is not an e-mail; it is left out.', mend: 'Enter it as name@example.ru.' },
  },
  'name.no-letters': {
    ru: { reason: '«{value}» – не имя.', mend: 'Впишите фамилию, имя и отчество.' },
    en: { reason: '“{value}” is not a name.', mend: 'Enter surname, name and patronymic.' },
  },
  'inn.wrong': {
    ru: {
      reason: 'ИНН {value} неверен: контрольная цифра или длина.',
      mend: 'Проверьте цифры: 12 у человека, 10 у фирмы.',
    },
    en: {
      reason: 'INN {value} is wrong: check digit or length.',
      mend: 'Check the digits: 12 of a person, 10 of a firm.',
    },
  },
  'snils.wrong': {
    ru: { reason: 'СНИЛС {value} неверен: контрольное число или длина.', mend: 'Проверьте 11 цифр.' },
    en: { reason: 'SNILS {value} is wrong: check number or length.', mend: 'Check its 11 digits.' },
  },
  'els.wrong': {
    ru: { reason: 'ЕЛС {value} не похож на 10АА123456.', mend: 'Возьмите ЕЛС из ГИС ЖКХ.' },
    en: { reason: 'The unified account {value} is not like 10АА123456.', mend: 'Take it from GIS ZhKKh.' },
  },
  'izhku.wrong': {
    ru: { reason: 'Идентификатор ЖКУ {value} не похож на 10АА123456-01.', mend: 'Возьмите его из ГИС ЖКХ.' },
    en: { reason: 'The identifier {value} is not like 10АА123456-01.', mend: 'Take it from GIS ZhKKh.' },
  },
  'uuid.wrong': {
    ru: { reason: '«{value}» – не код ФИАС.', mend: 'Код – 32 знака с дефисами.' },
    en: { reason: '“{value}” is not a FIAS code.', mend: 'The code is 32 characters with hyphens.' },
  },
  'choice.unknown': {
    ru: { reason: 'Значение «{value}» незнакомо.', mend: 'Возможны: {choices}.' },
    en: { reason: 'The value “{value}” is not known.', mend: 'Possible: {choices}.' },
  },
  'row.twice': {
    ru: { reason: 'То же самое уже есть в строке {first}.', mend: 'Уберите лишнюю строку.' },
    en: { reason: 'Line {first} says the same already.', mend: 'Remove the line that is too many.' },
  },
  'account.differs-within': {
    ru: {
      reason: 'У счёта {number} в строке {first} другое значение поля «{what}».',
      mend: 'Оставьте в строках одного счёта одно значение.',
    },
    en: {
      reason: 'Account {number} has another value of “{what}” in line {first}.',
      mend: 'Leave one value in the lines of one account.',
    },
  },
  'address.unreadable': {
    ru: { reason: 'Адрес не разобрать: {value}.', mend: 'Впишите как «г. Барнаул, ул. Юрина, д. 180, кв. 15».' },
    en: {
      reason: 'The address can’t be made out: {value}.',
      mend: 'Enter it as “г. Барнаул, ул. Юрина, д. 180, кв. 15”.',
    },
  },
  'address.no-premises': {
    ru: { reason: 'Не указан номер помещения.', mend: 'Впишите номер квартиры или помещения.' },
    en: { reason: 'The number of the premises is missing.', mend: 'Enter the number of the flat or premises.' },
  },
  'house.unknown': {
    ru: {
      reason: 'Дома {address} в базе нет.',
      mend: 'Сначала загрузите дом или включите «Создавать дома из файла».',
    },
    en: {
      reason: 'There is no house {address}.',
      mend: 'Load the house first or switch on “Make houses from the file”.',
    },
  },
  'house.closed': {
    ru: { reason: 'Управление домом {address} прекращено.', mend: 'Уберите строку или продлите договор управления.' },
    en: { reason: 'The management of {address} has ended.', mend: 'Remove the line or prolong the agreement.' },
  },
  'house.fias-taken': {
    ru: { reason: 'Код ФИАС {value} уже у дома {address}.', mend: 'Проверьте код и адрес.' },
    en: { reason: 'The FIAS code {value} belongs to {address} already.', mend: 'Check the code and the address.' },
  },
  'premises.unknown': {
    ru: { reason: 'Помещения {where} в базе нет.', mend: 'Сначала загрузите помещения или счета.' },
    en: { reason: 'There are no premises {where}.', mend: 'Load premises or accounts first.' },
  },
  'premises.no-area': {
    ru: { reason: 'Для нового помещения нужна площадь.', mend: 'Впишите общую площадь.' },
    en: { reason: 'New premises need an area.', mend: 'Enter the total area.' },
  },
  'account.unknown': {
    ru: { reason: 'Счёта {number} в базе нет.', mend: 'Проверьте номер или сначала загрузите счета.' },
    en: { reason: 'There is no account {number}.', mend: 'Check the number or load accounts first.' },
  },
  'account.elsewhere': {
    ru: {
      reason: 'Счёт {number} уже есть, но по другому адресу: {address}.',
      mend: 'Проверьте номер счёта и адрес.',
    },
    en: { reason: 'Account {number} exists at another address: {address}.', mend: 'Check the number and the address.' },
  },
  'account.second': {
    ru: {
      reason: 'На этом помещении стоит и счёт {number}, а доли счетов не указаны или не дают целого.',
      mend: 'Загрузите счета помещения вместе: одна дата открытия, у каждого собственник и его доля. Либо загрузите один счёт и разделите его по долям.',
    },
    en: {
      reason:
        'Account {number} stands on the same premises, and the shares of the accounts are missing or don’t make a whole.',
      mend: 'Load the accounts of the premises together: opened on one day, each with an owner and the share. Or load one and split it by shares.',
    },
  },
  'account.closed': {
    ru: { reason: 'Счёт {number} на {date} не открыт.', mend: 'Откройте счёт или уберите строку.' },
    en: { reason: 'Account {number} is not open on {date}.', mend: 'Open the account or remove the line.' },
  },
  'account.no-payer': {
    ru: { reason: 'Для нового счёта нужен плательщик.', mend: 'Впишите ФИО плательщика или собственника.' },
    en: { reason: 'A new account needs a payer.', mend: 'Enter the payer’s or the owner’s name.' },
  },
  'account.id-taken': {
    ru: { reason: '{value} уже принадлежит счёту {number}.', mend: 'Проверьте идентификатор.' },
    en: { reason: '{value} belongs to account {number} already.', mend: 'Check the identifier.' },
  },
  'persons.differ': {
    ru: {
      reason: 'Зарегистрировано {known}, а в файле {value}; число не меняется.',
      mend: 'Загрузите жильцов поимённо или измените их в карточке счёта.',
    },
    en: {
      reason: '{known} are registered and the file says {value}; nothing is changed.',
      mend: 'Load residents by name or change them on the account’s card.',
    },
  },
  'owners.differ': {
    ru: {
      reason: 'В базе другие собственники: {known}; они не меняются.',
      mend: 'Смену собственника проведите в карточке помещения.',
    },
    en: {
      reason: 'The books know other owners: {known}; they stay.',
      mend: 'Enter a change of owner on the premises’ card.',
    },
  },
  'resident.twice': {
    ru: {
      reason: '{name} указан и в строке {first}, на счёте {number}, в те же дни.',
      mend: 'Человек зарегистрирован в одном месте: исправьте одну из строк.',
    },
    en: {
      reason: '{name} also stands in line {first}, on account {number}, on the same days.',
      mend: 'A person is registered in one place: mend one of the lines.',
    },
  },
  'resident.elsewhere': {
    ru: {
      reason: '{name} в эти дни уже зарегистрирован на счёте {number}.',
      mend: 'Сначала снимите его с учёта там.',
    },
    en: {
      reason: '{name} is registered on account {number} on these days.',
      mend: 'Move them out there first.',
    },
  },
  'dates.order': {
    ru: { reason: 'Дата окончания {value} не позже начала {from}.', mend: 'Проверьте обе даты.' },
    en: { reason: 'The end {value} is not after the beginning {from}.', mend: 'Check both dates.' },
  },
  'meter.differs': {
    ru: {
      reason: 'Счётчик {serial} уже стоит в другом помещении или на другом ресурсе: {where}.',
      mend: 'Проверьте номер счётчика.',
    },
    en: {
      reason: 'The meter {serial} stands in other premises or measures another resource: {where}.',
      mend: 'Check the meter’s number.',
    },
  },
  'meter.unknown': {
    ru: {
      reason: 'Такого счётчика нет: {value}.',
      mend: 'Проверьте лицевой счёт и номер счётчика или сначала загрузите счётчики.',
    },
    en: { reason: 'There is no such meter: {value}.', mend: 'Check the account and the meter, or load meters first.' },
  },
  'meter.several': {
    ru: { reason: 'Подходит несколько счётчиков.', mend: 'Впишите и лицевой счёт, и номер счётчика.' },
    en: { reason: 'Several meters fit.', mend: 'Enter both the account and the number of the meter.' },
  },
  'reading.unreadable': {
    ru: { reason: '«{value}» – не показание.', mend: 'Впишите цифры с прибора, например 123,45.' },
    en: { reason: '“{value}” is no reading.', mend: 'Enter the figures of the dial, such as 123.45.' },
  },
  'reading.negative': {
    ru: { reason: 'Показание {value} меньше нуля.', mend: 'Прибор так не показывает: впишите цифры с него.' },
    en: { reason: 'The reading {value} is below zero.', mend: 'No dial shows that: enter its figures.' },
  },
  'reading.amount': {
    ru: { reason: '«{amount}» – не показание.', mend: 'Впишите цифры с прибора, например 123,45.' },
    en: { reason: '“{amount}” is no reading.', mend: 'Enter the figures of the dial, such as 123.45.' },
  },
  'reading.unknown-meter': {
    ru: { reason: 'Счётчика нет.', mend: 'Проверьте номер счётчика.' },
    en: { reason: 'There is no such meter.', mend: 'Check the number of the meter.' },
  },
  'reading.implausible': {
    ru: { reason: 'Так быть не может.', mend: 'Проверьте показание и прибор.' },
    en: { reason: 'It can’t be so.', mend: 'Check the reading and the meter.' },
  },
  'reading.zones': {
    ru: { reason: 'У счётчика зон: {zones}, а значений: {amounts}.', mend: 'Впишите показание каждой зоны.' },
    en: { reason: 'The meter has {zones} zones, and {amounts} values were given.', mend: 'Enter one of each zone.' },
  },
  'reading.digits': {
    ru: { reason: '{amount}: на приборе цифр до запятой {digits}.', mend: 'Проверьте, нет ли лишней.' },
    en: { reason: '{amount}: the dial has {digits} figures before the point.', mend: 'See whether one is too many.' },
  },
  'reading.scale': {
    ru: { reason: '{amount}: на приборе цифр после запятой {scale}.', mend: 'Проверьте, где запятая.' },
    en: { reason: '{amount}: the dial has {scale} figures behind the point.', mend: 'See where the point is.' },
  },
  'reading.future': {
    ru: { reason: 'День показания ещё не наступил.', mend: 'Проверьте дату.' },
    en: { reason: 'The day of the reading has not come yet.', mend: 'Check the date.' },
  },
  'reading.outside': {
    ru: { reason: 'В этот день прибор не стоял.', mend: 'Проверьте дату или прибор.' },
    en: { reason: 'The meter did not stand on that day.', mend: 'Check the date or the meter.' },
  },
  'reading.entry-off': {
    ru: { reason: 'Показания этого ресурса не принимаются.', mend: 'Включите приём в сроках показаний.' },
    en: { reason: 'Readings of this resource are not taken.', mend: 'Switch them on among the windows of readings.' },
  },
  'reading.window-shut': {
    ru: { reason: 'Показания принимаются с {opensOn} по {closesOn}.', mend: 'Загрузите в эти дни.' },
    en: { reason: 'Readings are taken from {opensOn} to {closesOn}.', mend: 'Load them in these days.' },
  },
  'reading.held': {
    ru: {
      reason: 'Показание будет отложено и пока не считается.',
      mend: 'После загрузки решите о нём на странице «Сомнительные показания».',
    },
    en: {
      reason: 'The reading will be held back and does not count yet.',
      mend: 'After the load decide upon it among doubtful readings.',
    },
  },
  'doubt.below-previous': {
    ru: { reason: 'Не сходится с соседним показанием {previous}.', mend: 'Проверьте показание и прибор.' },
    en: { reason: 'Does not fit its neighbour, {previous}.', mend: 'Check the reading and the meter.' },
  },
  'doubt.rolled-over': {
    ru: { reason: 'Прибор прошёл через ноль: было {previous}, расход {volume}.', mend: 'Проверьте, так ли это.' },
    en: { reason: 'The dial turned over: {previous} before, {volume} used.', mend: 'See whether it is so.' },
  },
  'doubt.above-capacity': {
    ru: {
      reason: 'Расход {volume} за {days} дн. больше, чем может пройти через прибор: {bound}.',
      mend: 'Проверьте цифры до запятой.',
    },
    en: {
      reason: '{volume} used in {days} days is more than can pass the meter: {bound}.',
      mend: 'Check the figures before the point.',
    },
  },
  'doubt.times-usual': {
    ru: { reason: 'Расход {volume} за {days} дн. намного больше обычного: {bound}.', mend: 'Проверьте показание.' },
    en: { reason: '{volume} used in {days} days is far above the usual: {bound}.', mend: 'Check the reading.' },
  },
  'doubt.far-from-similar': {
    ru: {
      reason: 'Расход {volume} за {days} дн. намного больше, чем у соседей: {bound}.',
      mend: 'Проверьте показание.',
    },
    en: { reason: '{volume} used in {days} days is far above the neighbours’: {bound}.', mend: 'Check the reading.' },
  },
  'doubt.zero-with-residents': {
    ru: { reason: 'Расход – ноль, а в квартире живут.', mend: 'Проверьте, не прежнее ли это показание.' },
    en: { reason: 'Nothing was used, though somebody lives there.', mend: 'See whether this is the former reading.' },
  },
  'doubt.verification-expired': {
    ru: { reason: 'Срок поверки прошёл: считать по показанию нельзя.', mend: 'Внесите новую поверку.' },
    en: { reason: 'The verification is over: the reading does not count.', mend: 'Enter the new verification.' },
  },
  'balance.no-service': {
    ru: {
      reason: 'Не указано, за какую услугу и кому долг.',
      mend: 'Впишите услугу и поставщика или выберите их для всей загрузки.',
    },
    en: {
      reason: 'It is not told which service and recipient the balance is for.',
      mend: 'Enter the service and the supplier, or choose them for the whole load.',
    },
  },
  'service.unknown': {
    ru: { reason: 'Услуги «{value}» в справочнике нет.', mend: 'Впишите название или код из справочника услуг.' },
    en: { reason: 'There is no service “{value}”.', mend: 'Enter a name or code of the catalogue.' },
  },
  'supplier.unknown': {
    ru: {
      reason: 'Поставщика «{value}» в справочнике нет.',
      mend: 'Впишите название или ИНН из справочника поставщиков.',
    },
    en: { reason: 'There is no supplier “{value}”.', mend: 'Enter a name or INN of the catalogue.' },
  },
  'balance.other': {
    ru: {
      reason: 'Входящее сальдо уже загружено и равно {known}.',
      mend: 'Отмените прежнюю загрузку или исправьте сальдо корректировкой.',
    },
    en: {
      reason: 'An opening balance of {known} is loaded already.',
      mend: 'Undo the former load or correct the balance.',
    },
  },
} as const satisfies Record<string, Record<Language, Words>>;
