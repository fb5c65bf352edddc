import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type DocumentId,
  type FileId,
  formatDate,
  formatPeriod,
  type HouseId,
  type LocalDate,
  Money,
  periodOfDate,
  type UserId,
} from '@dvor/kernel';
import { Services, Suppliers } from '@dvor/catalogue';
import { Accounts, type AccountSummary, Agreements, Documents, Houses } from '@dvor/housing';
import { Balances, Ledger } from '@dvor/ledger';
import { AuditLog, Database, FileStore, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import type { FileToSave } from '../imports/imports.js';
import {
  byNames,
  type FinalAccount,
  finalActTable,
  type FinalLine,
  type FinalTotals,
  totalsOf,
} from './final-balances.js';

/** An act that was fixed. */
export interface FinalAct {
  readonly id: string;
  readonly lastDay: string;
  readonly documentId: DocumentId;
  readonly number: string | null;
  readonly dated: string;
  readonly accounts: number;
  readonly debts: Money;
  readonly advances: Money;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

export interface FinalBalances {
  /** The last day on which the house was managed; `null` while it is. */
  readonly lastDay: string | null;
  /** Whether the month of that day is closed, so that its charges are in the books. */
  readonly monthClosed: boolean;
  readonly accounts: readonly FinalAccount[];
  readonly totals: FinalTotals;
  /** Those that were fixed, the latest first. */
  readonly acts: readonly FinalAct[];
}

export interface NewAct {
  readonly number: string | null;
  /** Default: today. */
  readonly dated?: LocalDate | undefined;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PAGE = 500;

/** What the accounts of a house owe on the last day of its management: listed, handed over as a table, fixed as a paper. */
@Injectable()
export class FinalActs {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly files: FileStore,
    private readonly houses: Houses,
    private readonly agreements: Agreements,
    private readonly accounts: Accounts,
    private readonly documents: Documents,
    private readonly services: Services,
    private readonly suppliers: Suppliers,
    private readonly ledger: Ledger,
    private readonly balances: Balances,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError `house.not-found` */
  async balancesOf(tenant: Tenant, houseId: HouseId): Promise<FinalBalances> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.addressOf(tx, houseId);
      const lastDay = await this.lastDayOf(tx, houseId);
      const accounts = lastDay === null ? [] : await this.accountsOn(tx, houseId, lastDay);
      return {
        lastDay: lastDay && formatDate(lastDay),
        monthClosed: lastDay !== null && (await this.isClosed(tx, lastDay)),
        accounts,
        totals: totalsOf(accounts),
        acts: await actsOf(tx, houseId),
      };
    });
  }

  /** The list as it stands now, fixed or not. @throws DomainError `house.not-found`, `final-act.still-managed` */
  async table(tenant: Tenant, houseId: HouseId): Promise<FileToSave> {
    return this.database.inTenant(tenant, async (tx) => {
      const { house, accounts } = await this.gone(tx, houseId);
      return { name: fileName(house), mediaType: XLSX, content: finalActTable(house, accounts) };
    });
  }

  /**
   * Writes the list down as a paper with its table. A later one does not undo it: both stay.
   * @throws DomainError `house.not-found`, `final-act.still-managed`, `final-act.month-open` while the charges of the last
   *   month are not in the books, `final-act.no-accounts`
   */
  async fix(tenant: Tenant, houseId: HouseId, { number, dated }: NewAct, by: UserId): Promise<FinalAct> {
    return this.database.inTenant(tenant, async (tx) => {
      const { house, accounts } = await this.gone(tx, houseId);
      if (!(await this.isClosed(tx, house.lastDay)))
        throw new DomainError('final-act.month-open', { period: formatPeriod(periodOfDate(house.lastDay)) });
      if (accounts.length === 0) throw new DomainError('final-act.no-accounts', { house: house.address });
      const { debts, advances } = totalsOf(accounts);
      const content = await wholeOf(finalActTable(house, accounts));
      const name = fileName(house);
      const fileId = await this.files.save(tx, { name, mediaType: XLSX, content });
      const note = `Итоговые сальдо: ${house.address}, на ${formatDate(house.lastDay)}`;
      const paper = { kind: 'act', number, dated: dated ?? (await this.clock.today(tx)), note, fileId } as const;
      const documentId = await this.documents.add(tx, paper, by);
      const [row] = await tx.query<{ id: string }[]>(
        `insert into final_acts (organization_id, house_id, last_day, document_id, accounts, debts, advances, recorded_by)
         values (current_organization(), $1, $2, $3, $4, $5, $6, $7) returning id`,
        [
          ...[houseId, formatDate(house.lastDay), documentId, accounts.length],
          ...[debts.kopecks.toString(), advances.kopecks.toString(), by],
        ],
      );
      await this.audit.record(tx, {
        userId: by,
        action: 'house.final-act',
        object: { type: 'house', id: houseId },
        details: {
          lastDay: formatDate(house.lastDay),
          documentId,
          debts: debts.toString(),
          advances: advances.toString(),
        },
      });
      return (await actsOf(tx, houseId)).find(({ id }) => id === row!.id)!;
    });
  }

  /** The table of a fixed act, as it was fixed. @throws DomainError `final-act.not-found` */
  async fixedTable(tenant: Tenant, houseId: HouseId, id: string): Promise<FileToSave> {
    return this.database.inTenant(tenant, async (tx) => {
      const [row] = await tx.query<{ fileId: FileId }[]>(
        `select d.file_id as "fileId" from final_acts a join documents d on d.id = a.document_id
          where a.id = $1 and a.house_id = $2`,
        [id, houseId],
      );
      if (!row) throw new DomainError('final-act.not-found');
      const { name, mediaType, content } = await this.files.read(tx, row.fileId);
      return { name, mediaType, content: onePiece(content) };
    });
  }

  /** @throws DomainError `house.not-found`, `final-act.still-managed` */
  private async gone(tx: Tx, houseId: HouseId) {
    const address = await this.addressOf(tx, houseId);
    const lastDay = await this.lastDayOf(tx, houseId);
    if (lastDay === null) throw new DomainError('final-act.still-managed', { house: address });
    return { house: { address, lastDay }, accounts: await this.accountsOn(tx, houseId, lastDay) };
  }

  /** @throws DomainError `house.not-found` */
  private async addressOf(tx: Tx, houseId: HouseId): Promise<string> {
    return (await this.houses.card(tx, houseId, await this.clock.today(tx))).address;
  }

  private async lastDayOf(tx: Tx, houseId: HouseId): Promise<LocalDate | null> {
    return this.agreements.lastManagedDay(tx, houseId, await this.clock.today(tx));
  }

  private async isClosed(tx: Tx, day: LocalDate): Promise<boolean> {
    const closed = await this.ledger.lastClosedMonth(tx);
    return closed !== null && closed >= periodOfDate(day);
  }

  /** Those that were open on the day, and whoever else owes or has paid ahead. */
  private async accountsOn(tx: Tx, houseId: HouseId, day: LocalDate): Promise<FinalAccount[]> {
    const all = await this.allAccounts(tx, houseId, day);
    const due = await this.balances.onDay(
      tx,
      all.map(({ id }) => id),
      day,
    );
    const services = new Map((await this.services.list(tx)).map(({ id, name }) => [id, { id, name }]));
    const suppliers = new Map((await this.suppliers.list(tx, day)).map(({ id, name }) => [id, { id, name }]));
    return all.flatMap(({ id, number, premisesName, payerName, state }): FinalAccount[] => {
      const lines = (due.get(id) ?? []).map(({ recipientId, serviceId, kind, amount }): FinalLine => ({
        recipient: recipientId === null ? null : (suppliers.get(recipientId) ?? null),
        service: serviceId === null ? null : (services.get(serviceId) ?? null),
        kind,
        amount,
      }));
      if (lines.length === 0 && state !== 'open') return [];
      const balance = Money.sum(lines.map(({ amount }) => amount));
      return [{ accountId: id, number, premisesName, payerName, lines: lines.sort(byNames), balance }];
    });
  }

  private async allAccounts(tx: Tx, houseId: HouseId, on: LocalDate): Promise<AccountSummary[]> {
    const all: AccountSummary[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await this.accounts.list(tx, { on, houseId, cursor, limit: PAGE });
      all.push(...page.items);
      if (page.nextCursor === null) return all;
      cursor = page.nextCursor;
    }
  }
}

async function actsOf(tx: Tx, houseId: HouseId): Promise<FinalAct[]> {
  const rows = await tx.query<(Omit<FinalAct, 'debts' | 'advances'> & { debts: string; advances: string })[]>(
    `select a.id, a.last_day::text as "lastDay", d.id as "documentId", d.number, d.dated::text as dated, a.accounts, a.debts, a.advances,
            a.recorded_at as "recordedAt", u.name as "recordedBy"
       from final_acts a join documents d on d.id = a.document_id left join users u on u.id = a.recorded_by
      where a.house_id = $1 order by a.id desc`,
    [houseId],
  );
  return rows.map(({ debts, advances, ...act }) => ({
    ...act,
    debts: Money.ofKopecks(debts),
    advances: Money.ofKopecks(advances),
  }));
}

function fileName({ address, lastDay }: { readonly address: string; readonly lastDay: LocalDate }): string {
  return `Итоговые сальдо, ${address}, ${formatDate(lastDay)}.xlsx`.replaceAll(/[\\/:*?"<>|]/g, '-');
}

async function wholeOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* onePiece(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
