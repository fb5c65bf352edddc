import type { Method, ServiceRule } from '../facts.js';
import type { HouseMonth, PremisesCharge } from '../line.js';
import type { Refusal } from '../refusal.js';
import { chargeByArea } from './charge-by-area.js';
import { chargeByFormula } from './charge-by-formula.js';
import { chargeByMeter, chargeBySocialNorm } from './charge-by-meter.js';
import { chargeByPerson } from './charge-by-person.js';
import { chargeByUnits } from './charge-by-units.js';
import { chargeCommon } from './charge-common.js';
import { chargeHeating } from './charge-heating.js';
import { chargeHotWater } from './charge-hot-water.js';
import { chargeMadeInHouse } from './charge-made-in-house.js';
import { chargePerPremises } from './charge-per-premises.js';
import { chargeSewage } from './charge-sewage.js';
import { chargeWasteByArea } from './charge-waste-by-area.js';
import { chargeWasteByPerson } from './charge-waste-by-person.js';

/**
 * When a service is charged: each stage is finished for the whole house before the next begins, so that a later
 * method finds the volumes of an earlier one by `PremisesMonth.consumed`, of every premises if it divides the house's.
 */
export const STAGES = ['individual', 'sewage', 'formula', 'common'] as const;

export interface MethodOfCharge<R extends ServiceRule = ServiceRule> {
  readonly stage: (typeof STAGES)[number];
  /** Makes a service ready for a house and month: what is the same for all accounts is worked out here, once. */
  readonly prepare: (rule: R, house: HouseMonth) => PremisesCharge | Refusal;
  /**
   * Codes of the services whose volumes of all premises this one subtracts from the house's: an account that can't be
   * charged for one of them leaves the whole house without a bill.
   */
  readonly subtracts?: (rule: R) => readonly string[];
  /** Divides what the house has between all its premises: what can't be told of one leaves all without a bill. */
  readonly dividesHouse?: boolean;
}

/** Every way of charging that the engine knows. */
export type MethodsOfCharge = { readonly [M in Method]: MethodOfCharge<Extract<ServiceRule, { method: M }>> };

export const METHODS: MethodsOfCharge = {
  area: { stage: 'individual', prepare: chargeByArea },
  person: { stage: 'individual', prepare: chargeByPerson },
  flat: { stage: 'individual', prepare: chargePerPremises },
  units: { stage: 'individual', prepare: chargeByUnits },
  metered: { stage: 'individual', prepare: chargeByMeter },
  'social-norm': { stage: 'individual', prepare: chargeBySocialNorm },
  'hot-water': { stage: 'individual', prepare: chargeHotWater },
  'hot-water-made-in-house': { stage: 'individual', prepare: chargeMadeInHouse, dividesHouse: true },
  heating: { stage: 'individual', prepare: chargeHeating, dividesHouse: true },
  'waste-person': { stage: 'individual', prepare: chargeWasteByPerson },
  'waste-area': { stage: 'individual', prepare: chargeWasteByArea },
  sewage: { stage: 'sewage', prepare: chargeSewage },
  formula: { stage: 'formula', prepare: chargeByFormula },
  common: {
    stage: 'common',
    prepare: chargeCommon,
    subtracts: ({ mode, of }) => (mode === 'norm' ? [] : [of]),
    dividesHouse: true,
  },
};
