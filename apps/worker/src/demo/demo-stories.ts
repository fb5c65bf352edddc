import type { NewAccount, NewParty, NewPremises, NewResidency } from '@dvor/housing';
import { type LocalDate, parseDate } from '@dvor/kernel';
import type { MeteredResource, NewReading } from '@dvor/metering';
import type { Dice } from '../invented/dice.js';
import type { InventedMeter, InventedPremises } from '../invented/house.js';
import { inventHousehold, inventNewborn } from '../invented/people.js';

/** What befell one flat of the demo, so that every rule has somebody to show it on. */
export interface Story {
  /** How many live there when it begins. */
  readonly persons?: number;
  /** Nobody forgets a reading while it is told. */
  readonly tell: (
    flat: InventedPremises,
    about: { readonly dice: Dice; readonly nextNumber: () => string },
  ) => InventedPremises;
}

export type HouseOfDemo = 'panel' | 'brick' | 'new';

export const STORIES: Readonly<Record<HouseOfDemo, Readonly<Record<string, Story>>>> = {
  panel: {
    '1': { persons: 3, tell: (flat) => flat }, // lives in the cabinet of resident@dvor.demo
    '17': { persons: 2, tell: (flat) => replaceMeter(flat, 'cold-water', parseDate('2026-10-12')) },
    '23': {
      persons: 2,
      tell: (flat) =>
        dropReadings(flat, ['cold-water'], (date) => date >= parseDate('2026-08-01') && date < parseDate('2026-10-01')),
    },
    '31': { persons: 3, tell: (flat) => endVerification(flat, 'cold-water', parseDate('2026-07-31')) },
    '44': { persons: 2, tell: (flat, { dice }) => addNewborn(flat, dice, parseDate('2026-07-14')) },
    '45': {
      persons: 3,
      tell: (flat, { dice }) =>
        mistype(addNewborn(flat, dice, parseDate('2026-10-09')), 'electricity', parseDate('2026-11-01')),
    },
    '52': { persons: 0, tell: (flat, { dice }) => leaveToTwoOwners(flat, dice) },
    '60': {
      persons: 2,
      tell: (flat) => dropReadings(flat, ['cold-water', 'electricity'], (date) => date >= parseDate('2026-06-01')),
    },
    '66': { persons: 4, tell: (flat) => moveOut(flat, parseDate('2026-10-20')) },
    '77': { persons: 2, tell: (flat) => passOn(flat, parseDate('2026-03-12')) },
  },
  brick: {
    '3': { persons: 2, tell: withoutWaterMeter },
    '8': { persons: 1, tell: withoutWaterMeter },
    '19': { persons: 3, tell: withoutWaterMeter },
    '26': { persons: 2, tell: withoutWaterMeter },
    '41': { persons: 0, tell: withoutWaterMeter },
    '53': { persons: 4, tell: withoutWaterMeter },
    '5': {
      persons: 2,
      tell: (flat, { dice }) => addGuest(flat, dice, { from: parseDate('2026-10-08'), to: parseDate('2027-02-01') }),
    },
    '14': { persons: 2, tell: (flat) => withActOfImpossibility(withoutWaterMeter(flat)) },
    '29': { persons: 3, tell: (flat) => withActOfImpossibility(withoutWaterMeter(flat)) },
    '57': { persons: 1, tell: (flat) => withActOfImpossibility(withoutWaterMeter(flat)) },
  },
  new: {
    '88': {
      persons: 2,
      tell: (flat, { dice, nextNumber }) => sell(flat, { dice, nextNumber, on: parseDate('2026-10-16') }),
    },
    '101': {
      persons: 1,
      tell: (flat, { dice }) => addGuest(flat, dice, { from: parseDate('2026-06-01'), to: parseDate('2026-09-01') }),
    },
  },
};

// ------------------------------------------------------------------------------------------------------- meters

