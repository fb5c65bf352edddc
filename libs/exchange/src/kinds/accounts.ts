import { groupBy } from '@dvor/kernel';
import type { Field } from '../reading/field.js';
import { plainName } from './books.js';
import { type KindOfImport, sayTwice, type StagedRow } from './kind.js';
import { addressOf, field, HOUSE_FIELDS, NUMBER, placeKey, PREMISES_FIELDS } from './place-fields.js';
import { judgeStock, type StockServices } from './stock.js';
import type { RowProblem } from '../reading/problems.js';

export const AREA_FIELDS: readonly Field[] = [
  field('area', 'area', 'Площадь', 'Area', '45,30', [
    'Общая площадь',
    'Площадь общая',
    'Общ. площадь',
    'S общая',
    'Площадь, м²',
    'Площадь помещения',
    'AREA',
    'PLOSHAD',
    'PL_OB',
  ]),
  field('livingArea', 'area', 'Жилая площадь', 'Living area', '28,10', ['Площадь жилая', 'Жил. площадь', 'PL_JIL']),
  field('heatedArea', 'area', 'Отапливаемая площадь', 'Heated area', '', ['Площадь отапливаемая']),
  field('rooms', 'count', 'Число комнат', 'Rooms', '2', ['Комнат', 'Количество комнат', 'Кол-во комнат']),
  field('entrance', 'count', 'Подъезд', 'Entrance', '1', ['№ подъезда', 'Номер подъезда']),
  field('floor', 'count', 'Этаж', 'Floor', '3', ['№ этажа']),
  field('cadastralNumber', 'text', 'Кадастровый номер', 'Cadastral number', '', ['Кадастровый №', 'КН']),
];

const FIELDS: readonly Field[] = [
  NUMBER,
  ...HOUSE_FIELDS,
  ...PREMISES_FIELDS,
  ...AREA_FIELDS,
  field('payer', 'name', 'ФИО', 'Payer', 'Иванова Анна Петровна', [
    'Ф.И.О.',
    'Плательщик',
    'Квартиросъёмщик',
    'Ответственный квартиросъёмщик',
    'Наниматель',
    'Абонент',
    'Владелец счёта',
    'FIO',
    'FIO_PLA',
  ]),
  field('owner', 'name', 'Собственник', 'Owner', 'Иванова Анна Петровна', [
    'ФИО собственника',
    'Правообладатель',
    'Владелец',
  ]),
  field('share', 'share', 'Доля', 'Share', '1/1', ['Доля собственности', 'Доля в праве', 'Размер доли']),
  field('persons', 'count', 'Прописано', 'Registered people', '2', [
    'Зарегистрировано',
    'Кол-во прописанных',
    'Количество зарегистрированных',
    'Кол-во проживающих',
    'Количество проживающих',
    'Проживает',
    'Чел.',
    'Количество человек',
    'KOL_PROP',
    'PROPIS',
  ]),
  field('phone', 'phone', 'Телефон', 'Phone', '+7 913 210-45-67', ['Тел.', 'Мобильный телефон', 'Контактный телефон']),
  field('email', 'email', 'E-mail', 'E-mail', 'anna@example.ru', ['Почта', 'Электронная почта', 'Эл. почта', 'Email']),
  field('inn', 'inn', 'ИНН', 'INN', '', ['ИНН плательщика', 'ИНН собственника']),
  field('snils', 'snils', 'СНИЛС', 'SNILS', '', ['СНИЛС плательщика']),
  field('els', 'els', 'ЕЛС', 'Unified account', '10АА123456', ['Единый лицевой счёт', 'Номер ЕЛС', 'ЕЛС ГИС ЖКХ']),
  field('izhku', 'izhku', 'Идентификатор ЖКУ', 'Services identifier', '10АА123456-01', ['ИЖКУ', 'ЖКУ', 'ID ЖКУ']),
  field('openedOn', 'day', 'Дата открытия', 'Opened on', '', ['Дата открытия счёта', 'Дата открытия ЛС', 'Открыт']),
];

/** What most programs give: a row with account, address, area, payer, people; several where premises have several owners. */
export function accountsImport(services: StockServices): KindOfImport {
  return {
    kind: 'accounts',
    title: 'Лицевые счета',
    fields: FIELDS,
    needed: [
      ['number'],
      ['address', 'street'],
      ['address', 'building'],
      ['address', 'flat', 'room'],
      ['payer', 'owner'],
    ],
    identify: (content, settings) => {
      if (!content.number) return null;
      const address = addressOf(content, settings);
      return { key: content.number, place: address ? placeKey(address) : `? ${content.number}` };
    },
    twice,
    judge: (tx, rows, load) => judgeStock(tx, rows, load, services),
  };
}

/** What all rows of one account must agree on. */
const ONE_FOR_ALL = ['area', 'livingArea', 'payer', 'persons', 'els', 'izhku', 'openedOn'];

/** An account may have a row for each owner, at one address and with the same of everything else. */
function twice(rows: readonly StagedRow[]): RowProblem[] {
  const sorted = [...rows].sort((a, b) => a.line - b.line);
  const [first] = sorted as [StagedRow];
  const sameOwner = [...groupBy(sorted, ({ place, content }) => `${place}|${plainName(content.owner ?? '')}`).values()];
  const otherPlace = sorted.filter(({ place }) => place !== first.place);
  const differing = sorted.flatMap(({ line, place, content }) =>
    ONE_FOR_ALL.filter(
      (name) => place === first.place && content[name] !== undefined && first.content[name] !== undefined,
    )
      .filter((name) => content[name] !== first.content[name])
      .map((name): RowProblem => {
        const what = FIELDS.find((one) => one.name === name)!.title;
        const details = { number: first.key, first: first.line, what };
        return { line, field: name, value: content[name]!, severity: 'error', code: 'account.differs-within', details };
      }),
  );
  return [...sameOwner.flatMap(sayTwice), ...sayTwice([first, ...otherPlace]), ...differing];
}
