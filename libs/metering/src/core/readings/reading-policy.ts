import type { ReadingSource } from '../reading-source.js';

/** What can be doubtful about a reading (MTR-08). */
export const READING_RULES = [
  'below-previous',
  'rolled-over',
  'above-capacity',
  'times-usual',
  'far-from-similar',
  'zero-with-residents',
  'verification-expired',
] as const;
export type ReadingRule = (typeof READING_RULES)[number];

/**
 * What is done about it, the gentlest first. `tell`: taken, and said so. `look`: taken, and somebody looks at it later.
 * `confirm`: taken once the sender says that it is right. `hold`: not taken until somebody has looked. `block`: not taken.
 */
export const READING_ACTIONS = ['accept', 'tell', 'look', 'confirm', 'hold', 'block'] as const;
export type ReadingAction = (typeof READING_ACTIONS)[number];

export type ReadingPolicy = Readonly<Record<ReadingRule, ReadingAction>>;

/** Those who send readings a screen can ask; a file, a device or a bank can't be. */
export const ASKED_SOURCES: ReadonlySet<ReadingSource> = new Set(['accountant', 'resident', 'quick', 'integrator']);

const ASKED: ReadingPolicy = {
  'below-previous': 'block',
  'rolled-over': 'confirm',
  'above-capacity': 'block',
  'times-usual': 'confirm',
  'far-from-similar': 'look',
  'zero-with-residents': 'tell',
  'verification-expired': 'tell',
};

const SILENT: ReadingPolicy = {
  'below-previous': 'hold',
  'rolled-over': 'look',
  'above-capacity': 'hold',
  'times-usual': 'look',
  'far-from-similar': 'look',
  'zero-with-residents': 'accept',
  'verification-expired': 'tell',
};

/** What an accountant signed for in an act is as it is. */
const SIGNED: ReadingPolicy = {
  ...SILENT,
  'below-previous': 'block',
  'rolled-over': 'tell',
  'above-capacity': 'look',
  'times-usual': 'tell',
  'far-from-similar': 'tell',
};

/** What holds where the organisation has said nothing else. */
export function usualPolicy(source: ReadingSource): ReadingPolicy {
  if (source === 'act') return SIGNED;
  return ASKED_SOURCES.has(source) ? ASKED : SILENT;
}

/** The sternest of what the findings call for. What was confirmed is looked at afterwards, not asked again. */
export function actionOn(
  rules: readonly ReadingRule[],
  policy: ReadingPolicy,
  { confirmed }: { readonly confirmed: boolean },
): ReadingAction {
  return rules
    .map((rule) => (policy[rule] === 'confirm' && confirmed ? 'look' : policy[rule]))
    .reduce<ReadingAction>((most, action) => (rank(action) > rank(most) ? action : most), 'accept');
}

function rank(action: ReadingAction): number {
  return READING_ACTIONS.indexOf(action);
}
