import type { DividedFigures, HouseFigures } from './facts.js';
import { sumOfAreas } from './house-area.js';
import type { HouseMonth } from './line.js';
import { Refusal } from './refusal.js';

/** A replay of some accounts is asked for something that the house did not divide then: only the whole house can tell. */
export class FiguresMissing extends Error {
  constructor(readonly key: string) {
    super(`the house's figures lack ${key}`);
  }
}

/** As it came out for the whole house; null: the whole house stands here and is reckoned. @throws FiguresMissing */
export function knownFigures<F extends DividedFigures>({ facts }: HouseMonth, key: string): F | null {
  if (!facts.figures) return null;
  const known = facts.figures.divided[key];
  if (!known) throw new FiguresMissing(key);
  return known as F;
}

/** Rules of one service that divide different things under one name can't be told apart later. */
export function noteFigures<F extends DividedFigures>({ divided }: HouseMonth, key: string, figures: F): F {
  const before = divided[key];
  if (before === undefined) divided[key] = figures;
  else if (before !== null && JSON.stringify(before) !== JSON.stringify(figures)) divided[key] = null;
  return figures;
}

/** What this house came to divide, for later replays of some of its accounts; null: nothing. */
export function figuresOf(house: HouseMonth): HouseFigures | null {
  if (house.facts.figures) return house.facts.figures;
  const area = house.facts.house.area || !needsArea(house) ? null : sumOfAreas(house.premises);
  const known = area && !(area instanceof Refusal) ? area.toString() : null;
  if (known === null && Object.keys(house.divided).length === 0) return null;
  return { ...(known !== null && { area: known }), divided: house.divided };
}

/** Own formulas may name the area of the house. */
function needsArea({ services }: HouseMonth): boolean {
  return services.some(({ method }) => method === 'formula');
}
