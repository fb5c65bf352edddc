import { Injectable } from '@nestjs/common';
import type { LocalDate, Period } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { dueDateOf, type LawParameter, lawParameterOn } from './core/index.js';

/** Rules of law by date, the same for every organisation. */
@Injectable()
export class LawParameters {
  /** @throws DomainError `law.parameter-expired` */
  async on(tx: Tx, code: string, date: LocalDate): Promise<LawParameter> {
    return lawParameterOn(await this.all(tx, code), code, date);
  }

  /** The last day to pay for a charged month. @throws DomainError `law.parameter-expired` */
  async dueDate(tx: Tx, charged: Period): Promise<LocalDate> {
    return dueDateOf(await this.all(tx, 'payment-due-day'), charged);
  }

  private async all(tx: Tx, code: string): Promise<LawParameter[]> {
    return tx.query<LawParameter[]>(
      `select code, value, act, clause, lower(valid) - date '1970-01-01' as "from", upper(valid) - date '1970-01-01' as "to"
         from law_parameters where code = $1 order by lower(valid)`,
      [code],
    );
  }
}
