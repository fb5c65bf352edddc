import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { TransferState } from '@dvor/payments';
import { IsIn, IsOptional } from 'class-validator';
import { IsDay, IsId } from '../door/fields.js';
import { ListOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, MONEY, orNull, TEXT } from '../door/shapes.js';
import { NameDto } from './payments.dto.js';

const STATES: readonly TransferState[] = ['prepared', 'sent', 'carried'];

export class TransfersQuery {
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

export class TransferListDto extends ListOf(TransferDto) {
  @ApiProperty({ type: TransferTotalsDto })
  totals: TransferTotalsDto;

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

  @ApiProperty({ enum: ['charge', 'penalty'] })
  kind: 'charge' | 'penalty';

  @ApiProperty(MONEY)
  amount: string;
}

export class TransferRegistryDto {
  @ApiProperty({ type: TransferDto })
  transfer: TransferDto;

  @ApiProperty({ type: [TransferLineDto], description: 'They add up to what was received' })
  lines: TransferLineDto[];
}
