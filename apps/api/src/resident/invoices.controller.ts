import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ResidentCaller } from '@dvor/auth';
import { paymentQrBytes, qrSvgPath } from '@dvor/formats';
import { type AccountId, formatDate, formatPeriod, type InvoiceId, Money } from '@dvor/kernel';
import { type Invoice, type InvoiceCode, InvoiceCodes, Invoices, type InvoiceWay, Payments } from '@dvor/payments';
import { Database } from '@dvor/platform';
import { CurrentResident, ForResidents } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { whole } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { wordsOf } from '../payments/payers-words.js';
import { PaymentViews } from '../payments/payment-views.js';
import { InvoiceCardDto, InvoiceDto, InvoiceListDto, InvoicePreviewDto, NewInvoiceDto } from './invoices.dto.js';
import { OwnAccounts } from './own-accounts.js';

const SHOWN = 50;

@ApiTags('Resident')
@Controller('resident')
export class InvoicesController {
  constructor(
    private readonly own: OwnAccounts,
    private readonly database: Database,
    private readonly invoices: Invoices,
    private readonly codes: InvoiceCodes,
    private readonly payments: Payments,
    private readonly views: PaymentViews,
  ) {}

  @Post('accounts/:id/invoices/preview')
  @ForResidents()
  @HttpCode(200)
  @ApiOperation({ summary: 'Where a sum would go if I paid it now, and what each channel asks for it' })
  @ApiOkResponse({ type: InvoicePreviewDto })
  async previewInvoice(
    @IdParam() id: AccountId,
    @Body() asked: NewInvoiceDto,
    @CurrentResident() resident: ResidentCaller,
    @ReaderLanguage() language: Language,
  ): Promise<InvoicePreviewDto> {
    const amount = Money.parse(asked.amount);
    return this.own.inAccount(resident, id, async (tx) => {
      const split = await this.payments.preview(tx, id, { amount, words: wordsOf(asked), recipientId: null });
      const ways = (await this.invoices.ways(tx, amount)).map(wayDto);
      return { ...(await this.views.allocation(tx, split, language)), ways };
    });
  }

  @Post('accounts/:id/invoices')
  @ForResidents()
  @ApiOperation({
    summary: 'Make out an invoice to pay by its number or code',
    description: 'Asked for the same again while the first is open, the first is the answer.',
  })
  @ApiCreatedResponse({ type: InvoiceDto })
  async makeInvoice(
    @IdParam() id: AccountId,
    @Body() asked: NewInvoiceDto,
    @CurrentResident() resident: ResidentCaller,
  ): Promise<InvoiceDto> {
    const invoice = { accountId: id, amount: Money.parse(asked.amount), words: wordsOf(asked), by: resident.userId };
    return this.own.inAccount(resident, id, async (tx) => invoiceDto(await this.invoices.make(tx, invoice)));
  }

  @Get('accounts/:id/invoices')
  @ForResidents()
  @ApiOperation({ summary: 'My invoices, the latest first' })
  @ApiOkResponse({ type: InvoiceListDto })
  async listInvoices(@IdParam() id: AccountId, @CurrentResident() resident: ResidentCaller): Promise<InvoiceListDto> {
    return this.own.inAccount(resident, id, async (tx) =>
      whole((await this.invoices.ofAccount(tx, id, SHOWN)).map(invoiceDto)),
    );
  }

  @Get('invoices/:id')
  @ForResidents()
  @ApiOperation({ summary: 'An invoice with its payment codes and the ways to pay it' })
  @ApiOkResponse({ type: InvoiceCardDto })
  async readInvoice(@IdParam() id: InvoiceId, @CurrentResident() resident: ResidentCaller): Promise<InvoiceCardDto> {
    const tenant = await this.own.ofInvoice(resident, id);
    return this.database.inTenant(tenant, async (tx) => {
      const invoice = await this.invoices.find(tx, id);
      if (invoice.state !== 'open') return { ...invoiceDto(invoice), codes: [], ways: [] };
      const codes = (await this.codes.of(tx, invoice)).map(codeDto);
      return { ...invoiceDto(invoice), codes, ways: (await this.invoices.ways(tx, invoice.amount)).map(wayDto) };
    });
  }

  @Post('invoices/:id/cancel')
  @ForResidents()
  @HttpCode(204)
  @ApiOperation({ summary: 'Cancel an invoice that I won’t pay' })
  @ApiNoContentResponse()
  async cancelInvoice(@IdParam() id: InvoiceId, @CurrentResident() resident: ResidentCaller): Promise<void> {
    const tenant = await this.own.ofInvoice(resident, id);
    await this.database.inTenant(tenant, (tx) => this.invoices.cancel(tx, id, resident.userId));
  }
}

function invoiceDto({ account, amount, words, lastDay, ...row }: Invoice): InvoiceDto {
  const { id, number, state, createdAt, paymentId } = row;
  return {
    ...{ id, number, state, createdAt, paymentId },
    account: account.number,
    amount: amount.toString(),
    period: words.period === undefined ? null : formatPeriod(words.period),
    lastDay: formatDate(lastDay),
  };
}

function wayDto({ channel, fee, total }: InvoiceWay) {
  return { channel: channel.name, fee: fee.toString(), total: total.toString() };
}

function codeDto({ recipient, amount, payload }: InvoiceCode) {
  return {
    recipient,
    amount: amount.toString(),
    payload,
    qr: payload === null ? null : qrSvgPath(paymentQrBytes(payload)),
  };
}
