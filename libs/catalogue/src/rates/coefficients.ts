import { Injectable } from '@nestjs/common';
import { DomainError, formatDate, type HouseId, type Interval, type LocalDate, parseDateRange } from '@dvor/kernel';
import { AuditLog, changeFacts, type Recording, removeFacts, type Tx } from '@dvor/platform';
import { checkCoefficient, type CoefficientCode } from '../core/index.js';
import { checkPaper } from '../edits.js';
import { HOUSE_COEFFICIENTS, ORGANIZATION_COEFFICIENTS } from '../fact-tables.js';

export interface NewCoefficient extends Interval {
  /** `null`: of all of the organisation's houses. */
  readonly houseId: HouseId | null;
  readonly code: string;
  /** Decimal text. */
  readonly value: string;
  /** The act and the clause that give it. */
  readonly basis: string;
  readonly clause: string;
}

export interface CoefficientRow {
  readonly id: string;
  readonly house: { readonly id: HouseId; readonly address: string } | null;
  readonly code: CoefficientCode;
  readonly value: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly basis: string;
  readonly clause: string;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

/** Coefficients of the organisation and of its houses, in place of the law's or besides it. */
@Injectable()
export class Coefficients {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  /** Those in force, the organisation's first; on a day, where it is given. */
  async list(tx: Tx, { on }: { on?: LocalDate | undefined } = {}): Promise<CoefficientRow[]> {
    return tx.query<CoefficientRow[]>(
      `select c.id, c.code, trim_scale(c.value)::text as value, lower(c.valid)::text as "validFrom", upper(c.valid)::text as "validTo",
              case when h.id is null then null else
                json_build_object('id', h.id::text, 'address', concat_ws(', ', h.city, h.street, h.building)) end as house,
              c.basis, c.clause, c.reason, c.recorded_at as "recordedAt", u.name as "recordedBy"
         from coefficients c left join houses h on h.id = c.house_id left join users u on u.id = c.recorded_by
        where c.superseded_at is null and ($1::date is null or c.valid @> $1::date) and (c.house_id is null or h.id is not null)
        order by c.code, c.house_id nulls first, lower(c.valid) desc`,
      [on === undefined ? null : formatDate(on)],
    );
  }

  /**
   * From a day on; what held on these days is superseded.
   *
   * @throws DomainError `coefficient.unknown`, `coefficient.value`, `rate.no-law`, `house.not-found`
   */
  async set(tx: Tx, coefficient: NewCoefficient, recording: Recording): Promise<void> {
    const { houseId, code, value, basis, clause, from, to } = coefficient;
    checkCoefficient(code, value);
    await checkPaper(tx, recording);
    if (basis.trim() === '' || clause.trim() === '') throw new DomainError('rate.no-law');
    const values = { value: value.replace(',', '.'), basis, clause };
    const change = { days: { from, to }, patch: values, otherwise: values };
    if (houseId === null) {
      const key = { place: 'organization', code };
      await changeFacts(tx, ORGANIZATION_COEFFICIENTS, { key, ...change }, recording);
    } else {
      const [house] = await tx.query<{ id: HouseId }[]>('select id from houses where id = $1', [houseId]);
      if (!house) throw new DomainError('house.not-found');
      const key = { house_id: houseId, place: `house:${houseId}`, code };
      await changeFacts(tx, HOUSE_COEFFICIENTS, { key, ...change }, recording);
    }
    await this.note(tx, 'coefficient.set', { houseId, code }, recording, {
      value,
      from: formatDate(from),
      basis,
      clause,
    });
  }

  /** Ends one on a day, or takes all of it back. @throws DomainError `coefficient.not-found`, `coefficient.close-day` */
  async close(tx: Tx, id: string, { from, ...recording }: { from: LocalDate } & Recording): Promise<void> {
    await checkPaper(tx, recording);
    const [row] = await tx.query<{ houseId: HouseId | null; code: string; valid: string }[]>(
      `select house_id as "houseId", code, valid::text as valid from coefficients where id = $1 and superseded_at is null for update`,
      [id],
    );
    if (!row) throw new DomainError('coefficient.not-found');
    const { houseId, code } = row;
    const days = parseDateRange(row.valid);
    if (from < days.from || (days.to !== null && from >= days.to))
      throw new DomainError('coefficient.close-day', { from: formatDate(days.from) });
    const cut = { days: { from, to: days.to } };
    if (houseId === null)
      await removeFacts(tx, ORGANIZATION_COEFFICIENTS, { key: { place: 'organization', code }, ...cut }, recording);
    else {
      const key = { house_id: houseId, place: `house:${houseId}`, code };
      await removeFacts(tx, HOUSE_COEFFICIENTS, { key, ...cut }, recording);
    }
    await this.note(tx, 'coefficient.close', { houseId, code }, recording, { from: formatDate(from) });
  }

  private async note(
    tx: Tx,
    action: string,
    { houseId, code }: { houseId: HouseId | null; code: string },
    { by, reason }: Recording,
    details: Readonly<Record<string, string>>,
  ): Promise<void> {
    const object = houseId === null ? { type: 'coefficient', id: code } : { type: 'house', id: houseId };
    await this.audit.record(tx, { userId: by, action, object, details: { code, reason, ...details } });
  }
}
