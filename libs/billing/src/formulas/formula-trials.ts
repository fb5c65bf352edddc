import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  DomainError,
  firstDay,
  type HouseId,
  monthInterval,
  type Period,
  type PremisesId,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { type Assignment, type CatalogueInMonth, loadRatesOf, type ServiceInMonth } from '@dvor/catalogue';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import type { ChargeLine } from '../core/index.js';
import { assembleHouses } from '../load/assemble-houses.js';
import { loadRows } from '../load/load-houses.js';
import { chargeHouse, type ParkedByFault } from '../runs/charge-house.js';
import { type FormulaQuestion, volumesOf } from './formula-units.js';

/** A formula on a real account: whose tariffs it takes, or which figures instead of them. */
export interface TrialQuestion extends FormulaQuestion {
  readonly accountId: AccountId;
  readonly month: Period;
  /** Its tariffs and norms are taken; none: only the figures given here. */
  readonly serviceId: ServiceId | null;
  readonly rate: string | null;
  readonly norm: string | null;
}

export interface FormulaTrial {
  readonly lines: readonly ChargeLine[];
  /** Why the account, or its whole house, could not be charged. */
  readonly parked: readonly ParkedByFault[];
}

/** Charges an account by a formula that may be no more than a draft, by the very engine that makes bills. */
@Injectable()
export class FormulaTrials {
  constructor(private readonly database: Database) {}

  /** Nothing is written. @throws DomainError `account.not-found`, `service.not-found` */
  async tryOn(tenant: Tenant, question: TrialQuestion): Promise<FormulaTrial> {
    return this.database.inTenant(tenant, async (tx) => {
      await tx.query('set transaction read only');
      return tryIn(tx, question);
    });
  }
}

async function tryIn(tx: Tx, question: TrialQuestion): Promise<FormulaTrial> {
  const { accountId, month, text, unit, normPer } = question;
  const place = await placeOf(tx, accountId);
  const service = await serviceOf(tx, question.serviceId);
  const rows = await loadRows(tx, [place.houseId], month);
  const volumes = await volumesOf(tx, question);
  const [house] = assembleHouses([place.houseId], {
    ...rows,
    catalogue: await withTrial(tx, rows.catalogue, { question, place, service }),
    formulas: new Map([...rows.formulas, [TRIAL, [{ from: firstDay(month), text, unit, normPer, volumes }]]]),
  });
  const { lines, parked } = chargeHouse(house!, month);
  return {
    lines: lines.filter((line) => line.premises === accountId && line.service === service.code),
    parked: parked.filter(({ premises }) => premises === null || premises === accountId),
  };
}

/** No formula of an organisation is called so. */
const TRIAL = '(trial)';

interface Place {
  readonly houseId: HouseId;
  readonly premisesId: PremisesId;
}

async function placeOf(tx: Tx, accountId: AccountId): Promise<Place> {
  const [place] = await tx.query<Place[]>(
    'select house_id as "houseId", premises_id as "premisesId" from accounts where id = $1',
    [accountId],
  );
  if (!place) throw new DomainError('account.not-found');
  return place;
}

async function serviceOf(tx: Tx, id: ServiceId | null): Promise<ServiceInMonth> {
  if (id === null) return { ...NO_SERVICE };
  const [service] = await tx.query<ServiceInMonth[]>(
    'select id, code, name, unit, resource, section, position from services where id = $1',
    [id],
  );
  if (!service) throw new DomainError('service.not-found');
  return service;
}

const NO_SERVICE: ServiceInMonth = {
  id: '0' as ServiceId,
  code: TRIAL,
  name: '',
  unit: '',
  resource: null,
  section: 'agency',
  position: 0,
};

/** The month's catalogue as if the premises were charged for the service by the formula, and by nothing else. */
async function withTrial(
  tx: Tx,
  catalogue: CatalogueInMonth,
  { question, place, service }: { question: TrialQuestion; place: Place; service: ServiceInMonth },
): Promise<CatalogueInMonth> {
  const { month, rate, norm } = question;
  const days = monthInterval(month);
  const assignment: Assignment = {
    ...place,
    ...days,
    premisesKinds: [],
    serviceId: service.id,
    supplierId: '0' as SupplierId,
    method: 'formula',
    settings: { formula: TRIAL },
  };
  const others = <Row extends { readonly serviceId: ServiceId }>(rows: readonly Row[]) =>
    rows.filter(({ serviceId }) => serviceId !== service.id);
  const stored = await loadRatesOf(tx, [service.id], month);
  const figure = { ...days, id: TRIAL, serviceId: service.id, appliesTo: {} };
  return {
    ...catalogue,
    services: [...catalogue.services.filter(({ id }) => id !== service.id), service],
    assignments: [
      ...catalogue.assignments.filter(
        (one) => one.serviceId !== service.id || (one.premisesId !== null && one.premisesId !== place.premisesId),
      ),
      assignment,
    ],
    tariffs: [...others(catalogue.tariffs), ...(rate ? [{ ...figure, rates: { rate } }] : stored.tariffs)],
    norms: [...others(catalogue.norms), ...(norm ? [{ ...figure, value: norm }] : stored.norms)],
  };
}
