import { contains, cutAtBoundaries, type Dated, DomainError, formatDate, type Interval } from '@dvor/kernel';

/** What tariffs and norms look at, e.g. `{ stove: 'electric' }`. */
export type Traits = Readonly<Record<string, string | number | boolean>>;

/** A dated row that holds only for premises with all of these traits; `{}` holds for every premises. */
export interface ForTraits extends Interval {
  readonly appliesTo: Traits;
}

/**
 * Of the rows that match the traits, the most specific one (that names most traits) on each day of `within`. Days that
 * no row covers are left out; adjacent days of one row stand together.
 *
 * @throws DomainError `catalogue.ambiguous-traits` when two different sets of traits match equally well on one day
 */
export function pickForTraits<Row extends ForTraits>(
  rows: readonly Row[],
  traits: Traits,
  within: Interval,
): Dated<Row>[] {
  const matching = rows.filter(({ appliesTo }) => matches(appliesTo, traits));
  const picked: Dated<Row>[] = [];
  for (const piece of cutAtBoundaries(within, matching)) {
    const value = mostSpecific(
      matching.filter((row) => contains(row, piece.from)),
      piece,
    );
    const last = picked.at(-1);
    if (value === null) continue;
    if (last?.value === value && last.to === piece.from) picked[picked.length - 1] = { ...last, to: piece.to };
    else picked.push({ ...piece, value });
  }
  return picked;
}

function matches(appliesTo: Traits, traits: Traits): boolean {
  return Object.entries(appliesTo).every(([name, value]) => traits[name] === value);
}

function mostSpecific<Row extends ForTraits>(rows: readonly Row[], on: Interval): Row | null {
  const [first = null, second] = [...rows].sort((a, b) => specificity(b) - specificity(a));
  if (first && second && specificity(first) === specificity(second))
    throw new DomainError('catalogue.ambiguous-traits', {
      date: formatDate(on.from),
      first: first.appliesTo,
      second: second.appliesTo,
    });
  return first;
}

function specificity({ appliesTo }: ForTraits): number {
  return Object.keys(appliesTo).length;
}
