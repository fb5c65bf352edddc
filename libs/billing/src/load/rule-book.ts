import {
  contains,
  cutAtBoundaries,
  type Dated,
  DomainError,
  firstDay,
  type Interval,
  intersect,
  monthInterval,
  overlaps,
  parseDate,
  type Period,
  periodOf,
  type ServiceId,
  type SupplierId,
  yearOf,
} from '@dvor/kernel';
import {
  type Assignment,
  type CatalogueInMonth,
  type ChoicesInMonth,
  type ExcessFactor,
  type ForTraits,
  type Norm,
  pickForTraits,
  type ServiceInMonth,
  type Tariff,
  type Traits,
} from '@dvor/catalogue';
import type { AccountInMonth, HouseInMonth } from '@dvor/housing';
import type { HouseInput } from '@dvor/metering';
import type { CommonYear, DatedFactor, ServiceRule, Unit } from '../core/index.js';
import type { DeclinedService } from '../benefits/declines.js';
import { formulaCodeOf, type FormulasInMonth } from '../formulas/load-formulas.js';
import { isSettledYearly } from './load-common-years.js';
import { withChosenBeginning } from './policy.js';
import { settingsOf, socialNormOf, spentBy, tariffsOf, vatOf } from './rule-figures.js';
import { without } from './without.js';

/**
 * Turns the catalogue into the rules a house is charged by: accounts that get a service from one assignment at the same
 * tariffs and norms share a rule.
 */
export class RuleBook {
  private readonly drafts = new Map<string, Draft>();
  private readonly profiles = new Map<string, Profile>();
  private readonly profileOf = new Map<string, Profile>();
  private readonly services: ReadonlyMap<ServiceId, ServiceInMonth>;
  private readonly ownPremises: ReadonlySet<string | null>;
  private readonly entrances: readonly Assignment[];
  private readonly days: Interval;
  private readonly suppliers = new Map<ServiceRule, SupplierId>();
  private suppliersChange = false;

  constructor(
    private readonly from: {
      readonly house: HouseInMonth;
      readonly month: Period;
      readonly assignments: readonly Assignment[];
      readonly catalogue: CatalogueInMonth;
      /** The organisation's own formulas that the assignments name. */
      readonly formulas?: FormulasInMonth;
      /** Of the region, the organisation and the house. */
      readonly choices?: ChoicesInMonth;
      /** What came into the house. */
      readonly inputs?: readonly HouseInput[];
      /** Voluntary services that accounts don't want. */
      readonly declines?: ReadonlyMap<string, readonly DeclinedService[]>;
      /** Of the year before, for the services whose year this month settles. */
      readonly yearTariffs?: readonly Tariff[];
      /** Years of common property that this month charges a part of, by service. */
      readonly commonYears?: ReadonlyMap<ServiceId, readonly CommonYear[]>;
    },
  ) {
    this.days = monthInterval(from.month);
    this.services = new Map(from.catalogue.services.map((service) => [service.id, service]));
    this.ownPremises = new Set(from.assignments.map((assignment) => assignment.premisesId));
    this.entrances = from.assignments.filter(({ entrancePremises }) => entrancePremises);
  }

  /** Enters an account under the rules that concern it; returns the services it gets. */
  enter(account: AccountInMonth): readonly ServiceInMonth[] {
    const profile = this.profileFor(account);
    for (const draft of profile.drafts) draft.accounts.push(account.id);
    this.profileOf.set(account.id, profile);
    return profile.services;
  }

  rules(): ServiceRule[] {
    return [...this.drafts.values()]
      .sort((a, b) => a.service.position - b.service.position || a.service.code.localeCompare(b.service.code))
      .map((draft) => this.ruleOf(draft));
  }

  /** Some account gets one service from two suppliers in turn: whose a line is then follows from its rule alone. */
  get changesSupplier(): boolean {
    return this.suppliersChange;
  }