function replaceMeter(flat: InventedPremises, resource: MeteredResource, on: LocalDate): InventedPremises {
  return withMeters(flat, resource, (meter) => {
    const before = meter.readings.filter(({ date }) => date < on);
    const [begun, ended] = [before.at(-2)!, before.at(-1)!];
    const month = difference(ended, begun);
    return [
      { ...meter, stands: { ...meter.stands, to: on }, readings: before, final: [plus(ended.amounts[0]!, month / 2)] },
      {
        ...meter,
        serial: `${meter.serial.slice(0, -1)}0`,
        stands: { from: on, to: null },
        verifiedUntil: parseDate('2032-10-11'),
        initial: ['0.004'],
        readings: [{ date: parseDate('2026-10-24'), amounts: [plus('0.004', month / 3)], source: 'resident' }],
      },
    ];
  });
}

/** A reading that was typed from another meter: November's bill comes to many times the usual, and is held. */
function mistype(flat: InventedPremises, resource: MeteredResource, date: LocalDate): InventedPremises {
  return withMeters(flat, resource, (meter) => {
    const amounts = meter.readings.at(-1)!.amounts.map((amount) => plus(amount, FROM_ANOTHER_METER));
    return [{ ...meter, readings: [...meter.readings, { date, amounts, source: 'resident' }] }];
  });
}

/** Thousandths. */
const FROM_ANOTHER_METER = 4_000_000;

function dropReadings(
  flat: InventedPremises,
  resources: readonly MeteredResource[],
  forgotten: (date: LocalDate) => boolean,
): InventedPremises {
  const meters = flat.meters.map((meter) =>
    resources.includes(meter.resource)
      ? { ...meter, readings: meter.readings.filter(({ date }) => !forgotten(date)) }
      : meter,
  );
  return { ...flat, meters };
}

function endVerification(
  flat: InventedPremises,
  resource: MeteredResource,
  verifiedUntil: LocalDate,
): InventedPremises {
  return withMeters(flat, resource, (meter) => [{ ...meter, verifiedUntil }]);
}

function withoutWaterMeter(flat: InventedPremises): InventedPremises {
  return withMeters(flat, 'cold-water', () => []);
}

function withActOfImpossibility(flat: InventedPremises): InventedPremises {
  return withPremises(flat, ({ facts }) => ({
    facts: facts.map((fact) => ({ ...fact, meterImpossible: ['cold-water'] })),
  }));
}

// ------------------------------------------------------------------------------------------------------- people

function addNewborn(flat: InventedPremises, dice: Dice, born: LocalDate): InventedPremises {
  return withAccount(flat, ({ residents }) => {
    const child = inventNewborn(
      dice,
      residents.map(({ party }) => party),
      born,
    );
    return { residents: [...residents, { party: child, kind: 'permanent', from: born, to: null }] };
  });
}

function addGuest(flat: InventedPremises, dice: Dice, stay: { from: LocalDate; to: LocalDate }): InventedPremises {
  const [guest] = inventHousehold(dice, 1);
  return withAccount(flat, ({ residents }) => ({
    residents: [...residents, { party: guest!, kind: 'temporary', ...stay }],
  }));
}

/** The youngest leaves home. */
function moveOut(flat: InventedPremises, on: LocalDate): InventedPremises {
  return withAccount(flat, ({ residents }) => ({
    residents: [...residents.slice(0, -1), { ...residents.at(-1)!, to: on }],
  }));
}

/** Nobody is registered: two owners, who do not live there, stand for the persons. */
function leaveToTwoOwners(flat: InventedPremises, dice: Dice): InventedPremises {
  const heirs = inventHousehold(dice, 2);
  const { from } = flat.premises.owners[0]!;
  const owners = heirs.map((party) => ({ party, share: { numerator: 1, denominator: 2 }, from, to: null }));
  const changed = withPremises(flat, () => ({ owners }));
  return withAccount(changed, ({ terms }) => ({ terms: terms.map((term) => ({ ...term, payer: heirs[0]! })) }));
}

