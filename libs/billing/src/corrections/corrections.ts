import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  addMonths,
  DomainError,
  firstDay,
  formatDate,
  type LocalDate,
  Money,
  monthInterval,
  type Period,
  periodOfDate,
  type UserId,
} from '@dvor/kernel';
import { OrganizationSettings } from '@dvor/catalogue';
import { Balances, Ledger } from '@dvor/ledger';
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
import { type ChargedFor, chargedFor } from './charged-for.js';
import {
  type Correction,
  type CorrectionId,
  type CorrectionItem,
  correctionOf,
  type CorrectionRow,
  CORRECTIONS,
  type CorrectionState,
  itemsOf,
} from './correction-rows.js';
import { type ForeseenItem, foreseeItems, type RoughItem } from './foresee-items.js';
import { postToClosed } from './post-to-closed.js';
import {
  checkMonth,
  insertItems,
  type NewCorrectionItem,
  placed,
  type PlacedItem,
  placeOf,
  refuseNoPaper,
  refuseTwice,
} from './place-item.js';

export interface NewCorrection {
  readonly reason: string;
  readonly documentId: string;
  /** Of the organisation: charged above the due. */
  readonly ownError: boolean;
  readonly lateReason: string | null;
  readonly items: readonly NewCorrectionItem[];
}

export interface NewFine extends Omit<NewCorrectionItem, 'amount'> {
  readonly excess: Money;
  readonly amount: Money;
  readonly reason: string;
  readonly documentId: string;
}

export interface CorrectionFilter {
  /** Part of a reason, or a number, or an account's. */
  readonly text?: string | undefined;
  readonly state?: CorrectionState | undefined;
  readonly accountId?: AccountId | undefined;
  readonly origin?: Period | undefined;
}

/**
 * Corrections by hand: what was charged, by how much it is changed, why and by which paper (REC-09). The next run posts
 * them; those of a closed account, which has no next bill, go to its last balance at once.
 */
@Injectable()
export class Corrections {
  constructor(
    private readonly audit: AuditLog,
    private readonly approvals: Approvals,
    private readonly settings: OrganizationSettings,
    private readonly ledger: Ledger,
    private readonly balances: Balances,
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
    const rows = await tx.query<CorrectionRow[]>(
      `select * from (${CORRECTIONS}) d
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
    const [row] = await tx.query<CorrectionRow[]>(`${CORRECTIONS} where c.id = $1`, [id]);
    if (!row) throw new DomainError('correction.not-found');
    const items = await itemsOf(tx, id, await this.workingPeriod(tx, await this.clock.today(tx)));
    const balances = await this.balances.of(
      tx,
      items.filter(({ closed }) => closed).map(({ accountId }) => accountId),
    );
    return {
      ...correctionOf(row),
      items: items.map(({ closed, ...item }) => ({
        ...item,
        finalBalance: closed ? (balances.get(item.accountId) ?? Money.zero) : null,
      })),
    };
  }

  /** What a table of corrections would come to; nothing is written. */
  async foresee(tx: Tx, rows: readonly RoughItem[]): Promise<ForeseenItem[]> {
    const today = await this.clock.today(tx);
    return foreseeItems(tx, rows, { today, working: await this.workingPeriod(tx, today) });
  }

  /**
   * Enters a correction. Within the limit the next run posts it; above the limit a second person's word is asked for, and
   * `release` follows it.
   *
   * @throws DomainError `correction.empty`, `correction.twice`, `correction.nothing`, `correction.month-open`,
   * `correction.too-old`, `correction.part-needed`, `correction.part-unknown`,
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
      items.push(await placed(tx, item));
    }
    refuseTwice(items);
    return this.write(tx, { ...asked, kind: 'correction', mirrors: null, items, today, working }, by);
  }

  /** Half of what was charged above the due, owed to the payer; posted by the next run as a line of its own. */
  async enterFine(tx: Tx, fine: NewFine, by: UserId): Promise<CorrectionId> {
    const today = await this.clock.today(tx);
    const working = await this.workingPeriod(tx, today);
    checkMonth(fine.origin, { working, today, lateReason: fine.reason });
    const item = await placed(tx, fine);
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
   * `document.not-found`
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
    const today = await this.clock.today(tx);
    const working = await this.workingPeriod(tx, today);
    const { from, to } = monthInterval(working);
    const { number, reason, items } = await this.read(tx, id);
    const closed = new Set(await postToClosed(tx, this.ledger, { id, number, reason }, { working, today, by }));
    const accounts = new Set(items.map(({ accountId }) => accountId).filter((account) => !closed.has(account)));
    const changes = [...accounts].map((account) => ({
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
