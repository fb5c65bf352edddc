import {
  type AccountId,
  addMonths,
  DomainError,
  firstDay,
  formatDate,
  formatPeriod,
  type HouseId,
  type LocalDate,
  Money,
  type Period,
  periodOfDate,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { ManualPart } from '../core/index.js';
import { type ChargedFor, chargedFor } from './charged-for.js';
import type { CorrectionId } from './correction-rows.js';

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

export interface PlacedItem extends Omit<NewCorrectionItem, 'supplierId' | 'part'> {
  readonly houseId: HouseId;
  readonly supplierId: SupplierId;
  readonly part: ManualPart;
  readonly was: Money | null;
  readonly excess: Money | null;
}

/** What is more than three years ago can't be claimed (ГК 196): whoever enters it says why. */
const LIMITATION = 36;

export function checkMonth(
  origin: Period,
  { working, today, lateReason }: { working: Period; today: LocalDate; lateReason: string | null },
): void {
  if (origin >= working) throw new DomainError('correction.month-open', { period: formatPeriod(origin) });
  if (!lateReason && origin < addMonths(periodOfDate(today), -LIMITATION))
    throw new DomainError('correction.too-old', { period: formatPeriod(origin), months: LIMITATION });
}

export async function placed(tx: Tx, item: NewCorrectionItem): Promise<PlacedItem> {
  const { accountId, serviceId, origin, amount } = item;
  const { houseId, number } = await placeOf(tx, accountId);
  if (amount.isZero) throw new DomainError('correction.nothing', { account: number });
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

export function refuseTwice(items: readonly PlacedItem[]): void {
  const seen = new Set<string>();
  for (const { accountId, serviceId, supplierId, part, origin } of items) {
    const key = [accountId, serviceId, supplierId, part, origin].join(' ');
    if (seen.has(key)) throw new DomainError('correction.twice', { period: formatPeriod(origin) });
    seen.add(key);
  }
}

export async function placeOf(tx: Tx, id: AccountId): Promise<{ houseId: HouseId; number: string }> {
  const [row] = await tx.query<{ houseId: HouseId; number: string }[]>(
    'select house_id as "houseId", number from accounts where id = $1',
    [id],
  );
  if (!row) throw new DomainError('account.not-found', { id });
  return row;
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

export async function refuseNoPaper(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.query<unknown[]>('select 1 from documents where id = $1', [id]);
  if (!row) throw new DomainError('document.not-found');
}

export async function insertItems(tx: Tx, id: CorrectionId, items: readonly PlacedItem[]): Promise<void> {
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
