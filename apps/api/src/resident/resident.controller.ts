import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ResidentCaller } from '@dvor/auth';
import { Accounts } from '@dvor/housing';
import { type AccountId, lastDay, Money, type PaymentId, periodOfDate, type ReceiptId } from '@dvor/kernel';
import { Balances, Deferrals, type PayableDue } from '@dvor/ledger';
import { PaymentRegister, type PaymentRow } from '@dvor/payments';
import { Database, OrganizationClock } from '@dvor/platform';
import { Receipts } from '@dvor/receipts';
import { AccountBooks } from '../billing/account-books.js';
import { AccountLedgerDto, AccountLinesDto, LinesQuery } from '../billing/account-books.dto.js';
import { CurrentResident, ForResidents } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { whole } from '../door/page.dto.js';
import { AnswersPdf, pdfFile } from '../door/pdf.js';
import { ReaderLanguage } from '../door/reader.js';
import { PaymentViews } from '../payments/payment-views.js';
import { AccountPenalties } from '../penalties/account-penalties.js';
import { AccountPenaltiesDto } from '../penalties/penalties.dto.js';
import { ReceiptListDto } from '../receipts/receipts.dto.js';
import { receiptRow } from '../receipts/receipt-row.js';
import { OwnAccounts } from './own-accounts.js';
import {
  ResidentAccountDto,
  ResidentPaymentCardDto,
  type ResidentPaymentDto,
  ResidentPaymentListDto,
} from './resident.dto.js';

@ApiTags('Resident')
@Controller('resident')
export class ResidentController {
  constructor(
    private readonly own: OwnAccounts,
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly accounts: Accounts,
    private readonly balances: Balances,
    private readonly deferrals: Deferrals,
    private readonly books: AccountBooks,
    private readonly receipts: Receipts,
    private readonly penalties: AccountPenalties,
    private readonly payments: PaymentRegister,
    private readonly paymentViews: PaymentViews,
  ) {}

  @Get('accounts')
  @ForResidents()
  @ApiOperation({ summary: 'My accounts and what I owe' })
  @ApiOkResponse({ type: [ResidentAccountDto] })
  async listOwnAccounts(@CurrentResident() resident: ResidentCaller): Promise<ResidentAccountDto[]> {
    return this.own.each(resident, async (tx, ids) => {
      const balances = await this.balances.of(tx, ids);
      const today = await this.clock.today(tx);
      const accounts = await this.accounts.some(tx, ids, today);
      const planned = await this.deferrals.planned(tx, ids, lastDay(periodOfDate(today)));
      const described: ResidentAccountDto[] = [];
      for (const { id, number, address } of accounts) {
        const [last] = await this.receipts.ofAccount(tx, id);
        const due = last ? { amount: last.total.toString(), date: last.dueOn } : null;
        described.push({ id, number, address, balance: owedNow(balances.get(id), planned.get(id)), due });
      }
      return described;
    });
  }

  @Get('accounts/:id/lines')
  @ForResidents()
  @ApiOperation({
    summary: 'A closed month’s lines with their explanations',
    description: 'Without `period`: the last closed month.',
  })
  @ApiOkResponse({ type: AccountLinesDto })
  async readOwnLines(
    @IdParam() id: AccountId,
    @Query() { period }: LinesQuery,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<AccountLinesDto> {
    return this.own.inAccount(resident, id, (tx) => this.books.lines(tx, id, { period, draftsToo: false }));
  }

  @Get('accounts/:id/ledger')
  @ForResidents()
  @ApiOperation({ summary: 'Everything that moved my balance' })
  @ApiOkResponse({ type: AccountLedgerDto })
  async readOwnLedger(
    @IdParam() id: AccountId,
    @CurrentResident() resident: ResidentCaller,
    @ReaderLanguage() language: Language,
  ): Promise<AccountLedgerDto> {
    return this.own.inAccount(resident, id, (tx) => this.books.ledger(tx, id, language));
  }

  @Get('accounts/:id/penalties')
  @ForResidents()
  @ApiOperation({ summary: 'My penalties for late payment, day by day' })
  @ApiOkResponse({ type: AccountPenaltiesDto })
  async readOwnPenalties(
    @IdParam() id: AccountId,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<AccountPenaltiesDto> {
    return this.own.inAccount(resident, id, (tx) => this.penalties.read(tx, id));
  }

  @Get('accounts/:id/receipts')
  @ForResidents()
  @ApiOperation({ summary: 'My receipts, the latest first' })
  @ApiOkResponse({ type: ReceiptListDto })
  async listOwnReceipts(
    @IdParam() id: AccountId,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<ReceiptListDto> {
    return this.own.inAccount(resident, id, async (tx) =>
      whole((await this.receipts.ofAccount(tx, id)).map(receiptRow)),
    );
  }

  @Get('accounts/:id/payments')
  @ForResidents()
  @ApiOperation({ summary: 'What I have paid, the latest first' })
  @ApiOkResponse({ type: ResidentPaymentListDto })
  async listOwnPayments(
    @IdParam() id: AccountId,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<ResidentPaymentListDto> {
    return this.own.inAccount(resident, id, async (tx) => {
      const { items } = await this.payments.list(tx, { accountId: id }, { limit: PAYMENTS_SHOWN });
      return whole(items.map(ownPayment));
    });
  }

  @Get('payments/:id')
  @ForResidents()
  @ApiOperation({ summary: 'Where my payment went' })
  @ApiOkResponse({ type: ResidentPaymentCardDto })
  async readOwnPayment(
    @IdParam() id: PaymentId,
    @CurrentResident() resident: ResidentCaller,
    @ReaderLanguage() language: Language,
  ): Promise<ResidentPaymentCardDto> {
    const tenant = await this.own.ofPayment(resident, id);
    return this.database.inTenant(tenant, async (tx) => {
      const payment = await this.payments.card(tx, id);
      const { split, recipients } = await this.paymentViews.card(tx, payment, language, { plain: false });
      return { ...ownPayment(payment), bookedOn: payment.bookedOn, split, recipients };
    });
  }

  @Get('receipts/:id/pdf')
  @ForResidents()
  @ApiOperation({ summary: 'My receipt as it was issued' })
  @AnswersPdf()
  async readOwnReceiptPdf(
    @IdParam() id: ReceiptId,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<StreamableFile> {
    const tenant = await this.own.ofReceipt(resident, id);
    return this.database.inTenant(tenant, async (tx) => pdfFile(await this.receipts.pdf(tx, id)));
  }
}

/** Of ten years, however often one pays. */
const PAYMENTS_SHOWN = 500;

function ownPayment({ id, paidOn, channel, amount, returned, fee, feePayer }: PaymentRow): ResidentPaymentDto {
  return {
    ...{ id, paidOn },
    channel: channel.name,
    amount: amount.toString(),
    returned: returned.toString(),
    fee: feePayer === 'payer' ? fee.toString() : Money.zero.toString(),
  };
}

/** Without what is paid by instalments in the months to come. */
function owedNow(balance: Money = Money.zero, planned: readonly PayableDue[] = []): string {
  return balance.minus(Money.sum(planned.map(({ deferred }) => deferred))).toString();
}
