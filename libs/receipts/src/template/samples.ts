import { decimal, Money, parseDate, parsePeriod } from '@dvor/kernel';
import {
  type ChargeLine,
  type ReceiptBlock,
  type ReceiptDocument,
  type ReceiptDraft,
  totalDue,
} from '../core/index.js';
import { issueReceipt } from '../issue-receipt.js';

/**
 * Receipts to look at while the template is being changed, to test it with and to time printing by. People, accounts
 * and firms are invented.
 */
export const samples = {
  ordinary: (number = 1): ReceiptDocument => issueReceipt({ ...full(number), ...ordinaryMonth(number) }),
  full: (): ReceiptDocument => issueReceipt(full(6)),
  longNames: (): ReceiptDocument => issueReceipt(longNames()),
  nothingDue: (): ReceiptDocument => issueReceipt(nothingDue()),
  fortyLines: (): ReceiptDocument => issueReceipt(fortyLines()),
  firstBill: (): ReceiptDocument => issueReceipt(firstBill()),
  principal: (): ReceiptDocument => issueReceipt(principal()),
};

const roubles = (text: string) => Money.parse(text);

function line(
  section: ChargeLine['section'],
  service: string,
  unit: string,
  volume: string | null,
  tariff: string,
  charged: string,
  more: Partial<ChargeLine> = {},
): ChargeLine {
  const parts = {
    ...{ commonVolume: null, volumeBy: null, excess: null, recalculated: Money.zero, benefit: Money.zero },
    ...more,
  };
  const total = roubles(charged)
    .plus(parts.excess?.amount ?? Money.zero)
    .plus(parts.recalculated)
    .minus(parts.benefit);
  return {
    ...{ section, service, unit, volume: volume === null ? null : decimal(volume), tariff: decimal(tariff) },
    ...{ charged: roubles(charged), total, ...parts },
  };
}

const housing: readonly ChargeLine[] = [
  line('housing', 'Содержание жилого помещения', 'м²', '54.3', '31.2', '1694.16'),
  line('common-property', 'Холодная вода', 'м³', null, '42.3', '5.50', {
    commonVolume: decimal('0.13'),
    volumeBy: 'norm',
  }),
  line('common-property', 'Электричество', 'кВт·ч', null, '7.07', '63.21', {
    commonVolume: decimal('8.94'),
    volumeBy: 'norm',
  }),
  line('communal', 'Холодная вода', 'м³', '6.123', '42.3', '259.00', { volumeBy: 'meter' }),
  line('communal', 'Горячая вода: вода', 'м³', '8.76', '42.3', '370.55', {
    volumeBy: 'norm',
    excess: { factor: decimal('1.5'), amount: roubles('185.27') },
  }),
  line('communal', 'Горячая вода: тепло', 'Гкал', '0.54312', '3649.58', '1982.16', { volumeBy: 'norm' }),
  line('communal', 'Водоотведение', 'м³', '14.883', '43.1', '641.46', {
    volumeBy: 'meter',
    recalculated: roubles('-129.30'),
  }),
  line('communal', 'Отопление', 'Гкал', '1.41723', '3649.58', '5172.29', { volumeBy: 'house-meter' }),
  line('communal', 'Электричество', 'кВт·ч', '187', '7.07', '1322.09', { volumeBy: 'meter' }),
  line('communal', 'Обращение с отходами (ТКО)', 'чел.', '3', '130.4', '391.20'),
  line('agency', 'Домофон', 'кв.', '1', '65', '65.00'),
];

const repair: readonly ChargeLine[] = [
  line('capital-repair', 'Взнос на капитальный ремонт', 'м²', '54.3', '15.66', '850.34'),
];

function block(
  title: string,
  recipient: ReceiptBlock['recipient'],
  lines: readonly ChargeLine[],
  sums: Partial<ReceiptBlock> = {},
): ReceiptBlock {
  const none = Money.zero;
  const money = {
    ...{
      opening: none,
      penalty: none,
      interest: none,
      writtenOff: none,
      deferred: none,
      paid: none,
      lastPayment: null,
    },
    ...sums,
  };
  const charged = Money.sum(lines.map((it) => it.total));
  const due = money.opening
    .plus(charged)
    .plus(money.penalty)
    .plus(money.interest)
    .minus(money.writtenOff)
    .minus(money.paid)
    .minus(money.deferred);
  return { title, recipient, lines, ...money, charged, due };
}

const company: ReceiptBlock['recipient'] = {
  name: 'ООО «Управляющая компания „Тихий двор“»',
  inn: '2221000006',
  kpp: '222101001',
  bank: {
    ...{ account: '40702810420000004321', bankName: 'Алтайский филиал АО «Обской банк»' },
    ...{ bik: '040173604', correspondentAccount: '30101810200000000604' },
  },
};

