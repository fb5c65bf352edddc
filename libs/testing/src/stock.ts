import {
  Assignments,
  type NewAssignment,
  type NewNorm,
  type NewService,
  type NewTariff,
  Norms,
  Services,
  Suppliers,
  Tariffs,
} from '@dvor/catalogue';
import { HouseIntake, type HouseTakenIn, type NewHouse, type NewParty, type NewPremises } from '@dvor/housing';
import {
  type Interval,
  type LocalDate,
  type OrganizationId,
  parseDate,
  type PremisesId,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { MeterIntake, type NewMeter, type NewReading } from '@dvor/metering';
import { AuditLog, type Tenant, type Tx } from '@dvor/platform';
import type { TestDatabase } from './test-database.js';

/** Who and why, for facts that a test enters. */
export const entered = { by: null, reason: 'for a test' };

/** `2026-10-01` to `2026-11-01`, the latter excluded; `null`: still going. */
export function days(from: string, to: string | null = null): Interval {
  return { from: parseDate(from), to: to === null ? null : parseDate(to) };
}

/** An organisation in Barnaul whose clock stands at the 2nd of November 2026, unless told otherwise. */
export async function makeOrganization(
  database: TestDatabase,
  { name = 'УК «Двор»', now = '2026-11-02T03:00:00Z' }: { name?: string; now?: string | null } = {},
): Promise<Tenant> {
  const [organization] = await database.asOwner<[{ id: OrganizationId }]>(
    `insert into organizations (kind, name, short_name, inn, address, time_zone, demo_now)
     values ('management-company', $1, $1, '2225000000', 'г. Барнаул, пр. Ленина, 1', 'Asia/Barnaul', $2) returning id`,
    [name, now],
  );
  return { organizationId: organization.id };
}

// ------------------------------------------------------------------------------------------------ services and rates

export interface Catalogue {
  readonly upkeep: ServiceId;
  readonly water: ServiceId;
  readonly sewage: ServiceId;
  readonly power: ServiceId;
  readonly waste: ServiceId;
  /** Gets the money for upkeep and waste. */
  readonly company: SupplierId;
  /** Gets the money for water, sewage and power. */
  readonly utility: SupplierId;
}

/** Upkeep by area, water by meter or norm, sewage by water, power by the kind of stove, waste by persons. */
export async function makeCatalogue(tx: Tx): Promise<Catalogue> {
  const services = new Services();
  const suppliers = new Suppliers();
  const add = (code: string, service: Omit<NewService, 'code' | 'name'>) =>
    services.add(tx, { code, name: code, ...service });
  const catalogue = {
    upkeep: await add('upkeep', { unit: 'м²', resource: null, section: 'housing', position: 10 }),
    water: await add('cold-water', { unit: 'м³', resource: 'cold-water', section: 'communal', position: 20 }),
    sewage: await add('sewage', { unit: 'м³', resource: 'sewage', section: 'communal', position: 30 }),
    power: await add('electricity', { unit: 'кВт·ч', resource: 'electricity', section: 'communal', position: 40 }),
    waste: await add('waste', { unit: 'м³', resource: 'waste', section: 'communal', position: 50 }),
    company: await suppliers.add(tx, { name: 'УК «Двор»', inn: '7707083893' }),
    utility: await suppliers.add(tx, { name: 'Горсети', inn: '7702235133' }),
  };
  await new Tariffs().add(tx, tariffsOf(catalogue), entered);
  await new Norms().add(tx, normsOf(catalogue), entered);
  return catalogue;
}

function tariffsOf({ upkeep, water, sewage, power, waste }: Catalogue): NewTariff[] {
  const always = { ...days('2020-01-01'), basis: 'решение № 1' };
  return [
    { ...always, serviceId: upkeep, rates: { rate: '31.20' } },
    { ...always, serviceId: water, ...days('2020-01-01', '2026-10-01'), rates: { rate: '36.47' } },
    { ...always, serviceId: water, ...days('2026-10-01'), rates: { rate: '42.30' } },
    { ...always, serviceId: sewage, rates: { rate: '30.10' } },
    { ...always, serviceId: power, rates: { rate: '6.24' } },
    { ...always, serviceId: power, appliesTo: { stove: 'electric' }, rates: { rate: '4.37' } },
    { ...always, serviceId: waste, rates: { rate: '612.40' } },
  ];
}

function normsOf({ water, power, waste }: Catalogue): NewNorm[] {
  const always = { ...days('2020-01-01'), basis: 'приказ № 1' };
  return [
    { ...always, serviceId: water, value: '4.29' },
    { ...always, serviceId: power, value: '80' },
    { ...always, serviceId: power, appliesTo: { stove: 'electric' }, value: '120' },
    { ...always, serviceId: waste, value: '2.1' },
  ];
}

/** All services of the catalogue for a house, with one fixed charge method each. */
export function assignmentsOf(
  { upkeep, water, sewage, power, waste, company, utility }: Catalogue,
  houseId: NewAssignment['houseId'],
): NewAssignment[] {
  const always = { houseId, ...days('2020-01-01') };
  return [
    { ...always, serviceId: upkeep, supplierId: company, method: 'area' },
    { ...always, serviceId: water, supplierId: utility, method: 'metered' },
    { ...always, serviceId: sewage, supplierId: utility, method: 'sewage', settings: { of: ['cold-water'] } },
    { ...always, serviceId: power, supplierId: utility, method: 'metered' },
    { ...always, serviceId: waste, supplierId: company, method: 'waste-person' },
  ];
}

// ----------------------------------------------------------------------------------------------------------- houses

/** Three flats, or as many as are asked for, or just these. */
export function newHouse(building: string, flats: number | readonly NewPremises[] = 3): NewHouse {
  return {
    city: 'г. Барнаул',
    street: 'ул. Юрина',
    building,
    timeZone: 'Asia/Barnaul',
    facts: [{ ...days('2015-01-01'), floors: 5, traits: { stove: 'gas' } }],
    premises:
      typeof flats === 'number'
        ? Array.from({ length: flats }, (_, i) => newFlat(building, i + 1, { residents: i % 4 }))
        : flats,
  };
}

/** A flat of 40 m² and a little, owned by its payer. Its account's number is that of the building and its own. */
export function newFlat(
  building: string,
  number: number,
  { residents = 1, more = {} }: { residents?: number; more?: Partial<NewPremises> } = {},
): NewPremises {
  const always = days('2015-01-01');
  const owner = person(building, number, 0);
  return {
    kind: 'flat',
    number: String(number),
    facts: [{ ...always, area: (40 + (number % 17) * 1.3).toFixed(2) }],
    owners: [{ ...always, party: owner, share: { numerator: 1, denominator: 1 } }],
    accounts: [
      {
        number: accountNumber(building, number),
        terms: [{ ...always, payer: owner }],
        residents: Array.from({ length: residents }, (_, i) => ({
          ...always,
          party: i === 0 ? owner : person(building, number, i),
          kind: 'permanent' as const,
        })),
      },
    ],
    ...more,
  };
}

export function accountNumber(building: string, flat: number): string {
  return `${building.padStart(4, '0')}${String(flat).padStart(4, '0')}`;
}

function person(building: string, flat: number, place: number): NewParty {
  return { kind: 'person', name: `Житель ${building}-${flat}-${place + 1}` };
}

// ----------------------------------------------------------------------------------------------------------- meters

/** A water meter that was read on the 20th of each of these months. */
export function waterMeter(
  place: { readonly houseId: NewMeter['houseId']; readonly premisesId: PremisesId },
  readings: Readonly<Record<string, string>>,
  more: Partial<NewMeter> = {},
): NewMeter {
  return {
    ...place,
    resource: 'cold-water',
    serial: `ХВ-${place.premisesId}`,
    stands: days('2018-01-01'),
    verifiedUntil: parseDate('2030-01-01'),
    initial: ['0'],
    readings: Object.entries(readings).map(([month, amount]) => reading(parseDate(`${month}-20`), amount)),
    ...more,
  };
}

export function reading(date: LocalDate, amount: string): NewReading {
  return { date, amounts: [amount], source: 'resident' };
}

// ------------------------------------------------------------------------------------------------------------ stock

/** Houses that have everything a month is billed from. */
export interface Stock extends Catalogue {
  readonly houses: readonly HouseTakenIn[];
}

/**
 * Takes in houses with the whole catalogue. Two flats of three have a water meter, read in September and October
 * 2026; the third is charged by norm.
 */
export async function makeStock(tx: Tx, newHouses: readonly NewHouse[]): Promise<Stock> {
  const catalogue = await makeCatalogue(tx);
  const houses = await new HouseIntake(new AuditLog()).takeIn(tx, newHouses, entered);
  await new Assignments().assign(
    tx,
    houses.flatMap(({ id }) => assignmentsOf(catalogue, id)),
    entered,
  );
  await new MeterIntake().takeIn(tx, houses.flatMap(metersOf), entered);
  return { ...catalogue, houses };
}

function metersOf({ id: houseId, premises }: HouseTakenIn): NewMeter[] {
  return premises.flatMap(({ id: premisesId }, i) =>
    i % 3 === 2
      ? []
      : [waterMeter({ houseId, premisesId }, { '2026-09': `${100 + i}.5`, '2026-10': `${104 + i + (i % 7) * 0.375}` })],
  );
}
