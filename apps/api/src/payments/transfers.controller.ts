import { Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { writeCsv } from '@dvor/formats';
import { formatDate, type LocalDate, parseDate, type SupplierId } from '@dvor/kernel';
import {
  type OrderFile,
  type SupplierTransfer,
  SupplierTransfers,
  type TransferLine,
  TransferOrders,
} from '@dvor/payments';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { DayParam } from '../door/day.pipe.js';
import { IdParam } from '../door/id.pipe.js';
import { RequiresIdempotencyKey } from '../door/idempotency.js';
import { PageQuery } from '../door/page.dto.js';
import { savedFile } from '../door/saved-file.js';
import {
  OrderFileDto,
  OrderFilePageDto,
  OrderFilesQuery,
  PreparedDto,
  TransferDto,
  TransferLineDto,
  TransferLinePageDto,
  TransferPageDto,
  TransfersQuery,
} from './transfers.dto.js';

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
  @ApiOkResponse({ type: TransferPageDto })
  async listTransfers(@Query() asked: TransfersQuery, @CurrentTenant() tenant: Tenant): Promise<TransferPageDto> {
    const filter = {
      from: parseDate(asked.from),
      to: parseDate(asked.to),
      recipientId: asked.recipientId as SupplierId | undefined,
      state: asked.state,
    };
    return this.database.inTenant(tenant, async (tx) => {
      const { items, nextCursor } = await this.transfers.list(tx, filter, asked);
      const { count, received, fee, waiting, sent } = await this.transfers.totals(tx, filter);
      const days = await this.transfers.waitingDays(tx, filter);
      const { unallocated, onAccounts } = await this.transfers.held(tx);
      return {
        items: items.map(dtoOf),
        nextCursor,
        totals: {
          count,
          received: received.toString(),
          fee: fee.toString(),
          waiting: waiting.toString(),
          sent: sent.toString(),
        },
        waitingDays: days.map(({ day, amount }) => ({ day: formatDate(day), amount: amount.toString() })),
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

  @Post('days/:day/orders')
  @RequirePermission('transfer.send')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Make the file of a day’s payment orders for the bank’s client',
    description:
      'Of transfers that wait to be sent; what is the organisation’s own needs no order. The same orders made again on the same day are the same file.',
  })
  @ApiOkResponse({ type: OrderFileDto })
  async makePaymentOrders(
    @DayParam() day: LocalDate,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<OrderFileDto> {
    return orderFileDto(await this.database.inTenant(tenant, (tx) => this.orders.make(tx, day, userId)));
  }

  @Get('orders')
  @RequirePermission('transfer.read')
  @ApiOperation({ summary: 'Files of payment orders that were made, the latest day first' })
  @ApiOkResponse({ type: OrderFilePageDto })
  async listOrderFiles(@Query() asked: OrderFilesQuery, @CurrentTenant() tenant: Tenant): Promise<OrderFilePageDto> {
    const filter = {
      day: asked.day === undefined ? undefined : parseDate(asked.day),
      transferId: asked.transferId,
    };
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) => this.orders.list(tx, filter, asked));
    return { items: items.map(orderFileDto), nextCursor };
  }

  @Get('orders/:id')
  @RequirePermission('transfer.read')
  @ApiOperation({
    summary: 'A file of payment orders, to the byte as it was made: 1CClientBankExchange in windows-1251',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': BINARY } })
  async readOrderFile(@IdParam() id: string, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    const { name, content } = await this.database.inTenant(tenant, (tx) => this.orders.content(tx, id));
    return new StreamableFile(content, {
      type: 'text/plain; charset=windows-1251',
      disposition: `attachment; filename="${name}"`,
      length: content.byteLength,
    });
  }

  @Get(':id')
  @RequirePermission('transfer.read')
  @ApiOperation({ summary: 'A transfer' })
  @ApiOkResponse({ type: TransferDto })
  async readTransfer(@IdParam() id: string, @CurrentTenant() tenant: Tenant): Promise<TransferDto> {
    return dtoOf(await this.database.inTenant(tenant, (tx) => this.transfers.find(tx, id)));
  }

  @Get(':id/lines')
  @RequirePermission('transfer.read')
  @ApiOperation({
    summary: 'The registry of a transfer, as the money came: which accounts, which services, how much',
    description: 'All pages add up to what was received.',
  })
  @ApiOkResponse({ type: TransferLinePageDto })
  async listTransferLines(
    @IdParam() id: string,
    @Query() page: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<TransferLinePageDto> {
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) => this.transfers.registry(tx, id, page));
    return { items: items.map(lineDto), nextCursor };
  }

  @Get(':id/registry.csv')
  @RequirePermission('transfer.read')
  @ApiOperation({ summary: 'The registry of a transfer as a CSV for its recipient' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': BINARY } })
  async readTransferCsv(@IdParam() id: string, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    const { transfer, lines } = await this.database.inTenant(tenant, async (tx) => ({
      transfer: await this.transfers.find(tx, id),
      lines: await this.wholeRegistry(tx, id),
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

  private async wholeRegistry(tx: Tx, id: string): Promise<TransferLine[]> {
    const lines: TransferLine[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await this.transfers.registry(tx, id, { cursor, limit: 5_000 });
      lines.push(...page.items);
      if (page.nextCursor === null) return lines;
      cursor = page.nextCursor;
    }
  }
}

function orderFileDto({ amount, ...file }: OrderFile): OrderFileDto {
  return { ...file, amount: amount.toString() };
}

function lineDto({ reason, account, serviceId, service, kind, amount }: TransferLine): TransferLineDto {
  return {
    ...{ reason, account, kind },
    service: serviceId === null ? null : { id: serviceId, name: service ?? '' },
    amount: amount.toString(),
  };
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

const KINDS = { charge: 'начисления', penalty: 'пени', interest: 'проценты за рассрочку' } as const;

function csvRow(day: LocalDate, { account, service, kind, reason, amount }: TransferLine) {
  return [
    { kind: 'date', text: formatDate(day) } as const,
    account,
    service ?? 'Счёт в целом',
    KINDS[kind],
    reason,
    { kind: 'number', text: amount.toString() } as const,
  ];
}
