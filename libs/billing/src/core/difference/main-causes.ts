import { Money } from '@dvor/kernel';
import { type Cause, type Reason, REASONS, type ServiceDifference } from './difference.js';
import { tellCause } from './tell-cause.js';

/** What a bill's difference comes to by one reason, in words that name the services. */
export interface MainCause {
  /** Null: all that is left. */
  readonly reason: Reason | null;
  readonly text: string;
  readonly amount: Money;
}

/**
 * The few reasons that matter most, for a resident: services that changed for one reason stand together, the rest in one
 * line, so that the parts still add up. Nothing for a bill that did not change.
 */
export function mainCauses(
  services: readonly ServiceDifference[],
  nameOf: (service: string) => string,
  most = MOST_CAUSES,
): MainCause[] {
  const byReason = REASONS.flatMap((reason): MainCause[] => {
    const own = services.flatMap(({ service, causes }) =>
      causes.flatMap((cause) => (cause.reason === reason ? [{ cause, name: nameOf(service) }] : [])),
    );
    const amount = Money.sum(own.map(({ cause }) => cause.amount));
    return amount.isZero ? [] : [{ reason, text: textOf(own), amount }];
  });
  const ordered = [...byReason].sort((a, b) => compareSizes(b.amount, a.amount));
  const [main, rest] = ordered.length <= most + 1 ? [ordered, []] : [ordered.slice(0, most), ordered.slice(most)];
  const left = Money.sum(rest.map(({ amount }) => amount));
  return left.isZero ? main : [...main, { reason: null, text: 'Остальное', amount: left }];
}

const MOST_CAUSES = 3;
const MOST_NAMES = 3;

function textOf(own: readonly { readonly cause: Cause; readonly name: string }[]): string {
  const names = [...new Set(own.map(({ name }) => name))];
  const [first] = own as [(typeof own)[number]];
  const amount = Money.sum(own.map(({ cause }) => cause.amount));
  const words =
    own.length === 1
      ? tellCause(first.cause)
      : tellCause(
          together(
            own.map(({ cause }) => cause),
            amount,
          ),
        );
  if (names.length > MOST_NAMES) return `${words} (услуг: ${names.length})`;
  return `${names.join(', ')}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** Of several services only the day and the months can be told together. */
function together(causes: readonly Cause[], amount: Money): Cause {
  const [{ reason, since }] = causes as [Cause];
  const periods = [...new Set(causes.flatMap(({ periods = [] }) => periods))].sort();
  const sameDay = since !== undefined && causes.every((cause) => cause.since === since);
  return { reason, amount, ...(sameDay && { since }), ...(periods.length > 0 && { periods }) };
}

function compareSizes(a: Money, b: Money): number {
  return sizeOf(a).compare(sizeOf(b));
}

function sizeOf(amount: Money): Money {
  return amount.isNegative ? amount.negated() : amount;
}
