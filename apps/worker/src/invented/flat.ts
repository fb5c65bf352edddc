import type { NewOwnership, NewParty } from '@dvor/housing';
import { addMonths, dateOf, firstDay, type LocalDate, periodOfDate } from '@dvor/kernel';
import type { MeteredResource } from '@dvor/metering';
import { TWO_ZONES } from './barnaul-services.js';
import type { Dice } from './dice.js';
import type { InventedMeter, InventedPremises } from './house.js';
import { inventHousehold } from './people.js';
import { EVEN_SEASON, type Habit, inventReadings, type MonthsRead, POWER_SEASON } from './readings.js';

/** Where a flat is and what is known of it before anybody moves in. */
export interface FlatPlan {
  readonly number: string;
  readonly entrance: number;
  readonly floor: number;
  readonly rooms: number;
  /** m², decimal text. */
  readonly area: string;
  readonly livingArea: string;
  /** The flat stands in the books from this day on. */
  readonly since: LocalDate;
  readonly accountNumber: string;
  readonly electricStove: boolean;
  /** Months that were read. */
  readonly read: MonthsRead;
  readonly waters: readonly MeteredResource[];
  /** Of how many months in a hundred a reading is forgotten. */
  readonly forgets: number;
  /** How many live there; left to chance where it is not said. */
  readonly persons?: number | undefined;
  /** Its electricity meter counts without zones, whatever chance says. */
  readonly oneZone?: boolean;
}

/** People move in, own it in one way or another, and meters count what they use. */
export function inventFlat(dice: Dice, plan: FlatPlan): InventedPremises {
  const persons = plan.persons ?? dice.weighted(PERSONS);
  const household = inventHousehold(dice, Math.max(persons, 1));
  const movedIn = dateOf(2013 + dice.int(0, 10), dice.int(1, 12), 1);
  const from = movedIn > plan.since ? movedIn : plan.since;
  const twoZones = dice.percent(30) && !plan.oneZone;
  return {
    premises: {
      kind: 'flat',
      number: plan.number,
      entrance: plan.entrance,
      floor: plan.floor,
      facts: [
        {
          from: plan.since,
          to: null,
          area: plan.area,
          livingArea: plan.livingArea,
          rooms: plan.rooms,
          ...(twoZones && { traits: TWO_ZONES }),
        },
      ],
      owners: inventOwners(dice, household, from),
      accounts: [
        {
          number: plan.accountNumber,
          terms: [{ from, to: null, payer: household[0]! }],
          residents: household
            .slice(0, persons)
            .map((party) => ({ party, kind: 'permanent', from: laterOf(from, party.birthDate), to: null })),
        },
      ],
    },
    meters: inventMeters(dice, plan, { persons, twoZones }),
  };
}

const PERSONS = [
  [0, 3],
  [1, 22],
  [2, 32],
  [3, 25],
  [4, 13],
  [5, 5],
] as const;

/** One owns it all, or two a half each, or all three of a household a third. */
export function inventOwners(dice: Dice, household: readonly NewParty[], from: LocalDate): NewOwnership[] {
  const several = household.length > 1 && dice.percent(55) ? (household.length === 3 && dice.percent(30) ? 3 : 2) : 1;
  return household
    .slice(0, several)
    .map((party) => ({ party, share: { numerator: 1, denominator: several }, from, to: null }));
}

function inventMeters(
  dice: Dice,
  plan: FlatPlan,
  { persons, twoZones }: { persons: number; twoZones: boolean },
): InventedMeter[] {
  const day = dice.int(16, 24);
  const source = dice.weighted([['resident', 80], ['accountant', 12], ['device', 8]] as const); // prettier-ignore
  const habit = { day, source, forgets: plan.forgets };
  const perPerson = { 'cold-water': dice.int(2_400, 4_300), 'hot-water': dice.int(1_500, 3_000) };
  const waters = plan.waters.map((resource) => {
    const monthly = persons === 0 ? dice.int(0, 120) : persons * perPerson[resource as keyof typeof perPerson];
    return inventMeter(dice, plan, resource, { ...habit, monthly: [monthly], decimals: 3, season: EVEN_SEASON });
  });
  const power =
    persons === 0
      ? dice.int(30, 200)
      : dice.int(500, 1_100) + persons * (plan.electricStove ? dice.int(450, 800) : dice.int(250, 500));
  const zones = twoZones ? [Math.round(power * 0.66), Math.round(power * 0.34)] : [power];
  return [
    ...waters,
    inventMeter(dice, plan, 'electricity', { ...habit, monthly: zones, decimals: 1, season: POWER_SEASON }),
  ];
}

const YEARS_GOOD = { 'cold-water': 6, 'hot-water': 6, electricity: 16, gas: 10, heating: 4 } as const satisfies Record<
  MeteredResource,
  number
>;

/** A meter installed some years before its first reading here, and good for some to come. */
export function inventMeter(
  dice: Dice,
  { since, read }: Pick<FlatPlan, 'since' | 'read'>,
  resource: MeteredResource,
  habit: Habit,
): InventedMeter {
  const readBefore = firstDay(read.from);
  const chosen = dateOf(2021 + dice.int(0, 2), dice.int(7, 12), dice.int(1, 28));
  const installed = chosen > since ? chosen : since;
  const months = Math.max(0, periodOfDate(readBefore) - periodOfDate(installed));
  return {
    resource,
    serial: String(dice.int(10_000_000, 99_999_999)),
    ...(habit.monthly.length === 2 && { zones: ['day', 'night'] }),
    stands: { from: installed, to: null },
    verifiedUntil: (firstDay(addMonths(periodOfDate(installed), YEARS_GOOD[resource] * 12)) - 1) as LocalDate,
    initial: habit.monthly.map(() => '0'),
    readings: inventReadings(dice, habit, { ...read, start: habit.monthly.map((monthly) => monthly * months) }),
  };
}

function laterOf(day: LocalDate, other: LocalDate | null | undefined): LocalDate {
  return typeof other === 'number' && other > day ? other : day;
}
