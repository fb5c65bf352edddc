import { Injectable } from '@nestjs/common';
import { type BillerSettings, channelPreset, type ChannelPreset, isBuilt } from '@dvor/formats';
import {
  type ChannelId,
  DomainError,
  formatDate,
  type LocalDate,
  Money,
  type SupplierId,
  type UserId,
} from '@dvor/kernel';
import {
  AuditLog,
  constraintOf,
  decodeCursor,
  KEY,
  OrganizationClock,
  type Page,
  pageOf,
  type PageRequest,
  SealedTexts,
  type Tx,
} from '@dvor/platform';
import { BY_HAND, type Channel, type ChannelSettings, PaymentChannels } from './channels.js';
import type { ChannelFee } from './core/index.js';

/** What the other side must have tried, by its own calls, before money is taken. */
export const TRIALS = ['check', 'unknown-account', 'pay', 'repeat'] as const;
export type TrialKind = (typeof TRIALS)[number];

export interface ChannelTrial {
  readonly id: string;
  readonly kind: TrialKind | 'other';
  readonly externalId: string | null;
  readonly request: string;
  readonly answer: string;
  readonly triedAt: Date;
}

/** What a channel still lacks to be switched on. */
export interface ChannelReadiness {
  readonly built: boolean;
  readonly trials: Readonly<Record<TrialKind, boolean>>;
  /** Settings that no preset can know: `networks`, `secret`, `login`… */
  readonly settings: readonly string[];
}

/** `undefined`: as it is. */
export interface ChannelChange {
  readonly name: string;
  readonly networks: readonly string[];
  readonly timeZone: string;
  readonly least: Money | null;
  readonly most: Money | null;
  readonly recipientId: SupplierId | null;
  readonly showsPayer: boolean;
  readonly biller: Omit<BillerSettings, 'secret' | 'password'>;
  /** Told once and never read back; `null` takes it away, `undefined` leaves it. */
  readonly secret?: string | null | undefined;
  readonly password?: string | null | undefined;
}

export interface NewFee extends ChannelFee {
  readonly since: LocalDate;
  readonly reason: string;
}

/** How channels of a preset work: asked online, or by what people enter and load; `null`: not yet at all. */
export function waysOf(preset: ChannelPreset): 'online' | 'entered' | null {
  if (isBuilt(preset)) return 'online';
  return ['registry', 'statement', 'notices', 'cash-desk'].includes(preset.protocol) ? 'entered' : null;
}

/** Where channels are opened, set up, tried and switched on and off. */
@Injectable()
export class ChannelDesk {
  constructor(
    private readonly channels: PaymentChannels,
    private readonly sealed: SealedTexts,
    private readonly clock: OrganizationClock,
    private readonly audit: AuditLog,
  ) {}

  /** Off, with what is customary of the preset. @throws DomainError `channel.preset-unknown`, `channel.not-built`, `channel.code-taken` */
  async open(
    tx: Tx,
    { preset: code, ...named }: { readonly preset: string; readonly code: string; readonly name: string },
    by: UserId,
  ): Promise<ChannelId> {
    const preset = channelPreset(code);
    if (!preset) throw new DomainError('channel.preset-unknown');
    if (!waysOf(preset)) throw new DomainError('channel.not-built', { name: preset.name });
    const settings: Omit<ChannelSettings, 'timeZone'> & { timeZone: string | null } = {
      networks: [],
      timeZone: preset.zone,
      least: preset.limits.least,
      most: preset.limits.most,
      recipientId: null,
      showsPayer: true,
      biller: preset.settings,
      sealed: {},
    };
    const [row] = await tx.query<{ id: ChannelId }[]>(
      `insert into payment_channels (organization_id, code, preset, protocol, name, settings, created_by)
       select id, $1, $2, $3, $4, $5::jsonb || jsonb_build_object('timeZone', coalesce($5::jsonb ->> 'timeZone', time_zone)), $6
         from organizations where id = current_organization()
       on conflict do nothing
       returning id`,
      [named.code, code, preset.adapter, named.name.trim(), JSON.stringify(settings), by],
    );
    if (!row) throw new DomainError('channel.code-taken', { code: named.code });
    await this.record(tx, 'open', row.id, by, { preset: code, code: named.code, name: named.name.trim() });
    return row.id;
  }

