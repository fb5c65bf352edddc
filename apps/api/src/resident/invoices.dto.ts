import { ApiProperty } from '@nestjs/swagger';
import { ListOf } from '../door/page.dto.js';
import { DAY, ID, INSTANT, MONEY, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';
import { AllocationDto, NamedByPayerDto, NameDto } from '../payments/payments.dto.js';

export class NewInvoiceDto extends NamedByPayerDto {}

class InvoiceWayDto {
  @ApiProperty({ ...TEXT, description: 'The bank, terminal or agent' })
  channel: string;

  @ApiProperty({ ...MONEY, description: 'What it asks of the payer on top; zero is told too' })
  fee: string;

  @ApiProperty({ ...MONEY, description: 'With the fee' })
  total: string;
}

export class InvoicePreviewDto extends AllocationDto {
  @ApiProperty({ type: [InvoiceWayDto], description: 'The cheapest first' })
  ways: InvoiceWayDto[];
}

export class InvoiceDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: '900000000019', description: 'Typed at a terminal or in a bank instead of the account' })
  number: string;

  @ApiProperty({ example: '1000000001', description: 'The account that it pays' })
  account: string;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...orNull(MONTH), description: 'The month that it is for, where one was named' })
  period: string | null;

  @ApiProperty({ enum: ['open', 'paid', 'cancelled', 'expired'] })
  state: 'open' | 'paid' | 'cancelled' | 'expired';

  @ApiProperty({ ...DAY, description: 'On which it can be paid' })
  lastDay: string;

  @ApiProperty(INSTANT)
  createdAt: Date;

  @ApiProperty({ ...orNull(ID), description: 'Of the payment that has paid it' })
  paymentId: string | null;
}

export class InvoiceListDto extends ListOf(InvoiceDto) {}

class QrSymbolDto {
  @ApiProperty({ ...NUMBER, type: Number, example: 57, description: 'Its side, without the quiet zone of four around' })
  modules: number;

  @ApiProperty({ ...TEXT, description: 'SVG path to be stroked' })
  path: string;

  @ApiProperty({ type: Number, example: 1.04 })
  strokeWidth: number;
}

class InvoiceCodeDto {
  @ApiProperty({ type: NameDto, nullable: true })
  recipient: NameDto | null;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...orNull(TEXT), description: 'By ГОСТ Р 56042-2014; `null`: no code can be made' })
  payload: string | null;

  @ApiProperty({ type: QrSymbolDto, nullable: true })
  qr: QrSymbolDto | null;
}

export class InvoiceCardDto extends InvoiceDto {
  @ApiProperty({ type: [InvoiceCodeDto], description: 'While it is open; together they are its sum' })
  codes: InvoiceCodeDto[];

  @ApiProperty({ type: [InvoiceWayDto], description: 'While it is open' })
  ways: InvoiceWayDto[];
}
