import { Injectable } from '@nestjs/common';
import {
  AccountBenefits,
  BenefitCategories,
  Declines,
  Formulas,
  OneOffActs,
  OneOffWorks,
  Subsidies,
} from '@dvor/billing';
import { OrganizationSettings } from '@dvor/catalogue';
import { Accounts, Documents } from '@dvor/housing';
import { type AccountId, type Interval, Money, parseDate, type PartyId, type ServiceId } from '@dvor/kernel';
import type { Recording, Tx } from '@dvor/platform';
import type { EnteredService } from '../invented/enter-catalogue.js';

const TODAY = parseDate('2026-11-02');

/** Who of the demo is let off, by what the organisation charges of its own, and what was done once. */
@Injectable()
export class DemoRelief {
  constructor(
    private readonly accounts: Accounts,
    private readonly benefits: AccountBenefits,
    private readonly categories: BenefitCategories,
    private readonly declines: Declines,
    private readonly documents: Documents,
    private readonly formulas: Formulas,
    private readonly settings: OrganizationSettings,
    private readonly subsidies: Subsidies,
    private readonly works: OneOffWorks,
    private readonly acts: OneOffActs,
  ) {}

  /** A meeting of the new house has ordered the snow away, each flat by its area, the large ones by 80 m². */
  async orderSnowAway(tx: Tx, recording: Recording): Promise<void> {
    const { id, version } = await this.formulas.create(
      tx,
      {
        ...{ code: 'snow', name: 'Уборка снега по площади, не больше 80 м²' },
        ...{ text: 'min(площадь; 80 м²) × тариф', unit: 'm2', normPer: 'person' },
        ...{ act: 'Протокол общего собрания № 4 от 12.11.2023', clause: 'п. 3' },
        note: 'снег с проездов и стоянки вывозит подрядчик',
        cases: [
          { name: 'Обычная квартира', inputs: { площадь: '56.7', тариф: '1.40' }, expected: Money.parse('79.38') },
          { name: 'Большая квартира', inputs: { площадь: '112', тариф: '1.40' }, expected: Money.parse('112.00') },
        ],
      },
      recording.by,
    );
    await this.formulas.activate(tx, id, { ...recording, version, from: parseDate('2024-07-01') });
  }

  /** Half of the dwelling and of the communal services within the norm; from October 2026 on the receipt itself. */
  async letOff(tx: Tx, recording: Recording): Promise<void> {
    const category = await this.categories.create(
      tx,
      {
        ...{ code: 'disabled', name: 'Инвалид, семья с ребёнком-инвалидом', grounds: 'disability' },
        ...{ act: 'Федеральный закон от 24.11.1995 № 181-ФЗ', clause: 'ст. 17' },
      },
      recording.by,
    );
    const half = ['maintenance', 'heating', 'cold-water', 'hot-water', 'sewage', 'electricity'];
    await this.categories.setTerms(
      tx,
      category,
      {
        from: parseDate('2024-07-01'),
        percents: half.map((service) => ({ service, percent: '50' })),
        ...{ areaNorm: null, areaNormAlone: null, family: false },
      },
      recording,
    );
    const certificate = async (number: string) =>
      this.documents.add(
        tx,
        {
          kind: 'certificate',
          number,
          dated: parseDate('2025-11-14'),
          issuer: 'Бюро медико-социальной экспертизы № 3',
        },
        recording.by,
      );
    const holds = async (account: string, days: Interval, paper: string) => {
      const { id, partyId } = await this.firstOf(tx, account);
      const benefit = { partyId, categoryId: category, days, covered: null };
      const reason = `справка МСЭ № ${paper}`;
      await this.benefits.grant(tx, id, benefit, { ...recording, reason, documentId: await certificate(paper) });
    };
    await holds(ENDS_SOON, { from: parseDate('2025-11-21'), to: parseDate('2026-11-21') }, '0417732');
    await holds('1000000009', { from: parseDate('2025-12-01'), to: null }, '0418105');
    await this.settings.choose(
      tx,
      {
        ...{ code: 'benefits.on-receipt', value: 'net', basis: 'соглашение с управлением соцзащиты (условное)' },
        ...{ from: parseDate('2026-10-01'), to: null },
      },
      recording,
    );
  }

  /** What has come of it by the beginning of November: a subsidy, a declined intercom, a tap that was put in. */
  async goOn(tx: Tx, services: readonly EnteredService[], recording: Recording): Promise<void> {
    const offered = (code: string) => services.find(({ offer }) => offer.service.code === code)!;
    await this.subsidise(tx, recording);
    const declined = { serviceId: offered('intercom').serviceId, days: { from: parseDate('2026-09-01'), to: null } };
    const reason = 'заявление собственника: трубка снята';
    await this.declines.decline(tx, (await this.firstOf(tx, '1000000011')).id, declined, { ...recording, reason });
    await this.putTapIn(tx, offered('works'), recording);
  }

  private async subsidise(tx: Tx, recording: Recording): Promise<void> {
    const winter = { from: parseDate('2026-10-01'), to: parseDate('2027-04-01') };
    const pays = async (account: string, amount: string, paidTo: 'executor' | 'citizen') => {
      const { id, partyId } = await this.firstOf(tx, account);
      const subsidy = { partyId, days: winter, amount: Money.parse(amount), paidTo };
      await this.subsidies.add(tx, id, subsidy, { ...recording, reason: 'решение управления соцзащиты' });
    };
    await pays('1000000009', '1911.00', 'executor');
    await pays('1000000010', '845.50', 'citizen');
  }

  private async putTapIn(
    tx: Tx,
    { serviceId, supplierId }: Pick<EnteredService, 'serviceId' | 'supplierId'>,
    recording: Recording,
  ): Promise<void> {
    const work = async (name: string, price: string) => {
      const id = await this.works.create(tx, workOf(serviceId, supplierId, name), recording.by);
      await this.works.setPrice(tx, id, { from: parseDate('2026-01-01'), price: Money.parse(price) }, recording);
      return id;
    };
    await work('Опломбировка прибора учёта', '450.00');
    const act = {
      ...{ workId: await work('Замена смесителя', '1250.00'), number: '118', dated: parseDate('2026-10-14') },
      ...{ quantity: '1', price: null, prepaid: null },
    };
    const { id } = await this.firstOf(tx, '1000000006');
    await this.acts.enter(tx, id, act, { ...recording, reason: 'заявка жильца № 2041' });
  }

  /** The account, and the first of those who live there or own it. */
  private async firstOf(tx: Tx, number: string): Promise<{ id: AccountId; partyId: PartyId }> {
    const { items } = await this.accounts.list(tx, { on: TODAY, limit: 1, search: number });
    const { id, residents, owners } = await this.accounts.card(tx, items[0]!.id, TODAY);
    return { id, partyId: [...residents, ...owners][0]!.partyId };
  }
}

/** Whose benefit ends within the month. */
const ENDS_SOON = '1000000003';

function workOf(serviceId: ServiceId, supplierId: EnteredService['supplierId'], name: string) {
  return { serviceId, supplierId, name, unit: 'шт.', vatRate: null };
}
