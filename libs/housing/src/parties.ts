import { Injectable } from '@nestjs/common';
import {
  checkInn,
  checkKpp,
  checkOgrn,
  checkOgrnip,
  checkSnils,
  DomainError,
  formatDate,
  type LocalDate,
  parseDate,
  type PartyId,
} from '@dvor/kernel';
import { AuditLog, OrganizationClock, recordChanges, type Recording, type Tx } from '@dvor/platform';
import { searchWords } from './core/index.js';

/** Some benefits depend on an age: a birthday that was wrong was wrong in all months. */
const BORN_AT_THE_EARLIEST = parseDate('1900-01-01');

/** A person or a firm, as it is entered or corrected. */
export interface PartyFields {
  readonly kind: 'person' | 'firm';
  /** Surname, name and patronymic, or the firm's name. */
  readonly name: string;
  readonly birthDate?: LocalDate | null;
  /** Nothing is asked of the dead: debts are then their heirs'. */
  readonly diedOn?: LocalDate | null;
  readonly snils?: string | null;
  readonly inn?: string | null;
  readonly kpp?: string | null;
  readonly ogrn?: string | null;
  readonly address?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

export interface Party {
  readonly id: PartyId;
  readonly kind: 'person' | 'firm';
  readonly name: string;
  readonly birthDate: string | null;
  readonly diedOn: string | null;
  readonly snils: string | null;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly ogrn: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly version: number;
  /** What was written here before, the latest first. */
  readonly former: readonly {
    readonly was: Readonly<Record<string, string | null>>;
    readonly replacedAt: string;
    readonly reason: string;
  }[];
}

/** People and firms: owners, payers, residents. */
@Injectable()
export class Parties {
  constructor(
    private readonly audit: AuditLog,
    private readonly clock: OrganizationClock,
  ) {}

  /** By words of the name; digits are looked for in phone, ИНН and СНИЛС. Not more than `limit`. */
  async find(tx: Tx, search: string, limit: number): Promise<Omit<Party, 'former'>[]> {
    const words = searchWords(search);
    return tx.query<Omit<Party, 'former'>[]>(
      `select ${COLUMNS} from parties p
        where (select bool_and(replace(lower(p.name), 'ё', 'е') like '%' || w || '%'
                               or (w ~ '^\\d{4,}$' and concat_ws(' ', p.phone, p.inn, p.snils) like '%' || w || '%'))
                 from unnest($1::text[]) w)
        order by p.name, p.id limit $2`,
      [words.map((word) => word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)), limit],
    );
  }

  /** @throws DomainError `party.not-found` */
  async read(tx: Tx, id: PartyId): Promise<Party> {
    const [row] = await tx.query<Party[]>(
      `select ${COLUMNS},
              coalesce((select jsonb_agg(jsonb_build_object('was', v.was, 'replacedAt', v.replaced_at, 'reason', v.reason) order by v.version desc)
                          from party_versions v where v.party_id = p.id), '[]') as former
         from parties p where p.id = $1`,
      [id],
    );
    if (!row) throw new DomainError('party.not-found');
    return row;
  }

