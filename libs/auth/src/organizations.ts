import { Injectable } from '@nestjs/common';
import {
  checkInn,
  checkKpp,
  checkOgrn,
  checkOgrnip,
  DomainError,
  formatDate,
  type LocalDate,
  type OrganizationId,
  type UserId,
} from '@dvor/kernel';
import { AuditLog, Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import { hashPassword } from './password.js';
import { insertUser, type NewPerson } from './people.js';

export const ORGANIZATION_KINDS = ['management-company', 'owners-association', 'settlement-centre'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

export interface Requisites {
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly shortName: string;
  readonly inn: string;
  readonly kpp?: string | null;
  readonly ogrn?: string | null;
  readonly address: string;
  readonly timeZone: string;
  readonly phone?: string | null;
  readonly email?: string | null;
}

export interface Organization extends Requisites {
  readonly id: OrganizationId;
  readonly version: number;
  readonly demo: boolean;
  /** The day it is where the organisation sits, by its own clock. */
  readonly today: string;
}

export interface NewOrganization {
  readonly organization: Requisites;
  readonly administrator: NewPerson;
  /** A demo organisation's clock begins here and is moved by hand. */
  readonly demoNow?: Date;
}

export interface OrganizationSetUp {
  readonly organizationId: OrganizationId;
  readonly administratorId: UserId;
}

/** Organisations that keep their books here. */
@Injectable()
export class Organizations {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly organizationClock: OrganizationClock,
  ) {}

  /** Is the install still without any organisation? */
  async none(): Promise<boolean> {
    return this.database.outsideTenants(noneYet);
  }

  /**
   * The first organisation of an install and its administrator.
   * @throws DomainError `setup.already-done`, `user.email-taken`, and those of `assertRequisites`
   */
  async setUpFirst(first: NewOrganization): Promise<OrganizationSetUp> {
    return this.setUp(first, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('first organization'))`);
      if (!(await noneYet(tx))) throw new DomainError('setup.already-done');
    });
  }

  /**
   * One more organisation and its administrator.
   * @throws DomainError `user.email-taken`, and those of `assertRequisites`
   */
  async add(organization: NewOrganization): Promise<OrganizationSetUp> {
    return this.setUp(organization, async () => {});
  }

  private async setUp(created: NewOrganization, refuse: (tx: Tx) => Promise<void>): Promise<OrganizationSetUp> {
    assertRequisites(created.organization);
    const passwordHash = await hashPassword(created.administrator.password);
    const organizationId = await this.takeId();
    return this.database.inTenant({ organizationId }, async (tx) => {
      await refuse(tx);
      await insertOrganization(tx, organizationId, created);
      const administratorId = await insertUser(tx, { kind: 'staff', ...created.administrator, passwordHash });
      await tx.query(`insert into memberships (organization_id, user_id, role) values ($1, $2, 'administrator')`, [
        organizationId,
        administratorId,
      ]);
      await this.audit.record(tx, {
        userId: administratorId,
        action: 'organization.set-up',
        object: { type: 'organization', id: organizationId },
      });
      return { organizationId, administratorId };
    });
  }

  async read(tenant: Tenant): Promise<Organization> {
    return this.database.inTenant(tenant, async (tx) => {
      const row = await readRow(tx);
      return { ...row, today: formatDate(await this.organizationClock.today(tx)) };
    });
  }

  /**
   * Changes requisites as they were seen at `version`.
   * @throws DomainError `organization.stale`, and those of `assertRequisites`
   */
  async edit(
    tenant: Tenant,
    change: Partial<Requisites>,
    seen: { version: number; by: UserId },
  ): Promise<Organization> {
    await this.database.inTenant(tenant, async (tx) => {
      const before = await readRow(tx, 'for update');
      if (before.version !== seen.version) throw new DomainError('organization.stale', { version: before.version });
      const after = { ...before, ...withoutUndefined(change) };
      assertRequisites(after);
      await tx.query(
        `update organizations set kind = $1, name = $2, short_name = $3, inn = $4, kpp = $5, ogrn = $6, address = $7, time_zone = $8,
                phone = $9, email = $10, version = version + 1`,
        valuesOf(after),
      );
      const changed = Object.keys(withoutUndefined(change)) as (keyof Requisites)[];
      await this.audit.record(tx, {
        userId: seen.by,
        action: 'organization.edit',
        object: { type: 'organization', id: before.id },
        details: Object.fromEntries(
          changed.map((name) => [name, { from: before[name] ?? null, to: after[name] ?? null }]),
        ),
      });
    });
    return this.read(tenant);
  }

  /** To the working hours of a day: 6:00 UTC is between 8 and 18 o'clock all over Russia. @throws DomainError `clock.not-a-demo`, `clock.backwards` */
  async moveClock(tenant: Tenant, to: LocalDate, by: UserId): Promise<Organization> {
    const day = formatDate(to);
    await this.database.inTenant(tenant, async (tx) => {
      await this.organizationClock.advance(tx, new Date(`${day}T06:00:00Z`));
      await this.audit.record(tx, {
        userId: by,
        action: 'organization.move-clock',
        object: { type: 'organization', id: tenant.organizationId },
        details: { to: day },
      });
    });
    return this.read(tenant);
  }

  /** Row-level security lets an organisation's row in only from inside it, so its id comes first. */
  private async takeId(): Promise<OrganizationId> {
    const [row] = await this.database.outsideTenants((tx) =>
      tx.query<{ id: OrganizationId }[]>(`select nextval('organizations_id_seq') as id`),
    );
    return row!.id;
  }
}

/** @throws DomainError `requisites.inn`, `requisites.kpp`, `requisites.ogrn`, `requisites.time-zone` */
export function assertRequisites(requisites: Requisites): void {
  const { inn, kpp, ogrn, timeZone } = requisites;
  if (checkInn(inn) !== 'ok') throw new DomainError('requisites.inn', { inn, reason: checkInn(inn) });
  if (kpp && checkKpp(kpp) !== 'ok') throw new DomainError('requisites.kpp', { kpp, reason: checkKpp(kpp) });
  if (ogrn && checkOgrn(ogrn) !== 'ok' && checkOgrnip(ogrn) !== 'ok')
    throw new DomainError('requisites.ogrn', { ogrn, reason: checkOgrn(ogrn) });
  if (!isTimeZone(timeZone)) throw new DomainError('requisites.time-zone', { timeZone });
}

/** An IANA zone by its full name, `Asia/Barnaul`; `MSK` and `+07:00` are none. */
export function isTimeZone(name: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat &&
      /^[A-Z]\w+\/\w[\w/-]+$/.test(name)
    );
  } catch {
    return false;
  }
}

async function noneYet(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ none: boolean }[]>('select no_organization_yet() as none');
  return row!.none;
}

async function insertOrganization(
  tx: Tx,
  id: OrganizationId,
  { organization, demoNow }: NewOrganization,
): Promise<void> {
  await tx.query(
    `insert into organizations (kind, name, short_name, inn, kpp, ogrn, address, time_zone, phone, email, id, demo_now)
     overriding system value values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [...valuesOf(organization), id, demoNow ?? null],
  );
}

async function readRow(tx: Tx, lock: '' | 'for update' = ''): Promise<Omit<Organization, 'today'>> {
  const [row] = await tx.query<Omit<Organization, 'today'>[]>(
    `select id, kind, name, short_name as "shortName", inn, kpp, ogrn, address, time_zone as "timeZone", phone, email, version,
            demo_now is not null as demo
       from organizations ${lock}`,
  );
  if (!row) throw new DomainError('organization.not-found');
  return row;
}

function valuesOf(of: Requisites): (string | null)[] {
  return [
    of.kind,
    of.name,
    of.shortName,
    of.inn,
    of.kpp ?? null,
    of.ogrn ?? null,
    of.address,
    of.timeZone,
    of.phone ?? null,
    of.email ?? null,
  ];
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
