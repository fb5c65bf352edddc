import type { NewParty, NewPremises } from '@dvor/housing';
import { dateOf, decimal, type LocalDate, parseDate, parsePeriod, type Period, periodOfDate, sum } from '@dvor/kernel';
import type { MeteredResource } from '@dvor/metering';
import { Dice } from '../invented/dice.js';
import { type FlatPlan, inventFlat, inventMeter } from '../invented/flat.js';
import { houseOf, type InventedHouse, type InventedMeter, type InventedPremises } from '../invented/house.js';
import { inventHousehold } from '../invented/people.js';
import { around, inventInput, type OfTheHouse } from '../invented/house-inputs.js';
import { EVEN_SEASON, HEAT_SEASON, onDial, POWER_SEASON } from '../invented/readings.js';
import { inventFirm } from '../invented/requisites.js';
import { DEMO_READ } from './demo-organization.js';
import { type HouseOfDemo, STORIES } from './demo-stories.js';

export interface DemoHouses {
  readonly houses: readonly InventedHouse[];
  /** Who uses resident@dvor.demo, and the accounts he or she pays. */
  readonly resident: { readonly name: string; readonly accountNumbers: readonly string[] };
}

/** Three houses, 288 flats, accounts numbered from 1000000001 in their order. */
export function demoHouses(): DemoHouses {
  const numbers = accountNumbers();
  const nextNumber = () => numbers.next().value;
  const houses = [panelHouse(nextNumber), brickHouse(nextNumber)];
  const owner = houses[0]!.house.premises[0]!.accounts[0]!.terms[0]!.payer;
  const last = newHouse(nextNumber, owner);
  const all = [...houses, last];
  const accounts = all.flatMap(({ house }) => house.premises.flatMap((premises) => premises.accounts));
  const own = accounts.filter(({ terms }) => terms.some(({ payer }) => payer === owner));
  return { houses: all, resident: { name: owner.name, accountNumbers: own.map(({ number }) => number) } };
}

type NextNumber = () => string;

function* accountNumbers(): Generator<string, never> {
  for (let number = 1_000_000_001; ; number += 1) yield String(number);
}

// --------------------------------------------------------------------------------------------------- the houses

/** Nine storeys, three entrances, four flats a floor. */
function panelHouse(nextNumber: NextNumber): InventedHouse {
  const since = parseDate('2012-09-01');
  const flats = flatsOf(
    'panel',
    { floors: 9, entrances: 3, since, electricStove: true, hotWater: true, landing: PANEL_LANDING },
    nextNumber,
  );
  const area = areaOf(flats);
  return houseOf(
    {
      ...address('пр-кт Приобский', '14'),
      postalCode: '656052',
      yearBuilt: 1984,
      facts: [
        {
          from: since,
          to: null,
          area,
          commonArea: '1180.60',
          floors: 9,
          entrances: 3,
          traits: { stove: 'electric' },
        },
      ],
    },
    flats,
    inputsOf('panel', flats, {
      heat: (dice) => around(dice, { monthly: Number(area) * 14.2, season: HEAT_SEASON }),
      coldWater: (dice) => exceptIn(WRONG_MONTH, -21_400, around(dice, { monthly: 31_000 })),
      hotWater: (dice) => around(dice, { monthly: 19_000 }),
      power: (dice) => around(dice, { monthly: 2_150_000, season: POWER_SEASON }),
    }),
  );
}

/** The month in which the house's meter of cold water counted less than its flats: some were read later than others. */
const WRONG_MONTH = parsePeriod('2026-03');

/** Five storeys, four entrances, three flats a floor, two of them communal. */
function brickHouse(nextNumber: NextNumber): InventedHouse {
  const since = parseDate('2012-09-01');
  const plan = {
    floors: 5,
    entrances: 4,
    since,
    electricStove: false,
    landing: BRICK_LANDING,
    communal: { '12': 3, '36': 4 },
    hotWater: false, // gas heaters in the kitchens
  };
  const flats = flatsOf('brick', plan, nextNumber);
  return houseOf(
    {
      ...address('ул. Ленточная', '27'),
      postalCode: '656031',
      yearBuilt: 1967,
      facts: [
        {
          from: since,
          to: null,
          area: areaOf(flats),
          commonArea: '412.35',
          floors: 5,
          entrances: 4,
          traits: { stove: 'gas' },
        },
      ],
    },
    flats,
  );
}