const fund: ReceiptBlock['recipient'] = {
  name: 'НО «Региональный оператор капитального ремонта»',
  inn: '2221000013',
  kpp: '222101001',
  bank: {
    ...{ account: '40604810600000000777', bankName: 'Алтайский филиал АО «Обской банк»' },
    ...{ bik: '040173604', correspondentAccount: '30101810200000000604' },
  },
};

/** An agent's principal, whose money goes to its own account. */
const intercom: ReceiptBlock['recipient'] = {
  name: 'Общество с ограниченной ответственностью «Домофонные системы и видеонаблюдение Оби»',
  inn: '2221000020',
  kpp: '222101001',
  bank: {
    ...{ account: '40702810600000000007', bankName: 'Алтайский филиал АО «Обской банк»' },
    ...{ bik: '040173604', correspondentAccount: '30101810200000000604' },
  },
};

/** A month with a principal's block and a subsidy that comes to the executor. */
function principal(): ReceiptDraft {
  const plain = { ...full(8), ...ordinaryMonth(8) };
  const [utilities, repairs] = plain.blocks as [ReceiptBlock, ReceiptBlock];
  const lines = utilities.lines.filter(({ section }) => section !== 'agency');
  const own = block('Домофон', intercom, [line('agency', 'Домофон', 'кв.', '1', '65', '65.00')], {
    opening: roubles('65.00'),
  });
  const blocks = [block(utilities.title, company, lines, { opening: utilities.opening }), repairs, own];
  return {
    ...plain,
    blocks,
    total: totalDue(blocks),
    notes: [
      'Субсидия за октябрь 2026: 1 911,00 ₽ соцзащита перечисляет исполнителю. Если её ещё нет в строке «Оплачено», вам останется заплатить 21 587,41 ₽.',
    ],
  };
}

function full(number: number): ReceiptDraft {
  const month = block('Жилищно-коммунальные услуги', company, housing, {
    opening: roubles('10431.18'),
    paid: roubles('10000.00'),
    penalty: roubles('3.27'),
    lastPayment: { on: parseDate('2026-10-14'), amount: roubles('10000.00') },
  });
  const repairs = block('Взнос на капитальный ремонт', fund, repair, {
    opening: roubles('850.34'),
    paid: roubles('850.34'),
    lastPayment: { on: parseDate('2026-10-14'), amount: roubles('850.34') },
  });
  const account = String(1_000_000_000 + number);
  return {
    form: '43/пр-1',
    number: `202610-${account}`,
    period: parsePeriod('2026-10'),
    issuedOn: parseDate('2026-11-03'),
    dueOn: parseDate('2026-11-15'),
    issuer: {
      ...{ name: company.name, inn: company.inn, kpp: company.kpp, ogrn: '1022200000001' },
      address: '656049, Алтайский край, г. Барнаул, ул. Тихая, д. 1, оф. 4',
      phone: '(3852) 20-00-00',
      emergencyPhone: '(3852) 20-00-05',
      email: 'dom@tihiy-dvor.example',
      site: 'tihiy-dvor.example',
    },
    account: {
      ...{
        number: account,
        payer: 'Соколова Мария Андреевна',
        area: decimal('54.3'),
        share: null,
        persons: 3,
        personsAreOwners: false,
      },
      address: `г. Барнаул, ул. Берёзовая, д. 14, кв. ${number}`,
      unifiedNumber: '10АБ123456',
      servicesId: '10АБ123456-01',
      gisDocumentId: `10АБ123456-01-6${String(number).padStart(3, '0')}`,
    },
    blocks: [month, repairs],
    total: totalDue([month, repairs]),
    recalculations: [
      {
        ...{ service: 'Водоотведение', period: parsePeriod('2026-09'), amount: roubles('-129.30') },
        reason: 'показание прибора за сентябрь пришло позже: начислено было по среднему',
      },
    ],
    change: {
      before: roubles('9872.10'),
      causes: [
        { text: 'Начался отопительный сезон: отопление', amount: roubles('5172.29') },
        { text: 'Выросли тарифы с 1 октября', amount: roubles('1121.16') },
        { text: 'Меньше горячей воды: 8,76 м³ вместо 16,1 м³', amount: roubles('-3292.62') },
      ],
    },
    meters: [
      {
        ...{ resource: 'Холодная вода', serial: '20-118273', zone: null, unit: 'м³', consumption: decimal('6.123') },
        previous: { on: parseDate('2026-09-22'), value: decimal('412.877') },
        current: { on: parseDate('2026-10-21'), value: decimal('419') },
        verifiedUntil: parseDate('2029-04-17'),
      },
      {
        ...{ resource: 'Электричество', serial: '011849502', zone: null, unit: 'кВт·ч', consumption: decimal('187') },
        previous: { on: parseDate('2026-09-22'), value: decimal('18402') },
        current: { on: parseDate('2026-10-21'), value: decimal('18589') },
        verifiedUntil: parseDate('2034-08-01'),
      },
    ],
    norms: [
      { service: 'холодная вода', value: decimal('4.29'), unit: 'м³ на человека' },
      { service: 'горячая вода', value: decimal('2.92'), unit: 'м³ на человека' },
      { service: 'подогрев воды', value: decimal('0.062'), unit: 'Гкал на м³' },
      { service: 'отопление', value: decimal('0.0261'), unit: 'Гкал на м²' },
      { service: 'электричество', value: decimal('91'), unit: 'кВт·ч на человека' },
    ],
    house: {
      area: decimal('5903.7'),
      commonArea: decimal('1210.4'),
      volumes: [
        houseVolume('Отопление', 'Гкал', '12840.11', '12994.20', '154.09', '154.09', '0'),
        houseVolume('Холодная вода', 'м³', '88120', '89004', '884', '841.3', '42.7'),
        houseVolume('Электричество', 'кВт·ч', '902114', '923880', '21766', '19320', '2446'),
      ],
    },
    instalments: [],
    notes: [
      'Показания за ноябрь примем с 20 по 25 ноября: в личном кабинете, по телефону (3852) 20-00-00 или в ящик у подъезда.',
    ],
  };
}

