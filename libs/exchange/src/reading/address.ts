import { CITY_WORDS, type PremisesKind } from '@dvor/housing';

/** Where a house stands as a file says it; `null`: not told. */
export interface HouseFound {
  readonly city: string | null;
  readonly street: string;
  readonly building: string;
}

export interface PremisesFound {
  readonly kind: PremisesKind;
  readonly number: string;
  /** The communal flat of a room. */
  readonly flat: string | null;
}

export interface AddressFound {
  readonly house: HouseFound;
  readonly premises: PremisesFound | null;
}

/**
 * Makes out an address written in one cell, as people and programs do: «656000, Алтайский край, г Барнаул, ул Юрина,
 * дом 180 корп. 2, кв.15», «Юрина 180-15». `null` where street and house can't be told.
 */
export function parseAddress(text: string): AddressFound | null {
  const parts = splitParts(text);
  const found: { city?: string; street?: string; building?: string; flat?: string; room?: string } = {};
  let other: PremisesFound | null = null;
  const plain: string[] = [];
  for (const part of parts) {
    const match = (pattern: RegExp) => pattern.exec(part)?.[1]?.trim();
    const building = match(BUILDING);
    const flat = match(FLAT);
    const room = match(ROOM);
    if (/^\d{6}$/.test(part) || REGION.test(part)) continue;
    else if (building) found.building = building;
    else if (BLOCK.test(part) && found.building) found.building += ` ${part}`;
    else if (flat) found.flat = flat;
    else if (room) found.room = room;
    else if (match(PARKING)) other = { kind: 'parking', number: match(PARKING)!, flat: null };
    else if (match(NONRESIDENTIAL)) other = { kind: 'nonresidential', number: match(NONRESIDENTIAL)!, flat: null };
    else if (isStreet(part)) found.street ??= part;
    else if (isCity(part)) found.city ??= part;
    else plain.push(part);
  }
  takeUnnamed(found, plain);
  if (!found.street || !found.building) return null;
  return {
    house: { city: found.city ?? null, street: found.street, building: found.building },
    premises: other ?? premisesOf(found),
  };
}

/** «2-я Северная улица» as `ул. 2-я Северная`; a name alone is a street of a town. */
export function properStreet(street: string): string {
  return STREET.test(street) ? street.trim() : `ул. ${street.trim()}`;
}

export function properCity(city: string): string {
  return CITY.test(city) ? city.trim() : `г. ${city.trim()}`;
}

const STREET_WORDS =
  'ул|улица|пр|просп|проспект|пр-кт|пр-т|пер|переулок|б-р|бульвар|бул|ш|шоссе|наб|набережная|пл|площадь|проезд|пр-д|тракт|тер|туп|тупик|аллея|мкр|мкрн|микрорайон|кв-л|квартал|линия|снт|взвоз|съезд';

const STREET = new RegExp(`^(?:${STREET_WORDS})[. ]|[ .](?:${STREET_WORDS})\\.?$`, 'i');
const CITY = new RegExp(`^(?:${CITY_WORDS})[. ]|[ .](?:${CITY_WORDS})\\.?$`, 'i');
const REGION = /(?:^| )(?:край|обл\.?|область|респ\.?|республика|р-н|район|ао|округ|россия|рф)(?: |\.|$)/i;
const BUILDING = /^(?:дом|д|зд|здание|вл|владение)[. №]*(\d.*)$/i;
const BLOCK = /^(?:корп|корпус|к|стр|строение|лит|литера?)[. №]*\S+$/i;
const FLAT = /^(?:кв|квартира)[. №]*(\S.*)$/i;
const ROOM = /^(?:ком|комн|комната)[. №]*(\S.*)$/i;
const PARKING = /^(?:м\/м|мм|машиноместо|машино-место|парковка|гараж|бокс)[. №]*(\S.*)$/i;
const NONRESIDENTIAL = /^(?:пом|помещение|оф|офис|неж\.? ?пом|нежилое(?: помещение)?|магазин|кладовая)[. №]*(\S.*)$/i;

/** By commas, and before «д. 5», «кв. 3» where the commas were left out. */
function splitParts(text: string): string[] {
  return text
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll(/ (?=(?:дом|д|кв|квартира|ком|комната|корп|корпус|пом|стр|оф|м\/м)[. №]*\d)/gi, ',')
    .split(/[,;]/)
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => part !== '');
}

function isStreet(part: string): boolean {
  return STREET.test(part);
}

function isCity(part: string): boolean {
  return CITY.test(part);
}

/** What has no word before it stands in the usual order: city, street, house, flat. */
function takeUnnamed(
  found: { city?: string; street?: string; building?: string; flat?: string },
  plain: readonly string[],
): void {
  const names = plain.filter((part) => !/^\d/.test(part) || /^\d+-\p{L}/u.test(part));
  const numbers = plain.filter((part) => !names.includes(part));
  if (!found.street) found.street = names.pop();
  if (!found.city) found.city = names.pop();
  if (!found.building && found.street) {
    const tail = /^(.*\D) (\d+[а-яa-z]?(?:[/к]\d+[а-яa-z]?)?)(?:[ -]+(\d+[а-яa-z]?))?$/i.exec(found.street);
    if (tail && numbers.length < 2) {
      found.street = tail[1]!.trim();
      found.building = tail[2]!;
      if (tail[3] && !found.flat) found.flat = tail[3];
    }
  }
  if (!found.building) {
    const [building, flat] = numbers.splice(0, 1)[0]?.split(/-(?=\d+[а-я]?$)/i) ?? [];
    if (building) found.building = building;
    if (flat && !found.flat) found.flat = flat;
  }
  if (!found.flat && numbers.length > 0) found.flat = numbers[0]!;
}

function premisesOf({ flat, room }: { flat?: string; room?: string }): PremisesFound | null {
  if (room) return { kind: 'room', number: room, flat: flat ?? null };
  return flat ? { kind: 'flat', number: flat, flat: null } : null;
}
