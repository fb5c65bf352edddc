import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  addMonths,
  DomainError,
  firstDay,
  formatDate,
  formatPeriod,
  type HouseId,
  type Id,
  type LocalDate,
  Money,
  monthInterval,
  type Period,
  periodOfDate,
  type ServiceId,
  type SupplierId,
  type UserId,
} from '@dvor/kernel';
import { OrganizationSettings } from '@dvor/catalogue';
import { Ledger } from '@dvor/ledger';
import {
  Approvals,
  AuditLog,
  decodeCursor,
  KEY,
  OrganizationClock,
  type Page,
  type PageRequest,
  pageOf,
  recordChanges,
  type Tx,
} from '@dvor/platform';
import type { ManualPart } from '../core/index.js';
import { type ChargedFor, chargedFor } from './charged-for.js';

export type CorrectionId = Id<'Correction'>;

export interface NewCorrection {
  readonly reason: string;
  readonly documentId: string;
  /** Of the organisation: charged above the due. */
  readonly ownError: boolean;
  readonly lateReason: string | null;
  readonly items: readonly NewCorrectionItem[];
}

export interface NewCorrectionItem {
  readonly accountId: AccountId;
  readonly serviceId: ServiceId;
  /** `null`: the one that charged the service in the month. */
  readonly supplierId: SupplierId | null;
  /** `null`: the one that the service has. */
  readonly part: ManualPart | null;
  readonly origin: Period;
  /** How much more, or less. */
  readonly amount: Money;
}

export interface NewFine extends Omit<NewCorrectionItem, 'amount'> {
  readonly excess: Money;
  readonly amount: Money;
  readonly reason: string;
  readonly documentId: string;
}

