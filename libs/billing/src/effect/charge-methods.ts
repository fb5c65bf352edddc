import type { MethodSetting } from '@dvor/catalogue';
import type { Method } from '../core/index.js';
import { METHODS } from '../core/methods/methods.js';

/** A way of charging, for those who give services to houses. */
export interface ChargeMethod {
  readonly code: Method;
  readonly title: string;
  /** Settings without which it can't work. */
  readonly needs: readonly string[];
  /** All that it looks at, needed or not. */
  readonly settings: readonly MethodSetting[];
  /** Divides by an area of the house: its own, or its common property's. */
  readonly areas: readonly ('area' | 'commonArea')[];
  /** Charges by a norm, always or where there is no meter. */
  readonly norms: boolean;
}

type Told = Pick<ChargeMethod, 'title'> & Partial<Pick<ChargeMethod, 'settings' | 'areas' | 'norms'>>;

const NORM_AVERAGE_ACTUAL = ['norm', 'average', 'actual'];

const TOLD: { readonly [M in Method]: Told } = {
  area: { title: 'По площади' },
  person: { title: 'По числу проживающих' },
  flat: { title: 'С помещения' },
  units: {
    title: 'По единицам (точки, животные, сотки полива)',
    settings: [{ name: 'months', kind: 'months', needed: false }],
  },
  metered: { title: 'По прибору, среднему или нормативу', norms: true },
  'social-norm': {
    title: 'Электроэнергия по социальной норме',
    settings: [{ name: 'socialNorm', kind: 'decimal', needed: false }], // else the bound of the tariff's first range
  },
  'hot-water': {
    title: 'Горячая вода: вода и подогрев',
    norms: true,
    settings: [{ name: 'factorOn', kind: 'choice', needed: false, choices: ['water', 'both'] }], // else the organisation's choice
  },
  'hot-water-made-in-house': {
    title: 'Горячая вода, которую греет сам дом',
    settings: [{ name: 'spent', kind: 'meters-and-services', needed: true }],
  },
  heating: {
    title: 'Отопление',
    settings: [
      { name: 'mode', kind: 'choice', needed: false, choices: ['season', 'even'] }, // else the organisation's choice
      { name: 'months', kind: 'decimal', needed: false }, // else the coefficient of the region
      { name: 'lastYear', kind: 'decimal', needed: false }, // else by the house's meters
      { name: 'settledIn', kind: 'choice', needed: false, choices: ['1', '2', '3'] },
      { name: 'shortYear', kind: 'choice', needed: false, choices: ['charged-months', 'not-settled'] },
      { name: 'flatMetersSetAside', kind: 'text', needed: false },
    ],
    areas: ['area'],
    norms: true,
  },
  common: {
    title: 'Ресурсы на общее имущество (СОИ, ОДН)',
    settings: [
      { name: 'of', kind: 'service', needed: true },
      { name: 'mode', kind: 'choice', needed: true, choices: NORM_AVERAGE_ACTUAL },
      { name: 'average', kind: 'decimal', needed: false },
      { name: 'capped', kind: 'flag', needed: false },
      { name: 'yearTrueUp', kind: 'flag', needed: false },
      { name: 'trueUp', kind: 'signed', needed: false },
      { name: 'meters', kind: 'meters', needed: false },
    ],
    areas: ['area', 'commonArea'],
    norms: true,
  },
  'waste-person': { title: 'ТКО по числу проживающих', norms: true },
  'waste-area': { title: 'ТКО по площади', norms: true },
  sewage: {
    title: 'По объёму других услуг (водоотведение)',
    settings: [{ name: 'of', kind: 'services', needed: true }],
  },
  formula: { title: 'По формуле организации', settings: [{ name: 'formula', kind: 'formula', needed: true }] },
};

/** All that the engine knows; a method that is not here can't be given to a house. */
export const CHARGE_METHODS: readonly ChargeMethod[] = (Object.keys(METHODS) as Method[]).map((code) => {
  const { title, settings = [], areas = [], norms = false } = TOLD[code];
  return {
    code,
    title,
    settings,
    areas,
    norms,
    needs: settings.filter(({ needed }) => needed).map(({ name }) => name),
  };
});
