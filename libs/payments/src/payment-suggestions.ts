import { Injectable } from '@nestjs/common';
import { Accounts, type AccountState, findAccountToPay, searchAccounts, slipsBetween } from '@dvor/housing';
import type { AccountId, PaymentId } from '@dvor/kernel';
import { OrganizationClock, type Tx } from '@dvor/platform';
import { readPurpose } from './core/index.js';
import { PaymentRegister } from './payment-register.js';

/** By what an account was thought of. */
export type SuggestionReason = 'number' | 'number-slip' | 'state-id' | 'address' | 'name';

/** An account that a waiting payment may have been meant for. */
export interface Suggestion {
  readonly accountId: AccountId;
  readonly number: string;
  readonly address: string;
  readonly payerName: string | null;
  readonly state: AccountState;
  /** Of a hundred, which nothing that is only guessed ever reaches. */
  readonly score: number;
  readonly reasons: readonly SuggestionReason[];
}

/** How much each clue is worth where it fits one account alone; a clue that fits several is worth less to each. */
const WORTH: Readonly<Record<SuggestionReason, number>> = {
  number: 90,
  'state-id': 90,
  'number-slip': 65,
  address: 60,
  name: 45,
};
const SHOWN = 6;
/** A clue that fits more accounts than that says nothing. */
const TOO_MANY = 8;

/** Whose money it may be that waits (PAY-10). It is only told: a person puts it on an account. */
@Injectable()
export class PaymentSuggestions {
  constructor(
    private readonly register: PaymentRegister,
    private readonly accounts: Accounts,
    private readonly clock: OrganizationClock,
  ) {}

  /** The best first. @throws DomainError `payment.not-found` */
  async of(tx: Tx, id: PaymentId): Promise<Suggestion[]> {
    const { accountGiven, words, account } = await this.register.card(tx, id);
    const clues = new Clues();
    const { numbers, address, name } = readPurpose(`${accountGiven} ${words.purpose ?? ''}`);
    for (const number of [accountGiven, ...numbers]) await this.byNumber(tx, number, clues);
    if (address) clues.add('address', await find(tx, address));
    if (name) clues.add('name', await find(tx, name));
    const scores = clues.scores();
    if (account) scores.delete(account.id);
    const best = [...scores].sort(([, a], [, b]) => b.score - a.score).slice(0, SHOWN);
    const rows = await this.accounts.some(
      tx,
      best.map(([accountId]) => accountId),
      await this.clock.today(tx),
    );
    return best.flatMap(([accountId, { score, reasons }]) => {
      const row = rows.find((one) => one.id === accountId);
      if (!row) return [];
      const { number, address: where, payerName, state } = row;
      return [{ accountId, number, address: where, payerName, state, score, reasons }];
    });
  }

  private async byNumber(tx: Tx, given: string, clues: Clues): Promise<void> {
    const account = await findAccountToPay(tx, given, await this.clock.today(tx));
    if (account) clues.add(account.number === given.trim() ? 'number' : 'state-id', [account.id]);
    else clues.add('number-slip', await accountsNear(tx, given));
  }
}

/** What speaks for which account. */
class Clues {
  private readonly worth = new Map<AccountId, Map<SuggestionReason, number>>();

  add(reason: SuggestionReason, accounts: readonly AccountId[]): void {
    if (accounts.length > TOO_MANY) return;
    for (const id of accounts) {
      const ofAccount = this.worth.get(id) ?? new Map<SuggestionReason, number>();
      const worth = Math.round(WORTH[reason] / Math.sqrt(accounts.length));
      this.worth.set(id, ofAccount.set(reason, Math.max(worth, ofAccount.get(reason) ?? 0)));
    }
  }

  /** Clues that are worth 60 and 45 leave 40 and 55 of a hundred to doubt, together 22: the score is 78. */
  scores(): Map<AccountId, { score: number; reasons: SuggestionReason[] }> {
    return new Map(
      [...this.worth].map(([id, reasons]) => {
        const doubt = [...reasons.values()].reduce((left, worth) => (left * (100 - worth)) / 100, 100);
        return [id, { score: Math.min(99, Math.round(100 - doubt)), reasons: [...reasons.keys()] }];
      }),
    );
  }
}

async function find(tx: Tx, search: string): Promise<AccountId[]> {
  return (await searchAccounts(tx, { search, limit: TOO_MANY + 1 })).items;
}

/** Accounts whose number differs by a slip or two: of a number with one, its first or its last half is whole. */
async function accountsNear(tx: Tx, given: string): Promise<AccountId[]> {
  const number = given.replaceAll(/[^\p{L}\d]/gu, '').toLowerCase();
  if (!/\d{4}/.test(number) || number.length > 30) return [];
  const half = Math.floor(number.length / 2);
  const rows = await tx.query<{ id: AccountId; key: string }[]>(
    `select account_id as id, number_key as key from account_search
      where organization_id = current_organization() and length(number_key) between $2 and $3
        and (left(number_key, $4) = left($1, $4) or right(number_key, $4) = right($1, $4))
      limit 20000`,
    [number, number.length - 1, number.length + 1, half],
  );
  const near = rows.map(({ id, key }) => ({ id, slips: slipsBetween(number, key) })).filter(({ slips }) => slips <= 1);
  return near.length > TOO_MANY ? [] : near.map(({ id }) => id);
}
