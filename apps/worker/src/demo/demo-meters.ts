import { Injectable } from '@nestjs/common';
import { Accounts, Houses } from '@dvor/housing';
import { type LocalDate, parseDate } from '@dvor/kernel';
import { AlertWatch, DeviceEvents, Meters } from '@dvor/metering';
import { Database, type Recording, type Tenant, type Tx } from '@dvor/platform';

const TODAY = parseDate('2026-11-02');
/** A flat that its owner lets, in a house whose meters tell what they show by themselves. */
const LEAKING = '1000000237';
const LITRES_AN_HOUR = 11;
const NIGHTS = ['2026-10-31', '2026-11-01', '2026-11-02'];
const HOURS = [2, 3, 4];

/** What befell the demo's meters. */
@Injectable()
export class DemoMeters {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly houses: Houses,
    private readonly meters: Meters,
    private readonly events: DeviceEvents,
    private readonly watch: AlertWatch,
  ) {}

  /** A cistern runs, and nobody is at home to hear it. */
  async leak(tx: Tx, { by }: Recording): Promise<void> {
    const { items } = await this.accounts.list(tx, { on: TODAY, limit: 1, search: LEAKING });
    const meters = await this.meters.ofAccount(tx, items[0]!.id, TODAY);
    const { serial, lastReading } = meters.find(({ resource }) => resource === 'cold-water')!;
    const last = parseDate(lastReading!.date);
    const litres = Math.round(Number(lastReading!.value) * 1000);
    const ran = (night: LocalDate, hour: number) => ((night - last) * 24 + hour) * LITRES_AN_HOUR;
    const events = NIGHTS.flatMap((night) =>
      HOURS.map((hour) => ({
        ...{ device: serial, at: `${night}T0${hour}:00:00+07:00`, unit: 'l' },
        value: String(litres + ran(parseDate(night), hour)),
      })),
    );
    await this.events.take(tx, events, { by, today: TODAY });
  }

  /** What the worker does within a minute; whoever looks twice tells nothing twice. */
  async lookOver({ organizationId }: Tenant): Promise<void> {
    const { items } = await this.database.inTenant({ organizationId }, (tx) =>
      this.houses.list(tx, { on: TODAY, limit: 10 }),
    );
    for (const { id } of items) await this.watch.look(organizationId, id);
  }
}
