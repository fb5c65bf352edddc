import { Injectable } from '@nestjs/common';
import { People } from '@dvor/auth';
import { type Considered, CourtCases, DebtLetters, LetterBatches, type LetterBatchId } from '@dvor/debts';
import type { AccountId, LocalDate, UserId } from '@dvor/kernel';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import { DEMO_ORGANIZATION } from './demo-organization.js';

const CLAIMED = 3;
const COURT = {
  name: 'Мировой судья судебного участка № 1 (условного) г. Барнаула',
  address: '656000, Алтайский край, г. Барнаул, ул. Условная, д. 1',
};

interface Recovery {
  readonly by: UserId;
  readonly batchId: LetterBatchId;
  readonly dated: LocalDate;
  readonly sued: AccountId;
}

/** What the demo asks of its debtors: claims, of which one is known to have come, and a court order. */
@Injectable()
export class DemoClaims {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly batches: LetterBatches,
    private readonly letters: DebtLetters,
    private readonly cases: CourtCases,
  ) {}

  /** Done once; the greatest debtor who may be sued is, and the next ones are written to. */
  async ask(tenant: Tenant): Promise<void> {
    const recovery = await this.database.inTenant(tenant, (tx) => this.begin(tx));
    if (!recovery) return;
    // The worker was asked too: a start that is interrupted here still gets its letters.
    await this.batches.run(tenant.organizationId, recovery.batchId);
    await this.database.inTenant(tenant, (tx) => this.handOver(tx, recovery));
    const asked = { accountId: recovery.sued, court: COURT, together: [] };
    await this.cases.open(tenant, asked, recovery.by);
  }

  private async begin(tx: Tx): Promise<Recovery | null> {
    const by = await this.people.member(tx, DEMO_ORGANIZATION.administrator.email);
    const { items } = await this.letters.batches(tx, { limit: 1 });
    if (!by || items.length > 0) return null;
    const { dated, considered } = await this.batches.preview(tx, { kind: 'claim', rule: {}, payBy: null });
    const [sued, ...claimed] = considered
      .filter(({ verdict }) => verdict.may)
      .sort(greatestFirst)
      .slice(0, CLAIMED + 1)
      .map(({ debtor }) => debtor.accountId);
    if (sued === undefined || claimed.length === 0) return null;
    const asked = { kind: 'claim', rule: { accountIds: claimed }, payBy: null } as const;
    return { by, dated, sued, batchId: await this.batches.request(tx, asked, by) };
  }

  /** One is handed over under a signature, the others go by post. */
  private async handOver(tx: Tx, { batchId, dated, by }: Recovery): Promise<void> {
    const { items } = await this.letters.list(tx, { batchId }, { limit: 1 });
    const handed = { way: 'handed', sentOn: dated, deliveredOn: dated, returnedOn: null } as const;
    const signed = { ...handed, proof: 'Расписка на втором экземпляре', fileId: null };
    await this.letters.deliver(tx, items[0]!.id, signed, by);
    await this.letters.sendBatch(tx, batchId, { way: 'post', sentOn: dated }, by);
  }
}

function greatestFirst(a: Considered, b: Considered): number {
  return b.verdict.principal.compare(a.verdict.principal);
}
