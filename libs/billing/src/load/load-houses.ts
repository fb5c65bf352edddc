import type { AccountId, HouseId, Period, PremisesId } from '@dvor/kernel';
import { loadCatalogue, loadChoices } from '@dvor/catalogue';
import { type AccountInMonth, loadHousing } from '@dvor/housing';
import { loadHouseVolumes, loadMeterActs, loadMetering } from '@dvor/metering';
import type { Tx } from '@dvor/platform';
import { loadDeclines } from '../benefits/declines.js';
import { loadBenefits } from '../benefits/load-benefits.js';
import { loadCorrections } from '../corrections/load-corrections.js';
import { loadFormulas } from '../formulas/load-formulas.js';
import { loadOneOffs } from '../one-offs/load-one-offs.js';
import { loadQuality } from '../quality/load-quality.js';
import { loadCarry } from './load-carry.js';
import { loadCommonYears } from './load-common-years.js';
import { loadEvenHeating } from './load-even-heating.js';
import { loadEstimates } from './load-estimates.js';
import { loadLateReadings } from './load-late-readings.js';
import { ActsInMonth } from './meter-acts.js';
import type { ReplayedMonths } from './replayed-months.js';
import { assembleHouses } from './assemble-houses.js';
import type { LoadedHouse, LoadedRows } from './loaded-house.js';

/** What of the houses is asked for. */
export interface AskedOfHouses {
  /** These accounts of theirs; none: all. */
  readonly only?: readonly AccountId[] | null;
  /** With works by act and corrections by hand, as a rule. */
  readonly documents?: boolean;
  /** What earlier months have come to in the run that asks, which its lines don't show yet. */
  readonly replayed?: ReplayedMonths | null;
}

/** Loads all that some houses are charged from in a month, in a few set-based queries whatever their number. */
export async function loadHouses(
  tx: Tx,
  houseIds: readonly HouseId[],
  month: Period,
  asked: AskedOfHouses = {},
): Promise<LoadedHouse[]> {
  return assembleHouses(houseIds, await loadRows(tx, houseIds, month, asked));
}

export async function loadRows(
  tx: Tx,
  houseIds: readonly HouseId[],
  month: Period,
  { only = null, documents = true, replayed = null }: AskedOfHouses = {},
): Promise<LoadedRows> {
  const housing = await loadHousing(tx, houseIds, month, only);
  const catalogue = await loadCatalogue(tx, houseIds, month);
  const meterActs = await loadMeterActs(tx, houseIds, month);
  const late = await loadLateReadings(tx, houseIds);
  const meters = await loadMetering(tx, houseIds, month, meterActs, only && placesOf(housing.accounts), late);
  const estimates = await loadEstimates(tx, {
    accounts: housing.accounts,
    meters,
    services: catalogue.services,
    month,
    replayed: replayed?.estimates,
  });
  const formulas = await loadFormulas(tx, catalogue.assignments, month);
  const choices = await loadChoices(tx, houseIds, month);
  return {
    month,
    housing,
    catalogue,
    meters,
    meterActs: new ActsInMonth(meterActs),
    estimates,
    formulas,
    choices,
    inputs: await loadHouseVolumes(tx, houseIds, month),
    carry: await loadCarry(tx, houseIds, month, replayed?.carry),
    evenHeating: await loadEvenHeating(tx, { catalogue, choices, meters, month }),
    commonYears: await loadCommonYears(tx, catalogue, month),
    benefits: await loadBenefits(tx, housing.accounts, month),
    declines: await loadDeclines(tx, housing.accounts, month),
    oneOffs: documents ? await loadOneOffs(tx, housing.accounts, month) : NO_DOCUMENTS,
    corrections: documents ? await loadCorrections(tx, housing.accounts, month) : NO_DOCUMENTS,
    quality: await loadQuality(tx, houseIds, month),
  };
}

const NO_DOCUMENTS = { factsOf: new Map(), ids: new Map() };

/** Premises of accounts, and the flats that rooms are in. */
function placesOf(accounts: readonly AccountInMonth[]): PremisesId[] {
  return [...new Set(accounts.flatMap(({ premisesId, parentId }) => [premisesId, ...(parentId ? [parentId] : [])]))];
}
