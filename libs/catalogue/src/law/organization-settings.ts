import { Injectable } from '@nestjs/common';
import {
  contains,
  DomainError,
  formatDate,
  formatDateRange,
  type Interval,
  type LocalDate,
  type UserId,
} from '@dvor/kernel';
import { AuditLog, changeFacts, factHistory, queryPrepared, type Recording, type Tx } from '@dvor/platform';
import {
  checkSetting,
  type ServiceGroups,
  type Setting,
  type SettingCode,
  settingOf,
  SETTINGS,
  type SettingValue,
} from '../core/index.js';
import { checkPaper } from '../edits.js';
import { CHOICES } from '../fact-tables.js';

/** What an organisation has chosen for some days. */
export interface Choice extends Interval {
  readonly value: SettingValue;
  readonly basis: string | null;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

export interface ChosenSetting {
  readonly code: SettingCode;
  readonly setting: Setting;
  /** On the day asked about. */
  readonly value: SettingValue;
  /** Nobody has chosen: it is the product's default. */
  readonly byDefault: boolean;
  /** Those in force, by days. */
  readonly choices: readonly Choice[];
}

export interface NewChoice extends Interval {
  readonly code: string;
  readonly value: unknown;
  readonly basis: string | null;
}

/** Where the law leaves a choice, the organisation's, by day. */
@Injectable()
export class OrganizationSettings {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  /** All there are, in the order of their definition, with what holds on a day. */
  async list(tx: Tx, on: LocalDate): Promise<ChosenSetting[]> {
    const rows = await tx.query<(Choice & { readonly code: string })[]>(
      `select c.code, c.value, c.basis, c.reason, c.recorded_at as "recordedAt", u.name as "recordedBy",
              lower(c.valid) - date '1970-01-01' as "from", upper(c.valid) - date '1970-01-01' as "to"
         from organization_settings c left join users u on u.id = c.recorded_by
        where c.superseded_at is null order by c.code, lower(c.valid)`,
    );
    return (Object.keys(SETTINGS) as SettingCode[]).map((code) => {
      const choices = rows.filter((row) => row.code === code).map(({ code: _, ...choice }) => choice);
      const chosen = choices.find((choice) => contains(choice, on));
      const setting = settingOf(code);
      return { code, setting, value: chosen?.value ?? setting.default, byDefault: !chosen, choices };
    });
  }

  /** What holds on a day; the default where nobody has chosen. */
  async on(tx: Tx, code: SettingCode, date: LocalDate): Promise<SettingValue> {
    const [row] = await tx.query<{ value: SettingValue }[]>(
      'select value from organization_settings where code = $1 and superseded_at is null and valid @> $2::date',
      [code, formatDate(date)],
    );
    return row?.value ?? settingOf(code).default;
  }

  /** All that was ever chosen, by days, then by when it was recorded. @throws DomainError `setting.unknown` */
  async history(tx: Tx, code: string) {
    settingOf(code);
    return factHistory(tx, CHOICES, { code });
  }

  /**
   * From a day on; what was chosen for these days is superseded.
   *
   * @throws DomainError `setting.unknown`, `setting.value`, `setting.service-unknown`
   */
  async choose(tx: Tx, { code, value, basis, from, to }: NewChoice, recording: Recording): Promise<void> {
    const columns = { value: checkSetting(code, value), basis };
    if (typeof columns.value === 'object') await assertServices(tx, columns.value);
    await checkPaper(tx, recording);
    await changeFacts(
      tx,
      CHOICES,
      { key: { code }, days: { from, to }, patch: columns, otherwise: columns },
      recording,
    );
    await this.audit.record(tx, {
      userId: recording.by,
      action: 'setting.choose',
      object: { type: 'setting', id: code },
      details: { value: columns.value, days: formatDateRange({ from, to }), basis, reason: recording.reason },
    });
  }

  /**
   * Whether this person may answer alone for bank details: the organisation has chosen so, and nobody else could.
   *
   * @param confirmers roles that may confirm
   */
  async confirmsAlone(
    tx: Tx,
    { by, on, confirmers }: { by: UserId; on: LocalDate; confirmers: readonly string[] },
  ): Promise<boolean> {
    if ((await this.on(tx, 'bank-details.second-person', on)) !== false) return false;
    return !(await othersMay(tx, by, confirmers));
  }

  /** @throws DomainError `setting.second-person` while there is somebody else who may confirm */
  async refuseAloneAmongOthers(
    tx: Tx,
    { code, value, by, confirmers }: { code: string; value: unknown; by: UserId; confirmers: readonly string[] },
  ): Promise<void> {
    if (code !== ('bank-details.second-person' satisfies SettingCode) || value !== false) return;
    if (await othersMay(tx, by, confirmers)) throw new DomainError('setting.second-person');
  }
}

async function assertServices(tx: Tx, groups: ServiceGroups): Promise<void> {
  const unknown = await tx.query<{ id: string }[]>(
    'select id from unnest($1::bigint[]) id where id not in (select id from services)',
    [groups.flat()],
  );
  if (unknown.length > 0)
    throw new DomainError('setting.service-unknown', { ids: unknown.map(({ id }) => id).join(', ') });
}

async function othersMay(tx: Tx, by: UserId, confirmers: readonly string[]): Promise<boolean> {
  const [row] = await tx.query<{ others: boolean }[]>(
    `select exists (select from memberships where user_id <> $1 and role = any ($2) and house_ids is null) as others`,
    [by, confirmers],
  );
  return row!.others;
}

/** Several settings as they hold on a day, those that nobody has chosen by their defaults. */
export async function settingsOn<const Code extends SettingCode>(
  tx: Tx,
  codes: readonly Code[],
  date: LocalDate,
): Promise<Readonly<Record<Code, SettingValue>>> {
  const [row] = await queryPrepared<{ chosen: ChosenValues }[]>(
    tx,
    `select (${chosenOn({ codes: '$1', on: '$2::date' })}) as chosen`,
    [codes, formatDate(date)],
  );
  return settingsOf(codes, row!.chosen);
}

/** What has been chosen of some settings for a day, by their codes. */
export type ChosenValues = Readonly<Record<string, SettingValue>>;

/** One value for a query that asks other things too; `settingsOf` reads it. */
export function chosenOn({ codes, on }: { readonly codes: string; readonly on: string }): string {
  return `select coalesce(jsonb_object_agg(s.code, s.value), '{}') from organization_settings s
           where s.code = any (${codes}) and s.superseded_at is null and s.valid @> ${on}`;
}

/** Settings with the defaults of those that nobody has chosen. */
export function settingsOf<const Code extends SettingCode>(
  codes: readonly Code[],
  chosen: ChosenValues,
): Readonly<Record<Code, SettingValue>> {
  return Object.fromEntries(codes.map((code) => [code, chosen[code] ?? settingOf(code).default])) as Record<
    Code,
    SettingValue
  >;
}

/** Several settings over all days: what holds on a day, the default where nobody has chosen. */
export async function settingsByDay<const Code extends SettingCode>(
  tx: Tx,
  codes: readonly Code[],
): Promise<(code: Code, date: LocalDate) => SettingValue> {
  const chosen = await tx.query<(Interval & { readonly code: Code; readonly value: SettingValue })[]>(
    `select code, value, lower(valid) - date '1970-01-01' as "from", upper(valid) - date '1970-01-01' as "to"
       from organization_settings where code = any ($1) and superseded_at is null`,
    [codes],
  );
  return (code, date) =>
    chosen.find((one) => one.code === code && contains(one, date))?.value ?? settingOf(code).default;
}