/** Of two who live there one dies; the other owns the flat and pays from that day on, under the same account. */
function passOn(flat: InventedPremises, on: LocalDate): InventedPremises {
  const { residents, terms } = flat.premises.accounts[0]!;
  const [former, heir] = residents.map(({ party }) => party) as [NewParty, NewParty];
  const { from } = terms[0]!;
  const whole = { numerator: 1, denominator: 1 };
  const owners = [
    { party: former, share: whole, from, to: on },
    { party: heir, share: whole, from: on, to: null },
  ];
  return withAccount(
    withPremises(flat, () => ({ owners })),
    () => ({
      residents: residents.map((resident) => (resident.party === former ? { ...resident, to: on } : resident)),
      terms: [
        { payer: former, from, to: on },
        { payer: heir, from: on, to: null },
      ],
    }),
  );
}

/** The account of those who sold is closed, the buyers get one of their own; meters are read on the day itself. */
function sell(
  flat: InventedPremises,
  { dice, nextNumber, on }: { dice: Dice; nextNumber: () => string; on: LocalDate },
): InventedPremises {
  const buyers = inventHousehold(dice, 3);
  const [account] = flat.premises.accounts as [NewAccount];
  const premises: NewPremises = {
    ...flat.premises,
    owners: [
      ...flat.premises.owners.map((owner) => ({ ...owner, to: on })),
      ...buyers.slice(0, 2).map((party) => ({ party, share: { numerator: 1, denominator: 2 }, from: on, to: null })),
    ],
    accounts: [
      {
        ...account,
        terms: account.terms.map((term) => ({ ...term, to: on })),
        residents: account.residents.map((resident) => ({ ...resident, to: on })),
      },
      {
        number: nextNumber(),
        terms: [{ payer: buyers[0]!, from: on, to: null }],
        residents: buyers.map((party): NewResidency => ({ party, kind: 'permanent', from: on, to: null })),
      },
    ],
  };
  return { premises, meters: flat.meters.map((meter) => readOnTheDay(meter, on)) };
}

function readOnTheDay(meter: InventedMeter, on: LocalDate): InventedMeter {
  const earlier = meter.readings.filter(({ date }) => date < parseDate('2026-10-01'));
  const [ended, october] = [earlier.at(-1)!, meter.readings.at(-1)!];
  const after = (part: number) =>
    ended.amounts.map((amount, zone) => plus(amount, difference(october, ended, zone) * part));
  const read = { date: on, amounts: after(0.8), source: 'act' } as const;
  return {
    ...meter,
    readings: [...earlier, read, { date: parseDate('2026-10-25'), amounts: after(1.1), source: 'resident' }],
  };
}

// -------------------------------------------------------------------------------------------------------- parts

function withMeters(
  flat: InventedPremises,
  resource: MeteredResource,
  change: (meter: InventedMeter) => InventedMeter[],
): InventedPremises {
  return { ...flat, meters: flat.meters.flatMap((meter) => (meter.resource === resource ? change(meter) : [meter])) };
}

function withPremises(
  flat: InventedPremises,
  change: (premises: NewPremises) => Partial<NewPremises>,
): InventedPremises {
  return { ...flat, premises: { ...flat.premises, ...change(flat.premises) } };
}

function withAccount(flat: InventedPremises, change: (account: NewAccount) => Partial<NewAccount>): InventedPremises {
  return withPremises(flat, ({ accounts }) => ({
    accounts: accounts.map((account) => ({ ...account, ...change(account) })),
  }));
}

/** What ran through a meter between two readings, in thousandths. */
function difference(later: NewReading, earlier: NewReading, zone = 0): number {
  return thousandths(later.amounts[zone]!) - thousandths(earlier.amounts[zone]!);
}

function plus(amount: string, more: number): string {
  const decimals = amount.split('.')[1]?.length ?? 0;
  return ((thousandths(amount) + more) / 1_000).toFixed(decimals);
}

function thousandths(amount: string): number {
  return Math.round(Number(amount) * 1_000);
}
