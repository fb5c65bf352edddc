import { type PremisesKind, houseKey } from '@dvor/housing';
import { type AddressFound, type HouseFound, parseAddress, type PremisesFound } from '../reading/address.js';
import type { Content, Field } from '../reading/field.js';
import type { ImportSettings } from './kind.js';

const field = (
  name: string,
  type: Field['type'],
  title: string,
  english: string,
  example: string,
  synonyms: string[] = [],
  choices?: Field['choices'],
): Field => ({
  name,
  type,
  title,
  english,
  example,
  synonyms,
  ...(choices && { choices }),
});

export { field };

export const NUMBER = field('number', 'number', 'Лицевой счёт', 'Account', '1000000001', [
  'ЛС',
  'Л/С',
  'Лиц. счёт',
  'Номер ЛС',
  '№ ЛС',
  'Номер лицевого счёта',
  '№ лицевого счёта',
  'Номер счёта',
  'Лицевой',
  'LS',
  'NLS',
  'LSCHET',
  'ACCOUNT',
  'LIC_SCHET',
]);

export const HOUSE_FIELDS: readonly Field[] = [
  field('address', 'text', 'Адрес', 'Address', 'г. Барнаул, ул. Юрина, д. 180, кв. 15', [
    'Полный адрес',
    'Адрес помещения',
    'Адрес дома',
    'ADDRESS',
    'ADRES',
  ]),
  field('city', 'text', 'Город', 'City', 'г. Барнаул', ['Населённый пункт', 'Нас. пункт', 'CITY', 'GOROD']),
  field('street', 'text', 'Улица', 'Street', 'ул. Юрина', ['Наименование улицы', 'STREET', 'ULICA']),
  field('building', 'text', 'Дом', 'House', '180', ['№ дома', 'Номер дома', 'Дом №', 'HOUSE', 'DOM']),
  field('block', 'text', 'Корпус', 'Block', '', ['Корп.', 'Строение', 'KORP']),
];

export const PREMISES_FIELDS: readonly Field[] = [
  field('flat', 'number', 'Квартира', 'Flat', '15', [
    'Кв.',
    'Кв',
    '№ кв.',
    '№ квартиры',
    'Номер квартиры',
    'Помещение',
    '№ помещения',
    'Номер помещения',
    'FLAT',
    'KV',
    'KVART',
  ]),
  field('room', 'number', 'Комната', 'Room', '', ['Ком.', '№ комнаты', 'Номер комнаты', 'ROOM']),
  field(
    'premisesKind',
    'choice',
    'Тип помещения',
    'Kind of premises',
    'Квартира',
    ['Вид помещения', 'Назначение помещения'],
    {
      flat: ['Квартира', 'Жилое', 'Жилое помещение', 'кв', 'Апартаменты'],
      room: ['Комната', 'ком'],
      nonresidential: ['Нежилое', 'Нежилое помещение', 'Офис', 'Магазин', 'Кладовая', 'Коммерческое помещение'],
      parking: ['Машиноместо', 'Парковочное место', 'Парковка', 'Гараж', 'м/м'],
    },
  ),
];

/** Where a row's premises stand; `null` where it can't be told. */
export function addressOf(content: Content, settings: ImportSettings): AddressFound | null {
  const parsed = content.address ? parseAddress(content.address) : null;
  const house = houseOf(content, parsed?.house ?? null, settings);
  return house && { house, premises: premisesOf(content) ?? parsed?.premises ?? null };
}

function houseOf(content: Content, parsed: HouseFound | null, { city }: ImportSettings): HouseFound | null {
  const street = content.street ?? parsed?.street;
  const building = content.building ?? parsed?.building;
  if (!street || !building) return null;
  const block = content.block ? ` корп. ${content.block}` : '';
  return { city: content.city ?? parsed?.city ?? city ?? null, street, building: building + block };
}

function premisesOf({ flat, room, premisesKind }: Content): PremisesFound | null {
  if (room) return { kind: 'room', number: room, flat: flat ?? null };
  if (!flat) return null;
  const number = flat.replace(/^(?:кв|квартира|пом|помещение|ком|комната|м\/м)[. №]*/i, '');
  return { kind: (premisesKind as PremisesKind | undefined) ?? 'flat', number, flat: null };
}

/** One key for premises however they are written. */
export function premisesKey({ kind, number, flat }: PremisesFound): string {
  return `${kind}/${flat?.toLowerCase() ?? ''}/${number.toLowerCase()}`;
}

export function placeKey({ house, premises }: AddressFound): string {
  return `${houseKey(house)}|${premises ? premisesKey(premises) : ''}`;
}
