import { type AccountId, formatDate, type LocalDate, parseDate, type PartyId, groupBy } from '@dvor/kernel';
import { insertResidents, type NewResident, type Residents } from '@dvor/housing';
import type { Tx } from '@dvor/platform';
import type { Content } from '../reading/field.js';
import type { RowProblem } from '../reading/problems.js';
import { type KnownAccount, loadAccounts, plainName, sameName } from './books.js';
import {
  type Before,
  type Judgement,
  type KindOfImport,
  type Load,
  type Made,
  type StagedRow,
  Verdicts,
} from './kind.js';
import { field, NUMBER } from './place-fields.js';
import { NAMELESS } from './stock.js';

/** Who is registered on accounts, by name. They take the places of residents of whom only the number was known. */
export function residentsImport(residents: Residents): KindOfImport {
  return {
    kind: 'residents',
    title: 'Зарегистрированные',
    fields: [
      NUMBER,
      field('name', 'name', 'ФИО', 'Name', 'Иванова Анна Петровна', [
        'Ф.И.О.',
        'ФИО зарегистрированного',
        'Жилец',
        'Зарегистрированный',
        'Фамилия Имя Отчество',
        'FIO',
      ]),
      field('birthDate', 'birthday', 'Дата рождения', 'Born on', '12.03.1961', ['Родился', 'Д.р.', 'DATA_ROJD']),
      field('snils', 'snils', 'СНИЛС', 'SNILS', '', ['Номер СНИЛС']),
      field(
        'kind',
        'choice',
        'Вид регистрации',
        'Kind of registration',
        'Постоянная',
        ['Регистрация', 'Тип регистрации'],
        {
          permanent: ['Постоянная', 'Постоянно', 'пост', 'По месту жительства'],
          temporary: ['Временная', 'Временно', 'врем', 'По месту пребывания'],
        },
      ),
      field('from', 'day', 'Зарегистрирован с', 'From', '01.02.2015', [
        'Дата регистрации',
        'Дата прописки',
        'С',
        'Дата начала',
      ]),
      field('to', 'deadline', 'Зарегистрирован по', 'Last day', '', [
        'Дата снятия',
        'Дата выписки',
        'По',
        'Дата окончания',
      ]),
    ],
    needed: [['number'], ['name']],
    identify: (content) =>
      content.number && content.name
        ? { key: personKey(content) ?? `${content.number}|${plainName(content.name)}`, place: content.number }
        : null,
    twice,
    judge: (tx, rows, load) => judgeResidents(tx, rows, load, residents),
  };
}

/** One person wherever they stand; a bare name is not enough for that. */
function personKey({ name, birthDate, snils }: Content): string | null {
  if (snils) return snils;
  return birthDate ? `${plainName(name!)}|${birthDate}` : null;
}

/** A person is registered in one place at a time. */
function twice(rows: readonly StagedRow[]): RowProblem[] {
  const sorted = [...rows].sort((a, b) => a.line - b.line);
  return sorted.flatMap(({ line, content }, i) => {
    const before = sorted
      .slice(0, i)
      .find(
        (other) =>
          (other.content.kind ?? 'permanent') === (content.kind ?? 'permanent') && daysMeet(other.content, content),
      );
    if (!before) return [];
    const details = { first: before.line, name: content.name!, number: before.content.number! };
    const code = before.content.number === content.number ? ('row.twice' as const) : ('resident.twice' as const);
    return [{ line, field: 'name', value: content.name!, severity: 'error' as const, code, details }];
  });
}

