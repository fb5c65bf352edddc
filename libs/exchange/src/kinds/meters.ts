import { type HouseId, type LocalDate, parseDate, type PremisesId } from '@dvor/kernel';
import { formatAddress } from '@dvor/housing';
import { type MeteredResource, type MeterIntake, type NewMeter, WHOLE_DAY } from '@dvor/metering';
import { recordChanges, type Tx } from '@dvor/platform';
import type { Content } from '../reading/field.js';
import { type KnownAccount, type KnownPremises, loadAccounts, loadHouses, loadPremises } from './books.js';
import { type Judgement, type KindOfImport, type Load, type Made, sayTwice, type StagedRow, Verdicts } from './kind.js';
import { addressOf, field, HOUSE_FIELDS, NUMBER, placeKey, PREMISES_FIELDS, premisesKey } from './place-fields.js';

const RESOURCES: Readonly<Record<MeteredResource, readonly string[]>> = {
  'cold-water': ['ХВС', 'Холодная вода', 'Холодное водоснабжение', 'Вода холодная', 'х/в'],
  'hot-water': ['ГВС', 'Горячая вода', 'Горячее водоснабжение', 'Вода горячая', 'г/в'],
  electricity: ['Электричество', 'Электроэнергия', 'Электроснабжение', 'ЭЭ', 'Э/э', 'Свет'],
  gas: ['Газ', 'Газоснабжение'],
  heating: ['Отопление', 'Тепло', 'Теплоснабжение', 'Тепловая энергия'],
};

/** Names of the zones of two and three rates, as metering keeps them. */
const ZONES: readonly (readonly string[])[] = [[WHOLE_DAY], ['day', 'night'], ['peak', 'half-peak', 'night']];

export const SERIAL = field('serial', 'number', '№ счётчика', 'Meter', '18-123456', [
  'Номер счётчика',
  'Заводской номер',
  'Зав. №',
  'Серийный номер',
  'Номер ПУ',
  '№ ПУ',
  'Номер ИПУ',
  'SERIAL',
]);

export const RESOURCE = field(
  'resource',
  'choice',
  'Ресурс',
  'Resource',
  'ХВС',
  ['Тип счётчика', 'Вид счётчика', 'Вид ресурса', 'Тип ПУ', 'Коммунальный ресурс', 'Услуга'],
  RESOURCES,
);

export const READ_ON = field('readOn', 'day', 'Дата показаний', 'Read on', '20.10.2026', [
  'Дата передачи показаний',
  'Дата показания',
  'Дата снятия показаний',
]);

/** Meters of premises with what they show; readings of meters that stand already come by the registers of readings. */
export function metersImport(meters: MeterIntake): KindOfImport {
  return {
    kind: 'meters',
    title: 'Счётчики',
    fields: [
      NUMBER,
      ...HOUSE_FIELDS,
      ...PREMISES_FIELDS,
      SERIAL,
      RESOURCE,
      field('zones', 'count', 'Число тарифов', 'Zones', '1', ['Количество тарифов', 'Тарифность', 'Кол-во тарифов']),
      field('digits', 'count', 'Разрядность', 'Digits', '5', ['Знаков', 'Значность']),
      field('value1', 'decimal', 'Показание', 'Reading', '123,456', [
        'Показание 1',
        'Показания',
        'Текущее показание',
        'T1',
        'День',
      ]),
      field('value2', 'decimal', 'Показание 2', 'Reading 2', '', ['T2', 'Ночь']),
      field('value3', 'decimal', 'Показание 3', 'Reading 3', '', ['T3']),
      READ_ON,
      field('installedOn', 'day', 'Дата установки', 'Installed on', '', [
        'Дата ввода в эксплуатацию',
        'Установлен',
        'Дата монтажа',
      ]),
      field('verifiedUntil', 'deadline', 'Дата следующей поверки', 'Verified until', '', [
        'Следующая поверка',
        'Поверен до',
        'Дата очередной поверки',
        'Срок поверки',
      ]),
    ],
    needed: [['serial'], ['resource'], ['number', 'address', 'street'], ['value1']],
    identify: (content, settings) => {
      if (!content.serial || !content.resource) return null;
      const address = addressOf(content, settings);
      const place = content.number ?? (address ? placeKey(address) : '?');
      return { key: `${place}|${content.resource}|${content.serial.toLowerCase()}`, place };
    },
    twice: sayTwice,
    judge: (tx, rows, load) => judgeMeters(tx, rows, load, meters),
  };
}

interface Premises {
  readonly houseId: HouseId;
  readonly id: PremisesId;
}

interface KnownMeter {
  readonly houseId: HouseId;
  readonly premisesId: PremisesId | null;
  readonly resource: string;
  readonly serial: string;
  readonly where: string;
}