  /** Of a rule that `rules` gave. */
  supplierOf(rule: ServiceRule): SupplierId {
    return this.suppliers.get(rule)!;
  }

  /** Meters of the house that count what its hot water takes, and nothing else. */
  get metersSpent(): ReadonlySet<string> {
    return new Set(this.from.assignments.flatMap(({ settings }) => spentBy(settings).map(({ meter }) => meter)));
  }

  /** The service that some rule charges under this code. */
  serviceOf(code: string): ServiceId {
    return [...this.services.values()].find((service) => service.code === code)!.id;
  }

  /** Codes of all services of the house, by their ids. */
  get serviceIds(): ReadonlyMap<string, ServiceId> {
    return new Map([...this.services.values()].map(({ code, id }) => [code, id]));
  }

  /** Ids of the services an account gets and of their suppliers, by the service's code. */
  idsOf(account: string): ReadonlyMap<string, LineIds> {
    return this.profileOf.get(account)!.ids;
  }

  /** Most accounts of a house are alike in all that rules look at, and share one profile. */
  private profileFor(account: AccountInMonth): Profile {
    const traits = this.traitsOf(account);
    const own = this.ownPremises.has(account.premisesId) ? account.premisesId : '';
    const entrances = this.entrances.map((assignment) => Number(isOfEntrance(assignment, account))).join('');
    const declined = JSON.stringify(this.from.declines?.get(account.id) ?? '');
    const key = `${account.kind} ${own} ${entrances} ${declined} ${JSON.stringify(traits)}`;
    let profile = this.profiles.get(key);
    if (!profile) {
      profile = this.makeProfile(account, traits);
      this.profiles.set(key, profile);
    }
    return profile;
  }

  private makeProfile(account: AccountInMonth, traits: readonly Dated<Traits>[]): Profile {
    const drafts = this.assignmentsOf(account).map(({ assignment, days }) => this.draftOf(assignment, days, traits));
    this.suppliersChange ||= drafts.some(({ service, assignment: { supplierId } }) =>
      drafts.some((other) => other.service === service && other.assignment.supplierId !== supplierId),
    );
    return {
      drafts,
      services: [...new Set(drafts.map((draft) => draft.service))],
      ids: new Map(
        drafts.map(({ service, assignment }) => [
          service.code,
          { serviceId: service.id, supplierId: assignment.supplierId, position: service.position },
        ]),
      ),
    };
  }

  private draftOf(assignment: Assignment, days: Interval, traits: readonly Dated<Traits>[]): Draft {
    const tariffs = this.pick(this.from.catalogue.tariffs, assignment.serviceId, traits);
    const norms = this.pick(this.from.catalogue.norms, assignment.serviceId, traits);
    const yearTariffs = this.tariffsOfYear(assignment, traits);
    const rates = [...tariffs, ...norms, ...yearTariffs].map(({ from, to, value }) => `${value.id}:${from}:${to}`);
    const place = assignment.premisesId ?? assignment.entrancePremises?.join();
    const key = [assignment.serviceId, place, assignment.from, days.from, days.to, ...rates].join(' ');
    let draft = this.drafts.get(key);
    if (!draft) {
      const service = this.services.get(assignment.serviceId)!;
      draft = { service, assignment, days, tariffs, norms, yearTariffs, accounts: [] };
      this.drafts.set(key, draft);
    }
    return draft;
  }

  /** By what the premises is on the month's last day: what it was a year ago is not loaded. */
  private tariffsOfYear({ method, serviceId }: Assignment, traits: readonly Dated<Traits>[]): readonly Dated<Tariff>[] {
    if ((method !== 'heating' && method !== 'common') || !this.from.yearTariffs) return [];
    const year = yearOf(this.from.month);
    const thisToo = this.from.commonYears?.has(serviceId) ? 1 : 0; // a year that ends with the house's last month
    const days = { from: firstDay(periodOf(year - 1, 1)), to: firstDay(periodOf(year + thisToo, 1)) };
    return pickOrAll(ofService(this.from.yearTariffs, serviceId), traits.at(-1)?.value ?? {}, days);
  }

