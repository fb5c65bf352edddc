import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  addDays,
  addMonths,
  dayOfMonth,
  daysIn,
  daysOf,
  DomainError,
  firstDay,
  formatDate,
  formatDateRange,
  type Interval,
  type LocalDate,
  type PartyId,
  periodOfDate,
} from '@dvor/kernel';
import { addFact, AuditLog, type Recording, removeFacts, type Tx } from '@dvor/platform';
import { ABSENCES, RESIDENCIES } from './fact-tables.js';
import { accountPlace } from './places.js';

export type ResidencyKind = 'permanent' | 'temporary';

/** Absences count from more than five full days in a row (ПП 354, п. 86). */
const SHORTEST_ABSENCE = 6;
/** It is asked for before one leaves, or within so many days after one came back (ПП 354, п. 91). */
const DAYS_TO_CLAIM = 30;
/** What is asked for before one comes back holds for so many months ahead; then it is asked for again (ПП 354, п. 91). */
const MONTHS_AHEAD = 6;

interface BoundedDays extends Interval {
  readonly to: LocalDate;
}

export interface Registered extends Interval {
  readonly partyId: PartyId;
  readonly name: string;
  readonly kind: ResidencyKind;
}

export interface NewAbsence {
  readonly partyId: PartyId;
  /** From the day of leaving to the day after that of coming back. */
  readonly days: BoundedDays;
  readonly appliedOn: LocalDate;
}

/** Who is registered where, and who of them is away. */
@Injectable()
export class Residents {
  constructor(private readonly audit: AuditLog) {}

  /**
   * Registers somebody in the premises of an account. One person lives in one place at a time.
   *
   * @throws DomainError `account.not-found`, `account.not-open`, `residency.elsewhere` naming the place, `party.not-found`
   */
  async moveIn(
    tx: Tx,
    accountId: AccountId,
    { partyId, kind, days }: { readonly partyId: PartyId; readonly kind: ResidencyKind; readonly days: Interval },
    recording: Recording,
  ): Promise<void> {
    const { houseId } = await accountPlace(tx, accountId);
    const [elsewhere] = await tx.query<{ account: string; name: string; from: string; to: string | null }[]>(
      `select a.number as account, p.name, lower(r.valid)::text as "from", upper(r.valid)::text as "to"
         from residencies r join accounts a on a.id = r.account_id join parties p on p.id = r.party_id
        where r.party_id = $1 and r.kind = $2 and r.superseded_at is null and r.valid && $3::daterange
        order by lower(r.valid) limit 1`,
      [partyId, kind, formatDateRange(days)],
    );
    if (elsewhere) throw new DomainError('residency.elsewhere', { ...elsewhere });
    await addFact(
      tx,
      RESIDENCIES,
      { key: { house_id: houseId, account_id: accountId, party_id: partyId, kind }, days, values: {} },
      recording,
    );
    await this.note(tx, 'resident.move-in', accountId, { partyId, kind, ...told(days) }, recording);
  }

  /**
   * From a day on somebody no longer lives there: moved out, or died.
   * @throws DomainError `account.not-found`, `residency.none` when nobody was registered on that day or later
   */
  async moveOut(
    tx: Tx,
    accountId: AccountId,
    { partyId, from }: { readonly partyId: PartyId; readonly from: LocalDate },
    recording: Recording,
  ): Promise<void> {
    const { houseId } = await accountPlace(tx, accountId);
    const days = { from, to: null };
    let removed = 0;
    for (const kind of ['permanent', 'temporary'] as const) {
      const key = { house_id: houseId, account_id: accountId, party_id: partyId, kind };
      removed += (await removeFacts(tx, RESIDENCIES, { key, days }, recording)).removed;
    }
    if (removed === 0) throw new DomainError('residency.none', { date: formatDate(from) });
    await this.note(tx, 'resident.move-out', accountId, { partyId, from: formatDate(from) }, recording);
  }

  /**
   * Days on which a registered person did not live there, proved by a paper: `from` and the day before `to` are the
   * days of leaving and of coming back, which do not count as away (ПП 354, п. 86–92).
   *
   * @throws DomainError `absence.short`, `absence.not-a-resident`, `absence.late`, `absence.ahead`, `absence.without-paper`,
   * `fact.overlap`
   */
  async recordAbsence(tx: Tx, accountId: AccountId, absence: NewAbsence, recording: Recording): Promise<void> {
    await accountPlace(tx, accountId);
    if (!recording.documentId) throw new DomainError('absence.without-paper');
    await this.supposeAbsence(tx, accountId, absence, recording);
    const { partyId, days } = absence;
    await this.note(tx, 'resident.absence', accountId, { partyId, ...told(days) }, recording);
  }

  /** As `recordAbsence`, but without its paper: for those who look what comes of it and take it back. */
  async supposeAbsence(
    tx: Tx,
    accountId: AccountId,
    { partyId, days, appliedOn }: NewAbsence,
    recording: Recording,
  ): Promise<void> {
    const { houseId } = await accountPlace(tx, accountId);
    const away = Math.max(daysOf(days) - 2, 0);
    if (away < SHORTEST_ABSENCE) throw new DomainError('absence.short', { days: away, shortest: SHORTEST_ABSENCE });
    const [registered] = await tx.query<{ all: boolean }[]>(
      `select coalesce(range_agg(valid) @> $3::daterange, false) as all
         from residencies where account_id = $1 and party_id = $2 and superseded_at is null`,
      [accountId, partyId, formatDateRange(days)],
    );
    if (!registered!.all) throw new DomainError('absence.not-a-resident', told(days));
    const lastDay = addDays(days.to, DAYS_TO_CLAIM - 1); // `to` is the day after that of coming back
    if (appliedOn > lastDay)
      throw new DomainError('absence.late', {
        applied: formatDate(appliedOn),
        until: formatDate(lastDay),
        days: DAYS_TO_CLAIM,
      });
    const until = monthsAfter(appliedOn > days.from ? appliedOn : days.from, MONTHS_AHEAD);
    if (appliedOn < days.to && days.to > addDays(until, 1))
      throw new DomainError('absence.ahead', { months: MONTHS_AHEAD, until: formatDate(until) });
    await addFact(
      tx,
      ABSENCES,
      {
        key: { house_id: houseId, account_id: accountId, party_id: partyId },
        days,
        values: { applied_on: formatDate(appliedOn) },
      },
      recording,
    );
  }

