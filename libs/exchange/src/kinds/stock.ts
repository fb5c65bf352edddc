import { type Interval, type LocalDate, type PartyId, parseDate, parseDecimal, groupBy } from '@dvor/kernel';
import {
  type AccountTerms,
  areWhole,
  insertHouses,
  type NewAccount,
  type NewHouse,
  type NewOwnership,
  type NewParty,
  type NewPremises,
  type Parties,
  type PremisesLife,
  type Share,
  sumOfShares,
  houseKey,
} from '@dvor/housing';
import { recordChanges, type Tx } from '@dvor/platform';
import { type AddressFound, properCity, properStreet } from '../reading/address.js';
import type { Content } from '../reading/field.js';
import {
  type KnownAccount,
  type KnownHouse,
  type KnownHouses,
  type KnownPremises,
  loadAccounts,
  loadAccountsOn,
  loadHouses,
  loadPremises,
  loadStateIds,
  plainName,
  sameName,
} from './books.js';
import { type Before, type Judgement, type Load, type Made, type StagedRow, Verdicts } from './kind.js';
import { addressOf, premisesKey } from './place-fields.js';

/** Services of housing that change what is there already. */
export interface StockServices {
  readonly terms: AccountTerms;
  readonly parties: Parties;
  readonly premises: PremisesLife;
}

/** A dwelling that is smaller or larger than that is looked at twice. */
const USUAL_AREA = { least: '6', most: '1000' };
/** Shares stand in columns of `integer`. */
const LARGEST_DENOMINATOR = 1_000_000_000;

/** Residents of whom only the number is known. */
export function namelessResident(number: number): NewParty {
  return { kind: 'person', name: `${NAMELESS} № ${number}` };
}

export const NAMELESS = 'Жилец без имени';

/** All rows of one premises: accounts with their payers, owners, areas; or the premises alone. */
interface Place {
  readonly rows: readonly StagedRow[];
  readonly address: AddressFound;
  readonly house: KnownHouse | null;
  readonly premises: KnownPremises | null;
}

/** Compares rows of premises (and accounts, where these have numbers) with the books. */
export async function judgeStock(
  tx: Tx,
  rows: readonly StagedRow[],
  load: Load,
  services: StockServices,
): Promise<Judgement> {
  const told = new Verdicts(rows);
  const houses = await loadHouses(tx, load.from);
  const accounts = await loadAccounts(tx, present(rows, 'number'), load.from);
  const stateIds = await loadStateIds(tx, [...present(rows, 'els'), ...present(rows, 'izhku')]);
  const places = await findPlaces(tx, rows, houses, load, told);
  const open = await loadAccountsOn(
    tx,
    places.flatMap(({ premises }) => premises?.id ?? []),
    load.from,
  );
  for (const place of places) {
    judgePremises(place, told);
    judgeOwners(place, told);
    for (const [number, ofAccount] of accountGroups(place.rows))
      judgeAccount(ofAccount, accounts.get(number) ?? null, place, stateIds, load, told);
    judgeTogether(place, { accounts, open, told });
  }
  for (const place of places) settleVerdicts(place, accounts, told);
  return {
    verdicts: told.verdicts,
    problems: told.problems,
    write: (inTx) => writeStock(inTx, { places, accounts, told, load, services }),
  };
}

function present(rows: readonly StagedRow[], field: string): string[] {
  return [...new Set(rows.flatMap(({ content }) => content[field] ?? []))];
}

function accountGroups(rows: readonly StagedRow[]): Map<string, StagedRow[]> {
  return groupBy(
    rows.filter(({ content }) => content.number),
    ({ content }) => content.number!,
  );
}

