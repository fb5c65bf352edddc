import type { Traits } from './pick-for-traits.js';

/** Whom a regulated rate is set for, as traits of the house and of the premises. */
export interface ConsumerGroup {
  readonly code: string;
  readonly title: string;
  readonly appliesTo: Traits;
}

/** The groups that acts on tariffs tell apart; any other set of traits may be named as well. */
export const CONSUMER_GROUPS: readonly ConsumerGroup[] = [
  { code: 'everybody', title: 'Все потребители', appliesTo: {} },
  { code: 'gas-stove', title: 'Население, газовые плиты', appliesTo: { stove: 'gas' } },
  { code: 'electric-stove', title: 'Население, электроплиты', appliesTo: { stove: 'electric' } },
  { code: 'electric-heating', title: 'Население, электроотопление', appliesTo: { heating: 'electric' } },
  { code: 'countryside', title: 'Население сельских поселений', appliesTo: { settlement: 'countryside' } },
  { code: 'two-zones', title: 'Население, две зоны суток', appliesTo: { zones: 'two' } },
  {
    code: 'two-zones-electric-stove',
    title: 'Электроплиты, две зоны суток',
    appliesTo: { zones: 'two', stove: 'electric' },
  },
  { code: 'three-zones', title: 'Население, три зоны суток', appliesTo: { zones: 'three' } },
  { code: 'legal', title: 'Нежилые помещения, юридические лица', appliesTo: { kind: 'nonresidential' } },
  { code: 'parking', title: 'Машино-места', appliesTo: { kind: 'parking' } },
];
