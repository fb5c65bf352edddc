import { type Interval, monthInterval, type Period, type ServiceId } from '@dvor/kernel';
import type { CatalogueInMonth, ForTraits, Rates, Resource, Traits } from '@dvor/catalogue';

/** What might be changed: a rate, a norm, or a factor of law. */
export type SupposedChange =
  | { readonly kind: 'tariff'; readonly serviceId: ServiceId; readonly appliesTo: Traits; readonly rates: Rates }
  | { readonly kind: 'norm'; readonly serviceId: ServiceId; readonly appliesTo: Traits; readonly value: string }
  | { readonly kind: 'excess-factor'; readonly resource: Resource; readonly factor: string };

/** The catalogue of a month as if the change had held for all of its days; rows of other services and traits stay. */
export function amendCatalogue(catalogue: CatalogueInMonth, change: SupposedChange, month: Period): CatalogueInMonth {
  const days = monthInterval(month);
  switch (change.kind) {
    case 'tariff':
      return { ...catalogue, tariffs: replaced(catalogue.tariffs, { ...change, ...days, id: SUPPOSED }) };
    case 'norm':
      return { ...catalogue, norms: replaced(catalogue.norms, { ...change, ...days, id: SUPPOSED }) };
    case 'excess-factor': {
      const { resource, factor } = change;
      const others = catalogue.excessFactors.filter((one) => one.resource !== resource || isOwn(one));
      return { ...catalogue, excessFactors: [...others, { ...days, resource, factor, rank: 'law', houseId: null }] };
    }
  }
}

const SUPPOSED = 'supposed';

function replaced<Row extends ForTraits & { readonly serviceId: ServiceId }>(rows: readonly Row[], row: Row): Row[] {
  const key = keyOf(row);
  return [...rows.filter((other) => keyOf(other) !== key), row];
}

function keyOf({ serviceId, appliesTo }: { serviceId: ServiceId; appliesTo: Traits } & Interval): string {
  return JSON.stringify([serviceId, Object.entries(appliesTo).sort(([a], [b]) => a.localeCompare(b))]);
}

/** A house's or an organisation's own factor goes before the law's, whatever that becomes. */
function isOwn({ rank = 'law' }: CatalogueInMonth['excessFactors'][number]): boolean {
  return rank !== 'law';
}