  /** An assignment of the premises stands, on its days, in place of the entrance's, and that in place of the house's. */
  private assignmentsOf(account: AccountInMonth): { assignment: Assignment; days: Interval }[] {
    const own = this.from.assignments.filter((assignment) => assignment.premisesId === account.premisesId);
    const shared = this.from.assignments.filter(
      (assignment) => assignment.premisesId === null && assignment.premisesKinds.includes(account.kind),
    );
    const entrance = shared.filter((assignment) => isOfEntrance(assignment, account));
    const house = shared.filter(({ entrancePremises }) => !entrancePremises);
    const declined = this.from.declines?.get(account.id) ?? [];
    const standing = (assignments: readonly Assignment[], before: readonly Assignment[]) =>
      assignments.flatMap((assignment) => {
        const instead = [...before, ...declined].filter((other) => other.serviceId === assignment.serviceId);
        return without({ from: assignment.from, to: assignment.to }, instead).map((days) => ({ assignment, days }));
      });
    return [...standing(own, []), ...standing(entrance, own), ...standing(house, [...own, ...entrance])].filter(
      ({ days }) => overlaps(days, this.days),
    );
  }

  /** What tariffs and norms look at, by the days of the month on which it held. */
  private traitsOf({ kind, premises }: AccountInMonth): Dated<Traits>[] {
    const { facts } = this.from.house;
    const pieces: Dated<Traits>[] = [];
    for (const days of cutAtBoundaries(this.days, [...facts, ...premises])) {
      const ofHouse = facts.find((fact) => contains(fact, days.from));
      const ofPremises = premises.find((fact) => contains(fact, days.from));
      const value = { ...ofHouse?.traits, ...ofPremises?.traits, kind };
      const last = pieces.at(-1);
      if (last && JSON.stringify(last.value) === JSON.stringify(value))
        pieces[pieces.length - 1] = { ...last, to: days.to };
      else pieces.push({ ...days, value });
    }
    return pieces;
  }

  private pick<Row extends ForTraits & { readonly serviceId: ServiceId }>(
    rows: readonly Row[],
    serviceId: ServiceId,
    traits: readonly Dated<Traits>[],
  ): readonly Dated<Row>[] {
    const own = ofService(rows, serviceId);
    return traits.flatMap((piece) => {
      const within = intersect(piece, this.days);
      return within ? pickOrAll(own, piece.value, within) : [];
    });
  }

  private ruleOf({ service, assignment, days, tariffs, norms, yearTariffs, accounts }: Draft): ServiceRule {
    const { resource } = service;
    const { house, choices } = this.from;
    const { method, settings, supplierId } = assignment;
    const vat = vatOf(tariffs, { supplierId, day: this.days.from, choices });
    const formula = formulaCodeOf(assignment);
    const rule = {
      ...settingsOf(assignment, { houseId: house.id, days: this.days, choices }),
      ...(method === 'social-norm' && { socialNorm: socialNormOf(settings, tariffs) }),
      ...(method === 'hot-water-made-in-house' && { spent: this.spentOf(settings) }),
      ...(formula !== null && { formula: this.from.formulas?.get(formula) ?? [] }),
      code: service.code,
      method,
      resource,
      unit: UNITS[service.unit] ?? null,
      from: days.from,
      to: days.to,
      appliesTo: accounts,
      tariffs: tariffsOf(method, tariffs),
      ...(yearTariffs.length > 0 && { yearTariffs: tariffsOf(method, yearTariffs) }),
      ...(isSettledYearly(assignment) && { years: this.from.commonYears?.get(service.id) ?? [] }),
      norms: norms.map(({ from, to, value }) => ({ from, to, value: value.value })),
      excess: this.excessOf(resource),
      ...(vat !== null && { vat }),
    } as unknown as ServiceRule;
    this.suppliers.set(rule, supplierId);
    return rule; // the method and its settings are checked where they are entered; the core refuses what it doesn't know
  }