  /** Who is registered with an account on some day from this one on. */
  async since(tx: Tx, accountId: AccountId, from: LocalDate): Promise<Registered[]> {
    return tx.query<Registered[]>(
      `select r.party_id as "partyId", p.name, r.kind, lower(r.valid) - date '1970-01-01' as "from",
              upper(r.valid) - date '1970-01-01' as "to"
         from residencies r join parties p on p.id = r.party_id
        where r.account_id = $1 and r.superseded_at is null and r.valid && daterange($2::date, null)
        order by p.name, lower(r.valid)`,
      [accountId, formatDate(from)],
    );
  }

  /**
   * From a day on people are registered with another account of the same premises: it was split, or merged. Their
   * absences that are not over go along.
   * @param who  `null`: all
   */
  async follow(
    tx: Tx,
    {
      from,
      to,
      on,
      who,
    }: {
      readonly from: AccountId;
      readonly to: AccountId;
      readonly on: LocalDate;
      readonly who: readonly PartyId[] | null;
    },
    recording: Recording,
  ): Promise<void> {
    const { houseId } = await accountPlace(tx, to);
    const moving = (await this.since(tx, from, on)).filter(({ partyId }) => who === null || who.includes(partyId));
    for (const { partyId: party_id, kind, ...registered } of moving) {
      const key = { house_id: houseId, party_id, kind };
      await removeFacts(
        tx,
        RESIDENCIES,
        { key: { ...key, account_id: from }, days: { from: on, to: null } },
        recording,
      );
      const days = { from: registered.from > on ? registered.from : on, to: registered.to };
      await addFact(tx, RESIDENCIES, { key: { ...key, account_id: to }, days, values: {} }, recording);
      await this.note(tx, 'resident.follow', to, { partyId: party_id, kind, account: from, ...told(days) }, recording);
    }
    await this.carryAbsences(tx, { from, to, on, who: moving.map(({ partyId }) => partyId) }, recording);
  }

  /** Whole, as they were proved: how long one was away is counted over all of it, whichever account it falls on. */
  private async carryAbsences(
    tx: Tx,
    { from, to, on, who }: { from: AccountId; to: AccountId; on: LocalDate; who: readonly PartyId[] },
    recording: Recording,
  ): Promise<void> {
    const { houseId } = await accountPlace(tx, to);
    const rows = await tx.query<(BoundedDays & { partyId: PartyId; appliedOn: string; documentId: string | null })[]>(
      `select party_id as "partyId", lower(valid) - date '1970-01-01' as "from", upper(valid) - date '1970-01-01' as "to",
              applied_on::text as "appliedOn", document_id as "documentId"
         from absences b
        where account_id = $1 and party_id = any ($2) and superseded_at is null and valid && daterange($3::date, null)
          and not exists (select from absences known where known.account_id = $4 and known.party_id = b.party_id
                             and known.superseded_at is null and known.valid && b.valid)
        order by lower(valid)`,
      [from, who, formatDate(on), to],
    );
    for (const { partyId, appliedOn, documentId, ...days } of rows)
      await addFact(
        tx,
        ABSENCES,
        {
          key: { house_id: houseId, account_id: to, party_id: partyId },
          days,
          values: { applied_on: appliedOn },
        },
        { ...recording, documentId: documentId as typeof recording.documentId },
      );
  }

  /** Takes an absence back. @throws DomainError `absence.none` */
  async withdrawAbsence(
    tx: Tx,
    accountId: AccountId,
    { partyId, days }: { readonly partyId: PartyId; readonly days: Interval },
    recording: Recording,
  ): Promise<void> {
    const { houseId } = await accountPlace(tx, accountId);
    const key = { house_id: houseId, account_id: accountId, party_id: partyId };
    const { removed } = await removeFacts(tx, ABSENCES, { key, days }, recording);
    if (removed === 0) throw new DomainError('absence.none', told(days));
    await this.note(tx, 'resident.absence-withdrawn', accountId, { partyId, ...told(days) }, recording);
  }

  private async note(
    tx: Tx,
    action: string,
    accountId: AccountId,
    details: Record<string, string | null>,
    { by, reason }: Recording,
  ): Promise<void> {
    await this.audit.record(tx, {
      userId: by,
      action,
      object: { type: 'account', id: accountId },
      details: { ...details, reason },
    });
  }
}

/** The last day is told, as people count. */
function told({ from, to }: Interval): { from: string; to: string | null } {
  return { from: formatDate(from), to: to === null ? null : formatDate(addDays(to, -1)) };
}

/** The same day of a later month, or its last. */
function monthsAfter(day: LocalDate, months: number): LocalDate {
  const month = addMonths(periodOfDate(day), months);
  return (firstDay(month) + Math.min(dayOfMonth(day), daysIn(month)) - 1) as LocalDate;
}
