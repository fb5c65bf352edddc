import { Injectable } from '@nestjs/common';
import { writeZip } from '@dvor/formats';
import { Houses } from '@dvor/housing';
import { addDays, Decimal, decimal, type MeterId, parseDate, parsePeriod } from '@dvor/kernel';
import {
  DeviceEvents,
  HouseMeters,
  type InboundMessage,
  IntervalFiles,
  MessageDesk,
  MeteringPoints,
} from '@dvor/metering';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import { type InventedPoint, intervalMessage } from '../invented/interval-message.js';

const OCTOBER = parsePeriod('2026-10');
const TODAY = parseDate('2026-11-02');
const FIRST_DAY = parseDate('2026-10-01');
const DAYS = 31;
const PARTS = 48;
const INPUT = { code: '222500000014001', name: 'пр-кт Приобский, 14, ввод 1' };
const PUMPS = { code: '222500000014009', name: 'Насосная, ул. Юрина' };
/** Sent again some days later: an hour had been lost. */
const MENDED_DAY = 16;

/** What residents wrote in the first days of November: whoever wrote it is not known, or can't be understood. */
const MESSAGES: readonly Omit<InboundMessage, 'externalId'>[] = [
  { channel: 'sms', sender: '+79132104567', text: 'Добрый день! ХВС 145 ГВС 98' },
  { channel: 'messenger', sender: '+79619870011', text: 'ЛС 1000000999 хвс 77,5' },
  { channel: 'email', sender: 'petrova@post.example', text: 'Здравствуйте, когда придёт мастер?' },
  { channel: 'sms', sender: '+79237001122', text: 'ЛС 1000000031 ХВС 12З' },
];
const STRANGE_DEVICE = 'NB-7710-4418';

/** What comes by itself: half-hours of a house's input, messages, a device that nobody has named yet. */
@Injectable()
export class DemoMetering {
  constructor(
    private readonly database: Database,
    private readonly houses: Houses,
    private readonly meters: HouseMeters,
    private readonly files: IntervalFiles,
    private readonly points: MeteringPoints,
    private readonly desk: MessageDesk,
    private readonly devices: DeviceEvents,
  ) {}

  /** Once taken the files are known, and nothing is done again. */
  async work(tenant: Tenant): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      const { items } = await this.files.list(tx, { limit: 1 });
      const input = await this.electricInput(tx);
      if (items.length > 0 || !input) return;
      const taking = { by: null, today: TODAY };
      await this.files.take(
        tx,
        { fileName: '80020_2225000013_202610.zip', content: await october(input.volume) },
        taking,
      );
      const [point] = (await this.points.list(tx, { state: 'all', search: INPUT.code }, { limit: 1 })).items;
      await this.points.link(
        tx,
        point!.id,
        { channel: '01', meterId: input.id, days: { from: FIRST_DAY, to: null }, byItself: true },
        { by: null, reason: 'акт допуска прибора', today: TODAY },
      );
      const mended = messageOf({ number: 1064, day: MENDED_DAY, kWh: dayParts(input.volume, MENDED_DAY) });
      await this.files.take(tx, { fileName: '80020_2225000013_20261017_1064.xml', content: mended }, taking);
      const begun = dayParts(input.volume, 0).map((kWh, i) => (i === 6 || i === 7 ? null : kWh));
      const november = messageOf({ number: 1065, day: DAYS, kWh: begun });
      await this.files.take(tx, { fileName: '80020_2225000013_20261101_1065.xml', content: november }, taking);
    });
  }

  /** Sent again they are the same. */
  async listen(tenant: Tenant): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      for (const [i, message] of MESSAGES.entries())
        await this.desk.receive(tx, { ...message, externalId: `demo-${i + 1}` }, { by: null, today: TODAY });
      const told = ['2026-10-30', '2026-10-31', '2026-11-01'].map((day, i) => ({
        ...{ device: STRANGE_DEVICE, at: `${day}T20:00:00Z`, value: `${18 + i}.4`, unit: 'm3' },
      }));
      await this.devices.take(tx, told, { by: null, today: TODAY });
    });
  }

  private async electricInput(tx: Tx): Promise<{ readonly id: MeterId; readonly volume: string } | null> {
    const [house] = (await this.houses.list(tx, { on: TODAY, limit: 1 })).items;
    const meters = await this.meters.list(tx, house!.id, { from: OCTOBER, to: OCTOBER });
    const meter = meters.find(({ resource, volumes }) => resource === 'electricity' && volumes.length > 0);
    return meter ? { id: meter.id, volume: meter.volumes[0]!.volume } : null;
  }
}

async function october(volume: string): Promise<Buffer> {
  const messages = Array.from({ length: DAYS }, (_, day) => {
    const kWh = dayParts(volume, day);
    const lost = day === MENDED_DAY ? kWh.map((part, i) => (i === 20 || i === 21 ? null : part)) : kWh;
    return { name: `80020_2225000013_${1030 + day}.xml`, content: messageOf({ number: 1030 + day, day, kWh: lost }) };
  });
  return Buffer.from(await writeZip(messages));
}

function messageOf({ number, day, kWh }: { number: number; day: number; kWh: readonly (string | null)[] }): Buffer {
  const points: InventedPoint[] = [
    { ...INPUT, values: kWh },
    { ...PUMPS, values: Array.from({ length: PARTS }, (_, i) => (i % 3 === 0 ? '4' : '3')) },
  ];
  return Buffer.from(intervalMessage({ number, day: addDays(FIRST_DAY, day), points }));
}

/** Evenings are brighter than nights; all days together come to what the house's books say. */
function dayParts(volume: string, day: number): string[] {
  const count = decimal(String(DAYS * PARTS));
  const each = decimal(volume).div(count).round(3, Decimal.roundDown);
  const shift = each.div(decimal('3')).round(1);
  const parts = Array.from({ length: PARTS }, (_, i) =>
    i < 14 ? each.minus(shift) : i < 34 ? each : each.plus(shift),
  );
  const rest = decimal(volume).minus(each.times(count));
  if (day === 0) parts[PARTS - 1] = parts[PARTS - 1]!.plus(rest);
  return parts.map(String);
}
