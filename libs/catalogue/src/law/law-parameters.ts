import { Injectable } from '@nestjs/common';
import { firstDay, type LocalDate, type Period } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import {
  type DueDateChoices,
  dueDateOf,
  type LawEntry,
  lawEntryOf,
  type LawParameter,
  lawParameterOn,
  type LawVersion,
} from '../core/index.js';
import { settingsOn } from './organization-settings.js';

/** Rules of law by date, the same for every organisation. */
@Injectable()
export class LawParameters {
  /** @throws DomainError `law.parameter-expired` */
  async on(tx: Tx, code: string, date: LocalDate): Promise<LawParameter> {
    return lawParameterOn(await this.all(tx, code), code, date);
  }

  /** The last day to pay for a charged month. @throws DomainError `law.parameter-expired` */
  async dueDate(tx: Tx, charged: Period): Promise<LocalDate> {
    const chosen = await settingsOn(tx, ['due-date.february-2026', 'due-date.day-off'], firstDay(charged));
    return dueDateOf(await this.all(tx, 'payment-due-day'), charged, {
      february2026: chosen['due-date.february-2026'] as DueDateChoices['february2026'],
      dayOff: chosen['due-date.day-off'] as DueDateChoices['dayOff'],
    });
  }

  /** How every parameter stands on a day: what holds, what follows and when; those that end or change first. */
  async calendar(tx: Tx, on: LocalDate): Promise<LawEntry[]> {
    const rows = await tx.query<(LawVersion & { readonly code: string })[]>(
      `select code, ${COLUMNS}, certainty, note from law_parameters order by code, lower(valid)`,
    );
    const codes = [...new Set(rows.map(({ code }) => code))];
    return codes
      .map((code) => {
        const versions = rows.filter((row) => row.code === code).map(({ code: _, ...version }) => version);
        return lawEntryOf(code, versions, on);
      })
      .sort((a, b) => urgency(a) - urgency(b) || a.code.localeCompare(b.code));
  }

  /** All versions of the parameters whose codes begin so. */
  async startingWith(tx: Tx, prefix: string): Promise<LawParameter[]> {
    return tx.query<LawParameter[]>(
      `select code, ${COLUMNS} from law_parameters where starts_with(code, $1) order by code, lower(valid)`,
      [prefix],
    );
  }

  /** All versions of some parameters. */
  async some(tx: Tx, codes: readonly string[]): Promise<LawParameter[]> {
    return tx.query<LawParameter[]>(
      `select code, ${COLUMNS} from law_parameters where code = any ($1) order by code, lower(valid)`,
      [codes],
    );
  }

  private async all(tx: Tx, code: string): Promise<LawParameter[]> {
    return tx.query<LawParameter[]>(
      `select code, ${COLUMNS} from law_parameters where code = $1 order by lower(valid)`,
      [code],
    );
  }
}

const COLUMNS = `value, act, clause, lower(valid) - date '1970-01-01' as "from", upper(valid) - date '1970-01-01' as "to"`;

/** Expired ones first, then by the days that are left. */
function urgency({ standing, daysLeft }: LawEntry): number {
  if (standing === 'expired') return -1;
  return daysLeft ?? Number.MAX_SAFE_INTEGER;
}
