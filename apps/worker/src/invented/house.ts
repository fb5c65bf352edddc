import type { HouseTakenIn, NewHouse, NewPremises } from '@dvor/housing';
import type { NewMeter } from '@dvor/metering';

/** A premises and the meters in it. */
export interface InventedPremises {
  readonly premises: NewPremises;
  readonly meters: readonly InventedMeter[];
}

/** A meter that does not know yet under which ids its house and premises will stand. */
export type InventedMeter = Omit<NewMeter, 'houseId' | 'premisesId'>;

export interface InventedHouse {
  readonly house: NewHouse;
  /** In the order of the house's premises. */
  readonly meters: readonly (readonly InventedMeter[])[];
  /** At the inputs of the house itself. */
  readonly inputs: readonly InventedMeter[];
}

export function houseOf(
  house: Omit<NewHouse, 'premises'>,
  premises: readonly InventedPremises[],
  inputs: readonly InventedMeter[] = [],
): InventedHouse {
  return {
    house: { ...house, premises: premises.map((place) => place.premises) },
    meters: premises.map(({ meters }) => meters),
    inputs,
  };
}

/** The meters of a house once it has been taken into the books. */
export function metersOf({ meters, inputs }: InventedHouse, { id: houseId, premises }: HouseTakenIn): NewMeter[] {
  return [
    ...inputs.map((meter) => ({ ...meter, houseId, premisesId: null })),
    ...meters.flatMap((inPremises, i) =>
      inPremises.map((meter) => ({ ...meter, houseId, premisesId: premises[i]!.id })),
    ),
  ];
}
