import {
  type AccountId,
  DomainError,
  formatPeriod,
  type LocalDate,
  Money,
  type Period,
  type ServiceId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { ManualPart } from '../core/index.js';
import { chargedFor } from './charged-for.js';
import { checkMonth, type NewCorrectionItem, placed } from './place-item.js';

/** A correction as people write it into a table: by number and name. */
export interface RoughItem {
  readonly account: string;
  /** Name or code. */
  readonly service: string;
  /** `null`: the one that the service has. */
  readonly part: ManualPart | null;
  readonly origin: Period;
  /** How much more or less, or what it should come to. */
  readonly change: { readonly by: Money } | { readonly to: Money };
}

/** What comes of it: the sum that stands, the change, the sum that will stand; or why nothing can. */
export interface ForeseenItem {
  readonly account: string;
  readonly address: string;
  readonly service: string;
  readonly origin: string;
  readonly was: Money | null;
  readonly becomes: Money | null;
  /** As it would be entered. */
  readonly item: NewCorrectionItem | null;
  readonly refusal: DomainError | null;
}

/** The very checks of the entry, row by row; nothing is written. Months long past are told by the entry itself. */
export async function foreseeItems(
  tx: Tx,
  rows: readonly RoughItem[],
  { working, today }: { readonly working: Period; readonly today: LocalDate },
): Promise<ForeseenItem[]> {
  const accounts = await accountsOf(tx, rows);
  const services = await servicesOf(tx);
  const foreseen: ForeseenItem[] = [];
  for (const row of rows) {
    const account = accounts.get(row.account);
    const shown = {
      ...{
        account: row.account,
        address: account?.address ?? '',
        service: row.service,
        origin: formatPeriod(row.origin),
      },
      ...{ was: null, becomes: null, item: null, refusal: null },
    };
    try {
      if (!account) throw new DomainError('correction.no-such-account', { account: row.account });
      const service = services.get(row.service.trim().toLowerCase());
      if (!service) throw new DomainError('correction.no-such-service', { service: row.service });
      checkMonth(row.origin, { working, today, lateReason: 'foreseen' });
      const amount =
        'by' in row.change ? row.change.by : row.change.to.minus(await wasOf(tx, account.id, service.id, row));
      const asked = {
        accountId: account.id,
        serviceId: service.id,
        supplierId: null,
        part: row.part,
        origin: row.origin,
      };
      const { supplierId, part, was } = await placed(tx, { ...asked, amount });
      const item = { ...asked, supplierId, part, amount };
      foreseen.push({ ...shown, service: service.name, was, becomes: was!.plus(amount), item });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      foreseen.push({ ...shown, refusal: error });
    }
  }
  return foreseen.map((one, i) => (isRepeated(foreseen, i) ? { ...one, item: null, refusal: twice(one) } : one));
}

async function wasOf(tx: Tx, account: AccountId, service: ServiceId, { origin, part }: RoughItem): Promise<Money> {
  const charged = (await chargedFor(tx, account, origin)).filter(({ serviceId }) => serviceId === service);
  return Money.sum(charged.filter((row) => part === null || row.part === part).map(({ amount }) => amount));
}

function isRepeated(all: readonly ForeseenItem[], i: number): boolean {
  const { item } = all[i]!;
  return item !== null && all.slice(0, i).some((one) => one.item !== null && keyOf(one.item) === keyOf(item));
}

function keyOf({ accountId, serviceId, supplierId, part, origin }: NewCorrectionItem): string {
  return [accountId, serviceId, supplierId, part, origin].join(' ');
}

function twice({ origin }: ForeseenItem): DomainError {
  return new DomainError('correction.twice', { period: origin });
}

async function accountsOf(
  tx: Tx,
  rows: readonly RoughItem[],
): Promise<Map<string, { readonly id: AccountId; readonly address: string }>> {
  const found = await tx.query<{ number: string; id: AccountId; address: string }[]>(
    `select a.number, a.id, concat_ws(', ', h.street, h.building, p.number) as address
       from accounts a join premises p on p.id = a.premises_id join houses h on h.id = a.house_id
      where a.number = any ($1)`,
    [[...new Set(rows.map(({ account }) => account))]],
  );
  return new Map(found.map(({ number, ...account }) => [number, account]));
}

async function servicesOf(tx: Tx): Promise<Map<string, { readonly id: ServiceId; readonly name: string }>> {
  const all = await tx.query<{ id: ServiceId; name: string; code: string }[]>('select id, name, code from services');
  return new Map(
    all.flatMap((service) => [service.code, service.name].map((name) => [name.trim().toLowerCase(), service] as const)),
  );
}