async function judgeMeters(tx: Tx, rows: readonly StagedRow[], load: Load, meters: MeterIntake): Promise<Judgement> {
  const told = new Verdicts(rows);
  const accounts = await loadAccounts(
    tx,
    rows.flatMap(({ content }) => content.number ?? []),
    load.from,
  );
  const byAddress = await premisesByAddress(tx, rows, load);
  const places = new Map<number, Premises>();
  for (const row of rows) {
    const premises = told.isBad(row.line) ? null : placeOf(row, accounts, byAddress, load, told);
    if (premises) places.set(row.line, premises);
  }
  const known = await loadMeters(tx, [...new Set([...places.values()].map(({ houseId }) => houseId))]);
  const added = new Map<number, NewMeter>();
  for (const { line, content } of rows) {
    const premises = places.get(line);
    if (!premises) continue;
    const bySerial = known.filter(
      ({ houseId, serial }) => houseId === premises.houseId && serial.toLowerCase() === content.serial!.toLowerCase(),
    );
    const here = bySerial.find(
      ({ premisesId, resource }) => premisesId === premises.id && resource === content.resource,
    );
    const meter = meterOf(content, premises, load);
    if (here) told.set(line, 'same');
    else if (bySerial[0])
      told.refuse(line, 'meter.differs', {
        field: 'serial',
        value: content.serial!,
        details: { serial: content.serial!, where: bySerial[0].where },
      });
    else if (meter === 'value-missing') told.refuse(line, 'value.missing', { field: 'value1' });
    else {
      told.set(line, 'new');
      added.set(line, meter);
    }
  }
  return {
    verdicts: told.verdicts,
    problems: told.problems,
    write: async (inTx) => {
      const lines = [...added].filter(([line]) => told.verdicts.get(line) === 'new');
      const ids = await meters.takeIn(
        inTx,
        lines.map(([, meter]) => meter),
        load.recording,
      );
      await recordChanges(
        inTx,
        lines.map(([, { stands }], i) => ({
          fact: 'meter_facts',
          subject: { type: 'meter' as const, id: ids[i]! },
          ...stands,
        })),
        load.recording,
      );
      return new Map<number, Made>(lines.map(([line], i) => [line, { meter: ids[i]! }]));
    },
  };
}

function placeOf(
  { line, content }: StagedRow,
  accounts: ReadonlyMap<string, KnownAccount>,
  byAddress: ReadonlyMap<string, KnownPremises>,
  load: Load,
  told: Verdicts,
): Premises | null {
  if (content.number) {
    const account = accounts.get(content.number);
    if (account) return { houseId: account.houseId, id: account.premisesId };
    told.refuse(line, 'account.unknown', {
      field: 'number',
      value: content.number,
      details: { number: content.number },
    });
    return null;
  }
  const address = addressOf(content, load.settings);
  if (!address?.premises) {
    told.refuse(line, address ? 'address.no-premises' : 'address.unreadable', {
      field: 'address',
      value: content.address ?? '',
    });
    return null;
  }
  const found = byAddress.get(placeKey(address));
  if (!found)
    told.refuse(line, 'premises.unknown', {
      field: 'address',
      details: { where: content.address ?? `${content.street}, ${content.building}, ${content.flat}` },
    });
  return found ?? null;
}

/** Only rows without an account's number need their address. */
async function premisesByAddress(tx: Tx, rows: readonly StagedRow[], load: Load): Promise<Map<string, KnownPremises>> {
  const addresses = rows.flatMap(({ content }) => (content.number ? [] : (addressOf(content, load.settings) ?? [])));
  if (addresses.length === 0) return new Map();
  const houses = await loadHouses(tx, load.from);
  const found = addresses.flatMap((address) => {
    const house = houses.find(address.house);
    return house && address.premises ? [{ address, house, key: `${house.id}|${premisesKey(address.premises)}` }] : [];
  });
  const premises = await loadPremises(tx, [...new Set(found.map(({ house }) => house.id))], load.from);
  return new Map(
    found.flatMap(({ address, key }) => {
      const one = premises.get(key);
      return one ? [[placeKey(address), one] as const] : [];
    }),
  );
}

async function loadMeters(tx: Tx, houseIds: readonly HouseId[]): Promise<KnownMeter[]> {
  const rows = await tx.query<
    (Omit<KnownMeter, 'where'> & {
      city: string;
      street: string;
      building: string;
      kind: null;
      number: string | null;
    })[]
  >(
    `select m.house_id as "houseId", m.premises_id as "premisesId", m.resource, m.serial, h.city, h.street, h.building, p.kind, p.number
       from meters m join houses h on h.id = m.house_id left join premises p on p.id = m.premises_id
      where m.house_id = any ($1)`,
    [houseIds],
  );
  return rows.map(({ city, street, building, kind, number, ...meter }) => ({
    ...meter,
    where: formatAddress({ city, street, building }, kind && number ? { kind, number } : undefined),
  }));
}

/** A meter stands from its first reading that we know; what it showed then is what it began with. */
function meterOf(content: Content, { houseId, id }: Premises, load: Load): NewMeter | 'value-missing' {
  const count = Math.min(Math.max(Number(content.zones ?? 1), 1), ZONES.length);
  const zones = ZONES[count - 1]!;
  const initial = zones.map((_, i) => content[`value${i + 1}`]);
  if (initial.some((value) => value === undefined)) return 'value-missing';
  const amounts = initial as string[];
  const readOn = content.readOn ? parseDate(content.readOn) : null;
  const from = readOn ?? (content.installedOn ? parseDate(content.installedOn) : load.from);
  const widest = Math.max(...amounts.map((value) => value.split('.')[0]!.length));
  return {
    houseId,
    premisesId: id,
    resource: content.resource as MeteredResource,
    serial: content.serial!,
    zones,
    digits: Math.min(9, Math.max(content.digits ? Math.max(Number(content.digits), 3) : 5, widest)),
    stands: { from: from as LocalDate, to: null },
    verifiedUntil: content.verifiedUntil ? parseDate(content.verifiedUntil) : null,
    initial: amounts,
    readings: readOn === null ? [] : [{ date: readOn, amounts, source: 'import' }],
  };
}
