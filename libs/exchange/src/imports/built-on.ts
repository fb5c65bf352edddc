import { DomainError } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

const SHOWN = 5;

/**
 * A load goes back only while nothing stands on it: nobody was billed or paid for its accounts, nobody entered anything
 * more about them, and the month of its balances is open.
 * @throws DomainError `import.built-on`
 */
export async function refuseBuiltOn(tx: Tx, importId: string): Promise<void> {
  const made = await madeBy(tx, importId);
  const names: string[] = [];
  for (const { ids, found, name } of CHECKS) {
    if (made[ids].length === 0) continue;
    const rows = await tx.query<{ name: string }[]>(
      `select ${name} as name from (${found}) found order by 1 limit ${SHOWN + 1}`,
      found.includes('$3')
        ? [made[ids], made.reason, made.appliedAt]
        : found.includes('$2')
          ? [made[ids], made.reason]
          : [made[ids]],
    );
    for (const row of rows) if (!names.includes(row.name)) names.push(row.name);
  }
  if (names.length === 0) return;
  throw new DomainError('import.built-on', {
    objects: names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ' …' : ''),
  });
}

/** Ids of what a load added, and of accounts on which it changed something. */
interface MadeIds {
  readonly accounts: readonly string[];
  readonly changed: readonly string[];
  readonly premises: readonly string[];
  readonly houses: readonly string[];
  readonly meters: readonly string[];
  readonly entries: readonly string[];
  readonly reason: string;
  readonly appliedAt: Date | null;
}

async function madeBy(tx: Tx, importId: string): Promise<MadeIds> {
  const [row] = await tx.query<MadeIds[]>(
    `with made as materialized (select made from import_rows where import_id = $1 and applied and made is not null)
     select array(select made ->> 'account' from made where made ? 'account') as accounts,
            array(select b ->> 'id' from made, jsonb_array_elements(made -> 'before') b
                   where b ->> 'of' in ('payer', 'residency', 'ids')) as changed,
            array(select one from made, jsonb_array_elements_text(made -> 'premises') one) as premises,
            array(select made ->> 'house' from made where made ? 'house') as houses,
            array(select made ->> 'meter' from made where made ? 'meter') as meters,
            array(select made ->> 'entry' from made where made ? 'entry') as entries,
            'Загрузка № ' || id as reason, applied_at as "appliedAt"
       from imports where id = $1`,
    [importId],
  );
  return row!;
}

interface Check {
  readonly ids: 'accounts' | 'changed' | 'premises' | 'houses' | 'meters' | 'entries';
  /** Of the ids $1, those on which something stands; $2 is the reason that the load gave for its own facts. */
  readonly found: string;
  readonly name: string;
}

const ACCOUNT = `'счёт ' || (select number from accounts where id = found.id)`;
const PREMISES = `'помещение ' || (select number from premises where id = found.id)`;
const HOUSE = `'дом ' || (select street || ', ' || building from houses where id = found.id)`;
const METER = `'счётчик ' || (select serial from meters where id = found.id)`;

const onAccounts = (ids: 'accounts' | 'changed', table: string): Check => ({
  ids,
  found: `select distinct account_id as id from ${table} where account_id = any ($1::bigint[])`,
  name: ACCOUNT,
});
const saidOtherwise = (ids: Check['ids'], table: string, column: string, name: string): Check => ({
  ids,
  found: `select distinct ${column} as id from ${table} where ${column} = any ($1::bigint[]) and reason <> $2`,
  name,
});
const saidSince = (table: string): Check => ({
  ids: 'changed',
  found: `select distinct account_id as id from ${table}
           where account_id = any ($1::bigint[]) and superseded_at is null and reason <> $2 and recorded_at > $3`,
  name: ACCOUNT,
});

const USES = ['ledger_postings', 'charge_lines', 'account_balances', 'absences', 'certificates', 'resident_accounts'];

const CHECKS: readonly Check[] = [
  ...USES.flatMap((table) => [onAccounts('accounts', table), onAccounts('changed', table)]),
  saidOtherwise('accounts', 'account_facts', 'account_id', ACCOUNT),
  saidOtherwise('accounts', 'residencies', 'account_id', ACCOUNT),
  saidSince('account_facts'),
  saidSince('residencies'),
  saidOtherwise('premises', 'premises_facts', 'premises_id', PREMISES),
  saidOtherwise('premises', 'ownerships', 'premises_id', PREMISES),
  {
    ids: 'premises',
    found: 'select distinct premises_id as id from meters where premises_id = any ($1::bigint[])',
    name: PREMISES,
  },
  {
    ids: 'premises',
    found: `select distinct a.premises_id as id from accounts a
             where a.premises_id = any ($1::bigint[])
               and not exists (select from account_facts f where f.account_id = a.id and f.reason = $2 offset 0)`,
    name: PREMISES,
  },
  saidOtherwise('houses', 'house_facts', 'house_id', HOUSE),
  saidOtherwise('houses', 'premises_facts', 'house_id', HOUSE),
  {
    ids: 'houses',
    found: 'select distinct house_id as id from service_assignments where house_id = any ($1::bigint[])',
    name: HOUSE,
  },
  {
    ids: 'houses',
    found: 'select distinct house_id as id from agreements where house_id = any ($1::bigint[])',
    name: HOUSE,
  },
  {
    ids: 'meters',
    found: `select meter_id as id from readings where meter_id = any ($1::bigint[])
             group by meter_id having count(*) > 1 or bool_or(source <> 'import')`,
    name: METER,
  },
  saidOtherwise('meters', 'meter_facts', 'meter_id', METER),
  {
    ids: 'entries',
    found: `select distinct e.period from ledger_entries e
             where e.key = any ($1) and exists (select from closed_months c where c.period >= e.period)`,
    name: `'закрытый месяц ' || to_char(found.period, 'MM.YYYY')`,
  },
];
