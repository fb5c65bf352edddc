import { Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { writeCsv } from '@dvor/formats';
import { formatDate, type LocalDate, parseDate, type SupplierId } from '@dvor/kernel';
import {
  type SupplierTransfer,
  SupplierTransfers,
  type TransferLine,
  TransferOrders,
  transferTotals,
} from '@dvor/payments';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { DayParam } from '../door/day.pipe.js';
import { IdParam } from '../door/id.pipe.js';
import { RequiresIdempotencyKey } from '../door/idempotency.js';
import { whole } from '../door/page.dto.js';
import { savedFile } from '../door/saved-file.js';
import { PreparedDto, TransferDto, TransferListDto, TransferRegistryDto, TransfersQuery } from './transfers.dto.js';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('Transfers')
@Controller('transfers')
export class TransfersController {
  constructor(
    private readonly database: Database,
    private readonly transfers: SupplierTransfers,
    private readonly orders: TransferOrders,
  ) {}

  @Get()
  @RequirePermission('transfer.read')
  @ApiOperation({
    summary: 'What recipients are sent for some days, the latest first, with the totals of the filter',
    description: 'And what is held, of all days, for want of a recipient.',
  })
  @ApiOkResponse({ type: TransferListDto })
  async listTransfers(@Query() asked: TransfersQuery, @CurrentTenant() tenant: Tenant): Promise<TransferListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const transfers = await this.transfers.list(tx, {
        from: parseDate(asked.from),
        to: parseDate(asked.to),
        recipientId: asked.recipientId as SupplierId | undefined,
        state: asked.state,
      });
      const { count, received, fee, waiting, sent } = transferTotals(transfers);
      const { unallocated, onAccounts } = await this.transfers.held(tx);
      return {
        ...whole(transfers.map(dtoOf)),
        totals: {
          count,
          received: received.toString(),
          fee: fee.toString(),
          waiting: waiting.toString(),
          sent: sent.toString(),
        },
        held: { unallocated: unallocated.toString(), onAccounts: onAccounts.toString() },
      };
    });
  }

  @Post('prepare')
  @RequirePermission('transfer.send')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Write down the days that are over',
    description: 'The worker does it by itself, half an hour after midnight at the earliest.',
  })
  @ApiOkResponse({ type: PreparedDto })
  async prepareTransfers(
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<PreparedDto> {
    return { prepared: await this.database.inTenant(tenant, (tx) => this.transfers.prepare(tx, userId)) };
  }

  @Get('days/:day/orders')
  @RequirePermission('transfer.read')
  @ApiOperation({
    summary: 'Payment orders of a day for the bank’s client: 1CClientBankExchange in windows-1251',
    description: 'Of transfers that wait to be sent; what is the organisation’s own needs no order.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': BINARY } })
  async readPaymentOrders(@DayParam() day: LocalDate, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    const content = await this.database.inTenant(tenant, (tx) => this.orders.ofDay(tx, day));
    return new StreamableFile(content, {
      type: 'text/plain; charset=windows-1251',
      disposition: `attachment; filename="kl_to_1c_${formatDate(day)}.txt"`,
      length: content.byteLength,
    });
  }

  @Get(':id')
  @RequirePermission('transfer.read')
  @ApiOperation({ summary: 'A transfer with its registry: which accounts, which services, how much' })
  @ApiOkResponse({ type: TransferRegistryDto })
  async readTransfer(@IdParam() id: string, @CurrentTenant() tenant: Tenant): Promise<TransferRegistryDto> {
    return this.database.inTenant(tenant, async (tx) => ({
      transfer: dtoOf(await this.transfers.find(tx, id)),
      lines: (await this.transfers.registry(tx, id)).map(({ reason, account, serviceId, service, kind, amount }) => ({
        ...{ reason, account, kind },
        service: serviceId === null ? null : { id: serviceId, name: service ?? '' },
        amount: amount.toString(),
      })),
    }));
  }

  @Get(':id/registry.csv')
  @RequirePermission('transfer.read')
  @ApiOperation({ summary: 'The registry of a transfer as a CSV for its recipient' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': BINARY } })
  async readTransferCsv(@IdParam() id: string, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    const { transfer, lines } = await this.database.inTenant(tenant, async (tx) => ({
      transfer: await this.transfers.find(tx, id),
      lines: await this.transfers.registry(tx, id),
    }));
    return savedFile({
      name: `Реестр ${transfer.recipient.replaceAll(/["/\\«»„“]/g, '')} ${formatDate(transfer.day)}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: writeCsv(
        ['День', 'Лицевой счёт', 'Услуга', 'Вид', 'Основание', 'Сумма, ₽'],
        lines.map((line) => csvRow(transfer.day, line)),
      ),
    });
  }

  @Post(':id/send')
  @RequirePermission('transfer.send')
  @RequiresIdempotencyKey()
  @HttpCode(200)
  @ApiOperation({ summary: 'Book a transfer as sent', description: 'One that was sent already stays as it is.' })
  @ApiOkResponse({ type: TransferDto })
  async sendTransfer(
    @IdParam() id: string,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<TransferDto> {
    return dtoOf(await this.database.inTenant(tenant, (tx) => this.transfers.send(tx, id, userId)));
  }
}

function dtoOf({ day, received, fee, carried, amount, sentOn, ...rest }: SupplierTransfer): TransferDto {
  return {
    ...rest,
    day: formatDate(day),
    received: received.toString(),
    fee: fee.toString(),
    carried: carried.toString(),
    amount: amount.toString(),
    sentOn: sentOn === null ? null : formatDate(sentOn),
  };
}

function csvRow(day: LocalDate, { account, service, kind, reason, amount }: TransferLine) {
  return [
    { kind: 'date', text: formatDate(day) } as const,
    account,
    service ?? 'Счёт в целом',
    kind === 'penalty' ? 'пени' : 'начисления',
    reason,
    { kind: 'number', text: amount.toString() } as const,
  ];
}
