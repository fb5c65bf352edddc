/** A house as somebody wrote it; `city: null`: not told. */
interface AddressTyped {
  readonly city: string | null;
  readonly street: string;
  readonly building: string;
}

/** One key for however a house is written; the city may be left out of it. */
export function houseKey({ city, street, building }: AddressTyped, withCity = true): string {
  const place = withCity && city ? plainPlace(city, CITY_KINDS) : '';
  return `${place}|${plainPlace(street, STREET_KINDS)}|${plainBuilding(building)}`;
}

/** Words for kinds of settlements, as a pattern. */
export const CITY_WORDS = 'г|город|гор|пгт|рп|п|пос|посёлок|поселок|с|село|д|дер|деревня|ст-ца|станица|х|хутор|ст|аул';

/** Kinds of streets under one name; «улица» and a town are what is meant where nothing is said. */
const STREET_KINDS = new Map(
  Object.entries({
    '': 'ул|улица',
    пр: 'пр|просп|проспект|пр-кт|пр-т',
    пер: 'пер|переулок',
    бул: 'б-р|бульвар|бул',
    ш: 'ш|шоссе',
    наб: 'наб|набережная',
    пл: 'пл|площадь',
    пзд: 'проезд|пр-д',
    туп: 'туп|тупик',
    мкр: 'мкр|мкрн|микрорайон',
    квл: 'кв-л|квартал',
  }).flatMap(([kind, words]) => words.split('|').map((word) => [word, kind] as const)),
);
const CITY_KINDS = new Map(CITY_WORDS.split('|').map((word) => [word, ''] as const));

function plainPlace(text: string, kinds: ReadonlyMap<string, string>): string {
  const words = text.toLowerCase().replaceAll('ё', 'е').replaceAll(/[.,]/g, ' ').split(/\s+/).filter(Boolean);
  let kind = '';
  const rest = words.filter((word, i) => {
    const known = i === 0 || i === words.length - 1 ? kinds.get(word) : undefined;
    if (known === undefined || words.length === 1) return true;
    kind = known;
    return false;
  });
  return `${kind} ${rest.join(' ')}`.trim();
}

function plainBuilding(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(?:дом|д)[. №]+/, '')
    .replaceAll(/корпус|корп|к(?=[. ]*\d)/g, 'к')
    .replaceAll(/строение|стр/g, 'с')
    .replaceAll(/литера?|лит/g, '')
    .replaceAll(/[abcehkmoptxy]/g, (sign) => LOOK_ALIKES[sign]!)
    .replaceAll(/[\s."«»,]/g, '');
}

const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcehkmoptxy'].map((latin, i) => [latin, [...'авсенкмортху'][i]!]),
);