/** Days in texts of the same form; what has no beginning is taken from the very first, no end for ever. */
function daysMeet(a: Content, b: Content): boolean {
  return (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999');
}

interface KnownResident {
  readonly accountId: AccountId;
  readonly number: string;
  readonly partyId: PartyId;
  readonly name: string;
  readonly birthDate: string | null;
  readonly snils: string | null;
  readonly kind: 'permanent' | 'temporary';
  readonly from: string;
  /** The first day on which it is over. */
  readonly until: string | null;
}

interface Planned {
  readonly row: StagedRow;
  readonly account: KnownAccount;
  readonly resident: NewResident;
  /** Registered on this account already, and to be moved out on the row's word. */
  readonly ending: KnownResident | null;
}

async function judgeResidents(
  tx: Tx,
  rows: readonly StagedRow[],
  load: Load,
  residents: Residents,
): Promise<Judgement> {
  const told = new Verdicts(rows);
  const accounts = await loadAccounts(tx, [...new Set(rows.map(({ place }) => place))], load.from);
  const known = await loadResidents(tx, rows, [...accounts.values()]);
  const planned: Planned[] = [];
  const linked = new Set<string>();
  for (const row of rows) {
    if (told.isBad(row.line)) continue;
    const { line, content } = row;
    const number = content.number!;
    const account = accounts.get(number);
    const from = content.from ? parseDate(content.from) : load.from;
    const to = content.to ? ((parseDate(content.to) + 1) as LocalDate) : null;
    if (!account) told.refuse(line, 'account.unknown', { field: 'number', value: number, details: { number } });
    else if (!account.payer)
      told.refuse(line, 'account.closed', {
        field: 'number',
        value: number,
        details: { number, date: formatDate(load.from) },
      });
    else if (to !== null && to <= from)
      told.refuse(line, 'dates.order', { field: 'to', value: content.to!, details: { from: formatDate(from) } });
    else {
      const kind = (content.kind ?? 'permanent') as 'permanent' | 'temporary';
      const samePerson = known.filter(
        (one) => one.kind === kind && isSame(one, content, account.id) && meets(one, from, to),
      );
      const elsewhere = samePerson.find(({ accountId }) => accountId !== account.id);
      const here = samePerson.find(({ accountId }) => accountId === account.id);
      if (elsewhere)
        told.refuse(line, 'resident.elsewhere', {
          field: 'name',
          value: content.name!,
          details: { name: content.name!, number: elsewhere.number },
        });
      else {
        const ends = here && to !== null && here.until !== formatDate(to);
        told.set(line, !here ? 'new' : ends ? 'change' : 'same');
        const birthDate = content.birthDate ? parseDate(content.birthDate) : null;
        const party = { kind: 'person' as const, name: content.name!, birthDate, snils: content.snils ?? null };
        const payer = !here && isPayer(content, account, known, linked) ? account.payer.id : null;
        if (payer) linked.add(payer);
        const resident = { houseId: account.houseId, accountId: account.id, party, partyId: payer, kind, from, to };
        planned.push({ row, account, resident, ending: ends ? here : null });
      }
    }
  }
  return {
    verdicts: told.verdicts,
    problems: told.problems,
    write: (inTx) => writeResidents(inTx, planned, { told, known, load, residents }),
  };
}

/** Who pays the account and is registered nowhere yet, in the books or by a row above, is no second person. */
function isPayer(
  content: Content,
  { payer }: KnownAccount,
  known: readonly KnownResident[],
  linked: ReadonlySet<string>,
): boolean {
  if (!payer || !sameName(payer.name, content.name!) || linked.has(payer.id)) return false;
  return !known.some(({ partyId }) => partyId === payer.id);
}

/** On the same account a name is enough; elsewhere it takes a birthday or a СНИЛС to be the same person. */
function isSame(known: KnownResident, content: Content, accountId: AccountId): boolean {
  if (known.snils && content.snils) return known.snils === content.snils;
  if (plainName(known.name) !== plainName(content.name!)) return false;
  if (known.birthDate && content.birthDate) return known.birthDate === content.birthDate;
  return known.accountId === accountId;
}

function meets({ from, until }: KnownResident, start: LocalDate, end: LocalDate | null): boolean {
  return (end === null || from < formatDate(end)) && (until === null || until > formatDate(start));
}

async function loadResidents(
  tx: Tx,
  rows: readonly StagedRow[],
  accounts: readonly KnownAccount[],
): Promise<KnownResident[]> {
  const names = rows.flatMap(({ content }) => (content.birthDate && content.name ? [content.name] : []));
  const snils = rows.flatMap(({ content }) => content.snils ?? []);
  return tx.query<KnownResident[]>(
    `with who as (
       select party_id from residencies where account_id = any ($1) and superseded_at is null
       union select unnest($4::bigint[])
       union select id from parties where name = any ($2)
       union select id from parties where snils = any ($3))
     select r.account_id as "accountId", a.number, p.id as "partyId", p.name, p.birth_date::text as "birthDate", p.snils, r.kind,
            lower(r.valid)::text as "from", upper(r.valid)::text as until
       from who
       cross join lateral (select * from residencies where residencies.party_id = who.party_id and superseded_at is null offset 0) r
       cross join lateral (select * from parties where parties.id = who.party_id limit 1) p
       cross join lateral (select number from accounts where accounts.id = r.account_id limit 1) a
      order by p.id`,
    [
      accounts.map(({ id }) => id),
      [...new Set(names)],
      [...new Set(snils)],
      accounts.flatMap(({ payer }) => payer?.id ?? []),
    ],
  );
}

async function writeResidents(
  tx: Tx,
  planned: readonly Planned[],
  {
    told,
    known,
    load,
    residents,
  }: { told: Verdicts; known: readonly KnownResident[]; load: Load; residents: Residents },
): Promise<ReadonlyMap<number, Made>> {
  const made = new Map<number, Made>();
  const added = planned.filter(({ row }) => told.verdicts.get(row.line) === 'new');
  const nameless = groupBy(
    known.filter(({ name, until }) => until === null && name.startsWith(NAMELESS)),
    ({ accountId }) => accountId,
  );
  const ids = await insertResidents(
    tx,
    added.map(({ resident }) => resident),
    load.recording,
  );
  for (const [i, { row, account, resident }] of added.entries()) {
    const before: Before[] = [];
    const replaced = resident.kind === 'permanent' ? nameless.get(account.id)?.pop() : undefined;
    if (replaced) before.push(await moveOut(tx, replaced, resident.from, { load, residents }));
    made.set(row.line, {
      residents: [ids[i]!],
      ...(!resident.partyId && { parties: [ids[i]!] }),
      ...(before.length > 0 && { before }),
    });
  }
  for (const { row, resident, ending } of planned)
    if (ending && told.verdicts.get(row.line) === 'change')
      made.set(row.line, { before: [await moveOut(tx, ending, resident.to!, { load, residents })] });
  return made;
}

async function moveOut(
  tx: Tx,
  { accountId, partyId, kind, from, until }: KnownResident,
  on: LocalDate,
  { load, residents }: { load: Load; residents: Residents },
): Promise<Before> {
  await residents.moveOut(tx, accountId, { partyId, from: on }, load.recording);
  const start = from > formatDate(on) ? from : formatDate(on);
  return { of: 'residency', id: accountId, partyId, kind, from: start, until };
}