async function findPlaces(
  tx: Tx,
  rows: readonly StagedRow[],
  houses: KnownHouses,
  load: Load,
  told: Verdicts,
): Promise<Place[]> {
  const found: { rows: StagedRow[]; address: AddressFound; house: KnownHouse | null }[] = [];
  for (const group of groupBy(rows, ({ place }) => place).values()) {
    const address = addressOf(group[0]!.content, load.settings);
    if (!address?.premises) {
      for (const { line, content } of group)
        if (!told.isBad(line))
          told.refuse(line, address ? 'address.no-premises' : 'address.unreadable', { value: content.address ?? '' });
      continue;
    }
    const house = houses.find(address.house);
    const where = [address.house.city, address.house.street, address.house.building].filter(Boolean).join(', ');
    const refusal = house?.closed ? 'house.closed' : !house && !load.settings.makeHouses ? 'house.unknown' : null;
    if (refusal)
      for (const { line } of group)
        told.refuse(line, refusal, { field: 'address', value: where, details: { address: where } });
    else if (!house && !address.house.city)
      for (const { line } of group) told.refuse(line, 'value.missing', { field: 'city' });
    else found.push({ rows: group, address, house });
  }
  const houseIds = [...new Set(found.flatMap(({ house }) => (house ? [house.id] : [])))];
  const premises = await loadPremises(tx, houseIds, load.from);
  return found.map((place) => ({
    ...place,
    premises: (place.house && premises.get(`${place.house.id}|${premisesKey(place.address.premises!)}`)) ?? null,
  }));
}

function judgePremises({ rows, address, premises }: Place, told: Verdicts): void {
  for (const { line, content } of rows) {
    if (told.isBad(line)) continue;
    const { area, livingArea } = content;
    if (area && parseDecimal(area)!.lte('0')) told.refuse(line, 'area.zero', { field: 'area', value: area });
    const dwelling = ['flat', 'room'].includes(address.premises!.kind);
    if (
      dwelling &&
      area &&
      (parseDecimal(area)!.gt(USUAL_AREA.most) || parseDecimal(area)!.lt(USUAL_AREA.least)) &&
      parseDecimal(area)!.gt('0')
    )
      told.warn(line, 'area.suspicious', { field: 'area', value: area });
    const total = area ?? premises?.area;
    if (livingArea && total && parseDecimal(livingArea)!.gt(parseDecimal(total)!))
      told.refuse(line, 'area.living-above-total', {
        field: 'livingArea',
        value: livingArea,
        details: { area: total },
      });
  }
  const good = rows.filter(({ line }) => !told.isBad(line));
  if (!premises && !good.some(({ content }) => content.area))
    for (const { line } of good) told.refuse(line, 'premises.no-area', { field: 'area' });
}

/** Owners of premises own the whole of it together; where the books know other ones they stay. */
function judgeOwners({ rows, premises }: Place, told: Verdicts): void {
  const owners = ownersOf(rows);
  if (owners.length === 0) return;
  if (owners.length > 1 || owners[0]!.share) {
    const without = owners.filter(({ share }) => !share);
    for (const { line } of without) told.refuse(line, 'value.missing', { field: 'share' });
    const sum = sumOfShares(owners.flatMap(({ share }) => share ?? []));
    const damaged = rows.some(({ bad, content }) => bad && content.owner);
    if (without.length > 0 || damaged || sum.numerator !== sum.denominator)
      for (const { line } of owners)
        told.refuse(line, 'share.not-whole', {
          field: 'share',
          details: { sum: `${sum.numerator}/${sum.denominator}` },
        });
    for (const { line, share } of owners)
      if (share && share.denominator > LARGEST_DENOMINATOR) told.refuse(line, 'share.out-of-range', { field: 'share' });
  }
  const known = premises?.owners ?? [];
  const same =
    known.length === owners.length &&
    owners.every(({ name, share }) =>
      known.some(
        (one) => sameName(one.name, name) && one.share === (share ? `${share.numerator}/${share.denominator}` : '1/1'),
      ),
    );
  if (known.length > 0 && !same)
    told.warn(owners[0]!.line, 'owners.differ', {
      field: 'owner',
      value: owners.map(({ name }) => name).join(', '),
      details: { known: known.map(({ name, share }) => `${name} (${share})`).join(', ') },
    });
}

interface OwnerInFile {
  readonly line: number;
  readonly name: string;
  readonly share: Share | null;
  readonly content: Content;
}

/** One for each name: accounts of one premises may tell of the same owners. */
function ownersOf(rows: readonly StagedRow[]): OwnerInFile[] {
  const named = rows.flatMap(({ line, content }) =>
    content.owner ? [{ line, name: content.owner, share: shareOf(content.share), content }] : [],
  );
  return [...groupBy(named, ({ name }) => plainName(name)).values()].map(([first]) => first!);
}

function shareOf(share: string | undefined): Share | null {
  if (!share) return null;
  const [numerator, denominator] = share.split('/').map(Number) as [number, number];
  return { numerator, denominator };
}

