import { DomainError } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

const SHOWN = 5;

/**
 * A load goes back only while nothing stands on it: nobody was billed or paid for its accounts, nobody entered anything
 * more about them, and the month of its balances is open.
 * @throws DomainError `import.built-on`
 */
export async function refuseBuiltOn(tx: Tx, importId: string): Promise<void> {
  const rows = await tx.query<{ what: string }[]>(`${BUILT_ON} limit $2`, [importId, SHOWN + 1]);
  if (rows.length === 0) return;
  const shown = rows.slice(0, SHOWN).map(({ what }) => what);
  throw new DomainError('import.built-on', { objects: shown.join(', ') + (rows.length > SHOWN ? ' …' : '') });
}

/** What `why` names was said by the load itself. */
const BUILT_ON = `
  with load as (select id, 'Загрузка № ' || id as why from imports where id = $1),
       made as (select r.made from import_rows r join load on load.id = r.import_id where r.applied and r.made is not null),
       account as (
         select a.id, a.number, bool_or(touched.made) as made
           from (select (made ->> 'account')::bigint as id, true as made from made where made ? 'account'
                 union all
                 select (b ->> 'id')::bigint, false from made, jsonb_array_elements(made -> 'before') b
                  where b ->> 'of' in ('payer', 'residency', 'ids')) touched
           join accounts a on a.id = touched.id
          group by a.id),
       place as (
         select p.id, p.number from premises p
          where p.id in (select one::bigint from made, jsonb_array_elements_text(made -> 'premises') one)),
       meter as (
         select m.id, m.serial from meters m where m.id in (select (made ->> 'meter')::bigint from made where made ? 'meter'))
  select 'счёт ' || number as what from account
   where exists (select from ledger_postings p where p.account_id = account.id)
      or exists (select from charge_lines l where l.account_id = account.id)
      or exists (select from account_balances b where b.account_id = account.id)
      or exists (select from absences b where b.account_id = account.id)
      or exists (select from certificates c where c.account_id = account.id)
      or exists (select from resident_accounts r where r.account_id = account.id)
      or account.made and exists (select from account_facts f, load where f.account_id = account.id and f.reason <> why)
      or account.made and exists (select from residencies r, load where r.account_id = account.id and r.reason <> why)
      or exists (select from account_facts f, load where f.account_id = account.id and f.superseded_at is null
                    and f.reason <> why and f.recorded_at > (select applied_at from imports where id = load.id))
      or exists (select from residencies r, load where r.account_id = account.id and r.superseded_at is null
                    and r.reason <> why and r.recorded_at > (select applied_at from imports where id = load.id))
  union all
  select 'помещение ' || place.number from place
   where exists (select from accounts a where a.premises_id = place.id
                    and a.id not in (select (made ->> 'account')::bigint from made where made ? 'account'))
      or exists (select from meters m where m.premises_id = place.id)
      or exists (select from premises_facts f, load where f.premises_id = place.id and f.reason <> why)
      or exists (select from ownerships o, load where o.premises_id = place.id and o.reason <> why)
  union all
  select 'дом ' || h.street || ', ' || h.building from houses h
   where h.id in (select (made ->> 'house')::bigint from made where made ? 'house')
     and (exists (select from premises p where p.house_id = h.id
                     and p.id not in (select one::bigint from made, jsonb_array_elements_text(made -> 'premises') one))
          or exists (select from house_facts f, load where f.house_id = h.id and f.reason <> why)
          or exists (select from service_assignments s where s.house_id = h.id)
          or exists (select from agreements a where a.house_id = h.id))
  union all
  select 'счётчик ' || serial from meter
   where exists (select from readings r where r.meter_id = meter.id
                    and r.source <> 'import')
      or exists (select from meter_facts f where f.meter_id = meter.id and f.reason <> (select why from load))
  union all
  select 'закрытый месяц ' || to_char(e.period, 'MM.YYYY') from ledger_entries e
   where e.key in (select made ->> 'entry' from made where made ? 'entry')
     and exists (select from closed_months c where c.period >= e.period)`;
