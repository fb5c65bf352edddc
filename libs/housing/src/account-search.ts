import type { AccountId, HouseId, PremisesId } from '@dvor/kernel';
import { decodeCursor, KEY, type Page, pageOf, type Tx } from '@dvor/platform';
import { nearestWords, planSearch } from './core/index.js';

/**
 * Rebuilds what accounts are found by from the facts: to be called when a number, an address, a state identifier, a payer,
 * an owner, a name, a phone or a meter's serial number has changed.
 */
export async function refreshAccountSearch(tx: Tx, accountIds: readonly AccountId[]): Promise<void> {
  if (accountIds.length > 0) await tx.query('select refresh_account_search($1)', [accountIds]);
}

/** Of all accounts of some premises: their meters have changed. */
export async function refreshSearchOfPremises(tx: Tx, premisesIds: readonly PremisesId[]): Promise<void> {
  if (premisesIds.length === 0) return;
  await tx.query(
    'select refresh_account_search(array(select id from accounts where premises_id = any ($1::bigint[])))',
    [premisesIds],
  );
}

export interface SearchAsked {
  readonly search: string;
  readonly houseId?: HouseId | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** More than that nobody leafs through: one adds a word, or picks the house. */
const MOST = 1_000;

/**
 * The best thousand accounts for a typed text, a page at a time: those of the very number come first, then numbers that
 * begin so, then whole words in the address, elsewhere (names, phones, codes, meters), then parts of words. Where all of that
 * makes nothing, a text with digits is also looked for as one word; where it makes less than a page, the text is also read with slips of the pen, and as typed in the other keyboard layout.
 */
export async function searchAccounts(tx: Tx, asked: SearchAsked): Promise<Page<AccountId>> {
  const after = asked.cursor ? decodeCursor(asked.cursor, [/^\d$/, /^.{0,200}$/, KEY.id]) : null;
  const hits = await allHits(tx, asked, (found) => beyond(found, after).length > asked.limit);
  const page = pageOf(beyond(hits, after), asked.limit, keyOf);
  return { ...page, items: page.items.map(({ id }) => id) };
}

interface Hit {
  readonly id: AccountId;
  readonly numberKey: string;
  /** 0 is best. */
  readonly rank: number;
}

/** Of all ranks, or of the best ones where these are enough already. */
async function allHits(
  tx: Tx,
  { search, houseId, limit }: SearchAsked,
  areEnough: (found: ReadonlyMap<AccountId, Hit>) => boolean,
): Promise<ReadonlyMap<AccountId, Hit>> {
  const { numberKey, readings, otherLayout } = planSearch(search);
  const found = new Map<AccountId, Hit>();
  const keep = (hits: readonly Hit[]) =>
    hits.forEach((hit) => !found.has(hit.id) && found.size < MOST && found.set(hit.id, hit));
  const look = async (words: readonly Alternatives[], rank: { inAddress: number; elsewhere: number }) =>
    keep(await findByWords(tx, words, houseId, rank));

  if (numberKey) keep(await findByNumber(tx, numberKey, houseId));
  for (const [patternOf, rank] of [
    [wholeWord, { inAddress: 2, elsewhere: 3 }],
    [partOfWord, { inAddress: 4, elsewhere: 5 }],
  ] as const)
    for (const words of readings) {
      if (areEnough(found)) return found;
      await look(
        words.map((word) => [patternOf(word)]),
        rank,
      );
    }
  if (found.size === 0 && numberKey) await look([[partOfWord(numberKey)]], { inAddress: 4, elsewhere: 5 });
  if (found.size >= limit) return found;
  for (const words of otherLayout ? [otherLayout] : [])
    await look(
      words.map((word) => [partOfWord(word)]),
      { inAddress: 6, elsewhere: 7 },
    );
  for (const words of [readings.at(-1)!, ...(otherLayout ? [otherLayout] : [])]) {
    if (found.size >= limit) return found;
    const corrected = await correct(tx, words);
    if (corrected) await look(corrected, { inAddress: 8, elsewhere: 9 });
  }
  return found;
}

/** LIKE patterns of a word, any of which will do. */
type Alternatives = readonly string[];

/** Whole words: the house 5, not 15 and 51. */
function wholeWord(word: string): string {
  return `% ${word} %`;
}

/** One or two letters or digits are looked for at the beginning of words: in the middle they stand everywhere. */
function partOfWord(word: string): string {
  return word.length < 3 ? `% ${word}%` : `%${word}%`;
}

/** Each word with those of the books that it may have been meant as; `null` where there are none. */
async function correct(tx: Tx, words: readonly string[]): Promise<Alternatives[] | null> {
  let slips = 0;
  const corrected: Alternatives[] = [];
  for (const word of words) {
    const meant = /^\p{L}{4,40}$/u.test(word) ? nearestWords(word, await similarWords(tx, word)) : [];
    slips += meant.length;
    corrected.push([partOfWord(word), ...meant.map(wholeWord)]);
  }
  return slips > 0 ? corrected : null;
}

async function similarWords(tx: Tx, word: string): Promise<string[]> {
  const rows = await tx.query<{ word: string }[]>('select word from search_similar_words($1)', [word]);
  return rows.map(({ word }) => word);
}

async function findByNumber(tx: Tx, numberKey: string, houseId: HouseId | undefined): Promise<Hit[]> {
  const rows = await tx.query<Omit<Hit, 'rank'>[]>(
    'select account_id as id, number_key as "numberKey" from search_account_numbers($1, $2, $3)',
    [numberKey, houseId ?? null, MOST],
  );
  return rows.map((row) => ({ ...row, rank: row.numberKey === numberKey ? 0 : 1 }));
}

async function findByWords(
  tx: Tx,
  words: readonly Alternatives[],
  houseId: HouseId | undefined,
  rank: { readonly inAddress: number; readonly elsewhere: number },
): Promise<Hit[]> {
  if (words.length === 0) return [];
  const rows = await tx.query<(Omit<Hit, 'rank'> & { readonly inAddress: boolean })[]>(
    'select account_id as id, number_key as "numberKey", in_address as "inAddress" from search_accounts($1, $2, $3)',
    [JSON.stringify(words), houseId ?? null, MOST],
  );
  return rows.map(({ id, numberKey, inAddress }) => ({
    id,
    numberKey,
    rank: inAddress ? rank.inAddress : rank.elsewhere,
  }));
}

type HitKey = readonly [rank: string, numberKey: string, id: string];

function keyOf({ rank, numberKey, id }: Hit): HitKey {
  return [String(rank), numberKey, id];
}

/** In their order, without those up to the last one that was seen. */
function beyond(hits: ReadonlyMap<AccountId, Hit>, after: readonly (string | number | null)[] | null): Hit[] {
  const sorted = [...hits.values()].sort(byKey);
  if (!after) return sorted;
  const last = { rank: Number(after[0]), numberKey: String(after[1]), id: String(after[2]) as AccountId };
  return sorted.filter((hit) => byKey(hit, last) > 0);
}

function byKey(a: Hit, b: Hit): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.numberKey !== b.numberKey) return a.numberKey < b.numberKey ? -1 : 1;
  return Number(BigInt(a.id) - BigInt(b.id));
}
