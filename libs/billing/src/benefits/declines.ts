import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  DomainError,
  formatDate,
  formatDateRange,
  type Interval,
  type LocalDate,
  monthInterval,
  type Period,
  type ServiceId,
} from '@dvor/kernel';
import { addFact, AuditLog, type Recording, removeFacts, type Tx } from '@dvor/platform';
import { houseOf } from './account-benefits.js';
import { SERVICE_DECLINES } from './fact-tables.js';

export interface Decline {
  readonly serviceId: ServiceId;
  readonly service: string;
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
}

/** Voluntary services that payers have declined: from that day on they are never charged, so no debt comes of them. */
@Injectable()
export class Declines {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  async ofAccount(tx: Tx, accountId: AccountId): Promise<Decline[]> {
    await houseOf(tx, accountId);
    return tx.query<Decline[]>(
      `select d.service_id as "serviceId", s.name as service, lower(d.valid)::text as "from", upper(d.valid)::text as "to", d.reason
         from service_declines d join services s on s.id = d.service_id
        where d.account_id = $1 and d.superseded_at is null order by lower(d.valid) desc, s.name`,
      [accountId],
    );
  }

  /** @throws DomainError `account.not-found`, `service.not-found`, `service.not-voluntary`, `fact.overlap` */
  async decline(tx: Tx, accountId: AccountId, asked: { serviceId: ServiceId; days: Interval }, recording: Recording) {
    const { serviceId, days } = asked;
    const houseId = await houseOf(tx, accountId);
    const [service] = await tx.query<{ name: string; voluntary: boolean }[]>(
      'select name, voluntary from services where id = $1',
      [serviceId],
    );
    if (!service) throw new DomainError('service.not-found');
    if (!service.voluntary) throw new DomainError('service.not-voluntary', { service: service.name });
    const key = { house_id: houseId, account_id: accountId, service_id: serviceId };
    await addFact(tx, SERVICE_DECLINES, { key, days, values: {} }, recording);
    await this.note(tx, 'service.decline', accountId, { serviceId, days: formatDateRange(days) }, recording);
  }

  /** The payer wants it again from a day on. @throws DomainError `account.not-found`, `decline.none` */
  async takeBack(tx: Tx, accountId: AccountId, asked: { serviceId: ServiceId; from: LocalDate }, recording: Recording) {
    const { serviceId, from } = asked;
    const key = { house_id: await houseOf(tx, accountId), account_id: accountId, service_id: serviceId };
    const { removed } = await removeFacts(tx, SERVICE_DECLINES, { key, days: { from, to: null } }, recording);
    if (removed === 0) throw new DomainError('decline.none', { date: formatDate(from) });
    await this.note(tx, 'service.decline-taken-back', accountId, { serviceId, from: formatDate(from) }, recording);
  }

  private async note(
    tx: Tx,
    action: string,
    id: AccountId,
    details: Record<string, string>,
    { by, reason }: Recording,
  ) {
    await this.audit.record(tx, {
      userId: by,
      action,
      object: { type: 'account', id },
      details: { ...details, reason },
    });
  }
}

/** Days of a month on which accounts don't want a service. */
export interface DeclinedService extends Interval {
  readonly serviceId: ServiceId;
}

export async function loadDeclines(
  tx: Tx,
  accounts: readonly { readonly id: AccountId }[],
  month: Period,
): Promise<ReadonlyMap<string, readonly DeclinedService[]>> {
  const rows = await tx.query<(DeclinedService & { account: string })[]>(
    `select d.account_id::text as account, d.service_id as "serviceId",
            lower(d.valid) - date '1970-01-01' as "from", upper(d.valid) - date '1970-01-01' as "to"
       from service_declines d join services s on s.id = d.service_id and s.voluntary
      where d.account_id = any ($1::bigint[]) and d.superseded_at is null and d.valid && $2::daterange
      order by d.account_id, d.service_id, lower(d.valid)`,
    [accounts.map(({ id }) => id), formatDateRange(monthInterval(month))],
  );
  const byAccount = new Map<string, DeclinedService[]>();
  for (const { account, ...declined } of rows) byAccount.set(account, [...(byAccount.get(account) ?? []), declined]);
  return byAccount;
}