function judgeAccount(
  rows: readonly StagedRow[],
  known: KnownAccount | null,
  place: Place,
  stateIds: ReadonlyMap<string, string>,
  load: Load,
  told: Verdicts,
): void {
  const [{ line, content }] = rows as [StagedRow];
  const number = content.number!;
  const refuse = (code: Parameters<Verdicts['refuse']>[1], about: Parameters<Verdicts['refuse']>[2]) => {
    for (const row of rows) told.refuse(row.line, code, about);
  };
  for (const field of ['els', 'izhku'] as const) {
    const id = content[field];
    const owner = id && stateIds.get(id);
    if (owner && owner !== number) refuse('account.id-taken', { field, value: id, details: { number: owner } });
  }
  if (!known) {
    if (!payerOf(rows)) refuse('account.no-payer', { field: 'payer' });
    return;
  }
  if (known.premisesId !== place.premises?.id)
    return refuse('account.elsewhere', { field: 'number', value: number, details: { number, address: known.address } });
  if (!known.payer)
    return refuse('account.closed', { field: 'number', value: number, details: { number, date: dayText(load.from) } });
  if (content.persons && Number(content.persons) !== known.persons)
    told.warn(line, 'persons.differ', { field: 'persons', value: content.persons, details: { known: known.persons } });
}

/** More than one account on one premises: each bears a share of it, all of them are new, and none is left out. */
function judgeTogether(
  place: Place,
  {
    accounts,
    open,
    told,
  }: {
    accounts: ReadonlyMap<string, KnownAccount>;
    open: ReadonlyMap<KnownPremises['id'], readonly string[]>;
    told: Verdicts;
  },
): void {
  const fresh = [...accountGroups(place.rows)].filter(([number]) => !accounts.has(number));
  const others = (place.premises && open.get(place.premises.id)) ?? [];
  if (fresh.length === 0 || fresh.length + others.length === 1) return;
  const shares = fresh.map(([, rows]) => shareOfAccount(rows));
  const known = shares.filter((share) => share !== null);
  const days = new Set(fresh.map(([, [first]]) => first!.content.openedOn ?? ''));
  const whole = known.length === fresh.length && areWhole(known) && days.size === 1;
  const good = fresh.every(([, rows]) => rows.every(({ line }) => !told.isBad(line)));
  if (others.length === 0 && place.address.premises!.kind !== 'room' && whole && good) return;
  for (const [number, rows] of fresh) {
    const other = others[0] ?? fresh.find(([one]) => one !== number)![0];
    for (const { line } of rows)
      told.refuse(line, 'account.second', { field: 'number', value: number, details: { number: other } });
  }
}

/** What the owners that its rows name have together; `null` where one of them has no share. */
function shareOfAccount(rows: readonly StagedRow[]): Share | null {
  const shares = ownersOf(rows).map(({ share }) => share);
  const known = shares.filter((share) => share !== null);
  if (known.length === 0 || known.length < shares.length) return null;
  const { numerator, denominator } = sumOfShares(known);
  return denominator > LARGEST_DENOMINATOR ? null : { numerator: Number(numerator), denominator: Number(denominator) };
}

function dayText(day: LocalDate): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('.');
}

function payerOf(rows: readonly StagedRow[]): string | undefined {
  return (
    rows.find(({ content }) => content.payer)?.content.payer ?? rows.find(({ content }) => content.owner)?.content.owner
  );
}

/** One bad row of an account spoils the account, and one bad owner the premises: half of either would be wrong. */
function settleVerdicts(place: Place, accounts: ReadonlyMap<string, KnownAccount>, told: Verdicts): void {
  const groups = accountGroups(place.rows);
  const rest = place.rows.filter(({ content }) => !content.number);
  for (const [number, rows] of groups) {
    const known = accounts.get(number) ?? null;
    rows.forEach(({ line }, i) => {
      if (told.isBad(line)) return;
      if (i === 0) told.set(line, !known ? 'new' : isAnythingNew(place, rows, known) ? 'change' : 'same');
      else told.set(line, told.isBad(rows[0]!.line) ? 'bad' : known ? 'same' : 'new');
    });
    if (told.isBad(rows[0]!.line)) for (const { line } of rows) told.verdicts.set(line, 'bad');
  }
  for (const { line, content } of rest)
    told.set(line, !place.premises ? 'new' : changesPremises(content, place.premises) ? 'change' : 'same');
}

