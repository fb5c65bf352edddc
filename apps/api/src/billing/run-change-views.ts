import { Injectable } from '@nestjs/common';
import {
  type AccountChange,
  type ChangedAccountRow,
  type ChangeFilter,
  type Difference,
  differenceBetween,
  ReviewOfRun,
  type RunChanges,
  tellCause,
} from '@dvor/billing';
import { Services } from '@dvor/catalogue';
import { type OutgoingCell, writeXlsx } from '@dvor/formats';
import { type AccountSummary, Accounts, Houses } from '@dvor/housing';
import { type AccountId, formatPeriod, type HouseId, lastDay, type Period, type RunId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import type { Language } from '../door/language.js';
import type { SavedFile } from '../door/saved-file.js';
import { AccountBooks } from './account-books.js';
import { reasonText } from './reason-texts.js';
import type { AccountChangeDto, ChangedAccountsPageDto, RunChangesDto } from './run-changes.dto.js';

/** What changed since the last month, with the names of what is only known by id. */
@Injectable()
export class RunChangeViews {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly services: Services,
    private readonly houses: Houses,
    private readonly accounts: Accounts,
    private readonly books: AccountBooks,
    private readonly review: ReviewOfRun,
  ) {}

  async overview(tenant: Tenant, changes: RunChanges, language: Language): Promise<RunChangesDto> {
    const { run, comparison, accounts, services, houses, reasons } = changes;
    const { base, state } = comparison;
    return this.database.inTenant(tenant, async (tx) => {
      const nameOf = await this.serviceNames(tx);
      const addressOf = await this.addresses(tx);
      return {
        period: formatPeriod(run.period),
        runState: run.state,
        base: base && { runId: base.runId, period: formatPeriod(base.period) },
        comparison: { state, housesDone: comparison.houses.done, housesTotal: comparison.houses.total },
        accounts,
        ...sums(changes),
        services: services.map((one) => ({ serviceId: one.serviceId, service: nameOf(one.serviceId), ...sums(one) })),
        houses: houses.map((one) => ({ houseId: one.houseId, address: addressOf(one.houseId), ...sums(one) })),
        reasons: reasons.map(({ reason, amount, accounts, services }) => ({
          ...{ reason, accounts, text: reasonText(reason, language), amount: amount.toString() },
          services: services.map(({ serviceId, amount, accounts }) => ({
            ...{ serviceId, accounts, service: nameOf(serviceId), amount: amount.toString() },
          })),
        })),
      };
    });
  }

  async accountRows(
    tenant: Tenant,
    period: Period,
    { rows, language }: { rows: readonly ChangedAccountRow[]; language: Language },
  ): Promise<ChangedAccountsPageDto['items']> {
    return this.database.inTenant(tenant, async (tx) => {
      const known = await this.named(
        tx,
        rows.map(({ accountId }) => accountId),
        period,
      );
      return rows.map(({ accountId, number, part, reasons, ...row }) => ({
        ...{ accountId, number, part: part.toString() },
        address: known.get(accountId)?.address ?? '',
        ...sums(row),
        reasons: reasons.map(({ reason, amount }) => ({
          reason,
          text: reasonText(reason, language),
          amount: amount.toString(),
        })),
      }));
    });
  }

  async account(tenant: Tenant, accountId: AccountId, change: AccountChange): Promise<AccountChangeDto> {
    const { before, after, services } = change;
    return this.database.inTenant(tenant, async (tx) => {
      const nameOf = await this.serviceNames(tx);
      const known = (await this.named(tx, [accountId], after.period)).get(accountId);
      return {
        number: known?.number ?? '',
        address: known?.address ?? '',
        periodBefore: formatPeriod(before.period),
        period: formatPeriod(after.period),
        ...sums(differenceBetween(before.amount, after.amount)),
        services: services.map(({ service, before, after, causes }) => ({
          serviceId: service,
          service: nameOf(service),
          ...sums(differenceBetween(before, after)),
          causes: causes.map((cause) => ({
            reason: cause.reason,
            text: tellCause(cause),
            amount: cause.amount.toString(),
          })),
        })),
        linesBefore: await this.books.described(tx, before.lines, before.period),
        linesAfter: await this.books.described(tx, after.lines, after.period),
      };
    });
  }

  /** The accounts that a filter leaves as a workbook, written as they are read. */
  workbook(tenant: Tenant, run: { id: RunId; period: Period }, filter: ChangeFilter): SavedFile {
    const month = formatPeriod(run.period);
    return {
      name: `Что изменилось ${month}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: writeXlsx(`Изменения ${month}`, HEADINGS, this.workbookRows(tenant, run, filter)),
    };
  }

  private async *workbookRows(
    tenant: Tenant,
    { id, period }: { id: RunId; period: Period },
    filter: ChangeFilter,
  ): AsyncGenerator<readonly OutgoingCell[]> {
    for await (const rows of this.review.everyChangedAccount(tenant, id, filter)) {
      const described = await this.accountRows(tenant, period, { rows, language: 'ru' });
      for (const { number, address, before, after, change, changePercent, part, reasons } of described) {
        const told = reasons.map(({ text, amount }) => `${text}: ${amount.replace('.', ',')}`).join('; ');
        yield [
          ...[number, address, figure(before), figure(after), figure(change)],
          ...[changePercent === null ? '' : figure(changePercent), figure(part), told],
        ];
      }
    }
  }

  private async serviceNames(tx: Tx): Promise<(id: string) => string> {
    const names = new Map<string, string>((await this.services.list(tx)).map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? '';
  }

  private async addresses(tx: Tx): Promise<(id: HouseId) => string> {
    const { items } = await this.houses.list(tx, { on: await this.clock.today(tx), limit: EVERY_HOUSE });
    const addresses = new Map(items.map(({ id, address }) => [id, address]));
    return (id) => addresses.get(id) ?? '';
  }

  private async named(
    tx: Tx,
    ids: readonly AccountId[],
    period: Period,
  ): Promise<ReadonlyMap<AccountId, AccountSummary>> {
    return new Map((await this.accounts.some(tx, ids, lastDay(period))).map((account) => [account.id, account]));
  }
}

const EVERY_HOUSE = 100_000;

const HEADINGS = [
  ...['Лицевой счёт', 'Адрес', 'Прошлый месяц, ₽', 'Этот месяц, ₽', 'Разница, ₽', 'Разница, %', 'По отбору, ₽'],
  'Причины',
];

function figure(text: string): OutgoingCell {
  return { kind: 'number', text };
}

function sums({ before, after, change, changePercent }: Difference) {
  return { before: before.toString(), after: after.toString(), change: change.toString(), changePercent };
}