export const CORRECTION_STATES = ['waiting', 'to-post', 'posted', 'withdrawn'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

export interface Correction {
  readonly id: CorrectionId;
  readonly number: string;
  readonly kind: 'correction' | 'fine';
  readonly dated: string;
  readonly reason: string;
  readonly lateReason: string | null;
  readonly documentId: string;
  readonly ownError: boolean;
  readonly state: CorrectionState;
  /** In which month it was posted. */
  readonly postedIn: string | null;
  readonly aboveLimit: boolean;
  readonly mirrors: { readonly id: CorrectionId; readonly number: string } | null;
  readonly mirroredBy: { readonly id: CorrectionId; readonly number: string } | null;
  readonly accounts: number;
  readonly amount: Money;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly withdrawn: string | null;
}

export interface CorrectionItem {
  readonly id: string;
  readonly accountId: AccountId;
  readonly account: string;
  readonly address: string;
  readonly serviceId: ServiceId;
  readonly service: string;
  readonly supplier: string;
  readonly part: ManualPart;
  readonly origin: string;
  readonly was: Money | null;
  readonly amount: Money;
}

export interface CorrectionFilter {
  /** Part of a reason, or a number, or an account's. */
  readonly text?: string | undefined;
  readonly state?: CorrectionState | undefined;
  readonly accountId?: AccountId | undefined;
  readonly origin?: Period | undefined;
}

/** Corrections by hand: what was charged, by how much it is changed, why and by which paper (REC-09). */
@Injectable()
export class Corrections {
  constructor(
    private readonly audit: AuditLog,
    private readonly approvals: Approvals,
    private readonly settings: OrganizationSettings,
    private readonly ledger: Ledger,
    private readonly clock: OrganizationClock,
  ) {}

  /** What stands for a month of an account now: the grid's first column. @throws DomainError `account.not-found` */
  async chargedFor(tx: Tx, accountId: AccountId, origin: Period): Promise<ChargedFor[]> {
    await placeOf(tx, accountId);
    return chargedFor(tx, accountId, origin);
  }

  /** The latest first. */
  async list(tx: Tx, filter: CorrectionFilter, page: PageRequest): Promise<Page<Correction>> {
    const before = page.cursor === undefined ? null : decodeCursor(page.cursor, [KEY.id])[0]!;
    const { text, state, accountId, origin } = filter;
    const rows = await tx.query<Row[]>(
      `select * from (${SELECT}) d
        where ($1::bigint is null or d.id < $1) and ($3::text is null or d.state = $3)
          and ($2::text is null or d.reason ilike $2 or d.number = trim(both '%' from $2)
               or exists (select from correction_items i join accounts a on a.id = i.account_id where i.correction_id = d.id and a.number ilike $2))
          and ($4::bigint is null or exists (select from correction_items i where i.correction_id = d.id and i.account_id = $4))
          and ($5::date is null or exists (select from correction_items i where i.correction_id = d.id and i.origin = $5))
        order by d.id desc limit $6`,
      [
        before,
        text ? `%${text.replaceAll(/[\\%_]/g, '\\$&')}%` : null,
        state ?? null,
        accountId ?? null,
        origin === undefined ? null : formatDate(firstDay(origin)),
        page.limit + 1,
      ],
    );
    return pageOf(rows.map(correctionOf), page.limit, ({ id }) => [id]);
  }

  /** @throws DomainError `correction.not-found` */
  async read(tx: Tx, id: CorrectionId): Promise<Correction & { readonly items: readonly CorrectionItem[] }> {
    const [row] = await tx.query<Row[]>(`${SELECT} where c.id = $1`, [id]);
    if (!row) throw new DomainError('correction.not-found');
    return { ...correctionOf(row), items: await itemsOf(tx, id) };
  }

  /**
   * Enters a correction. Within the limit the next run posts it; above the limit a second person's word is asked for, and
   * `release` follows it.
   *
   * @throws DomainError `correction.empty`, `correction.twice`, `correction.nothing`, `correction.month-open`,
   * `correction.too-old`, `correction.account-closed`, `correction.part-needed`, `correction.part-unknown`,
   * `correction.supplier-needed`, `correction.below-zero`, `account.not-found`, `service.not-found`, `supplier.not-found`,
   * `document.not-found`
   */
  async enter(tx: Tx, asked: NewCorrection, by: UserId): Promise<CorrectionId> {
    if (asked.items.length === 0) throw new DomainError('correction.empty');
    const today = await this.clock.today(tx);
    const working = await this.workingPeriod(tx, today);
    const items: PlacedItem[] = [];
    for (const item of asked.items) {
      checkMonth(item.origin, { working, today, lateReason: asked.lateReason });
      items.push(await placed(tx, item, working));
    }
    refuseTwice(items);
    return this.write(tx, { ...asked, kind: 'correction', mirrors: null, items, today, working }, by);
  }

  /** Half of what was charged above the due, owed to the payer; posted by the next run as a line of its own. */
  async enterFine(tx: Tx, fine: NewFine, by: UserId): Promise<CorrectionId> {
    const today = await this.clock.today(tx);
    const working = await this.workingPeriod(tx, today);
    checkMonth(fine.origin, { working, today, lateReason: fine.reason });
    const item = await placed(tx, fine, working);
    const { reason, documentId } = fine;
    const items = [{ ...item, was: null, excess: fine.excess }];
    const document = { reason, documentId, ownError: true, lateReason: null, kind: 'fine', mirrors: null } as const;
    return this.write(tx, { ...document, items, today, working }, by);
  }

  /**
   * A second person has given their word: the next run posts it.
   *
   * @throws DomainError `correction.not-found`, `correction.not-waiting`, `approval.required`, `approval.waiting`,
   * `approval.refused`
   */
  async release(tx: Tx, id: CorrectionId, by: UserId): Promise<void> {
    const correction = await this.locked(tx, id);
    if (correction.state !== 'waiting') throw new DomainError('correction.not-waiting', { number: correction.number });
    await this.approvals.requireApproved(tx, matterOf(correction), { by, reason: correction.reason });
    await this.setReleased(tx, id, by);
  }

  /** Takes back what was not released yet. @throws DomainError `correction.not-found`, `correction.not-waiting` */
  async withdraw(tx: Tx, id: CorrectionId, reason: string, by: UserId): Promise<void> {
    const { state, number } = await this.locked(tx, id);
    if (state !== 'waiting') throw new DomainError('correction.not-waiting', { number });
    await tx.query(
      'update corrections set withdrawn_at = organization_now(), withdrawn_by = $2, withdrawn_reason = $3 where id = $1',
      [id, by, reason],
    );
    await this.note(tx, 'correction.withdraw', id, { number, reason }, by);
  }

  /**
   * Takes back what was released by a document that says the opposite; both stay.
   *
   * @throws DomainError `correction.not-found`, `correction.not-released`, `correction.is-mirror`, `correction.mirrored`,
   * `correction.account-closed`, `document.not-found`
   */
  async mirror(
    tx: Tx,
    id: CorrectionId,
    { reason, documentId }: { readonly reason: string; readonly documentId: string },
    by: UserId,
  ): Promise<CorrectionId> {
    const original = await this.locked(tx, id);
    const { number } = original;
    if (original.state === 'waiting' || original.state === 'withdrawn')
      throw new DomainError('correction.not-released', { number });
    if (original.mirrors) throw new DomainError('correction.is-mirror', { number });
    if (original.mirroredBy) throw new DomainError('correction.mirrored', { number, by: original.mirroredBy.number });
    const today = await this.clock.today(tx);
    const working = await this.workingPeriod(tx, today);
    const rows = await tx.query<(Omit<PlacedItem, 'amount' | 'was' | 'excess'> & { kopecks: string })[]>(
      `select house_id as "houseId", account_id as "accountId", service_id as "serviceId", supplier_id as "supplierId", part,
              (extract(year from origin) * 12 + extract(month from origin) - 1)::int as origin, amount::text as kopecks
         from correction_items where correction_id = $1 order by id`,
      [id],
    );
    const items: PlacedItem[] = [];
    for (const { kopecks, ...item } of rows) {
      await refuseClosed(tx, item.accountId, working);
      items.push({ ...item, was: null, excess: null, amount: Money.ofKopecks(kopecks).negated() });
    }
    const document = {
      reason,
      documentId,
      ownError: false,
      lateReason: null,
      kind: 'correction',
      mirrors: id,
    } as const;
    return this.write(tx, { ...document, items, today, working }, by);
  }

  private async write(tx: Tx, asked: Drafted, by: UserId): Promise<CorrectionId> {
    await refuseNoPaper(tx, asked.documentId);
    const sum = Money.sum(asked.items.map(({ amount }) => (amount.isNegative ? amount.negated() : amount)));
    const limit = Money.parse(String(await this.settings.on(tx, 'corrections.second-person-above', asked.today)));
    const aboveLimit = sum.compare(limit) > 0;
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('corrections', current_organization()))`); // numbers follow one another
    const [made] = await tx.query<{ id: CorrectionId }[]>(
      `insert into corrections (organization_id, number, kind, dated, reason, late_reason, document_id, own_error, mirrors, above_limit, created_by)
       select current_organization(), coalesce(max(number), 0) + 1, $1, $2::date, $3, $4, $5, $6, $7, $8, $9 from corrections
       returning id`,
      [
        asked.kind,
        formatDate(asked.today),
        asked.reason.trim(),
        asked.lateReason,
        asked.documentId,
        asked.ownError,
        asked.mirrors,
        aboveLimit,
        by,
      ],
    );
    await insertItems(tx, made!.id, asked.items);
    const correction = await this.read(tx, made!.id);
    const { number, amount, accounts, reason } = correction;
    await this.note(tx, 'correction.enter', correction.id, { number, reason, amount: amount.toString() }, by);
    if (!aboveLimit) await this.setReleased(tx, correction.id, by);
    else {
      const figures = { amount: amount.toString(), limit: limit.toString(), accounts };
      const word = await this.approvals.request(tx, { ...matterOf(correction), details: figures }, { by, reason });
      if (word.state === 'approved') await this.release(tx, correction.id, by);
    }
    return correction.id;
  }

  private async setReleased(tx: Tx, id: CorrectionId, by: UserId): Promise<void> {
    await tx.query('update corrections set released_at = organization_now(), released_by = $2 where id = $1', [id, by]);
    const items = await itemsOf(tx, id);
    const { from, to } = monthInterval(await this.workingPeriod(tx, await this.clock.today(tx)));
    const { number, reason } = await this.read(tx, id);
    const accounts = [...new Set(items.map(({ accountId }) => accountId))];
    const changes = accounts.map((account) => ({
      fact: 'correction_items',
      subject: { type: 'account', id: account } as const,
      ...{ from, to },
    }));
    await recordChanges(tx, changes, { by, reason });
    await this.note(tx, 'correction.release', id, { number }, by);
  }

  private async locked(tx: Tx, id: CorrectionId): Promise<Correction> {
    await tx.query('select 1 from corrections where id = $1 for update', [id]);
    return this.read(tx, id);
  }

  private async workingPeriod(tx: Tx, today: LocalDate): Promise<Period> {
    const closed = await this.ledger.lastClosedMonth(tx);
    return closed === null ? periodOfDate(today) : addMonths(closed, 1);
  }

  private async note(
    tx: Tx,
    action: string,
    id: CorrectionId,
    details: Readonly<Record<string, string>>,
    by: UserId,
  ): Promise<void> {
    await this.audit.record(tx, { userId: by, action, object: { type: 'correction', id }, details });
  }
}

interface PlacedItem extends Omit<NewCorrectionItem, 'supplierId' | 'part'> {
  readonly houseId: HouseId;
  readonly supplierId: SupplierId;
  readonly part: ManualPart;
  readonly was: Money | null;
  readonly excess: Money | null;
}

interface Drafted extends Omit<NewCorrection, 'items'> {
  readonly kind: 'correction' | 'fine';
  readonly mirrors: CorrectionId | null;
  readonly items: readonly PlacedItem[];
  readonly today: LocalDate;
  readonly working: Period;
}

function matterOf({ id, number, amount }: Correction) {
  const object = { type: 'correction', id, label: `№ ${number}` };
  return { action: 'correction.above-limit', object, version: amount.toString() } as const;
}

// ------------------------------------------------------------------------------------------------ what can be corrected

/** What is more than three years ago can't be claimed (ГК 196): whoever enters it says why. */
const LIMITATION = 36;

function checkMonth(
  origin: Period,
  { working, today, lateReason }: { working: Period; today: LocalDate; lateReason: string | null },
): void {
  if (origin >= working) throw new DomainError('correction.month-open', { period: formatPeriod(origin) });
  if (!lateReason && origin < addMonths(periodOfDate(today), -LIMITATION))
    throw new DomainError('correction.too-old', { period: formatPeriod(origin), months: LIMITATION });
}

async function placed(tx: Tx, item: NewCorrectionItem, working: Period): Promise<PlacedItem> {
  const { accountId, serviceId, origin, amount } = item;
  const { houseId, number } = await placeOf(tx, accountId);
  if (amount.isZero) throw new DomainError('correction.nothing', { account: number });
  await refuseClosed(tx, accountId, working);
  const section = await sectionOf(tx, serviceId);
  const charged = (await chargedFor(tx, accountId, origin)).filter((row) => row.serviceId === serviceId);
  const details = { account: number, period: formatPeriod(origin) };
  const part = partOf(item, { charged, section, details });
  const ofPart = charged.filter((row) => row.part === part);
  const supplierId = item.supplierId ?? only(ofPart.map((row) => row.supplierId));
  if (!supplierId) throw new DomainError('correction.supplier-needed', details);
  await refuseStrangeSupplier(tx, supplierId);
  const was = Money.sum(ofPart.filter((row) => row.supplierId === supplierId).map((row) => row.amount));
  if (was.plus(amount).isNegative && !was.isNegative)
    throw new DomainError('correction.below-zero', { ...details, was: was.toString(), amount: amount.toString() });
  return { houseId, accountId, serviceId, supplierId, part, origin, amount, was, excess: null };
}

/** A sum that can't be told to be of the individual fee or of common property is refused (REC-06). */
function partOf(
  { part }: NewCorrectionItem,
  {
    charged,
    section,
    details,
  }: { charged: readonly ChargedFor[]; section: string; details: Readonly<Record<string, string>> },
): ManualPart {
  const parts = [...new Set(charged.map((row) => row.part))];
  if (part !== null && parts.length > 0 && !parts.includes(part))
    throw new DomainError('correction.part-unknown', details);
  if (part !== null) return part;
  if (parts.length > 1) throw new DomainError('correction.part-needed', details);
  return parts[0] ?? (section === 'common-property' ? 'common' : 'individual');
}

function only<T>(values: readonly T[]): T | null {
  const distinct = [...new Set(values)];
  return distinct.length === 1 ? distinct[0]! : null;
}

function refuseTwice(items: readonly PlacedItem[]): void {
  const seen = new Set<string>();
  for (const { accountId, serviceId, supplierId, part, origin } of items) {
    const key = [accountId, serviceId, supplierId, part, origin].join(' ');
    if (seen.has(key)) throw new DomainError('correction.twice', { period: formatPeriod(origin) });
    seen.add(key);
  }
}

async function placeOf(tx: Tx, id: AccountId): Promise<{ houseId: HouseId; number: string }> {
  const [row] = await tx.query<{ houseId: HouseId; number: string }[]>(
    'select house_id as "houseId", number from accounts where id = $1',
    [id],
  );
  if (!row) throw new DomainError('account.not-found', { id });
  return row;
}

/** The next run has no bill of it. */
async function refuseClosed(tx: Tx, id: AccountId, working: Period): Promise<void> {
  const [row] = await tx.query<{ number: string; open: boolean }[]>(
    `select a.number, exists (select from account_facts f where f.account_id = a.id and f.superseded_at is null
                                 and (upper(f.valid) is null or upper(f.valid) > $2::date)) as open
       from accounts a where a.id = $1`,
    [id, formatDate(firstDay(working))],
  );
  if (!row?.open) throw new DomainError('correction.account-closed', { account: row?.number ?? id });
}

async function sectionOf(tx: Tx, id: ServiceId): Promise<string> {
  const [row] = await tx.query<{ section: string }[]>('select section from services where id = $1', [id]);
  if (!row) throw new DomainError('service.not-found');
  return row.section;
}

async function refuseStrangeSupplier(tx: Tx, id: SupplierId): Promise<void> {
  const [row] = await tx.query<unknown[]>('select 1 from suppliers where id = $1', [id]);
  if (!row) throw new DomainError('supplier.not-found');
}

async function refuseNoPaper(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.query<unknown[]>('select 1 from documents where id = $1', [id]);
  if (!row) throw new DomainError('document.not-found');
}

async function insertItems(tx: Tx, id: CorrectionId, items: readonly PlacedItem[]): Promise<void> {
  const rows = items.map(({ houseId, accountId, serviceId, supplierId, part, origin, was, amount, excess }) => ({
    ...{ house_id: houseId, account_id: accountId, service_id: serviceId, supplier_id: supplierId, part },
    ...{ origin: formatDate(firstDay(origin)), amount: amount.kopecks.toString() },
    ...{ was: was?.kopecks.toString() ?? null, excess: excess?.kopecks.toString() ?? null },
  }));
  await tx.query(
    `insert into correction_items (organization_id, correction_id, house_id, account_id, service_id, supplier_id, part, origin, was, amount, excess)
     select current_organization(), $1, i.*
       from jsonb_to_recordset($2) as i (house_id bigint, account_id bigint, service_id bigint, supplier_id bigint, part text,
                                         origin date, was bigint, amount bigint, excess bigint)`,
    [id, JSON.stringify(rows)],
  );
}

// -------------------------------------------------------------------------------------------------------- what there is

interface Row extends Omit<Correction, 'amount'> {
  readonly kopecks: string;
}

function correctionOf({ kopecks, ...row }: Row): Correction {
  return { ...row, amount: Money.ofKopecks(kopecks) };
}

async function itemsOf(tx: Tx, id: CorrectionId): Promise<CorrectionItem[]> {
  const rows = await tx.query<(Omit<CorrectionItem, 'was' | 'amount'> & { was: string | null; amount: string })[]>(
    `select i.id::text as id, i.account_id as "accountId", a.number as account,
            concat_ws(', ', h.street, h.building, p.number) as address, i.service_id as "serviceId", s.name as service,
            r.name as supplier, i.part, to_char(i.origin, 'YYYY-MM') as origin, i.was::text as was, i.amount::text as amount
       from correction_items i
       join accounts a on a.id = i.account_id join premises p on p.id = a.premises_id join houses h on h.id = i.house_id
       join services s on s.id = i.service_id join suppliers r on r.id = i.supplier_id
      where i.correction_id = $1 order by i.id`,
    [id],
  );
  return rows.map(({ was, amount, ...row }) => ({
    ...row,
    was: was === null ? null : Money.ofKopecks(was),
    amount: Money.ofKopecks(amount),
  }));
}

const SELECT = `
  select c.id, c.number::text as number, c.kind, c.dated::text as dated, c.reason, c.late_reason as "lateReason",
         c.document_id as "documentId", c.own_error as "ownError", c.above_limit as "aboveLimit",
         case when c.withdrawn_at is not null then 'withdrawn' when c.released_at is null then 'waiting'
              when posted.period is not null then 'posted' else 'to-post' end as state,
         to_char(posted.period, 'YYYY-MM') as "postedIn",
         case when m.id is null then null else json_build_object('id', m.id::text, 'number', m.number::text) end as mirrors,
         case when b.id is null then null else json_build_object('id', b.id::text, 'number', b.number::text) end as "mirroredBy",
         sums.accounts, sums.kopecks, c.created_at as "createdAt", u.name as "createdBy", c.withdrawn_reason as withdrawn
    from corrections c
    cross join lateral (select count(distinct i.account_id)::int as accounts, coalesce(sum(i.amount), 0)::text as kopecks
                          from correction_items i where i.correction_id = c.id) sums
    left join lateral (select max(r.period) as period
                         from correction_items i
                         join charge_lines l on l.account_id = i.account_id and l.period > i.origin and l.part in ('manual', 'fine')
                                            and l.working ->> 'item' = i.id::text
                         join billing_runs r on r.id = l.run_id and r.state = 'closed'
                        where i.correction_id = c.id) posted on true
    left join corrections m on m.id = c.mirrors
    left join corrections b on b.mirrors = c.id and b.withdrawn_at is null
    left join users u on u.id = c.created_by`;