function isAnythingNew(place: Place, rows: readonly StagedRow[], known: KnownAccount): boolean {
  const [{ content }] = rows as [StagedRow];
  return (
    changesPremises(content, place.premises!) ||
    (place.premises!.owners.length === 0 &&
      ownersOf(place.rows).length > 0 &&
      rows.some(({ content: { owner } }) => owner)) ||
    changesPayer(content, known) ||
    Object.keys(partyChange(content, known)).length > 0 ||
    changesIds(content, known)
  );
}

function changesPremises({ area, livingArea, rooms }: Content, premises: KnownPremises): boolean {
  if (!premises.hasFacts) return area !== undefined;
  if (premises.area === null) return false;
  return (
    differs(area, premises.area) ||
    differs(livingArea, premises.livingArea) ||
    differs(rooms, premises.rooms?.toString() ?? null)
  );
}

function differs(value: string | undefined, known: string | null): boolean {
  return value !== undefined && (known === null || !parseDecimal(value)!.eq(parseDecimal(known)!));
}

function changesPayer({ payer }: Content, known: KnownAccount): boolean {
  return payer !== undefined && !sameName(payer, known.payer!.name);
}

function partyChange(
  { payer, phone, email }: Content,
  { payer: known }: KnownAccount,
): { phone?: string; email?: string } {
  if (payer !== undefined && !sameName(payer, known!.name)) return {};
  return {
    ...(phone && phone !== known!.phone && { phone }),
    ...(email && email !== known!.email && { email }),
  };
}

function changesIds({ els, izhku }: Content, known: KnownAccount): boolean {
  return (els !== undefined && els !== known.els) || (izhku !== undefined && izhku !== known.izhku);
}

// ------------------------------------------------------------------------------------------------------------ writing

interface Writing {
  readonly places: readonly Place[];
  readonly accounts: ReadonlyMap<string, KnownAccount>;
  readonly told: Verdicts;
  readonly load: Load;
  readonly services: StockServices;
}

async function writeStock(tx: Tx, writing: Writing): Promise<ReadonlyMap<number, Made>> {
  const made = await addNew(tx, writing);
  for (const place of writing.places)
    for (const row of place.rows)
      if (writing.told.verdicts.get(row.line) === 'change') {
        const before = await changeKnown(tx, row, place, writing);
        made.set(row.line, { ...made.get(row.line), before });
      }
  return made;
}

/** What of a place is added, and by which line. */
interface Addition {
  readonly place: Place;
  readonly premises: NewPremises;
  readonly lines: ReadonlyMap<NewAccount, number>;
  readonly first: number;
}

async function addNew(tx: Tx, { places, accounts, told, load }: Writing): Promise<Map<number, Made>> {
  const knownHouses = new Map<NewHouse, KnownHouse['id']>();
  const knownPremises = new Map<NewPremises, KnownPremises['id']>();
  const houses = new Map<string, { house: NewHouse; premises: NewPremises[]; firstLine: number }>();
  const additions: Addition[] = [];
  for (const place of places) {
    const addition = additionOf(place, accounts, told, load);
    if (!addition) continue;
    additions.push(addition);
    if (place.premises) knownPremises.set(addition.premises, place.premises.id);
    const key = place.house?.id ?? houseKey(place.address.house);
    const entry = houses.get(key) ?? newHouse(place, load, addition.first);
    if (!houses.has(key)) {
      houses.set(key, entry);
      if (place.house) knownHouses.set(entry.house, place.house.id);
    }
    entry.premises.push(addition.premises);
  }
  if (additions.length === 0) return new Map();
  const flats = await addFlatsOfRooms(tx, houses, knownHouses, knownPremises);
  const ids = await insertHouses(
    tx,
    [...houses.values()].map(({ house }) => house),
    load.recording,
    { houses: knownHouses, premises: knownPremises },
  );
  await recordChanges(
    tx,
    additions.flatMap(({ premises }) =>
      premises.accounts.map((account) => ({
        fact: 'account_facts',
        subject: { type: 'account' as const, id: ids.accounts.get(account)! },
        from: account.terms[0]!.from,
        to: null,
      })),
    ),
    load.recording,
  );
  const made = new Map<number, Made>();
  const note = (line: number, more: Made) => made.set(line, { ...made.get(line), ...more });
  const seen = new Set<NewParty>();
  for (const { place, premises, lines, first } of additions) {
    note(first, place.premises ? { touched: place.premises.id } : { premises: [ids.premises.get(premises)!] });
    const parties = (list: readonly NewParty[]) =>
      list.flatMap((party) => (seen.has(party) ? [] : (seen.add(party), [ids.parties.get(party)!])));
    for (const account of premises.accounts)
      note(lines.get(account)!, {
        account: ids.accounts.get(account)!,
        parties: parties([...account.terms.map(({ payer }) => payer), ...account.residents.map(({ party }) => party)]),
      });
    note(first, {
      parties: [...(made.get(first)?.parties ?? []), ...parties(premises.owners.map(({ party }) => party))],
    });
  }
  for (const { house, firstLine } of houses.values())
    if (!knownHouses.has(house)) note(firstLine, { house: ids.houses.get(house)! });
  for (const { flat, line } of flats)
    note(line, { premises: [...(made.get(line)?.premises ?? []), ids.premises.get(flat)!] });
  return made;
}

