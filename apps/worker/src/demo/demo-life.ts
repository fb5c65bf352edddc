import { Injectable } from '@nestjs/common';
import { Coefficients, HeatingSeasons, RateDrafts, Services } from '@dvor/catalogue';
import { Accounts, Agreements, Documents, PremisesLife, Residents } from '@dvor/housing';
import { type AccountId, type HouseId, parseDate, type UserId } from '@dvor/kernel';
import { Meters, ReadingRegistries } from '@dvor/metering';
import { Database, type Recording, type Tenant, type Tx } from '@dvor/platform';
import { HEAT_OF_WATER } from '../invented/barnaul-services.js';

const TODAY = parseDate('2026-11-02');

/** What became known of the demo's past after its months had been closed: there is something to correct and to compare. */
@Injectable()
export class DemoLife {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly agreements: Agreements,
    private readonly documents: Documents,
    private readonly premises: PremisesLife,
    private readonly residents: Residents,
    private readonly services: Services,
    private readonly drafts: RateDrafts,
    private readonly coefficients: Coefficients,
    private readonly seasons: HeatingSeasons,
    private readonly meters: Meters,
    private readonly registries: ReadingRegistries,
  ) {}

  /** What the acts of the region and of the city say: heat for a m³ of hot water, the days of heating. */
  async chooseByRegion(tx: Tx, recording: Recording): Promise<void> {
    await this.coefficients.set(tx, HEAT_OF_WATER, recording);
    for (const year of [2024, 2025, 2026])
      await this.seasons.declare(
        tx,
        {
          houseId: null,
          basis: 'постановление администрации города (условное)',
          from: parseDate(`${year}-10-01`),
          to: parseDate(`${year + 1}-05-01`),
        },
        recording,
      );
  }

  /** The paper that the company manages the houses by. */
  async signAgreements(tx: Tx, houseIds: readonly HouseId[], recording: Recording): Promise<void> {
    const signedOn = parseDate('2019-12-10');
    for (const [i, houseId] of houseIds.entries()) {
      const documentId = await this.documents.add(
        tx,
        { kind: 'protocol', number: `${i + 1}`, dated: signedOn, issuer: 'Общее собрание собственников' },
        recording.by,
      );
      await this.agreements.add(
        tx,
        { houseId, kind: 'management', number: `У-${i + 1}`, signedOn, from: signedOn, to: null },
        { ...recording, documentId },
      );
    }
  }

  /** A tariff that is only thought about: what it would do to the bills can be looked at before it is put in force. */
  async draftTariff(tenant: Tenant, by: UserId): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      const water = (await this.services.list(tx)).find(({ code }) => code === 'cold-water')!;
      const from = parseDate('2027-07-01');
      await this.drafts.create(
        tx,
        {
          kind: 'tariff',
          serviceId: water.id,
          appliesTo: {},
          from,
          to: null,
          rates: { rate: '46.95' },
          ranges: null,
          vatRate: null,
          act: null,
          clause: null,
          note: 'предложение водоканала на второе полугодие 2027 года',
        },
        by,
      );
    });
  }

  /** All of it or nothing; once told it is not told again. */
  async learnLate(tenant: Tenant, by: UserId | null): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      const { id: measured, premises } = await this.account(tx, '1000000012');
      const { id: away, residents } = await this.account(tx, '1000000111');
      if (premises.livingArea === MEASURED.livingArea) return;
      await this.measureAnew(tx, measured, by);
      await this.bringCertificate(tx, away, { partyId: residents[0]!.partyId, by });
    });
  }

  /** The flat turns out to be larger from August on: three closed months are to be looked at again. */
  private async measureAnew(tx: Tx, id: AccountId, by: UserId | null): Promise<void> {
    const { premises } = await this.accounts.card(tx, id, TODAY);
    const documentId = await this.documents.add(
      tx,
      { kind: 'register-extract', number: 'КУВИ-001/2026-1142', dated: parseDate('2026-10-29'), issuer: 'Росреестр' },
      by,
    );
    await this.premises.change(
      tx,
      premises.id,
      { values: MEASURED, days: { from: parseDate('2026-08-01'), to: null } },
      { by, reason: 'площадь по выписке ЕГРН после обмера', documentId },
    );
  }

  /** Somebody whose flat has no water meter was away in August, asked in September, and brings the certificate in October. */
  private async bringCertificate(
    tx: Tx,
    id: AccountId,
    { partyId, by }: { partyId: Parameters<Residents['recordAbsence']>[2]['partyId']; by: UserId | null },
  ): Promise<void> {
    const documentId = await this.documents.add(
      tx,
      { kind: 'certificate', number: '214', dated: parseDate('2026-08-27'), issuer: 'Санаторий «Обские плёсы»' },
      by,
    );
    await this.residents.recordAbsence(
      tx,
      id,
      {
        partyId,
        days: { from: parseDate('2026-08-03'), to: parseDate('2026-08-26') },
        appliedOn: parseDate('2026-09-18'),
      },
      { by, reason: 'временное отсутствие, заявление жильца', documentId },
    );
  }

  /** A bank's registry tells of two payers what can't be, a figure too few and a figure too many, and names a meter that is not there. */
  async mistellReadings(tx: Tx, { by }: Recording): Promise<void> {
    const mistold: readonly (readonly [string, (amount: string) => string])[] = [
      ['1000000012', (amount) => amount.slice(1)],
      ['1000000027', (amount) => `9${amount.slice(1)}`],
    ];
    const lines = [registryLine('1000000013', '00-000000', '15,2'), registryLine('1000000014', '17-604112', '12З')];
    for (const [number, mistell] of mistold) {
      const meters = await this.meters.ofAccount(tx, (await this.account(tx, number)).id, TODAY);
      const meter = meters.find(({ resource, lastReading }) => resource === 'cold-water' && lastReading !== null)!;
      lines.push(registryLine(number, meter.serial, mistell(meter.lastReading!.value as string)));
    }
    const registry = { fileName: 'Показания 02.11.2026.txt', content: Buffer.from(lines.join('\r\n')) };
    await this.registries.take(tx, registry, { by, today: TODAY });
  }

  private async account(tx: Tx, number: string) {
    const { items } = await this.accounts.list(tx, { on: TODAY, limit: 1, search: number });
    return this.accounts.card(tx, items[0]!.id, TODAY);
  }
}

const MEASURED = { area: '62.40', livingArea: '41.70' } as const;

/** Of cold water, as banks write it. */
function registryLine(account: string, serial: string, value: string): string {
  return `${account};;;;;9;${serial};ХВС;;${value};02.11.2026;`;
}
