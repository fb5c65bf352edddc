import { Injectable } from '@nestjs/common';
import type { BillerProtocol, BillerSettings } from '@dvor/formats';
import {
  type ChannelId,
  formatDate,
  type LocalDate,
  Money,
  type OrganizationId,
  type SupplierId,
  type UserId,
} from '@dvor/kernel';
import { AuditLog, Database, SealedTexts, type Tx } from '@dvor/platform';
import type { BillerDoor } from './biller-doors.js';
import type { ChannelFee, DatedFee } from './core/index.js';

/** `testing`: the other side tries it, no money is booked. */
export type ChannelState = 'off' | 'testing' | 'on';

/** The channel of money that people enter: it has no contract and stands open in every organisation. */
export const BY_HAND = 'by-hand';

/** What the contract with a bank or an agent says. Sums are roubles as text. */
export interface ChannelSettings {
  /** From which addresses its door may be called: `10.1.0.0/16`, `2001:db8::/32`. None: from nowhere. */
  readonly networks: readonly string[];
  /** Of dates that it tells without one. */
  readonly timeZone: string;
  readonly least: string | null;
  readonly most: string | null;
  /** Its money belongs to this recipient alone, such as a capital repair fund's account. */
  readonly recipientId: SupplierId | null;
  /** Whether a check shows the payer's masked name and the address. */
  readonly showsPayer: boolean;
  readonly biller: Omit<BillerSettings, 'secret' | 'password'>;
  /** Sealed: what requests are signed with or signed in by. */
  readonly sealed: { readonly secret?: string; readonly password?: string };
}

export interface Channel {
  readonly id: ChannelId;
  readonly code: string;
  readonly preset: string;
  readonly protocol: BillerProtocol | null;
  readonly name: string;
  readonly state: ChannelState;
  readonly settings: ChannelSettings;
  readonly version: number;
  /** By the day from which they hold, the latest first. */
  readonly fees: readonly DatedFee[];
}

export interface NewChannel extends Pick<Channel, 'code' | 'preset' | 'protocol' | 'name' | 'state' | 'settings'> {
  readonly fee: DatedFee | null;
}

/** Roads by which money comes in. */
@Injectable()
export class PaymentChannels {
  constructor(
    private readonly database: Database,
    private readonly sealed: SealedTexts,
    private readonly audit: AuditLog = new AuditLog(),
  ) {}

  /** Whose channel a bank calls at a door; `null` where nobody has one of that code there. */
  async byCode(door: BillerDoor, code: string): Promise<{ organizationId: OrganizationId; channel: Channel } | null> {
    const [owner] = await this.database.outsideTenants((tx) =>
      tx.query<{ organization_id: OrganizationId; id: ChannelId }[]>('select * from channel_by_code($1, $2)', [
        door,
        code,
      ]),
    );
    if (!owner) return null;
    const { organization_id: organizationId, id } = owner;
    const channel = await this.database.inTenant({ organizationId }, (tx) => this.find(tx, id));
    return channel && { organizationId, channel };
  }

  async find(tx: Tx, id: ChannelId): Promise<Channel | null> {
    const [row] = await tx.query<ChannelRow[]>(`${SELECT} where c.id = $1`, [id]);
    return row ? channelOf(row) : null;
  }

  async list(tx: Tx): Promise<Channel[]> {
    const rows = await tx.query<ChannelRow[]>(`${SELECT} order by c.name, c.id`);
    return rows.map(channelOf);
  }

  /** The channel of what is entered by hand, made when it is first needed. */
  async ensureByHand(tx: Tx, by: UserId): Promise<ChannelId> {
    const known = () =>
      tx.query<{ id: ChannelId }[]>('select id from payment_channels where preset = $1 order by id limit 1', [BY_HAND]);
    const [channel] = await known();
    if (channel) return channel.id;
    await tx.query(
      `insert into payment_channels (organization_id, code, preset, name, state, settings, created_by)
       select id, 'by-hand-' || id, $1, 'Введено вручную', 'on', $2::jsonb || jsonb_build_object('timeZone', time_zone), $3
         from organizations where id = current_organization()
       on conflict do nothing`,
      [BY_HAND, JSON.stringify(BARE_SETTINGS), by],
    );
    return (await known())[0]!.id;
  }

  /** One that is there already, by its door and code, is left as it is. */
  async open(tx: Tx, channel: NewChannel, { by, reason }: { by: UserId | null; reason: string }): Promise<ChannelId> {
    const known = () =>
      tx.query<{ id: ChannelId }[]>(
        'select id from payment_channels where protocol is not distinct from $1 and code = $2',
        [channel.protocol, channel.code],
      );
    const [there] = await known();
    if (there) return there.id;
    const { code, preset, protocol, name, state, settings, fee } = channel;
    const [row] = await tx.query<[{ id: ChannelId }]>(
      `insert into payment_channels (organization_id, code, preset, protocol, name, state, settings, created_by)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7) returning id`,
      [code, preset, protocol, name, state, JSON.stringify(settings), by],
    );
    if (fee)
      await tx.query(
        `insert into payment_channel_fees (organization_id, channel_id, since, payer, percent, least, most, recorded_by, reason)
         values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          row.id,
          formatDate(fee.since),
          fee.payer,
          fee.percent,
          fee.least.kopecks.toString(),
          fee.most?.kopecks.toString() ?? null,
          by,
          reason,
        ],
      );
    await this.audit.record(tx, {
      userId: by,
      action: 'payment-channel.open',
      object: { type: 'payment-channel', id: row.id },
      details: { name, state, reason },
    });
    return row.id;
  }

  /** For the dialect: the settings with what is sealed opened. */
  billerSettings({ settings: { biller, sealed } }: Channel): BillerSettings {
    return {
      ...biller,
      ...(sealed.secret && { secret: this.sealed.open(sealed.secret) }),
      ...(sealed.password && { password: this.sealed.open(sealed.password) }),
    };
  }
}

const BARE_SETTINGS: Omit<ChannelSettings, 'timeZone'> = {
  networks: [],
  least: null,
  most: null,
  recipientId: null,
  showsPayer: false,
  biller: {},
  sealed: {},
};

interface ChannelRow extends Omit<Channel, 'fees'> {
  readonly fees: readonly {
    since: number;
    payer: ChannelFee['payer'];
    percent: string;
    least: string;
    most: string | null;
  }[];
}

function channelOf({ fees, ...channel }: ChannelRow): Channel {
  return {
    ...channel,
    fees: fees.map(({ since, payer, percent, least, most }) => ({
      since: since as LocalDate,
      payer,
      percent,
      least: Money.ofKopecks(least),
      most: most === null ? null : Money.ofKopecks(most),
    })),
  };
}

const SELECT = `
  select c.id, c.code, c.preset, c.protocol, c.name, c.state, c.settings, c.version,
         (select coalesce(json_agg(json_build_object('since', f.since - date '1970-01-01', 'payer', f.payer, 'percent', trim_scale(f.percent)::text,
                                                     'least', f.least::text, 'most', f.most::text)
                                   order by f.since desc, f.recorded_at desc), '[]')
            from payment_channel_fees f where f.channel_id = c.id) as fees
    from payment_channels c`;
