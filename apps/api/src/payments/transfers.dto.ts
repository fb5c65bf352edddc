import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { TransferState } from '@dvor/payments';
import { IsIn, IsOptional } from 'class-validator';
import { IsDay, IsId } from '../door/fields.js';
import { PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, orNull, TEXT } from '../door/shapes.js';
import { NameDto } from './payments.dto.js';

const STATES: readonly TransferState[] = ['prepared', 'sent', 'carried'];

export class TransfersQuery extends PageQuery {
  @ApiProperty({ ...DAY, description: 'The first day' })
  @IsDay()
  from: string;

  @ApiProperty({ ...DAY, description: 'The last day, that day included' })
  @IsDay()
  to: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  recipientId?: string;

  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: TransferState;
}

export class TransferDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(ID)
  recipientId: string;

  @ApiProperty(TEXT)
  recipient: string;

  @ApiProperty({ description: 'The recipient is the organisation itself: no order to the bank is needed' })
  toItself: boolean;

  @ApiProperty({ ...DAY, description: 'The day the money came' })
  day: string;

  @ApiProperty({ ...MONEY, description: 'What came for the recipient, returns taken off' })
  received: string;

  @ApiProperty({ ...MONEY, description: 'What channels kept of it' })
  fee: string;

  @ApiProperty({ ...MONEY, description: 'What the days before left below zero' })
  carried: string;

  @ApiProperty({ ...MONEY, description: 'To be sent: received − fee + carried' })
  amount: string;

  @ApiProperty({ ...orNull(COUNT), description: 'Of the payment order; `null`: nothing to send' })
  orderNumber: number | null;

  @ApiProperty({ enum: STATES, description: '`carried`: below zero, taken off the recipient’s next day' })
  state: TransferState;

  @ApiProperty(orNull(DAY))
  sentOn: string | null;
}

export class TransferTotalsDto {
  @ApiProperty(COUNT)
  count: number;

  @ApiProperty(MONEY)
  received: string;

  @ApiProperty(MONEY)
  fee: string;

  @ApiProperty({ ...MONEY, description: 'Prepared, not sent yet' })
  waiting: string;

  @ApiProperty(MONEY)
  sent: string;
}

export class HeldMoneyDto {
  @ApiProperty({ ...MONEY, description: 'Money without an account: it waits in the inbox' })
  unallocated: string;

  @ApiProperty({ ...MONEY, description: 'Paid ahead on accounts as a whole, of no recipient yet' })
  onAccounts: string;
}

export class WaitingDayDto {
  @ApiProperty({ ...DAY, description: 'A day with transfers that wait for an order to the bank' })
  day: string;

  @ApiProperty({ ...MONEY, description: 'Of these transfers' })
  amount: string;
}

export class TransferPageDto extends PageOf(TransferDto) {
  @ApiProperty({ type: TransferTotalsDto, description: 'Of all that the filter finds' })
  totals: TransferTotalsDto;

  @ApiProperty({ type: [WaitingDayDto], description: 'Of all that the filter finds, the latest first' })
  waitingDays: WaitingDayDto[];

  @ApiProperty({ type: HeldMoneyDto })
  held: HeldMoneyDto;
}

export class PreparedDto {
  @ApiProperty({ ...COUNT, description: 'Transfers that were new' })
  prepared: number;
}

export class TransferLineDto {
  @ApiProperty({ ...TEXT, description: 'The channel, or what was done' })
  reason: string;

  @ApiProperty(TEXT)
  account: string;

  @ApiProperty({ type: NameDto, nullable: true })
  service: NameDto | null;

  @ApiProperty({ enum: ['charge', 'penalty', 'interest'] })
  kind: 'charge' | 'penalty' | 'interest';

  @ApiProperty(MONEY)
  amount: string;
}

export class TransferLinePageDto extends PageOf(TransferLineDto) {}

export class OrderFilesQuery extends PageQuery {
  @ApiPropertyOptional({ ...DAY, description: 'Whose transfers are ordered' })
  @IsOptional()
  @IsDay()
  day?: string;

  @ApiPropertyOptional({ ...ID, description: 'Files that have an order of this transfer' })
  @IsOptional()
  @IsId()
  transferId?: string;
}

export class OrderFileDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ ...COUNT, description: 'Of the file; its orders have numbers of their own' })
  number: number;

  @ApiProperty({ ...DAY, description: 'Whose transfers it orders' })
  day: string;

  @ApiProperty(COUNT)
  orders: number;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty(INSTANT)
  madeAt: Date;

  @ApiProperty(TEXT)
  madeBy: string;
}

export class OrderFilePageDto extends PageOf(OrderFileDto) {}
