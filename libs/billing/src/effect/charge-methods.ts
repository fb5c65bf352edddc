import type { Method } from '../core/index.js';
import { METHODS } from '../core/methods/methods.js';

/** A way of charging, for those who give services to houses. */
export interface ChargeMethod {
  readonly code: Method;
  readonly title: string;
  /** Settings without which it can't work, each a list of codes of services. */
  readonly needs: readonly string[];
}

const TOLD: { readonly [M in Method]: Omit<ChargeMethod, 'code'> } = {
  area: { title: 'По площади', needs: [] },
  person: { title: 'По числу проживающих', needs: [] },
  flat: { title: 'С помещения', needs: [] },
  metered: { title: 'По прибору, среднему или нормативу', needs: [] },
  'waste-person': { title: 'ТКО по числу проживающих', needs: [] },
  'waste-area': { title: 'ТКО по площади', needs: [] },
  sewage: { title: 'По объёму других услуг (водоотведение)', needs: ['of'] },
};

/** All that the engine knows; a method that is not here can't be given to a house. */
export const CHARGE_METHODS: readonly ChargeMethod[] = (Object.keys(METHODS) as Method[]).map((code) => ({
  code,
  ...TOLD[code],
}));