  /**
   * @throws DomainError `channel.not-found`, `channel.stale`, `channel.built-in`, `channel.limits-crossed`,
   * `channel.recipient-unknown`, `channel.still-on` when a channel that is on would lack something
   */
  async edit(
    tx: Tx,
    id: ChannelId,
    change: ChannelChange,
    { version, by }: { readonly version: number; readonly by: UserId },
  ): Promise<void> {
    const channel = await this.locked(tx, id);
    if (channel.version !== version) throw new DomainError('channel.stale', { version: channel.version });
    if (change.least && change.most && change.least.compare(change.most) > 0)
      throw new DomainError('channel.limits-crossed');
    if (change.recipientId) await assertSupplier(tx, change.recipientId);
    const { networks, timeZone, least, most, recipientId, showsPayer, biller } = change;
    const settings: ChannelSettings = {
      ...{ networks, timeZone, recipientId, showsPayer, biller },
      least: least?.toString() ?? null,
      most: most?.toString() ?? null,
      sealed: {
        ...this.resealed('secret', change.secret, channel),
        ...this.resealed('password', change.password, channel),
      },
    };
    const missing = missingSettings({ ...channel, settings });
    if (channel.state === 'on' && missing.length > 0)
      throw new DomainError('channel.still-on', { missing: missing.join(', ') });
    await tx.query('update payment_channels set name = $2, settings = $3, version = version + 1 where id = $1', [
      id,
      change.name.trim(),
      JSON.stringify(settings),
    ]);
    await this.record(tx, 'edit', id, by, {
      name: change.name.trim(),
      ...{ networks: [...networks], timeZone, recipientId, showsPayer, least: settings.least, most: settings.most },
      biller: { ...biller },
      secret: told(change.secret),
      password: told(change.password),
    });
  }

