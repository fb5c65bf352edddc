import { Injectable } from '@nestjs/common';
import { LawParameters, settingsOn } from '@dvor/catalogue';
import { type AccountId, addDays, DomainError, type LocalDate, Money } from '@dvor/kernel';
import { OrganizationClock, type Tx } from '@dvor/platform';
import {
  assertFills,
  type LetterContent,
  type LetterKind,
  mayBeSent,
  type Purpose,
  type Wording,
} from '../core/index.js';
import { DebtFacts } from './debt-facts.js';
import { DraftLetters } from './draft-letters.js';

export interface WordingAsked {
  readonly kind: LetterKind;
  readonly wording: Wording;
  readonly accountId: AccountId;
}

/** A wording as a letter of today to a real debtor would have it; nothing is written down. */
@Injectable()
export class WordingPreviews {
  constructor(
    private readonly facts: DebtFacts,
    private readonly drafts: DraftLetters,
    private readonly law: LawParameters,
    private readonly clock: OrganizationClock,
  ) {}

  /**
   * What stands against a letter is not asked: the words are looked at, not the debtor.
   *
   * @throws DomainError `account.not-found`, `letter.nothing-owed`, `letter.unknown-field`, `letter.stray-brace`,
   * `letter.empty-wording`
   */
  async of(tx: Tx, { kind, wording, accountId }: WordingAsked): Promise<LetterContent> {
    assertFills(wording);
    const today = await this.clock.today(tx);
    const [debtor] = await this.facts.of(tx, [accountId], { asOf: today, letter: kind });
    if (!debtor) throw new DomainError('account.not-found', { id: accountId });
    const verdict = mayBeSent(debtor, {
      ...{ purpose: PURPOSES[kind], asOf: today, least: Money.zero, againAfterDays: 0 },
      limitationMonths: await this.lawDays(tx, 'limitation.months', today),
    });
    if (verdict.items.length === 0) throw new DomainError('letter.nothing-owed', { account: debtor.number });
    const book = await this.drafts.book(tx, { kind, dated: today, payBy: await lastDayToPay(tx, today) });
    const names = verdict.items.map(({ serviceId }) => book.services.get(serviceId)?.name ?? '');
    return this.drafts.draft(tx, { ...book, wording }, debtor, {
      ...{ number: '0', verdict },
      restriction:
        PURPOSES[kind] === 'restriction'
          ? { services: [...new Set(names)], days: await this.lawDays(tx, 'cut-off.notice-days', today) }
          : null,
    });
  }

  private async lawDays(tx: Tx, code: 'limitation.months' | 'cut-off.notice-days', on: LocalDate): Promise<number> {
    return Number((await this.law.on(tx, code, on)).value);
  }
}

const PURPOSES: Readonly<Record<LetterKind, Purpose>> = {
  notice: 'notice',
  claim: 'claim',
  'restriction-warning': 'restriction',
  'restriction-reminder': 'restriction',
};

async function lastDayToPay(tx: Tx, today: LocalDate): Promise<LocalDate> {
  const { 'debt.letter-pay-days': days } = await settingsOn(tx, ['debt.letter-pay-days'], today);
  return addDays(today, Number(days));
}