  /** Volume and rate of what heats the house's water; nothing where one of them is not known of the month. */
  private spentOf(settings: Assignment['settings']): { volume: string; rate: string }[] | null {
    const { inputs = [], month, catalogue } = this.from;
    const spent = spentBy(settings).map(({ meter, service }) => {
      const volumes = inputs.find(({ id }) => id === meter)?.volumes ?? [];
      const serviceId = catalogue.services.find(({ code }) => code === service)?.id;
      const rate =
        serviceId && pickOrAll(ofService(catalogue.tariffs, serviceId), {}, this.days)[0]?.value.rates['rate'];
      return { volume: volumes.find(({ period }) => period === month)?.volume, rate };
    });
    const known = spent.flatMap(({ volume, rate }) => (volume !== undefined && rate ? [{ volume, rate }] : []));
    return known.length === spent.length ? known : null;
  }

  /** A house's own factor stands, on its days, before the organisation's, and that before the law's. */
  private excessOf(resource: string | null): DatedFactor[] {
    const all = withChosenBeginning(this.from.catalogue.excessFactors, this.from.choices?.settings ?? {});
    const factors = all.filter(
      (factor) => factor.resource === resource && (!factor.houseId || factor.houseId === this.from.house.id),
    );
    const ranked = (...ranks: ExcessFactor['rank'][]) => factors.filter(({ rank = 'law' }) => ranks.includes(rank));
    const standing = (own: readonly ExcessFactor[], before: readonly ExcessFactor[]) =>
      own.flatMap(({ from, to, factor }) => without({ from, to }, before).map((days) => ({ ...days, factor })));
    return [
      ...standing(ranked('law'), ranked('organization', 'house')),
      ...standing(ranked('organization'), ranked('house')),
      ...standing(ranked('house'), []),
    ].sort((a, b) => a.from - b.from);
  }
}

function ofService<Row extends { readonly serviceId: ServiceId }>(rows: readonly Row[], id: ServiceId): Row[] {
  return rows.filter((row) => row.serviceId === id);
}

function isOfEntrance({ entrancePremises }: Assignment, { premisesId }: AccountInMonth): boolean {
  return entrancePremises?.includes(premisesId) ?? false;
}

/** What a line is written under. */
export interface LineIds {
  readonly serviceId: ServiceId;
  readonly supplierId: SupplierId;
  /** The service's place on the receipt. */
  readonly position: number;
}

interface Profile {
  readonly drafts: readonly Draft[];
  readonly services: readonly ServiceInMonth[];
  readonly ids: ReadonlyMap<string, LineIds>;
}

interface Draft {
  readonly service: ServiceInMonth;
  readonly assignment: Assignment;
  readonly days: Interval;
  readonly tariffs: readonly Dated<Tariff>[];
  readonly norms: readonly Dated<Norm>[];
  readonly yearTariffs: readonly Dated<Tariff>[];
  readonly accounts: string[];
}

export const UNITS: Readonly<Record<string, Unit>> = {
  'м²': 'm2',
  'м³': 'm3',
  'кВт·ч': 'kWh',
  Гкал: 'Gcal',
  'чел.': 'person',
  'кв.': 'premises',
  'ед.': 'unit',
};

/**
 * Of two rows that match equally well neither may be chosen: both go to the core, which parks the account and says why.
 * Each with its end, or the one that begins later would seem to follow the other.
 */
function pickOrAll<Row extends ForTraits>(rows: readonly Row[], traits: Traits, within: Interval): Dated<Row>[] {
  try {
    return pickForTraits(rows, traits, within);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { date, first, second } = error.details;
    const from = parseDate(String(date));
    return rows
      .filter((row) => contains(row, from) && [first, second].some((one) => one === row.appliesTo))
      .map((row) => ({ from, to: row.to ?? within.to, value: row }));
  }
}
