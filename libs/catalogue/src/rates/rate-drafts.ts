import { Injectable } from '@nestjs/common';
import {
  type DetailValue,
  DomainError,
  formatDateRange,
  type Id,
  type Interval,
  parseDateRange,
  type ServiceId,
  type UserId,
} from '@dvor/kernel';
import { AuditLog, type Tx } from '@dvor/platform';
import { checkRanges, checkRates, isAmount, type PriceRange, type Rates, type Traits } from '../core/index.js';
import { lockService } from '../services/services.js';
import { Norms, Tariffs } from './tariffs.js';

export type RateDraftId = Id<'RateDraft'>;
export const DRAFT_STATES = ['draft', 'approved', 'discarded'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

interface DraftBasis extends Interval {
  readonly serviceId: ServiceId;
  readonly appliesTo: Traits;
  /** May be missing until it is approved. */
  readonly act: string | null;
  readonly clause: string | null;
  readonly note: string | null;
}

/** A rate or a norm that somebody thinks about. No run ever sees it. */
export type NewRateDraft = DraftBasis &
  (
    | {
        readonly kind: 'tariff';
        readonly rates: Rates;
        readonly ranges: readonly PriceRange[] | null;
        readonly vatRate: string | null;
      }
    | { readonly kind: 'norm'; readonly value: string }
  );

export type RateDraft = NewRateDraft & {
  readonly id: RateDraftId;
  readonly service: { readonly id: ServiceId; readonly code: string; readonly name: string; readonly unit: string };
  readonly version: number;
  readonly state: DraftState;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
};

/** Rates and norms before they are put in force. */
@Injectable()
export class RateDrafts {
  constructor(
    private readonly audit: AuditLog,
    private readonly tariffs: Tariffs,
    private readonly norms: Norms,
  ) {}

  /** The latest first. */
  async list(
    tx: Tx,
    { state, serviceId }: { state?: DraftState | undefined; serviceId?: ServiceId | undefined } = {},
  ): Promise<RateDraft[]> {
    const rows = await tx.query<DraftRow[]>(
      `${SELECT} where ($1::text is null or d.state = $1) and ($2::bigint is null or d.service_id = $2) order by d.id desc`,
      [state ?? null, serviceId ?? null],
    );
    return rows.map(draftOf);
  }

  /** @throws DomainError `draft.not-found` */
  async read(tx: Tx, id: RateDraftId): Promise<RateDraft> {
    return readDraft(tx, id);
  }

  /**
   * @throws DomainError `service.not-found`, `service.archived`, `tariff.rate`, `tariff.zones`, `tariff.ranges`, `norm.value`
   */
  async create(tx: Tx, draft: NewRateDraft, by: UserId): Promise<RateDraft> {
    checkDraft(draft);
    await lockService(tx, draft.serviceId);
    const [row] = await tx.query<{ id: RateDraftId }[]>(
      `insert into rate_drafts (organization_id, kind, service_id, applies_to, valid, rates, ranges, vat_rate, value, act, clause, note, created_by)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
      [draft.kind, ...columnsOf(draft), by],
    );
    await this.noteDraft(tx, 'rate-draft.create', { id: row!.id, by }, draft);
    return readDraft(tx, row!.id);
  }

  /**
   * Puts other words in place of a draft as it was seen at `version`; what it is a draft of stays.
   *
   * @throws DomainError `draft.not-found`, `draft.decided`, `draft.stale`, `draft.kind`, and those of `create`
   */
  async edit(
    tx: Tx,
    id: RateDraftId,
    draft: NewRateDraft,
    { by, version }: { by: UserId; version: number },
  ): Promise<RateDraft> {
    const before = await openDraft(tx, id);
    if (before.version !== version) throw new DomainError('draft.stale', { version: before.version });
    if (before.kind !== draft.kind) throw new DomainError('draft.kind');
    checkDraft(draft);
    await lockService(tx, draft.serviceId);
    await tx.query(
      `update rate_drafts set service_id = $2, applies_to = $3, valid = $4, rates = $5, ranges = $6, vat_rate = $7, value = $8, act = $9,
              clause = $10, note = $11, version = version + 1 where id = $1`,
      [id, ...columnsOf(draft)],
    );
    await this.noteDraft(tx, 'rate-draft.edit', { id, by }, draft);
    return readDraft(tx, id);
  }

  /**
   * Puts a draft in force, as a version from its day on.
   *
   * @throws DomainError `draft.not-found`, `draft.decided`, and those of `Tariffs.set` and `Norms.set`: `rate.no-law`
   * where the act or the clause is missing, `tariff.overlap`, `tariff.gap`, `norm.overlap`, `norm.gap`
   */
  async approve(
    tx: Tx,
    id: RateDraftId,
    { by, reason, replaces }: { by: UserId; reason: string; replaces: boolean },
  ): Promise<RateDraft> {
    const draft = await openDraft(tx, id);
    const { serviceId, appliesTo, from, to } = draft;
    const version = { serviceId, appliesTo, from, to, basis: draft.act ?? '', clause: draft.clause ?? '' };
    const entering = { by, reason, replaces };
    if (draft.kind === 'norm') await this.norms.set(tx, { ...version, value: draft.value }, entering);
    else {
      const { rates, ranges, vatRate } = draft;
      await this.tariffs.set(tx, { ...version, rates, ranges, vatRate }, entering);
    }
    await this.decide(tx, id, { by, state: 'approved' });
    return readDraft(tx, id);
  }

  /** @throws DomainError `draft.not-found`, `draft.decided` */
  async discard(tx: Tx, id: RateDraftId, by: UserId): Promise<RateDraft> {
    await openDraft(tx, id);
    await this.decide(tx, id, { by, state: 'discarded' });
    return readDraft(tx, id);
  }

  private async decide(tx: Tx, id: RateDraftId, { by, state }: { by: UserId; state: DraftState }): Promise<void> {
    await tx.query(
      'update rate_drafts set state = $2, decided_at = organization_now(), decided_by = $3, version = version + 1 where id = $1',
      [id, state, by],
    );
    await this.audit.record(tx, { userId: by, action: `rate-draft.${state}`, object: { type: 'rate-draft', id } });
  }

  private async noteDraft(
    tx: Tx,
    action: string,
    { id, by }: { id: RateDraftId; by: UserId },
    draft: NewRateDraft,
  ): Promise<void> {
    const { kind, serviceId, appliesTo } = draft;
    const figure: Record<string, DetailValue> =
      draft.kind === 'tariff' ? { rates: { ...draft.rates } } : { value: draft.value };
    await this.audit.record(tx, {
      userId: by,
      action,
      object: { type: 'rate-draft', id },
      details: { kind, serviceId, appliesTo, days: formatDateRange(draft), ...figure },
    });
  }
}

function checkDraft(draft: NewRateDraft): void {
  if (draft.kind === 'norm') {
    if (!isAmount(draft.value)) throw new DomainError('norm.value', { value: draft.value });
    return;
  }
  checkRates(draft.rates);
  if (draft.ranges) checkRanges(draft.ranges);
}

function columnsOf(draft: NewRateDraft): unknown[] {
  const tariff = draft.kind === 'tariff' ? draft : null;
  return [
    draft.serviceId,
    draft.appliesTo,
    formatDateRange(draft),
    tariff ? (tariff.ranges?.[0]?.rates ?? tariff.rates) : null,
    tariff?.ranges ? JSON.stringify(tariff.ranges) : null,
    tariff?.vatRate ?? null,
    draft.kind === 'norm' ? draft.value : null,
    draft.act,
    draft.clause,
    draft.note,
  ];
}

type DraftRow = Omit<RateDraft, 'from' | 'to'> & { readonly valid: string };

function draftOf({ valid, ...row }: DraftRow): RateDraft {
  return { ...row, ...parseDateRange(valid) } as RateDraft;
}

async function readDraft(tx: Tx, id: RateDraftId, lock: '' | 'for update of d' = ''): Promise<RateDraft> {
  const [row] = await tx.query<DraftRow[]>(`${SELECT} where d.id = $1 ${lock}`, [id]);
  if (!row) throw new DomainError('draft.not-found');
  return draftOf(row);
}

async function openDraft(tx: Tx, id: RateDraftId): Promise<RateDraft> {
  const draft = await readDraft(tx, id, 'for update of d');
  if (draft.state !== 'draft') throw new DomainError('draft.decided', { state: draft.state });
  return draft;
}

const SELECT = `
  select d.id, d.kind, d.service_id as "serviceId", json_build_object('id', s.id::text, 'code', s.code, 'name', s.name, 'unit', s.unit) as service,
         d.applies_to as "appliesTo", d.valid::text as valid, d.rates, d.ranges, trim_scale(d.vat_rate)::text as "vatRate",
         trim_scale(d.value)::text as value, d.act, d.clause, d.note, d.version, d.state, d.created_at as "createdAt",
         c.name as "createdBy", d.decided_at as "decidedAt", u.name as "decidedBy"
    from rate_drafts d
    join services s on s.id = d.service_id
    left join users c on c.id = d.created_by
    left join users u on u.id = d.decided_by`;
