import { type HouseId, monthInterval, type PremisesId, groupBy } from '@dvor/kernel';
import type { Assignment, CatalogueInMonth, ServiceInMonth } from '@dvor/catalogue';
import type { AccountInMonth, HouseInMonth } from '@dvor/housing';
import type { HouseInput, MeterInMonth } from '@dvor/metering';
import type { BenefitShown, ChargedBefore, FlatFacts } from '../core/index.js';
import { qualityFactsOf } from '../quality/load-quality.js';
import type { EvenHeating } from './load-even-heating.js';
import { policyOf } from './policy.js';
import { RuleBook } from './rule-book.js';
import type { LoadedHouse, LoadedRows } from './loaded-house.js';
import { codesOf, meterFacts, premisesFactsOf } from './premises-facts.js';
import { partsOf, sharedPremises } from './parts-of-accounts.js';

/** Facts of each house, in the order of the ids. */
export function assembleHouses(houseIds: readonly HouseId[], rows: LoadedRows): LoadedHouse[] {
  const { housing, catalogue, meters, inputs } = rows;
  const known = new Map(housing.houses.map((house) => [house.id, house]));
  const accountsOf = groupBy(housing.accounts, (account) => account.houseId);
  const assignmentsOf = groupBy(catalogue.assignments, (assignment) => assignment.houseId);
  const metersOf = groupBy(meters, (meter) => meter.houseId);
  const inputsOf = groupBy(inputs, (input) => input.houseId);
  return houseIds.map((id) =>
    assemble({
      house: known.get(id) ?? { id, facts: [] }, // nothing was ever entered of the house itself; its accounts are billed all the same
      rows,
      accounts: accountsOf.get(id) ?? [],
      assignments: assignmentsOf.get(id) ?? [],
      meters: metersOf.get(id) ?? [],
      inputs: inputsOf.get(id) ?? [],
    }),
  );
}

interface Parts {
  readonly house: HouseInMonth;
  readonly rows: LoadedRows;
  readonly accounts: readonly AccountInMonth[];
  readonly assignments: readonly Assignment[];
  readonly meters: readonly MeterInMonth[];
  readonly inputs: readonly HouseInput[];
}

function assemble({ house, rows, accounts, assignments, meters, inputs }: Parts): LoadedHouse {
  const { month, catalogue, formulas, choices, evenHeating, commonYears } = rows;
  const metersOf = groupBy(meters, (meter) => meter.premisesId);
  const book = new RuleBook({
    house,
    month,
    assignments,
    catalogue,
    formulas,
    choices,
    inputs,
    declines: rows.declines,
    yearTariffs: [...evenHeating.tariffs, ...commonYears.tariffs],
    commonYears: commonYears.of.get(house.id) ?? new Map(),
  });
  const flats = new Map<string, { premisesId: PremisesId; services: Set<ServiceInMonth> }>();
  const shared = sharedPremises(accounts);
  const premises = accounts.flatMap((account) => {
    const services = book.enter(account);
    const parts = partsOf(account, shared);
    for (const { flat, of } of parts) {
      if (!flat || !of) continue;
      const known = flats.get(flat)?.services ?? [];
      flats.set(flat, { premisesId: of, services: new Set([...known, ...services]) });
    }
    return premisesFactsOf(account, {
      services,
      parts,
      meters: metersOf.get(account.premisesId) ?? [],
      acts: rows.meterActs,
      estimated: rows.estimates.get(account.id),
      settings: choices.settings,
      heatOfLastYear: evenHeating.lastYear.get(account.premisesId),
      days: monthInterval(month),
      benefits: rows.benefits.get(account.id),
      oneOffs: rows.oneOffs.factsOf.get(account.id),
      manual: rows.corrections.factsOf.get(account.id),
    });
  });
  const metersOfFlats = [...flats].flatMap(([id, { premisesId, services }]): FlatFacts[] => {
    const own = metersOf.get(premisesId) ?? [];
    const { accessRefused } = rows.meterActs.of(premisesId, codesOf([...services]));
    const meters = meterFacts(own, [...services], rows.meterActs);
    return own.length > 0 ? [{ id, meters, ...(accessRefused && { accessRefused }) }] : [];
  });
  const spent = book.metersSpent;
  const carry = rows.carry.get(house.id) ?? [];
  const charged = chargedOf(accounts, evenHeating);
  const quality = qualityFactsOf(
    rows.quality.filter(({ houseId }) => houseId === house.id),
    accounts,
  );
  const inForce = house.facts.at(-1);
  const policy = policyOf(choices.settings);
  return {
    facts: {
      house: {
        id: house.id,
        area: inForce?.area ?? null,
        commonArea: inForce?.commonArea ?? null,
        ...(inputs.length > 0 && {
          meters: inputs
            .filter((input) => !spent.has(input.id))
            .map(({ id, resource, since, volumes }) => ({ id, service: resource, since, volumes })),
        }),
        ...(inForce?.traits['climate'] === 'cold' && { coldRegion: true }),
        ...(inForce?.traits['power'] === 'two-sources' && { electricSources: 2 }),
      },
      services: book.rules(),
      premises,
      ...(metersOfFlats.length > 0 && { flats: metersOfFlats }),
      ...(carry.length > 0 && { carry }),
      ...(charged.length > 0 && { charged }),
      ...(quality.length > 0 && { quality }),
      ...(policy && { policy }),
      ...(accounts.some(({ id }) => rows.benefits.has(id)) && {
        benefitsShown: choices.settings['benefits.on-receipt'] as BenefitShown,
      }),
    },
    book,
    oneOffs: rows.oneOffs.ids,
    settledIn: settledInOf(assignments, catalogue),
    corrections: rows.corrections.ids,
  };
}

function settledInOf(assignments: readonly Assignment[], { services }: CatalogueInMonth): Map<string, number> {
  const named = assignments.filter(({ method, settings }) => method === 'heating' && settings['settledIn'] != null);
  return new Map(
    named.map(({ serviceId, settings }) => [
      services.find(({ id }) => id === serviceId)!.code,
      Number(settings['settledIn']),
    ]),
  );
}

function chargedOf(accounts: readonly AccountInMonth[], { charged }: EvenHeating): ChargedBefore[] {
  return charged.size === 0 ? [] : accounts.flatMap(({ id }) => charged.get(id) ?? []);
}