  /** From a day on, today or later: nobody is charged what they were not shown. @throws DomainError `channel.not-found`, `channel.built-in`, `channel.fee-past`, `channel.fee-crossed`, `channel.fee-twice` */
  async setFee(tx: Tx, id: ChannelId, fee: NewFee, by: UserId): Promise<void> {
    await this.locked(tx, id);
    if (fee.since < (await this.clock.today(tx))) throw new DomainError('channel.fee-past');
    if (fee.most && fee.most.compare(fee.least) < 0) throw new DomainError('channel.fee-crossed');
    const row = {
      since: formatDate(fee.since),
      payer: fee.payer,
      percent: fee.percent,
      least: fee.least.toString(),
      most: fee.most?.toString() ?? null,
      reason: fee.reason.trim(),
    };
    try {
      await tx.query(
        `insert into payment_channel_fees (organization_id, channel_id, since, payer, percent, least, most, recorded_by, reason)
         values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          row.since,
          row.payer,
          row.percent,
          fee.least.kopecks.toString(),
          fee.most?.kopecks.toString() ?? null,
          by,
          row.reason,
        ],
      );
    } catch (error) {
      // A demo's clock stands: the second word on the same day is told at the same instant.
      if (constraintOf(error) === 'payment_channel_fees_pkey') throw new DomainError('channel.fee-twice');
      throw error;
    }
    await this.record(tx, 'set-fee', id, by, row);
  }

  /** @throws DomainError `channel.not-found`, `channel.built-in`, `channel.no-door`, `channel.untested` naming what is missing */
  async setState(tx: Tx, id: ChannelId, state: Channel['state'], by: UserId): Promise<void> {
    const channel = await this.locked(tx, id);
    if (channel.state === state) return;
    if (state === 'testing' && channel.protocol === null) throw new DomainError('channel.no-door');
    if (state === 'on' && channel.protocol !== null) {
      const { built, trials, settings } = await this.readiness(tx, channel);
      const missing = [...(built ? [] : ['protocol']), ...settings, ...TRIALS.filter((kind) => !trials[kind])];
      if (missing.length > 0) throw new DomainError('channel.untested', { missing: missing.join(', ') });
    }
    await tx.query('update payment_channels set state = $2, version = version + 1 where id = $1', [id, state]);
    await this.record(tx, 'set-state', id, by, { from: channel.state, to: state });
  }

  /** A repeat counts for the payment that was tried before it. */
  async readiness(tx: Tx, channel: Channel): Promise<ChannelReadiness> {
    const tried = await tx.query<{ kind: TrialKind }[]>(
      `select distinct t.kind from payment_channel_trials t
        where t.channel_id = $1
          and (t.kind <> 'repeat' or exists (select from payment_channel_trials first
                                              where first.channel_id = t.channel_id and first.kind = 'pay'
                                                and first.external_id = t.external_id and first.id < t.id))`,
      [channel.id],
    );
    const kinds = new Set(tried.map(({ kind }) => kind));
    const preset = channelPreset(channel.preset);
    return {
      built: channel.protocol === null || (preset !== undefined && isBuilt(preset)),
      trials: {
        check: kinds.has('check'),
        'unknown-account': kinds.has('unknown-account'),
        pay: kinds.has('pay'),
        repeat: kinds.has('repeat'),
      },
      settings: missingSettings(channel),
    };
  }

  /** The latest first. */
  async trials(tx: Tx, id: ChannelId, page: PageRequest): Promise<Page<ChannelTrial>> {
    if (!(await this.channels.find(tx, id))) throw new DomainError('channel.not-found');
    const [before] = page.cursor ? decodeCursor(page.cursor, [KEY.id]) : [null];
    const rows = await tx.query<ChannelTrial[]>(
      `select id, kind, external_id as "externalId", request, answer, tried_at as "triedAt" from payment_channel_trials
        where channel_id = $1 and ($2::bigint is null or id < $2) order by id desc limit $3`,
      [id, before, page.limit + 1],
    );
    return pageOf(rows, page.limit, (row) => [row.id]);
  }

  private async locked(tx: Tx, id: ChannelId): Promise<Channel> {
    await tx.query('select from payment_channels where id = $1 for update', [id]);
    const channel = await this.channels.find(tx, id);
    if (!channel) throw new DomainError('channel.not-found');
    if (channel.preset === BY_HAND) throw new DomainError('channel.built-in');
    return channel;
  }

  private resealed(
    name: 'secret' | 'password',
    text: string | null | undefined,
    { settings: { sealed } }: Channel,
  ): ChannelSettings['sealed'] {
    if (text === undefined) return sealed[name] ? { [name]: sealed[name] } : {};
    return text === null ? {} : { [name]: this.sealed.seal(text) };
  }

  private async record(
    tx: Tx,
    action: string,
    id: ChannelId,
    by: UserId,
    details: Parameters<AuditLog['record']>[1]['details'] & object,
  ): Promise<void> {
    await this.audit.record(tx, {
      userId: by,
      action: `channel.${action}`,
      object: { type: 'payment-channel', id },
      details,
    });
  }
}

/** From nowhere nobody calls: a channel with a door needs the addresses it is called from. */
function missingSettings({
  protocol,
  preset: code,
  settings,
}: Pick<Channel, 'protocol' | 'preset' | 'settings'>): string[] {
  if (protocol === null) return [];
  const { biller, sealed, networks } = settings;
  const known: Readonly<Record<string, unknown>> = { ...biller, ...sealed };
  const needs = channelPreset(code)?.needs ?? [];
  return [...(networks.length === 0 ? ['networks'] : []), ...needs.filter((need) => !known[need])];
}

/** Never the secret itself. */
function told(text: string | null | undefined): string | null {
  return text === undefined ? null : text === null ? 'removed' : 'set';
}

async function assertSupplier(tx: Tx, id: SupplierId): Promise<void> {
  const [row] = await tx.query<object[]>('select 1 from suppliers where id = $1', [id]);
  if (!row) throw new DomainError('channel.recipient-unknown');
}