/** Ten storeys of flats over shops and parking. */
function newHouse(nextNumber: NextNumber, owner: NewParty): InventedHouse {
  const since = parseDate('2021-10-01');
  const flats = flatsOf(
    'new',
    { floors: 10, entrances: 2, since, electricStove: true, hotWater: true, heatMeters: true, landing: NEW_LANDING },
    nextNumber,
  ).map((flat) => (flat.premises.number === '64' ? belongingTo(owner, flat) : flat));
  const premises = [...flats, ...shops(since, nextNumber), ...parking(since, flats, nextNumber)];
  return houseOf(
    {
      ...address('ул. Сосновый Бор', '5'),
      postalCode: '656065',
      yearBuilt: 2021,
      facts: [
        {
          from: since,
          to: null,
          area: areaOf(premises),
          commonArea: '1654.20',
          floors: 11,
          entrances: 2,
          traits: { stove: 'electric' },
        },
      ],
    },
    premises,
    inputsOf('new', premises, {
      heat: (dice) => around(dice, { monthly: 11_500, season: HEAT_SEASON }),
      coldWater: (dice) => around(dice, { monthly: 38_000 }),
      hotWater: (dice) => around(dice, { monthly: 24_000 }),
      power: (dice) => around(dice, { monthly: 4_300_000, season: POWER_SEASON }),
    }),
  );
}

/** What the house itself takes of each resource, in thousandths. */
type TakenByHouse = Readonly<Record<'heat' | 'coldWater' | 'hotWater' | 'power', (dice: Dice) => OfTheHouse>>;

function inputsOf(key: HouseOfDemo, premises: readonly InventedPremises[], own: TakenByHouse): InventedMeter[] {
  const meters = premises.flatMap((place) => place.meters);
  const input = (resource: MeteredResource, taken: (dice: Dice) => OfTheHouse) => {
    const dice = new Dice(`demo/${key}/input/${resource}`);
    return inventInput(dice, resource, { meters, read: DEMO_READ, own: taken(dice) });
  };
  return [
    input('heating', own.heat),
    input('cold-water', own.coldWater),
    input('hot-water', own.hotWater),
    input('electricity', own.power),
  ];
}

function exceptIn(month: Period, amount: number, otherwise: OfTheHouse): OfTheHouse {
  return (asked) => (asked === month ? amount : otherwise(asked));
}

function address(street: string, building: string) {
  return { city: 'г. Барнаул', street, building, timeZone: 'Asia/Barnaul' };
}

// -------------------------------------------------------------------------------------------------------- flats

interface Plan {
  readonly floors: number;
  readonly entrances: number;
  readonly since: LocalDate;
  readonly electricStove: boolean;
  /** Hot water comes from the city, and every flat has a meter of it. */
  readonly hotWater: boolean;
  /** Every flat has a meter of heat. */
  readonly heatMeters?: boolean;
  readonly landing: readonly Layout[];
  /** Count of rooms by the number of the communal flat. */
  readonly communal?: Readonly<Record<string, number>>;
}

/** One flat of a landing as it was drawn; areas in tenths of a m². */
interface Layout {
  readonly rooms: number;
  readonly area: number;
  readonly living: number;
}

const PANEL_LANDING = [layout(2, 486, 301), layout(1, 334, 178), layout(3, 632, 429), layout(2, 517, 314)];
const BRICK_LANDING = [layout(2, 443, 286), layout(1, 308, 172), layout(3, 589, 421)];
const NEW_LANDING = [
  layout(1, 384, 176),
  layout(1, 412, 191),
  layout(2, 567, 308),
  layout(2, 603, 334),
  layout(1, 279, 168),
  layout(3, 795, 462),
];

function layout(rooms: number, area: number, living: number): Layout {
  return { rooms, area, living };
}

