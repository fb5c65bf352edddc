import { checkInn, contains, DomainError, formatDate, type Interval, overlaps, parseDecimal } from '@dvor/kernel';
import { areWhole, formatAddress, formatPremises, type Share, sumOfShares } from './core/index.js';
import type { NewAccount, NewHouse, NewOwnership, NewParty, NewPremises } from './new-house.js';

/**
 * Refuses a house that could not be billed or whose people don't add up.
 *
 * @throws DomainError `house.facts-overlap`, `house.area`, `premises.area`, `premises.living-area`, `premises.unknown-flat`,
 * `premises.twice`, `ownership.not-whole`, `account.shares-not-whole`, `account.shares-above-whole`, `requisites.inn`
 */
export function checkNewHouse(house: NewHouse): void {
  const where = formatAddress(house);
  refuseOverlaps(house.facts, { what: 'house-facts', where });
  for (const { area } of house.facts)
    if (typeof area === 'string' && !isPositive(area)) throw new DomainError('house.area', { where, area });
  const names = new Set<string>();
  for (const premises of house.premises) {
    const name = formatPremises(premises);
    if (names.has(name)) throw new DomainError('premises.twice', { where, premises: name });
    names.add(name);
  }
  const flats = new Set(house.premises.filter(({ kind }) => kind === 'flat').map(({ number }) => number));
  for (const premises of house.premises) {
    if (premises.flat && !flats.has(premises.flat))
      throw new DomainError('premises.unknown-flat', { where: formatAddress(house, premises), flat: premises.flat });
    checkPremises(premises, formatAddress(house, premises));
  }
}

function checkPremises({ facts, owners, accounts }: NewPremises, where: string): void {
  refuseOverlaps(facts, { what: 'premises-facts', where });
  for (const { area, livingArea } of facts) {
    if (!isPositive(area)) throw new DomainError('premises.area', { where, area });
    const living = parseDecimal(livingArea ?? '0');
    if (!living || living.lt('0') || living.gt(parseDecimal(area)!))
      throw new DomainError('premises.living-area', { where, area, livingArea: livingArea ?? null });
  }
  refusePartialOwnership(owners, where);
  refusePartialAccounts(accounts, where);
  for (const { terms, residents, number } of accounts) {
    refuseOverlaps(terms, { what: 'account-facts', where: `${where} (${number})` });
    for (const { payer } of terms) checkParty(payer);
    for (const { party } of residents) checkParty(party);
  }
  for (const { party } of owners) checkParty(party);
}

/** On every day on which a premises has owners at all, they own the whole of it. */
function refusePartialOwnership(owners: readonly NewOwnership[], where: string): void {
  for (const { from } of owners.flatMap(({ from, to }) => (to === null ? [{ from }] : [{ from }, { from: to }]))) {
    const shares = owners.filter((owner) => contains(owner, from)).map(({ share }) => share);
    if (shares.length === 0 || areWhole(shares)) continue;
    const { numerator, denominator } = sumOfShares(shares);
    throw new DomainError('ownership.not-whole', { where, date: formatDate(from), sum: `${numerator}/${denominator}` });
  }
}

/** On every day on which accounts stand on a premises, they bear the whole of it once. */
function refusePartialAccounts(accounts: readonly NewAccount[], where: string): void {
  const terms = accounts.flatMap(({ terms, number, share }) => terms.map((days) => ({ ...days, number, share })));
  for (const { from, to } of terms)
    for (const day of to === null ? [from] : [from, to]) {
      const open = terms.filter((one) => contains(one, day));
      const shares = open.map(({ share }) => share ?? WHOLE);
      if (open.length === 0 || areWhole(shares)) continue;
      const { numerator, denominator } = sumOfShares(shares);
      const told = { where, date: formatDate(day), sum: `${numerator}/${denominator}` };
      if (numerator > denominator) throw new DomainError('account.shares-above-whole', told);
      const missing = `${denominator - numerator}/${denominator}`;
      throw new DomainError('account.shares-not-whole', { ...told, missing });
    }
}

const WHOLE: Share = { numerator: 1, denominator: 1 };

/** A firm must have an ИНН, and whoever has one has it without a slip of the pen. */
function checkParty({ kind, inn, name }: NewParty): void {
  if (!inn && kind === 'person') return;
  const reason = inn ? checkInn(inn) : 'inn-missing';
  if (reason !== 'ok') throw new DomainError('requisites.inn', { name, inn: inn ?? '—', reason });
}

function refuseOverlaps(intervals: readonly Interval[], { what, where }: { what: string; where: string }): void {
  for (const [i, interval] of intervals.entries()) {
    const other = intervals.slice(0, i).find((before) => overlaps(before, interval));
    if (other)
      throw new DomainError('house.facts-overlap', {
        what,
        where,
        from: formatDate(interval.from),
        neighbourFrom: formatDate(other.from),
      });
  }
}

function isPositive(area: string): boolean {
  return parseDecimal(area)?.gt('0') ?? false;
}
