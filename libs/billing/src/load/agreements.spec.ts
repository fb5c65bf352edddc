import { describe, expect, it } from '@jest/globals';
import {
  type AccountId,
  type Interval,
  Money,
  parseDate,
  parsePeriod,
  type PremisesId,
  type ServiceId,
} from '@dvor/kernel';
import type { ChargeLine, PremisesFacts } from '../core/index.js';
import { type AgreementInMonth, holdBack } from './agreements.js';

const [heat, rent] = ['7', '8'] as ServiceId[];
const OCTOBER = '01.10.2026–31.10.2026';

describe('bills without an agreement', () => {
  it('are held back as one for a house that has none', () => {
    const { lines, parked } = held([]);
    expect(lines).toEqual([]);
    expect(parked).toEqual([{ premises: null, service: null, code: 'no-agreement', details: { days: OCTOBER } }]);
  });

  it('are none where the house has one for the whole month, or two in a row', () => {
    for (const agreements of [
      [agreement('2020-01-01', null)],
      [agreement('2020-01-01', '2026-10-16'), agreement('2026-10-16', null)],
    ])
      expect(held(agreements)).toMatchObject({ lines: [{}, {}, {}], parked: [] });
  });

  it('name the days on which the house has none', () => {
    const { lines, parked } = held([agreement('2020-01-01', '2026-10-11'), agreement('2026-10-12', '2026-10-21')]);
    expect(lines).toEqual([]);
    expect(parked).toMatchObject([{ premises: null, details: { days: '11.10.2026, 21.10.2026–31.10.2026' } }]);
  });

  it('are not those of a tenant with an agreement of his own, or of a room of his flat', () => {
    const { lines, parked } = held([{ ...agreement('2020-01-01', null), premisesId: 'flat 1' as PremisesId }]);
    expect(lines.map(({ premises }) => premises)).toEqual(['1', '1']);
    expect(parked).toMatchObject([{ premises: '2', details: { days: OCTOBER } }]);
  });

  it('look at the service that an agreement is about', () => {
    const { lines, parked } = held([
      { ...agreement('2020-01-01', null), serviceIds: [rent!] },
      { ...agreement('2026-10-15', null), serviceIds: [heat!] },
    ]);
    expect(lines.map(({ premises }) => premises)).toEqual(['2']);
    expect(parked).toMatchObject([{ premises: '1', details: { days: '01.10.2026–14.10.2026' } }]);
  });

  it('need one only on the days on which the account is open', () => {
    const { lines, parked } = held([agreement('2020-01-01', '2026-10-16')], { to: parseDate('2026-10-16') });
    expect(lines).toHaveLength(3);
    expect(parked).toEqual([]);
  });
});

/** Account 1, in a room of flat 1, has heating and rent; account 2 has rent. */
function held(agreements: readonly AgreementInMonth[], { to = null }: { to?: Interval['to'] } = {}) {
  const services = new Map<ChargeLine, ServiceId>();
  const line = (premises: string, serviceId: ServiceId) => {
    const made = { premises, service: serviceId, amount: Money.ofKopecks(100n) } as unknown as ChargeLine;
    services.set(made, serviceId);
    return made;
  };
  const charged = {
    lines: [line('1', heat!), line('1', rent!), line('2', rent!)],
    parked: [],
    idsOf: (one: ChargeLine) => ({ serviceId: services.get(one)! }),
  };
  const placesOf = new Map([
    ['1' as AccountId, ['room 1', 'flat 1'] as PremisesId[]],
    ['2' as AccountId, ['flat 2'] as PremisesId[]],
  ]);
  const premises = ['1', '2'].map((id) => ({ id, from: parseDate('2015-01-01'), to }) as PremisesFacts);
  return holdBack(charged, { agreements, placesOf }, { premises, month: parsePeriod('2026-10') });
}

function agreement(from: string, to: string | null): AgreementInMonth {
  return { premisesId: null, serviceIds: [], from: parseDate(from), to: to === null ? null : parseDate(to) };
}
