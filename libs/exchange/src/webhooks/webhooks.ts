import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type DetailValue, DomainError, type UserId } from '@dvor/kernel';
import {
  AuditLog,
  CLOCK,
  type Config,
  CONFIG,
  Database,
  ExceptionsInbox,
  sealSecret,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import { mayReach } from './guarded-lookup.js';
import { PUBLIC_EVENTS } from './public-events.js';
import { newSigningSecret } from './signature.js';
import { type EndpointSettings, readEndpoint, readEndpoints, SECRET_PURPOSE, type WebhookEndpoint } from './webhook.js';
import { troubleOf } from './webhook-troubles.js';

/** The secret is told this once. */
export interface GivenEndpoint {
  readonly endpoint: WebhookEndpoint;
  readonly secret: string;
}

const HOUR_MS = 3_600_000;

/** Endpoints of webhooks (API-04): where events go, which, and signed by what. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly exceptions: ExceptionsInbox,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(tenant: Tenant): Promise<WebhookEndpoint[]> {
    return this.database.inTenant(tenant, (tx) => readEndpoints(tx, this.clock.now()));
  }

  /** @throws DomainError `webhook.not-found` */
  async read(tenant: Tenant, id: string): Promise<WebhookEndpoint> {
    return this.database.inTenant(tenant, (tx) => this.found(tx, id));
  }

  /** @throws DomainError `webhook.address-wrong`, `webhook.address-private`, `webhook.event-unknown` */
  async add(tenant: Tenant, settings: EndpointSettings, by: UserId): Promise<GivenEndpoint> {
    await this.assertGood(settings);
    const secret = newSigningSecret();
    return this.database.inTenant(tenant, async (tx) => {
      const [{ id }] = await tx.query<[{ id: string }]>(
        `insert into webhook_endpoints (organization_id, url, description, event_types, secret, created_at, created_by)
         values (current_organization(), $1, $2, $3, $4, $5, $6) returning id`,
        [settings.url, settings.description, settings.eventTypes, this.seal(secret), this.clock.now(), by],
      );
      await this.record(tx, 'webhook.add', id, by, { url: settings.url, eventTypes: [...settings.eventTypes] });
      return { endpoint: await this.found(tx, id), secret };
    });
  }

  /** @throws DomainError `webhook.not-found`, `webhook.stale`, `webhook.address-wrong`, `webhook.address-private`, `webhook.event-unknown` */
  async edit(
    tenant: Tenant,
    id: string,
    settings: EndpointSettings,
    seen: { version: number; by: UserId },
  ): Promise<WebhookEndpoint> {
    await this.read(tenant, id);
    await this.assertGood(settings);
    return this.database.inTenant(tenant, async (tx) => {
      const before = await this.lock(tx, id);
      if (before.version !== seen.version) throw new DomainError('webhook.stale', { version: before.version });
      await tx.query(
        'update webhook_endpoints set url = $2, description = $3, event_types = $4, version = version + 1 where id = $1',
        [id, settings.url, settings.description, settings.eventTypes],
      );
      await this.record(tx, 'webhook.edit', id, seen.by, {
        url: { from: before.url, to: settings.url },
        eventTypes: { from: [...before.eventTypes], to: [...settings.eventTypes] },
      });
      return this.found(tx, id);
    });
  }

  /**
   * A new secret; the one before signs too for some hours, so that the receiver can be given the new one in its time.
   * @throws DomainError `webhook.not-found`
   */
  async rotateSecret(
    tenant: Tenant,
    id: string,
    { graceHours, by }: { graceHours: number; by: UserId },
  ): Promise<GivenEndpoint> {
    const secret = newSigningSecret();
    return this.database.inTenant(tenant, async (tx) => {
      await this.lock(tx, id);
      const until = graceHours > 0 ? new Date(this.clock.now().getTime() + graceHours * HOUR_MS) : null;
      await tx.query(
        `update webhook_endpoints set former_secret = case when $3::timestamptz is null then null else secret end,
                former_until = $3, secret = $2, version = version + 1 where id = $1`,
        [id, this.seal(secret), until],
      );
      await this.record(tx, 'webhook.rotate-secret', id, by, { graceHours });
      return { endpoint: await this.found(tx, id), secret };
    });
  }

  /** Events go on to stand in line. @throws DomainError `webhook.not-found`, `webhook.paused` */
  async pause(tenant: Tenant, id: string, by: UserId): Promise<WebhookEndpoint> {
    return this.database.inTenant(tenant, async (tx) => {
      const { state } = await this.lock(tx, id);
      if (state === 'paused') throw new DomainError('webhook.paused');
      await tx.query(
        `update webhook_endpoints set state = 'paused', pause_reason = 'by-hand', paused_at = $2 where id = $1`,
        [id, this.clock.now()],
      );
      await this.record(tx, 'webhook.pause', id, by);
      return this.found(tx, id);
    });
  }

  /** What stood in line goes out, in order. @throws DomainError `webhook.not-found`, `webhook.not-paused` */
  async resume(tenant: Tenant, id: string, by: UserId): Promise<WebhookEndpoint> {
    return this.database.inTenant(tenant, async (tx) => {
      const { state } = await this.lock(tx, id);
      if (state !== 'paused') throw new DomainError('webhook.not-paused');
      await tx.query(
        `update webhook_endpoints set state = 'active', pause_reason = null, paused_at = null, failures = 0,
                failed_at = null, retry_at = null where id = $1`,
        [id],
      );
      await tx.query(
        `update webhook_deliveries set attempts = 0, due_at = $2 where endpoint_id = $1 and state = 'waiting'`,
        [id, this.clock.now()],
      );
      await this.exceptions.settle(tx, troubleOf(id), 'Отправка возобновлена');
      await this.record(tx, 'webhook.resume', id, by);
      return this.found(tx, id);
    });
  }

  /** With its log, and what still stands in line. @throws DomainError `webhook.not-found` */
  async remove(tenant: Tenant, id: string, by: UserId): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      const { url } = await this.lock(tx, id);
      await tx.query('delete from webhook_endpoints where id = $1', [id]);
      await this.exceptions.settle(tx, troubleOf(id), 'Адрес удалён');
      await this.record(tx, 'webhook.remove', id, by, { url });
    });
  }

  /** A name is looked up here too, so that a private one is refused at once; what counts is the look at sending. */
  private async assertGood({ url, eventTypes }: EndpointSettings): Promise<void> {
    const unknown = eventTypes.filter((type) => !PUBLIC_EVENTS.some((event) => event.type === type));
    if (unknown.length > 0) throw new DomainError('webhook.event-unknown', { types: unknown.join(', ') });
    const { privateNetworks } = this.config.webhooks;
    const parsed = URL.canParse(url) ? new URL(url) : null;
    const secure = parsed?.protocol === 'https:';
    if (!parsed || parsed.username || parsed.password || parsed.hash || !(secure || parsed.protocol === 'http:'))
      throw new DomainError('webhook.address-wrong');
    if (!secure && privateNetworks.length === 0) throw new DomainError('webhook.address-wrong');
    for (const address of await addressesOf(parsed.hostname.replace(/^\[|\]$/g, '')))
      if (!mayReach(address, { secure, privateNetworks }))
        throw new DomainError('webhook.address-private', { host: parsed.hostname });
  }

  private seal(secret: string): Buffer {
    return sealSecret(this.config.authSecret, SECRET_PURPOSE, secret);
  }

  private async lock(tx: Tx, id: string): Promise<WebhookEndpoint> {
    await tx.query('select from webhook_endpoints where id = $1 for update', [id]);
    return this.found(tx, id);
  }

  private async found(tx: Tx, id: string): Promise<WebhookEndpoint> {
    const endpoint = await readEndpoint(tx, id, this.clock.now());
    if (!endpoint) throw new DomainError('webhook.not-found');
    return endpoint;
  }

  private async record(
    tx: Tx,
    action: string,
    id: string,
    by: UserId,
    details: Record<string, DetailValue> = {},
  ): Promise<void> {
    await this.audit.record(tx, { userId: by, action, object: { type: 'webhook', id }, details });
  }
}

/** A name that nobody knows yet has none: it may be registered tomorrow, and is looked at again at sending. */
async function addressesOf(host: string): Promise<string[]> {
  if (isIP(host)) return [host];
  if (host === 'localhost' || host.endsWith('.localhost')) return ['127.0.0.1'];
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}
