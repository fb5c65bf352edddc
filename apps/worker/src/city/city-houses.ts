import { type Decimal, decimal, type LocalDate, parseDate, type Period, sum } from '@dvor/kernel';
import { Dice } from '../invented/dice.js';
import { type FlatPlan, inventFlat } from '../invented/flat.js';
import { houseOf, type InventedHouse, type InventedMeter, type InventedPremises } from '../invented/house.js';
import { around, inventInput } from '../invented/house-inputs.js';
import { HEAT_SEASON, POWER_SEASON } from '../invented/readings.js';

export interface CityPlan {
  readonly accounts: number;
  readonly seed: string;
  /** The first account gets this number, the others follow. */
  readonly firstNumber: number;
  /** Months that were read. */
  readonly read: { readonly from: Period; readonly to: Period };
}

const SMALLEST = 60;
const LARGEST = 300;
const HOUSES_A_STREET = 40;
const FLATS_A_LANDING = 6;
const SINCE: LocalDate = parseDate('2012-09-01');

/** Houses of 60 to 300 flats, one after another, until all accounts are placed; the last takes what is left. */
export function* cityHouses({ accounts, seed, firstNumber, read }: CityPlan): Generator<InventedHouse> {
  let placed = 0;
  for (let place = 0; placed < accounts; place += 1) {
    const dice = new Dice(`${seed}/house ${place}`);
    const flats = Math.min(dice.int(SMALLEST, LARGEST), accounts - placed);
    yield cityHouse(dice, { place, flats, firstNumber: firstNumber + placed, read });
    placed += flats;
  }
}

interface HousePlan extends Pick<CityPlan, 'firstNumber' | 'read'> {
  readonly place: number;
  readonly flats: number;
}

function cityHouse(dice: Dice, { place, flats, firstNumber, read }: HousePlan): InventedHouse {
  const electricStove = dice.percent(60);
  const floors = dice.pick([5, 9, 10, 16]);
  const perEntrance = floors * FLATS_A_LANDING;
  const premises = Array.from({ length: flats }, (_, i) =>
    cityFlat(dice, {
      number: String(i + 1),
      entrance: Math.floor(i / perEntrance) + 1,
      floor: (Math.floor(i / FLATS_A_LANDING) % floors) + 1,
      accountNumber: String(firstNumber + i),
      electricStove,
      read,
    }),
  );
  const area = sum(premises.map((flat) => decimal(flat.premises.facts[0]!.area)));
  const fact = {
    from: SINCE,
    to: null,
    area: area.toFixed(2),
    commonArea: area.times('0.12').toFixed(2),
    floors,
    entrances: Math.ceil(flats / perEntrance),
    traits: { stove: electricStove ? 'electric' : 'gas' },
  };
  const address = { city: 'г. Новоград', street: streetOf(place), building: String((place % HOUSES_A_STREET) + 1) };
  const house = { ...address, yearBuilt: dice.int(1962, 2012), timeZone: 'Asia/Barnaul', facts: [fact] };
  return houseOf(
    house,
    premises,
    dice.percent(METERED_HOUSES) ? inputsOf(dice.for('inputs'), premises, { area, read }) : [],
  );
}

/** Of a hundred houses so many have meters of their own; the others go by the norms. */
const METERED_HOUSES = 85;

/** What came into the house: of heat and of all that its flats' meters counted, and somewhat more for the house itself. */
function inputsOf(
  dice: Dice,
  premises: readonly InventedPremises[],
  { area, read }: { readonly area: Decimal; readonly read: HousePlan['read'] },
): InventedMeter[] {
  const meters = premises.flatMap((flat) => flat.meters);
  const size = Number(area.toFixed(0));
  const own = {
    heating: { monthly: size * 14, season: HEAT_SEASON },
    'cold-water': { monthly: size * 6 },
    'hot-water': { monthly: size * 4 },
    electricity: { monthly: size * 400, season: POWER_SEASON },
  } as const;
  return (['heating', 'cold-water', 'hot-water', 'electricity'] as const).map((resource) =>
    inventInput(dice, resource, { meters, read, own: around(dice, own[resource]) }),
  );
}

/** The older a house, the longer its people have had meters; one flat in twenty has none for water. */
function cityFlat(
  dice: Dice,
  known: Pick<FlatPlan, 'number' | 'entrance' | 'floor' | 'accountNumber' | 'electricStove' | 'read'>,
): InventedPremises {
  const rooms = dice.int(1, 4);
  const tenths = 170 + rooms * 140 + dice.int(-25, 60);
  const flat = inventFlat(dice, {
    ...known,
    rooms,
    area: (tenths / 10).toFixed(1),
    livingArea: (Math.round(tenths * 0.6) / 10).toFixed(1),
    since: SINCE,
    waters: dice.percent(95) ? ['cold-water', 'hot-water'] : [],
    forgets: 4,
  });
  return flat;
}

function streetOf(place: number): string {
  const street = Math.floor(place / HOUSES_A_STREET);
  const [name, again] = [STREETS[street % STREETS.length]!, Math.floor(street / STREETS.length)];
  return again === 0 ? name : `${name} ${again + 1}-я`;
}

const STREETS = [
  'ул. Абрикосовая',
  'ул. Берёзовая',
  'ул. Вишнёвая',
  'ул. Гранитная',
  'ул. Дальняя',
  'ул. Еловая',
  'ул. Жемчужная',
  'ул. Заречная',
  'ул. Ивовая',
  'ул. Кедровая',
  'ул. Луговая',
  'ул. Малиновая',
  'ул. Новая',
  'ул. Озёрная',
  'ул. Парковая',
  'ул. Радужная',
  'ул. Солнечная',
  'ул. Тенистая',
  'ул. Урожайная',
  'ул. Фестивальная',
];