  /** @throws DomainError `requisites.inn`, `requisites.kpp`, `requisites.ogrn`, `requisites.snils`, `party.died` */
  async add(tx: Tx, party: PartyFields, { by }: Recording): Promise<PartyId> {
    checkParty(party);
    checkLife(party, await this.clock.today(tx));
    const [row] = await tx.query<{ id: PartyId }[]>(
      `insert into parties (organization_id, kind, name, birth_date, died_on, snils, inn, kpp, ogrn, address, phone, email)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      valuesOf(party),
    );
    await this.audit.record(tx, { userId: by, action: 'party.add', object: { type: 'party', id: row!.id } });
    return row!.id;
  }

  /**
   * Corrects what is written of a party; what stood there is kept.
   * @throws DomainError `party.not-found`, `party.stale`, and those of `add`
   */
  async edit(tx: Tx, id: PartyId, change: Partial<PartyFields>, version: number, recording: Recording): Promise<void> {
    const [row] = await tx.query<(PartyFields & { version: number; birth: string | null })[]>(
      `select kind, name, birth_date - date '1970-01-01' as "birthDate", died_on - date '1970-01-01' as "diedOn", snils, inn, kpp, ogrn, address, phone, email, version
         from parties where id = $1 for update`,
      [id],
    );
    if (!row) throw new DomainError('party.not-found');
    if (row.version !== version) throw new DomainError('party.stale');
    const edited = { ...row, ...change };
    checkParty(edited);
    checkLife(edited, await this.clock.today(tx));
    await tx.query(
      `insert into party_versions (organization_id, party_id, version, was, replaced_by, reason)
       select current_organization(), id, version,
              jsonb_build_object('name', name, 'birthDate', birth_date, 'diedOn', died_on, 'snils', snils, 'inn', inn, 'kpp', kpp, 'ogrn', ogrn,
                                 'address', address, 'phone', phone, 'email', email), $2, $3
         from parties where id = $1`,
      [id, recording.by, recording.reason],
    );
    await tx.query(
      `update parties set kind = $2, name = $3, birth_date = $4, died_on = $5, snils = $6, inn = $7, kpp = $8, ogrn = $9, address = $10,
                          phone = $11, email = $12, version = version + 1 where id = $1`,
      [id, ...valuesOf(edited)],
    );
    if ((edited.birthDate ?? null) !== (row.birthDate ?? null))
      await recordChanges(
        tx,
        [{ fact: 'parties', subject: { type: 'party', id }, from: BORN_AT_THE_EARLIEST, to: null }],
        recording,
      );
    await this.audit.record(tx, {
      userId: recording.by,
      action: 'party.edit',
      object: { type: 'party', id },
      details: { fields: Object.keys(change).sort(), reason: recording.reason },
    });
  }
}

const COLUMNS = `p.id, p.kind, p.name, p.birth_date::text as "birthDate", p.died_on::text as "diedOn", p.snils, p.inn, p.kpp, p.ogrn, p.address, p.phone, p.email, p.version`;

function valuesOf({ kind, name, birthDate, diedOn, ...rest }: PartyFields): unknown[] {
  const { snils, inn, kpp, ogrn, address, phone, email } = rest;
  const dayOf = (day: LocalDate | null | undefined) => (typeof day === 'number' ? formatDate(day) : null);
  return [
    kind,
    name,
    dayOf(birthDate),
    dayOf(diedOn),
    ...[snils, inn, kpp, ogrn, address, phone, email].map((value) => value ?? null),
  ];
}

/** A firm must have an ИНН; whatever numbers are given must have right check digits. */
export function checkParty({ kind, name, inn, kpp, ogrn, snils }: PartyFields): void {
  if (kind === 'firm' && !inn) throw new DomainError('requisites.inn', { name, inn: '—', reason: 'inn-missing' });
  refuse('requisites.inn', inn, inn && checkInn(inn), { name, inn: inn ?? null });
  refuse('requisites.kpp', kpp, kpp && checkKpp(kpp), { name, kpp: kpp ?? null });
  refuse('requisites.snils', snils, snils && checkSnils(snils), { name, snils: snils ?? null });
  if (ogrn && checkOgrnip(ogrn) !== 'ok') refuse('requisites.ogrn', ogrn, checkOgrn(ogrn), { name, ogrn });
}

/** @throws DomainError `party.died`: a firm, before birth, or on a day that has not come */
function checkLife({ kind, birthDate, diedOn }: PartyFields, today: LocalDate): void {
  if (diedOn === null || diedOn === undefined) return;
  const reason = kind === 'firm' ? 'firm' : diedOn > today ? 'future' : diedOn < (birthDate ?? diedOn) ? 'birth' : null;
  if (reason) throw new DomainError('party.died', { requestField: 'diedOn', day: formatDate(diedOn) });
}

function refuse(
  code: string,
  value: string | null | undefined,
  verdict: string | null | undefined,
  details: Record<string, string | null>,
): void {
  if (value && verdict && verdict !== 'ok') throw new DomainError(code, { ...details, reason: verdict });
}
