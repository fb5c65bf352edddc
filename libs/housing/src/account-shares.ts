import {
  type AccountId,
  contains,
  DomainError,
  formatDate,
  type Interval,
  type LocalDate,
  type PremisesId,
} from '@dvor/kernel';
import { changeFacts, type Recording, type Tx } from '@dvor/platform';
import { areWhole, formatShare, type Share, sumOfShares } from './core/index.js';
import { ACCOUNT_FACTS } from './fact-tables.js';

/** An account on some of its days, and what it bears of its premises then; `null`: all of it. */
export interface AccountOnPremises extends Interval {
  readonly id: AccountId;
  readonly houseId: string;
  readonly number: string;
  readonly payerId: string;
  readonly share: Share | null;
}

/** Accounts that are open on a premises on some day from this one on. */
export async function accountsSince(tx: Tx, premisesId: PremisesId, from: LocalDate): Promise<AccountOnPremises[]> {
  const rows = await tx.query<
    (Omit<AccountOnPremises, 'share'> & { numerator: number | null; denominator: number | null })[]
  >(
    `select a.id, a.house_id as "houseId", a.number, f.payer_id as "payerId", f.share_numerator as numerator, f.share_denominator as denominator,
            lower(f.valid) - date '1970-01-01' as "from", upper(f.valid) - date '1970-01-01' as "to"
       from accounts a join account_facts f on f.account_id = a.id and f.superseded_at is null
      where a.premises_id = $1 and f.valid && daterange($2::date, null)
      order by a.number, lower(f.valid)`,
    [premisesId, formatDate(from)],
  );
  return rows.map(({ numerator, denominator, ...row }) => ({
    ...row,
    share: numerator === null ? null : { numerator, denominator: denominator! },
  }));
}

/**
 * On every day on which more than one account stands on a premises, or one that bears a share of it, their shares make
 * up one whole: nothing is charged twice, and no part is left without a payer.
 *
 * @throws DomainError `account.open-already` where one bears all of it beside another; `account.shares-not-whole` naming what is missing,
 * `account.shares-above-whole`
 */
export async function refusePartialShares(
  tx: Tx,
  premisesId: PremisesId,
  { from, where }: { readonly from: LocalDate; readonly where: string },
): Promise<void> {
  await tx.query('select from premises where id = $1 for no key update', [premisesId]); // two at once see one another
  const accounts = await accountsSince(tx, premisesId, from);
  for (const day of daysOfChange(accounts, from)) {
    const open = accounts.filter((account) => contains(account, day));
    const shares = open.flatMap(({ share }) => share ?? []);
    if (open.length === 0 || (open.length === 1 && shares.length === 0)) continue;
    if (shares.length < open.length) {
      const [earliest] = open.toSorted((one, other) => one.from - other.from);
      throw new DomainError('account.open-already', { where, number: earliest!.number });
    }
    if (areWhole(shares)) continue;
    const { numerator, denominator } = sumOfShares(shares);
    const told = { where, date: formatDate(day), sum: fraction(numerator, denominator) };
    if (numerator > denominator) throw new DomainError('account.shares-above-whole', told);
    throw new DomainError('account.shares-not-whole', {
      ...told,
      missing: fraction(denominator - numerator, denominator),
    });
  }
}

function daysOfChange(accounts: readonly Interval[], from: LocalDate): LocalDate[] {
  const days = accounts.flatMap((one) => [one.from, one.to ?? from]).filter((day) => day > from);
  return [...new Set([from, ...days])].sort((a, b) => a - b);
}

function fraction(numerator: bigint, denominator: bigint): string {
  return numerator === 0n || denominator === 1n ? numerator.toString() : `${numerator}/${denominator}`;
}

/** From this day on the account bears this of its premises; `null` or a whole: all of it. */
export async function bearShare(
  tx: Tx,
  { id, houseId }: Pick<AccountOnPremises, 'id' | 'houseId'>,
  { from, share }: { readonly from: LocalDate; readonly share: Share | null },
  recording: Recording,
): Promise<void> {
  await changeFacts(
    tx,
    ACCOUNT_FACTS,
    { key: { house_id: houseId, account_id: id }, days: { from, to: null }, patch: shareColumns(share) },
    recording,
  );
}

/**
 * A whole is no share.
 * @throws DomainError `account.share-out-of-range` of more than all
 */
export function shareColumns(share: Share | null): {
  share_numerator: number | null;
  share_denominator: number | null;
} {
  if (share && share.numerator > share.denominator)
    throw new DomainError('account.share-out-of-range', { share: formatShare(share) });
  const part = share && share.numerator < share.denominator ? share : null;
  return { share_numerator: part?.numerator ?? null, share_denominator: part?.denominator ?? null };
}

/**
 * What two accounts bear together; `null`: the whole.
 * @throws DomainError `account.share-out-of-range` where the sum is no fraction that is kept
 */
export function together(shares: readonly Share[]): Share | null {
  const { numerator, denominator } = sumOfShares(shares);
  if (numerator === denominator) return null;
  if (denominator > LARGEST_DENOMINATOR)
    throw new DomainError('account.share-out-of-range', { share: `${numerator}/${denominator}` });
  return { numerator: Number(numerator), denominator: Number(denominator) };
}

/** Shares stand in columns of `integer`. */
const LARGEST_DENOMINATOR = 1_000_000_000n;

export function shareText(share: Share | null): string | null {
  return share && formatShare(share);
}