function flatsOf(key: HouseOfDemo, plan: Plan, nextNumber: NextNumber): InventedPremises[] {
  const perEntrance = plan.floors * plan.landing.length;
  return Array.from({ length: plan.entrances * perEntrance }, (_, i) => {
    const number = String(i + 1);
    const dice = new Dice(`demo/${key}/${number}`);
    const { rooms, area, living } = plan.landing[i % plan.landing.length]!;
    const measured = dice.int(-4, 4); // no two were built alike
    const place = {
      number,
      entrance: Math.floor(i / perEntrance) + 1,
      floor: (Math.floor(i / plan.landing.length) % plan.floors) + 1,
    };
    const known = {
      ...place,
      rooms,
      area: squareMetres(area + measured),
      livingArea: squareMetres(living + measured),
      since: plan.since,
    };
    const communal = plan.communal?.[number];
    if (communal) return communalFlat(dice, known, communal, nextNumber);
    const story = STORIES[key][number];
    const invented = inventFlat(dice, {
      ...known,
      accountNumber: nextNumber(),
      electricStove: plan.electricStove,
      read: DEMO_READ,
      waters: [
        ...(dice.percent(12) ? (['cold-water', 'cold-water'] as const) : (['cold-water'] as const)),
        ...(plan.hotWater ? (['hot-water'] as const) : []),
      ],
      forgets: story ? 0 : 4,
      persons: story?.persons,
    });
    const flat = plan.heatMeters ? withHeatMeter(invented, { dice: dice.for('heat'), since: plan.since }) : invented;
    return [story ? story.tell(flat, { dice: dice.for('story'), nextNumber }) : flat];
  }).flat();
}

/** Read from afar; verified anew in the summer of 2025. */
function withHeatMeter(
  place: InventedPremises,
  { dice, since }: { readonly dice: Dice; readonly since: LocalDate },
): InventedPremises {
  const monthly = Math.round(Number(place.premises.facts[0]!.area) * dice.int(9, 14));
  const habit = {
    day: 24,
    source: 'device' as const,
    forgets: 0,
    decimals: 3,
    season: HEAT_SEASON,
    monthly: [monthly],
  };
  const meter = inventMeter(dice, { since, read: DEMO_READ }, 'heating', habit);
  return { ...place, meters: [...place.meters, { ...meter, verifiedUntil: parseDate('2029-08-31') }] };
}

/**
 * Rooms have accounts and electricity meters of their own; the water of the flat can't be metered room by room. One of
 * the two flats has meters at its own input.
 */
function communalFlat(
  dice: Dice,
  flat: Pick<FlatPlan, 'number' | 'entrance' | 'floor' | 'rooms' | 'area' | 'livingArea' | 'since'>,
  rooms: number,
  nextNumber: NextNumber,
): InventedPremises[] {
  const { number, entrance, floor, since } = flat;
  const [areas, living] = [partsOf(flat.area, rooms), partsOf(flat.livingArea, rooms)];
  const whole: NewPremises = {
    kind: 'flat',
    number,
    entrance,
    floor,
    facts: [{ from: since, to: null, area: flat.area, livingArea: flat.livingArea, rooms }],
    owners: [],
    accounts: [],
  };
  const inRooms = areas.map((area, i): InventedPremises => {
    const room = inventFlat(dice.for(`room ${i + 1}`), {
      ...flat,
      number: String(i + 1),
      rooms: 1,
      area,
      livingArea: living[i]!,
      accountNumber: nextNumber(),
      electricStove: false,
      read: DEMO_READ,
      waters: [],
      forgets: 0,
      persons: (i % 3) + 1,
      oneZone: true,
    });
    const facts = room.premises.facts.map((fact) => ({ ...fact, meterImpossible: ['cold-water'] }));
    return { ...room, premises: { ...room.premises, kind: 'room', flat: number, facts } };
  });
  return [
    { premises: whole, meters: number === METERED_FLAT ? metersOfFlat(dice.for('flat'), inRooms) : [] },
    ...inRooms,
  ];
}

/** The communal flat whose water and electricity are metered at its input. */
const METERED_FLAT = '12';

/** Cold water of all who live there; electricity of the rooms, and of the kitchen and the corridor. */
function metersOfFlat(dice: Dice, rooms: readonly InventedPremises[]): InventedMeter[] {
  const plan = { since: parseDate('2012-09-01'), read: DEMO_READ };
  const persons = rooms.reduce((sum, { premises }) => sum + premises.accounts[0]!.residents.length, 0);
  const habit = { day: 21, source: 'accountant' as const, forgets: 0 };
  const water = { ...habit, decimals: 3, season: EVEN_SEASON, monthly: [persons * 3_150] };
  const shared = inventMeter(dice, plan, 'electricity', {
    ...habit,
    decimals: 1,
    season: POWER_SEASON,
    monthly: [640],
  });
  const ofRooms = (month: number) =>
    rooms.reduce((sum, { meters }) => {
      const read = meters.flatMap(({ resource, readings }) => (resource === 'electricity' ? readings : []));
      return sum + tenths(read.find(({ date }) => periodOfDate(date) === month)!.amounts[0]!);
    }, 0);
  const readings = shared.readings.map((reading) => ({
    ...reading,
    amounts: [onDial(tenths(reading.amounts[0]!) + ofRooms(periodOfDate(reading.date)), 1)],
  }));
  return [inventMeter(dice, plan, 'cold-water', water), { ...shared, readings }];
}

