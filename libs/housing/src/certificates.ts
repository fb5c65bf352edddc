import { Injectable } from '@nestjs/common';
import { type AccountId, DomainError, formatDate, type LocalDate, type UserId } from '@dvor/kernel';
import { AuditLog, OrganizationClock, type Tx } from '@dvor/platform';
import { accountPlace } from './places.js';
import { Accounts } from './accounts.js';

export type CertificateKind = 'household' | 'registration';

/** What a certificate of the passport desk says of an account's people on a day. */
export interface CertificateContent {
  readonly account: string;
  readonly address: string;
  readonly area: string | null;
  readonly livingArea: string | null;
  readonly owners: readonly { readonly name: string; readonly share: string }[];
  readonly people: readonly {
    readonly name: string;
    readonly birthDate: string | null;
    readonly kind: 'permanent' | 'temporary';
    readonly since: string;
  }[];
}

export interface Certificate {
  /** `2026/17` */
  readonly number: string;
  readonly kind: CertificateKind;
  readonly on: string;
  readonly content: CertificateContent;
  readonly issuedAt: Date;
  readonly issuedBy: string | null;
  readonly purpose: string | null;
}

/** Certificates of household composition and of registration for any day, numbered without gaps (HSE-12). */
@Injectable()
export class Certificates {
  constructor(
    private readonly accounts: Accounts,
    private readonly clock: OrganizationClock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Issues one; what it says stays as it was on paper, whatever is corrected later.
   * @throws DomainError `account.not-found`, `certificate.nobody` where nobody lived there on that day
   */
  async issue(
    tx: Tx,
    accountId: AccountId,
    { kind, on, purpose }: { readonly kind: CertificateKind; readonly on: LocalDate; readonly purpose: string | null },
    by: UserId | null,
  ): Promise<Certificate> {
    const { houseId } = await accountPlace(tx, accountId);
    const content = await this.content(tx, accountId, on);
    if (content.people.length === 0) throw new DomainError('certificate.nobody', { date: formatDate(on) });
    const year = (await this.clock.now(tx)).getUTCFullYear();
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('certificate', current_organization()))`);
    const [row] = await tx.query<{ number: number }[]>(
      `insert into certificates (organization_id, year, number, house_id, account_id, kind, on_day, content, issued_by, purpose)
       select current_organization(), $1::int, certificates_issued($1::int) + 1, $2, $3, $4, $5, $6, $7, $8
       returning number`,
      [year, houseId, accountId, kind, formatDate(on), JSON.stringify(content), by, purpose],
    );
    await this.audit.record(tx, {
      userId: by,
      action: 'certificate.issue',
      object: { type: 'account', id: accountId },
      details: { number: `${year}/${row!.number}`, kind, on: formatDate(on) },
    });
    return (await this.ofAccount(tx, accountId)).find(({ number }) => number === `${year}/${row!.number}`)!;
  }

  /** The latest first. */
  async ofAccount(tx: Tx, accountId: AccountId): Promise<Certificate[]> {
    return tx.query<Certificate[]>(
      `select c.year || '/' || c.number as number, c.kind, c.on_day::text as on, c.content, c.issued_at as "issuedAt",
              u.name as "issuedBy", c.purpose
         from certificates c left join users u on u.id = c.issued_by
        where c.account_id = $1 order by c.year desc, c.number desc`,
      [accountId],
    );
  }

  private async content(tx: Tx, accountId: AccountId, on: LocalDate): Promise<CertificateContent> {
    const { number, address, premises, owners, residents } = await this.accounts.card(tx, accountId, on);
    const day = formatDate(on);
    const then = (one: { readonly from: string; readonly to: string | null }) =>
      one.from <= day && (one.to === null || one.to > day);
    const births = await tx.query<{ id: string; birthDate: string | null }[]>(
      'select id, birth_date::text as "birthDate" from parties where id = any ($1)',
      [residents.map(({ partyId }) => partyId)],
    );
    const bornOn = new Map(births.map(({ id, birthDate }) => [id, birthDate]));
    return {
      account: number,
      address,
      area: premises.area,
      livingArea: premises.livingArea,
      owners: owners.filter(then).map(({ name, share }) => ({ name, share })),
      people: residents
        .filter(then)
        .map(({ partyId, name, kind, from }) => ({ name, birthDate: bornOn.get(partyId) ?? null, kind, since: from })),
    };
  }
}
