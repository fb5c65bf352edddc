import { Injectable } from '@nestjs/common';
import { type Service, Services } from '@dvor/catalogue';
import { type AccountId, lastDay, type LocalDate, Money, type ServiceId, type SupplierId } from '@dvor/kernel';
import { type PayeeOf, Payees, paymentCodeTo } from '@dvor/payments';
import { PenaltyLines, portionsOf } from '@dvor/penalties';
import type { Tx } from '@dvor/platform';
import {
  type DebtItem,
  draftLetter,
  type LetterContent,
  type LetterIssuer,
  type LetterKind,
  type LetterPayee,
  monthsText,
  type PlaceWorking,
  type Verdict,
  type Wording,
} from '../core/index.js';
import type { LoadedDebtor } from './debt-facts.js';
import { LetterWordings } from './letter-wordings.js';

/** What is the same in all letters of a batch. */
export interface LetterBook {
  readonly kind: LetterKind;
  readonly dated: LocalDate;
  readonly payBy: LocalDate;
  readonly issuer: LetterIssuer;
  readonly wording: Wording;
  readonly payeeOf: PayeeOf;
  readonly services: ReadonlyMap<string, Service>;
}

/** Puts letters together: the debt, its penalties day by day, where to pay. */
@Injectable()
export class DraftLetters {
  constructor(
    private readonly lines: PenaltyLines,
    private readonly payees: Payees,
    private readonly services: Services,
    private readonly wordings: LetterWordings,
  ) {}

  async book(tx: Tx, asked: Pick<LetterBook, 'kind' | 'dated' | 'payBy'>): Promise<LetterBook> {
    return {
      ...asked,
      issuer: await this.issuer(tx),
      wording: await this.wordings.of(tx, asked.kind),
      payeeOf: await this.payees.on(tx, asked.dated),
      services: new Map((await this.services.list(tx)).map((service) => [service.id, service])),
    };
  }

  /** @throws DomainError `letter.does-not-add-up` */
  async draft(
    tx: Tx,
    book: LetterBook,
    debtor: LoadedDebtor,
    {
      number,
      verdict,
      restriction = null,
    }: {
      readonly number: string;
      readonly verdict: Pick<Verdict, 'items' | 'leftOut'>;
      readonly restriction?: { readonly services: readonly string[]; readonly days: number } | null;
    },
  ): Promise<LetterContent> {
    const account = { number: debtor.number, address: debtor.address };
    return draftLetter({
      ...{ kind: book.kind, number, dated: book.dated, asOf: book.dated, payBy: book.payBy },
      ...{ issuer: book.issuer, account, debtor: debtor.name, wording: book.wording },
      ...{ items: verdict.items, leftOut: verdict.leftOut, restriction },
      workings: await this.workings(tx, debtor.accountId),
      serviceName: (id) => book.services.get(id)?.name ?? NAMELESS,
      payees: payeesOf(verdict.items, { payeeOf: book.payeeOf, account: debtor.number, fallback: book.issuer }),
    });
  }

  /** All penalties of an account's places, as they were last accrued. */
  async workings(tx: Tx, accountId: AccountId): Promise<PlaceWorking[]> {
    return (await this.lines.ofAccount(tx, accountId)).map(
      ({ recipientId, serviceId, origin, accrued, period, working }) => ({
        ...{ recipientId, serviceId, origin, accrued, through: lastDay(period) },
        portions: portionsOf(working),
      }),
    );
  }

  async issuer(tx: Tx): Promise<LetterIssuer> {
    const [row] = await tx.query<LetterIssuer[]>(
      'select name, inn, kpp, ogrn, address, phone, email from organizations where id = current_organization()',
    );
    return row!;
  }
}

/** Debts that name no service were brought from elsewhere. */
const NAMELESS = 'Долг, перенесённый из другой программы';

/** What goes to each account in a bank; together they are all that is asked for. */
export function payeesOf(
  items: readonly DebtItem[],
  {
    payeeOf,
    account,
    fallback,
  }: { readonly payeeOf: PayeeOf; readonly account: string; readonly fallback: LetterIssuer },
): LetterPayee[] {
  const sums = new Map<ReturnType<PayeeOf>, Money>();
  for (const { recipientId, serviceId, principal, penalty } of items) {
    const payee = payeeOf((recipientId || null) as SupplierId | null, (serviceId || null) as ServiceId | null);
    sums.set(payee, (sums.get(payee) ?? Money.zero).plus(principal).plus(penalty));
  }
  const purpose = `Долг за ЖКУ за ${monthsText(items.map(({ origin }) => origin))}, ЛС ${account}`;
  return [...sums].map(([payee, sum]) => {
    const bank = payee?.bankDetails ?? null;
    return {
      ...{ name: payee?.name ?? fallback.name, inn: payee?.inn ?? fallback.inn },
      kpp: (payee ? payee.kpp : fallback.kpp) ?? null,
      bank: bank && {
        account: bank.accountNumber,
        name: bank.bankName,
        bik: bank.bic,
        correspondentAccount: bank.correspondentAccount,
      },
      sum: sum.toString(),
      code: payee && paymentCodeTo(payee, { sum, account, period: null, purpose }),
    };
  });
}
