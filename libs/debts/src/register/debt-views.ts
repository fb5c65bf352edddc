import { Injectable } from '@nestjs/common';
import { DomainError, formatDate, type LocalDate } from '@dvor/kernel';
import { OrganizationClock, type Tx } from '@dvor/platform';
import type { DebtView } from './in-books.js';

/** What is asked: debts as they are, or of a day. */
export interface ViewAsked {
  readonly asOf?: LocalDate | undefined;
  /** Only what was entered by the end of that day. */
  readonly knownThen?: boolean | undefined;
}

/** From what is asked to a view of the books. */
@Injectable()
export class DebtViews {
  constructor(private readonly clock: OrganizationClock) {}

  /** @throws DomainError `debt.in-future` */
  async of(tx: Tx, { asOf, knownThen }: ViewAsked): Promise<DebtView> {
    const today = await this.clock.today(tx);
    if (asOf === undefined) return { day: today, books: 'now' };
    if (asOf > today) throw new DomainError('debt.in-future', { asOf: formatDate(asOf) });
    return { day: asOf, books: knownThen ? 'known-then' : 'booked' };
  }
}