/** Nothing was recalculated, and the account is too new for a comparison. */
function ordinaryMonth(number: number): Partial<ReceiptDraft> {
  const blocks = full(number).blocks.map((it) => {
    const lines = it.lines.map((one) => ({
      ...one,
      recalculated: Money.zero,
      total: one.total.minus(one.recalculated),
    }));
    return block(it.title, it.recipient, lines, { opening: it.opening, paid: it.paid, lastPayment: it.lastPayment });
  });
  return { blocks, total: totalDue(blocks), recalculations: [], change: null };
}

function houseVolume(service: string, unit: string, ...values: [string, string, string, string, string]) {
  const [previous, current, total, premises, common] = values.map(decimal) as [never, never, never, never, never];
  return { service, unit, previous, current, total, premises, common };
}

function longNames(): ReceiptDraft {
  const plain = full(2);
  const fullName =
    'Муниципальное унитарное предприятие «Городское управление жилищно-коммунального хозяйства и благоустройства имени сорокалетия Победы»';
  const [first, second] = plain.blocks as [ReceiptBlock, ReceiptBlock];
  return {
    ...plain,
    issuer: { ...plain.issuer, name: fullName },
    account: {
      ...plain.account,
      number: 'ЛС-0000000078451200316',
      payer: 'Константинопольская-Преображенская Александра-Виктория Христорождественовна & Ко <b>«О’Нил»</b>',
      address:
        'Алтайский край, Барнаул городской округ, пос. Железнодорожников-Первопроходцев, микрорайон «Новая Набережная Победы», д. 118/2, корп. 4, стр. 2, кв. 1031, комн. 2',
    },
    blocks: [
      {
        ...first,
        recipient: {
          ...company,
          name: fullName,
          bank: { ...company.bank!, bankName: 'Отделение Барнаул Банка России // УФК по Алтайскому краю, г. Барнаул' },
        },
        lines: first.lines.map((it, place) =>
          place === 0
            ? {
                ...it,
                service:
                  'Содержание и текущий ремонт жилого помещения, включая управление домом и аварийно-диспетчерское обслуживание',
              }
            : it,
        ),
      },
      second,
    ],
  };
}

function nothingDue(): ReceiptDraft {
  const plain = full(3);
  const blocks = plain.blocks.map((it) => ({
    ...it,
    opening: it.opening.minus(it.due).minus(roubles('100.00')),
    due: roubles('-100.00'),
  }));
  return { ...plain, blocks, total: totalDue(blocks), recalculations: plain.recalculations, change: null };
}

function fortyLines(): ReceiptDraft {
  const plain = full(4);
  const [first, second] = plain.blocks as [ReceiptBlock, ReceiptBlock];
  const many = Array.from({ length: 30 }, (_, place) =>
    line('agency', `Услуга № ${place + 1} по решению собрания`, 'кв.', '1', `${place + 1}.5`, `${place + 1}.50`),
  );
  const long = block(first.title, company, [...first.lines, ...many], { opening: roubles('1234567.89') });
  return { ...plain, blocks: [long, second], total: totalDue([long, second]), change: null };
}

function firstBill(): ReceiptDraft {
  const plain = full(5);
  const only = block('Жилищно-коммунальные услуги', { ...company, bank: null }, housing.slice(0, 3));
  return {
    ...plain,
    account: {
      ...plain.account,
      unifiedNumber: null,
      servicesId: null,
      gisDocumentId: null,
      share: null,
      persons: 1,
      personsAreOwners: true,
    },
    ...{
      blocks: [only],
      total: totalDue([only]),
      recalculations: [],
      change: null,
      meters: [],
      norms: [],
      instalments: [],
      notes: [],
    },
    house: { area: null, commonArea: null, volumes: [] },
  };
}
