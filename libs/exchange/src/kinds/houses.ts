import { formatDate, type HouseId, type LocalDate, parseDecimal } from '@dvor/kernel';
import { formatAddress, type HouseAddress, type HouseLife, insertHouses, type NewHouse, houseKey } from '@dvor/housing';
import type { Tx } from '@dvor/platform';
import { properCity, properStreet } from '../reading/address.js';
import type { Content } from '../reading/field.js';
import { type KnownHouse, loadHouses } from './books.js';
import { type Judgement, type KindOfImport, type Load, type Made, sayTwice, type StagedRow, Verdicts } from './kind.js';
import { addressOf, field, HOUSE_FIELDS } from './place-fields.js';

/** Houses with their passports. */
export function housesImport(life: HouseLife): KindOfImport {
  return {
    kind: 'houses',
    title: 'Дома',
    fields: [
      ...HOUSE_FIELDS,
      field('postalCode', 'text', 'Индекс', 'Postal code', '656000', ['Почтовый индекс']),
      field('area', 'area', 'Площадь дома', 'Area', '5120,40', [
        'Общая площадь',
        'Площадь помещений',
        'Общая площадь дома',
        'Площадь жилых и нежилых помещений',
      ]),
      field('commonArea', 'area', 'Площадь МОП', 'Common area', '640,20', [
        'Площадь мест общего пользования',
        'Площадь общего имущества',
        'МОП',
      ]),
      field('floors', 'count', 'Этажей', 'Floors', '9', ['Этажность', 'Количество этажей', 'Число этажей']),
      field('entrances', 'count', 'Подъездов', 'Entrances', '4', ['Количество подъездов', 'Число подъездов']),
      field('yearBuilt', 'year', 'Год постройки', 'Built in', '1985', ['Год ввода', 'Год ввода в эксплуатацию']),
      field('fiasId', 'uuid', 'Код ФИАС', 'FIAS code', '', ['ФИАС', 'Идентификатор ФИАС', 'FIAS']),
      field('cadastralNumber', 'text', 'Кадастровый номер', 'Cadastral number', '', ['Кадастровый №']),
    ],
    needed: [
      ['address', 'street'],
      ['address', 'building'],
    ],
    identify: (content, settings) => {
      const address = addressOf(content, settings);
      if (!address) return content.address || content.street ? { key: '', place: '?' } : null;
      return { key: houseKey(address.house), place: houseKey(address.house) };
    },
    twice: (rows) => (rows[0]!.key === '' ? [] : sayTwice(rows)),
    judge: (tx, rows, load) => judgeHouses(tx, rows, load, life),
  };
}

interface Passport {
  readonly area: string | null;
  readonly commonArea: string | null;
  readonly floors: number | null;
  readonly entrances: number | null;
}

