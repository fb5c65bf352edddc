import { type AccountId, type HouseId, Money, type Period, type ServiceId } from '@dvor/kernel';
import { type ComparedLine, explainDifference, type Part, type Reason, type Working } from '../core/index.js';

/** A line as it is stored, its working not yet read: most lines of a quiet month need no reading. */
export interface LineText {
  readonly accountId: AccountId;
  readonly serviceId: ServiceId;
  readonly part: Part;
  readonly amount: string;
  readonly working: string;
}

export interface ChangedAccount {
  readonly accountId: AccountId;
  readonly before: Money;
  readonly after: Money;
  readonly causes: readonly (readonly [service: string, reason: Reason, amount: Money])[];
}

/** `service` null: of a reason by any service. */
export interface HouseCause {
  readonly service: string | null;
  readonly reason: Reason;
  readonly amount: Money;
  readonly accounts: number;
}

export interface ComparedHouse {
  readonly houseId: HouseId;
  readonly accounts: readonly ChangedAccount[];
  readonly causes: readonly HouseCause[];
}

/** The bills of a house in two months; accounts with nothing to tell are left out. Those set aside have no other reason. */
export function compareHouse(
  houseId: HouseId,
  lines: { readonly before: readonly LineText[]; readonly after: readonly LineText[] },
  { months, isParked }: { months: { before: Period; after: Period }; isParked: (account: AccountId) => boolean },
): ComparedHouse {
  const [before, after] = [byAccount(lines.before), byAccount(lines.after)];
  const accounts = [...new Set([...before.keys(), ...after.keys()])].flatMap((accountId): ChangedAccount[] => {
    const [was, is] = [before.get(accountId) ?? [], after.get(accountId) ?? []];
    const causes = isParked(accountId) ? parkedCauses(was) : causesOf(was, is, months);
    return causes.length === 0 ? [] : [{ accountId, before: sumOf(was), after: sumOf(is), causes }];
  });
  return { houseId, accounts, causes: summed(accounts) };
}

/** Lines of whole services that are alike to the letter are not read. */
function causesOf(
  before: readonly LineText[],
  after: readonly LineText[],
  months: { before: Period; after: Period },
): ChangedAccount['causes'] {
  const read = (lines: readonly LineText[]) => lines.filter(({ serviceId }) => !alike.has(serviceId)).map(comparedLine);
  const alike = before.length > 0 && after.length > 0 ? alikeServices(before, after) : new Set<ServiceId>();
  return explainDifference(read(before), read(after), { ...months, others: alike.size > 0 }).flatMap(
    ({ service, causes }) => causes.map(({ reason, amount }) => [service, reason, amount] as const),
  );
}

function alikeServices(before: readonly LineText[], after: readonly LineText[]): Set<ServiceId> {
  const [was, is] = [textsOf(before), textsOf(after)];
  return new Set([...was].flatMap(([service, text]) => (is.get(service) === text ? [service] : [])));
}

function textsOf(lines: readonly LineText[]): Map<ServiceId, string> {
  const texts = new Map<ServiceId, string>();
  for (const { serviceId, part, working } of lines)
    texts.set(serviceId, `${texts.get(serviceId) ?? ''}${part} ${working}\n`);
  return texts;
}

function parkedCauses(before: readonly LineText[]): ChangedAccount['causes'] {
  const services = new Map<string, Money>();
  for (const { serviceId, amount } of before)
    services.set(serviceId, (services.get(serviceId) ?? Money.zero).minus(Money.ofKopecks(amount)));
  return [...services].flatMap(([service, amount]) => (amount.isZero ? [] : [[service, 'parked', amount] as const]));
}

function comparedLine({ serviceId, part, amount, working }: LineText): ComparedLine {
  return { service: serviceId, part, amount: Money.ofKopecks(amount), working: JSON.parse(working) as Working };
}

function summed(accounts: readonly ChangedAccount[]): HouseCause[] {
  const causes = new Map<string, { service: string | null; reason: Reason; amount: bigint; accounts: number }>();
  const add = (service: string | null, reason: Reason, { amount, counts }: { amount: Money; counts: boolean }) => {
    const key = `${service} ${reason}`;
    let cause = causes.get(key);
    if (!cause) causes.set(key, (cause = { service, reason, amount: 0n, accounts: 0 }));
    cause.amount += amount.kopecks;
    if (counts) cause.accounts += 1;
  };
  for (const account of accounts) {
    const seen = new Set<Reason>();
    for (const [service, reason, amount] of account.causes) {
      add(service, reason, { amount, counts: true });
      add(null, reason, { amount, counts: !seen.has(reason) });
      seen.add(reason);
    }
  }
  return [...causes.values()].map((cause) => ({ ...cause, amount: Money.ofKopecks(cause.amount) }));
}

function byAccount(lines: readonly LineText[]): Map<AccountId, LineText[]> {
  const groups = new Map<AccountId, LineText[]>();
  for (const line of lines) {
    const group = groups.get(line.accountId);
    if (group) group.push(line);
    else groups.set(line.accountId, [line]);
  }
  return groups;
}

function sumOf(lines: readonly LineText[]): Money {
  return Money.sum(lines.map(({ amount }) => Money.ofKopecks(amount)));
}