function newHouse(
  { address, house }: Place,
  load: Load,
  firstLine: number,
): { house: NewHouse; premises: NewPremises[]; firstLine: number } {
  const premises: NewPremises[] = [];
  const { city, street, building } = address.house;
  return {
    house: {
      city: house?.city ?? properCity(city!),
      street: house?.street ?? properStreet(street),
      building: house?.building ?? building,
      timeZone: load.timeZone,
      facts: house ? [] : [since(load.from)],
      premises,
    },
    premises,
    firstLine,
  };
}

/** The communal flats of rooms that are not there yet. */
async function addFlatsOfRooms(
  tx: Tx,
  houses: ReadonlyMap<string, { house: NewHouse; premises: NewPremises[]; firstLine: number }>,
  knownHouses: ReadonlyMap<NewHouse, KnownHouse['id']>,
  knownPremises: Map<NewPremises, KnownPremises['id']>,
): Promise<{ flat: NewPremises; line: number }[]> {
  const added: { flat: NewPremises; line: number }[] = [];
  for (const { house, premises, firstLine } of houses.values()) {
    const numbers = new Set(premises.flatMap(({ flat }) => flat ?? []));
    for (const number of numbers) {
      if (premises.some((one) => one.kind === 'flat' && one.number === number)) continue;
      const flat: NewPremises = { kind: 'flat', number, facts: [], owners: [], accounts: [] };
      const houseId = knownHouses.get(house);
      const [known] = houseId
        ? await tx.query<{ id: KnownPremises['id'] }[]>(
            `select id from premises where house_id = $1 and kind = 'flat' and number = $2`,
            [houseId, number],
          )
        : [];
      premises.push(flat);
      if (known) knownPremises.set(flat, known.id);
      else added.push({ flat, line: firstLine });
    }
  }
  return added;
}