async function judgeHouses(tx: Tx, rows: readonly StagedRow[], load: Load, life: HouseLife): Promise<Judgement> {
  const told = new Verdicts(rows);
  const houses = await loadHouses(tx, load.from);
  const byFias = await loadFias(
    tx,
    rows.flatMap(({ content }) => content.fiasId ?? []),
  );
  const added = new Map<number, NewHouse>();
  const known = new Map<number, KnownHouse>();
  for (const { line, content } of rows) {
    if (told.isBad(line)) continue;
    const address = addressOf(content, load.settings);
    if (!address) told.refuse(line, 'address.unreadable', { field: 'address', value: content.address ?? '' });
    else if (content.area && parseDecimal(content.area)!.lte('0'))
      told.refuse(line, 'area.zero', { field: 'area', value: content.area });
    else {
      const house = houses.find(address.house);
      const taken = content.fiasId ? byFias.get(content.fiasId) : undefined;
      if (taken && taken.id !== house?.id)
        told.refuse(line, 'house.fias-taken', {
          field: 'fiasId',
          value: content.fiasId!,
          details: { address: taken.address },
        });
      else if (house) known.set(line, house);
      else if (!address.house.city) told.refuse(line, 'value.missing', { field: 'city' });
      else added.set(line, newHouse(content, { ...address.house, city: address.house.city }, load));
    }
  }
  const passports = await loadPassports(
    tx,
    [...known.values()].map(({ id }) => id),
    load.from,
  );
  for (const [line, { id }] of known) {
    const { content } = rows.find((row) => row.line === line)!;
    told.set(line, Object.keys(changesOf(content, passports.get(id))).length > 0 ? 'change' : 'same');
  }
  for (const line of added.keys()) told.set(line, 'new');
  return {
    verdicts: told.verdicts,
    problems: told.problems,
    write: async (inTx) => {
      const made = new Map<number, Made>();
      const news = [...added].filter(([line]) => told.verdicts.get(line) === 'new');
      const ids = await insertHouses(
        inTx,
        news.map(([, house]) => house),
        load.recording,
      );
      for (const [line, house] of news) made.set(line, { house: ids.houses.get(house)! });
      for (const { line, content } of rows) {
        const house = known.get(line);
        if (!house || told.verdicts.get(line) !== 'change') continue;
        const passport = passports.get(house.id);
        const values = changesOf(content, passport);
        await life.change(inTx, house.id, { values, days: { from: load.from, to: null } }, load.recording);
        const was = Object.fromEntries(
          Object.keys(values).map((name) => [name, passport?.[name as keyof Passport] ?? null]),
        );
        made.set(line, { before: [{ of: 'house', id: house.id, from: formatDate(load.from), values: was }] });
      }
      return made;
    },
  };
}

function newHouse(
  content: Content,
  { city, street, building }: { city: string; street: string; building: string },
  load: Load,
): NewHouse {
  return {
    city: properCity(city),
    street: properStreet(street),
    building,
    postalCode: content.postalCode ?? null,
    yearBuilt: content.yearBuilt ? Number(content.yearBuilt) : null,
    fiasId: content.fiasId ?? null,
    cadastralNumber: content.cadastralNumber ?? null,
    timeZone: load.timeZone,
    facts: [
      {
        from: load.from,
        to: null,
        area: content.area ?? null,
        commonArea: content.commonArea ?? null,
        floors: content.floors ? Number(content.floors) : null,
        entrances: content.entrances ? Number(content.entrances) : null,
      },
    ],
    premises: [],
  };
}

/** Only what the file tells and the books tell otherwise. */
function changesOf(content: Content, passport: Passport | undefined): Partial<Passport> {
  const decimals = (['area', 'commonArea'] as const).flatMap((name) => {
    const value = content[name];
    const known = passport?.[name];
    return value && !(known && parseDecimal(value)!.eq(parseDecimal(known)!)) ? [[name, value] as const] : [];
  });
  const counts = (['floors', 'entrances'] as const).flatMap((name) => {
    const value = content[name];
    return value && Number(value) !== passport?.[name] ? [[name, Number(value)] as const] : [];
  });
  return Object.fromEntries([...decimals, ...counts]);
}

async function loadFias(tx: Tx, codes: readonly string[]): Promise<Map<string, { id: HouseId; address: string }>> {
  const rows = await tx.query<({ id: HouseId; code: string } & HouseAddress)[]>(
    'select id, fias_id as code, city, street, building from houses where fias_id = any ($1)',
    [codes],
  );
  return new Map(rows.map(({ id, code, ...address }) => [code, { id, address: formatAddress(address) }]));
}

async function loadPassports(tx: Tx, ids: readonly HouseId[], on: LocalDate): Promise<Map<HouseId, Passport>> {
  const rows = await tx.query<(Passport & { id: HouseId })[]>(
    `select house_id as id, area, common_area as "commonArea", floors, entrances from house_facts
      where house_id = any ($1) and superseded_at is null and valid @> $2::date`,
    [ids, formatDate(on)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
