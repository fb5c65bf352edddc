import { Injectable } from '@nestjs/common';
import { People } from '@dvor/auth';
import { Accounts } from '@dvor/housing';
import { type AccountId, addDays, parseDate, type UserId } from '@dvor/kernel';
import { MeterProposals, Meters, type MeterSummary, ProposalQueue, type ProposedMeter } from '@dvor/metering';
import { Database, FileStore, type Tenant, type Tx } from '@dvor/platform';
import { DEMO_ORGANIZATION, DEMO_RESIDENT } from './demo-organization.js';
import { PICTURE_OF_METER } from './picture-of-meter.js';

const TODAY = parseDate('2026-11-02');
const RESIDENT = '1000000001';
const NEIGHBOUR = '1000000012';
const YEARS_GOOD = 6 * 365;

/** Meters that the cabinet's resident has proposed: one was refused, one waits, one waits and has a neighbour's number. */
@Injectable()
export class DemoProposals {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly files: FileStore,
    private readonly meters: Meters,
    private readonly proposals: MeterProposals,
    private readonly queue: ProposalQueue,
  ) {}

  /** Done once. */
  async propose(tenant: Tenant): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      const accountId = await this.account(tx, RESIDENT);
      const by = await this.people.resident(tx, DEMO_RESIDENT.email);
      const decides = await this.people.member(tx, DEMO_ORGANIZATION.administrator.email);
      if (!by || !decides || (await this.queue.ofAccount(tx, accountId)).length > 0) return;
      const cold = await this.waterMeter(tx, accountId);
      const who = { accountId, by };
      const blurred = await this.send(tx, { ...proposed('2604113', '2026-10-12'), resource: 'hot-water' }, who);
      const answer =
        'На снимке не виден номер счётчика. Сфотографируйте ближе или пришлите страницу паспорта с номером.';
      await this.proposals.refuse(tx, blurred, { by: decides, answer });
      const replaces = { meterId: cold.id, shown: [cold.lastReading!.value as string] };
      await this.send(tx, { ...proposed('2604118', '2026-10-30'), replaces }, who);
      const neighbours = await this.waterMeter(tx, await this.account(tx, NEIGHBOUR));
      await this.send(tx, proposed(neighbours.serial, '2026-10-31'), who);
    });
  }

  private send(
    tx: Tx,
    meter: ProposedMeter,
    { accountId, by }: { readonly accountId: AccountId; readonly by: UserId },
  ): Promise<Awaited<ReturnType<MeterProposals['propose']>>> {
    const keep = async () => {
      const photo = { name: 'Счётчик.png', mediaType: 'image/png', content: PICTURE_OF_METER };
      return { photoId: await this.files.save(tx, photo), passportId: null };
    };
    return this.proposals.propose(tx, meter, { accountId, by, today: TODAY, keep });
  }

  private async waterMeter(tx: Tx, accountId: AccountId): Promise<MeterSummary> {
    const meters = await this.meters.ofAccount(tx, accountId, TODAY);
    return meters.find(({ resource, lastReading }) => resource === 'cold-water' && lastReading !== null)!;
  }

  private async account(tx: Tx, search: string): Promise<AccountId> {
    return (await this.accounts.list(tx, { on: TODAY, limit: 1, search })).items[0]!.id;
  }
}

function proposed(serial: string, installed: string): ProposedMeter {
  const installedOn = parseDate(installed);
  return {
    ...{ resource: 'cold-water', serial, zones: ['all'], digits: 5, scale: 3, shown: ['0.041'], installedOn },
    ...{ verifiedUntil: addDays(installedOn, YEARS_GOOD), replaces: null, note: null },
  };
}
