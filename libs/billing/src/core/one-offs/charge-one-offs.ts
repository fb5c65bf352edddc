import { decimal, formatDate } from '@dvor/kernel';
import { type ChargeLine, type HouseMonth, lineOf } from '../line.js';
import { type Parked, Refusal } from '../refusal.js';
import { Volume } from '../volume.js';
import type { OneOffFacts } from './one-off-facts.js';
import type { OneOffWorking } from './one-off-working.js';

// P = T · quantity, in the month of the act's day, without proration
// Tap repaired by an act of 17 July, 1 × 850.00 = 850.00; cancelled after the receipt: −1 × 850.00 in the open month

/** Lines of the one-off works of a month, account by account, and what is wrong with them. */
export function chargeOneOffs({ premises, month }: HouseMonth): { lines: ChargeLine[]; parked: Parked[] } {
  const charged: { lines: ChargeLine[]; parked: Parked[] } = { lines: [], parked: [] };
  const seen = new Set<string>();
  for (const one of premises) {
    for (const oneOff of one.facts.oneOffs ?? []) {
      const key = `${one.id} ${oneOff.id} ${oneOff.reverses ?? ''}`;
      if (oneOff.date < month.from || oneOff.date >= month.to || seen.has(key)) continue;
      seen.add(key); // an account that was closed and opened again stands twice
      const fault = faultOf(oneOff);
      if (fault) {
        const { code, details } = fault;
        charged.parked.push({ premises: one.id, service: oneOff.service, code, details });
        continue;
      }
      const working = workingOf(oneOff);
      const [rate, volume] = [decimal(working.rate), Volume.of(decimal(working.quantity))];
      charged.lines.push(lineOf(one, oneOff.service, { part: 'one-off', rate, volume, working }));
    }
  }
  return charged;
}

function faultOf({ price, quantity, reverses }: OneOffFacts): Refusal | null {
  if (decimal(price).lt('0')) return new Refusal('bad-figure', { field: 'price', value: price });
  const amount = decimal(quantity ?? '1');
  const wrong = reverses == null ? !amount.gt('0') : !amount.lt('0');
  return wrong ? new Refusal('bad-figure', { field: 'quantity', value: quantity ?? '1' }) : null;
}

function workingOf({ id, number, date, name, quantity, price, unit, prepaid, reverses, vat, basis }: OneOffFacts) {
  const working: OneOffWorking = {
    formula: 'one-off',
    clause: basis ?? 'ГК РФ, ст. 711, 781; акт выполненных работ',
    unit: unit ?? 'unit',
    rate: price,
    vat: vat ?? undefined,
    quantity: quantity ?? '1',
    name,
    act: { id, number, date: formatDate(reverses ?? date) },
    reversedOn: reverses == null ? undefined : formatDate(date),
    prepaid: prepaid ?? undefined,
  };
  return working;
}