/** `null` where the place gets nothing that it lacks. */
function additionOf(
  place: Place,
  accounts: ReadonlyMap<string, KnownAccount>,
  told: Verdicts,
  load: Load,
): Addition | null {
  const good = place.rows.filter(({ line }) => ['new', 'change'].includes(told.verdicts.get(line) ?? ''));
  if (good.length === 0) return null;
  const everybody = new Map<string, NewParty>();
  const party = (name: string, content: Content): NewParty => {
    const known = everybody.get(plainName(name));
    if (known) return known;
    const { phone = null, email = null, inn = null, snils = null } = content;
    const firm = inn?.length === 10;
    const added: NewParty = { kind: firm ? 'firm' : 'person', name, phone, email, inn, snils: firm ? null : snils };
    everybody.set(plainName(name), added);
    return added;
  };
  const lines = new Map<NewAccount, number>();
  const added: NewAccount[] = [];
  const fresh = [...accountGroups(good)].filter(([number]) => !accounts.has(number));
  for (const [number, rows] of fresh) {
    const { content, line } = rows[0]!;
    const days = since(content.openedOn ? parseDate(content.openedOn) : load.from);
    const account: NewAccount = {
      number,
      els: content.els ?? null,
      izhku: content.izhku ?? null,
      terms: [{ ...days, payer: party(payerOf(rows)!, content) }],
      share: fresh.length > 1 ? shareOfAccount(rows) : null,
      residents: Array.from({ length: Number(content.persons ?? 0) }, (_, i) => ({
        ...days,
        party: namelessResident(i + 1),
        kind: 'permanent' as const,
      })),
    };
    added.push(account);
    lines.set(account, line);
  }
  const { content } = good.find((row) => row.content.area) ?? good[0]!;
  const opened = good.flatMap((row) => (row.content.openedOn ? [parseDate(row.content.openedOn)] : []));
  const days = since(Math.min(load.from, ...opened) as LocalDate);
  const lacksFacts = !place.premises?.hasFacts && content.area !== undefined;
  const lacksOwners = (place.premises?.owners.length ?? 0) === 0;
  const owners = lacksOwners ? newOwners(good, party, days) : [];
  if (place.premises && added.length === 0 && !lacksFacts && owners.length === 0) return null;
  const { kind, number, flat } = place.address.premises!;
  return {
    place,
    lines,
    first: good[0]!.line,
    premises: {
      kind,
      number,
      flat,
      entrance: wholeOf(content.entrance),
      floor: wholeOf(content.floor),
      cadastralNumber: content.cadastralNumber ?? null,
      facts: lacksFacts
        ? [
            {
              ...days,
              area: content.area!,
              livingArea: content.livingArea ?? null,
              heatedArea: content.heatedArea ?? null,
              rooms: wholeOf(content.rooms),
            },
          ]
        : [],
      owners,
      accounts: added,
    },
  };
}

function newOwners(
  rows: readonly StagedRow[],
  party: (name: string, content: Content) => NewParty,
  days: Interval,
): NewOwnership[] {
  const owners = ownersOf(rows).map(({ name, share, content }) => ({
    ...days,
    party: party(name, content),
    share: share ?? { numerator: 1, denominator: 1 },
  }));
  return areWhole(owners.map(({ share }) => share)) ? owners : [];
}

function wholeOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

function since(from: LocalDate): Interval {
  return { from, to: null };
}

/** Changes what is there by the same services as a person would, so that each leaves its mark in the account's history. */
async function changeKnown(
  tx: Tx,
  { content }: StagedRow,
  { premises }: Place,
  { accounts, load, services }: Writing,
): Promise<Before[]> {
  const before: Before[] = [];
  const from = dayIso(load.from);
  if (premises?.hasFacts && changesPremises(content, premises)) {
    const values = {
      ...(content.area && { area: content.area }),
      ...(content.livingArea && { livingArea: content.livingArea }),
      ...(content.rooms && { rooms: Number(content.rooms) }),
    };
    await services.premises.change(tx, premises.id, { values, days: since(load.from) }, load.recording);
    before.push({
      of: 'premises',
      id: premises.id,
      from,
      values: {
        ...(content.area && { area: premises.area }),
        ...(content.livingArea && { livingArea: premises.livingArea }),
        ...(content.rooms && { rooms: premises.rooms?.toString() ?? null }),
      },
    });
  }
  const account = content.number ? accounts.get(content.number) : undefined;
  if (!account) return before;
  const partyFields = partyChange(content, account);
  if (changesPayer(content, account)) {
    const { phone = null, email = null, inn = null, snils = null } = content;
    const firm = inn?.length === 10;
    const payerId: PartyId = await services.parties.add(
      tx,
      { kind: firm ? 'firm' : 'person', name: content.payer!, phone, email, inn, snils: firm ? null : snils },
      load.recording,
    );
    await services.terms.changePayer(tx, account.id, { from: load.from, payerId }, load.recording);
    before.push({ of: 'payer', id: account.id, from, payerId: account.payer!.id });
  } else if (Object.keys(partyFields).length > 0) {
    await services.parties.edit(tx, account.payer!.id, partyFields, account.payer!.version, load.recording);
    before.push({
      of: 'party',
      id: account.payer!.id,
      values: { phone: account.payer!.phone, email: account.payer!.email },
    });
  }
  if (changesIds(content, account)) {
    const { els = account.els, izhku = account.izhku } = content;
    await services.terms.identify(tx, account.id, { els, izhku }, load.recording);
    before.push({ of: 'ids', id: account.id, els: account.els, izhku: account.izhku });
  }
  return before;
}

function dayIso(day: LocalDate): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
