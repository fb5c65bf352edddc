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
  units: { title: 'По единицам (точки, животные, сотки полива)', needs: [] },
  metered: { title: 'По прибору, среднему или нормативу', needs: [] },
  'social-norm': { title: 'Электроэнергия по социальной норме', needs: ['socialNorm'] },
  'hot-water': { title: 'Горячая вода: вода и подогрев', needs: ['heatPerUnit'] },
  'hot-water-made-in-house': { title: 'Горячая вода, которую греет сам дом', needs: ['spent'] },
  heating: { title: 'Отопление', needs: ['mode'] },
  common: { title: 'Ресурсы на общее имущество (СОИ, ОДН)', needs: ['of', 'mode'] },
  'waste-person': { title: 'ТКО по числу проживающих', needs: [] },
  'waste-area': { title: 'ТКО по площади', needs: [] },
  sewage: { title: 'По объёму других услуг (водоотведение)', needs: ['of'] },
  formula: { title: 'По формуле организации', needs: ['formula'] },
};

/** All that the engine knows; a method that is not here can't be given to a house. */
export const CHARGE_METHODS: readonly ChargeMethod[] = (Object.keys(METHODS) as Method[]).map((code) => ({
  code,
  ...TOLD[code],
}));