function tenths(amount: string): number {
  return Math.round(Number(amount) * 10);
}

function belongingTo(owner: NewParty, { premises, meters }: InventedPremises): InventedPremises {
  const [account] = premises.accounts;
  const { from } = account!.terms[0]!;
  const own = { number: account!.number, terms: [{ payer: owner, from, to: null }], residents: [] };
  return {
    premises: {
      ...premises,
      owners: [{ party: owner, share: { numerator: 1, denominator: 1 }, from, to: null }],
      accounts: [own],
    },
    meters,
  };
}

// -------------------------------------------------------------------------------------------- shops and parking

function shops(since: LocalDate, nextNumber: NextNumber): InventedPremises[] {
  const firms = [inventFirm('ООО «Хлебный двор»', 101), inventFirm('ООО «Аптека на Сосновом»', 102)];
  return firms.map(({ name, inn }, i) => {
    const dice = new Dice(`demo/shop/${i}`);
    const party: NewParty = { kind: 'firm', name, inn };
    const habit = { day: 23, source: 'accountant' as const, forgets: 0 };
    const meter = (resource: 'cold-water' | 'electricity', monthly: number) =>
      resource === 'cold-water'
        ? inventMeter(dice, { since, read: DEMO_READ }, resource, {
            ...habit,
            monthly: [monthly],
            decimals: 3,
            season: EVEN_SEASON,
          })
        : inventMeter(dice, { since, read: DEMO_READ }, resource, {
            ...habit,
            monthly: [monthly],
            decimals: 1,
            season: POWER_SEASON,
          });
    const shop: InventedPremises = {
      premises: {
        kind: 'nonresidential',
        number: `Н-${i + 1}`,
        entrance: null,
        floor: 1,
        facts: [{ from: since, to: null, area: ['142.35', '88.70'][i]!, traits: { stove: 'none' } }],
        owners: [{ party, share: { numerator: 1, denominator: 1 }, from: since, to: null }],
        accounts: [{ number: nextNumber(), terms: [{ payer: party, from: since, to: null }], residents: [] }],
      },
      meters: [meter('cold-water', [9_400, 3_100][i]!), meter('electricity', [21_500, 11_800][i]!)],
    };
    return withHeatMeter(shop, { dice: dice.for('heat'), since });
  });
}

const PARKING_PLACES = 24;

/** Places under the house; most belong to people of its flats. */
function parking(since: LocalDate, flats: readonly InventedPremises[], nextNumber: NextNumber): InventedPremises[] {
  const dice = new Dice('demo/parking');
  return Array.from({ length: PARKING_PLACES }, (_, i) => {
    const neighbour = flats[i * 5]!.premises.owners.find(({ to }) => to === null)!;
    const party = dice.percent(85) ? neighbour.party : inventHousehold(dice, 1)[0]!;
    const from = dateOf(2022, dice.int(1, 12), 1);
    return {
      premises: {
        kind: 'parking',
        number: String(i + 1),
        entrance: null,
        floor: -1,
        facts: [{ from: since, to: null, area: squareMetres(dice.int(132, 171)), ownHeating: true }], // no heaters by the project
        owners: [{ party, share: { numerator: 1, denominator: 1 }, from, to: null }],
        accounts: [{ number: nextNumber(), terms: [{ payer: party, from, to: null }], residents: [] }],
      },
      meters: [],
    };
  });
}

// -------------------------------------------------------------------------------------------------------- areas

/** Sоб: a communal flat is counted by its rooms. */
function areaOf(places: readonly InventedPremises[]): string {
  const communal = new Set(places.map(({ premises }) => premises.flat));
  const own = places.filter(({ premises }) => premises.kind !== 'flat' || !communal.has(premises.number));
  return sum(own.map(({ premises }) => decimal(premises.facts.at(-1)!.area))).toFixed(2);
}

/** Parts of an area that add up to it, the first the largest. */
function partsOf(area: string, count: number): string[] {
  const whole = Math.round(Number(area) * 100);
  const weights = Array.from({ length: count }, (_, i) => 10 - i);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => Math.floor((whole * weight) / total));
  parts[0] = whole - parts.slice(1).reduce((sum, part) => sum + part, 0);
  return parts.map((part) => (part / 100).toFixed(2));
}

function squareMetres(tenths: number): string {
  return (tenths / 10).toFixed(1);
}
