import { Injectable } from '@nestjs/common';
import { type CorrectionId, Overcharges, type OwnError } from '@dvor/billing';
import { Accounts } from '@dvor/housing';
import { type AccountId, DomainError, formatDate, Money, parsePeriod, type RunId } from '@dvor/kernel';
import { OrganizationClock, type Tx } from '@dvor/platform';
import { monthName } from '@dvor/receipts';
import { DraftLetters } from '../letters/draft-letters.js';
import { PaperPrinter } from '../paper-printer.js';
import { dayText, issuerView, onPaper, paperTemplate, sumText } from '../render-papers.js';

/**
 * The letter that tells a payer of a mistake which was found and put right (REC-10): with the times of both it is evidence
 * against the fine of half the excess (ЖК РФ, ст. 157, ч. 7; ПП 354, п. 155(1)).
 */
@Injectable()
export class MistakeLetters {
  constructor(
    private readonly overcharges: Overcharges,
    private readonly accounts: Accounts,
    private readonly drafts: DraftLetters,
    private readonly clock: OrganizationClock,
    private readonly printer: PaperPrinter,
  ) {}

  /** A PDF, of today. @throws DomainError `account.not-found`, `overcharge.no-mistake`, `chromium-not-found` */
  async print(
    tx: Tx,
    correctionId: CorrectionId,
    accountId: AccountId,
  ): Promise<{ readonly name: string; readonly content: Uint8Array }> {
    const mistakes = await this.overcharges.ownErrorsOf(tx, correctionId, accountId);
    return this.sheet(tx, accountId, { mistakes, number: mistakes[0]?.number ?? null });
  }

  /** As `print`, of what the replays of a run have found. @throws as `print` */
  async printFound(
    tx: Tx,
    runId: RunId,
    accountId: AccountId,
  ): Promise<{ readonly name: string; readonly content: Uint8Array }> {
    return this.sheet(tx, accountId, { mistakes: await this.overcharges.foundOf(tx, runId, accountId), number: null });
  }

  private async sheet(
    tx: Tx,
    accountId: AccountId,
    { mistakes, number }: { readonly mistakes: readonly Mistake[]; readonly number: string | null },
  ): Promise<{ readonly name: string; readonly content: Uint8Array }> {
    const today = await this.clock.today(tx);
    const { payer } = await this.accounts.card(tx, accountId, today);
    const [first] = mistakes;
    if (!first) throw new DomainError('overcharge.no-mistake');
    const { account, address } = first;
    const body = onPaper(
      `Письмо об исправлении ошибки, лицевой счёт ${account}`,
      template({
        ...{ issuer: issuerView(await this.drafts.issuer(tx)), dated: dayText(formatDate(today)) },
        ...{ number, account, address, payer: payer?.name ?? 'Плательщику' },
        found: instantText(first.foundAt),
        posted: first.postedAt && instantText(first.postedAt),
        claimed: mistakes.some((one) => one.claimed),
        rows: mistakes.map(({ service, origin, excess }) => ({
          ...{ service, month: monthName(parsePeriod(origin)) },
          sum: sumText(excess.toString()),
        })),
        total: sumText(Money.sum(mistakes.map(({ excess }) => excess)).toString()),
        signer: { post: 'Руководитель', name: '' },
      }),
    );
    return { name: `Письмо об ошибке ${account}.pdf`, content: await this.printer.print(body) };
  }
}

type Mistake = Pick<
  OwnError,
  'foundAt' | 'postedAt' | 'account' | 'address' | 'service' | 'origin' | 'excess' | 'claimed'
>;

const template = paperTemplate('mistake');

/** `02.11.2026`: the hour stands in the books. */
function instantText(instant: Date): string {
  return dayText(instant.toISOString().slice(0, 10));
}
