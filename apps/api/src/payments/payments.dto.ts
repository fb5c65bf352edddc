import { PAYMENT_STATES, type PaymentState } from '@dvor/payments';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsId, IsMonth } from '../door/fields.js';
import { ListOf, PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';

export const ROUBLES = /^\d{1,12}(\.\d{1,2})?$/;

export class PaymentsFilterQuery extends PageQuery {
  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  channelId?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  accountId?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional({ enum: PAYMENT_STATES, description: '`waiting`: its account is not known yet' })
  @IsOptional()
  @IsIn(PAYMENT_STATES)
  state?: PaymentState;

  @ApiPropertyOptional(DAY)
  @IsOptional()
  @IsDay()
  paidFrom?: string;

  @ApiPropertyOptional({ ...DAY, description: 'The last day, included' })
  @IsOptional()
  @IsDay()
  paidTo?: string;

  @ApiPropertyOptional(DAY)
  @IsOptional()
  @IsDay()
  bookedFrom?: string;

  @ApiPropertyOptional({ ...DAY, description: 'The last day, included' })
  @IsOptional()
  @IsDay()
  bookedTo?: string;

  @ApiPropertyOptional({ ...MONEY, description: 'Roubles, no less' })
  @IsOptional()
  @Matches(ROUBLES)
  least?: string;

  @ApiPropertyOptional({ ...MONEY, description: 'Roubles, no more' })
  @IsOptional()
  @Matches(ROUBLES)
  most?: string;

  @ApiPropertyOptional({ ...TEXT, description: 'A part of the channel’s number or of the account as it was given' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;
}

export class NameDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  name: string;
}

class AccountNumberDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: '1000000001' })
  number: string;
}

export class PaymentDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ type: NameDto })
  channel: NameDto;

  @ApiProperty({ ...TEXT, description: 'The channel’s own number' })
  externalId: string;

  @ApiProperty({ ...TEXT, description: 'As the payer or the bank wrote it' })
  accountGiven: string;

  @ApiProperty({ type: AccountNumberDto, nullable: true, description: '`null`: it waits for its account' })
  account: AccountNumberDto | null;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...MONEY, description: 'Of it, given back' })
  returned: string;

  @ApiProperty({ ...MONEY, description: 'The channel’s fee' })
  fee: string;

  @ApiProperty({ enum: ['payer', 'organization'], description: '`payer`: on top; `organization`: out of the sum' })
  feePayer: 'payer' | 'organization';

  @ApiProperty(DAY)
  paidOn: string;

  @ApiProperty(DAY)
  bookedOn: string;

  @ApiProperty(INSTANT)
  receivedAt: Date;

  @ApiProperty({ enum: PAYMENT_STATES })
  state: PaymentState;
}

export class PaymentTotalsDto {
  @ApiProperty(COUNT)
  count: number;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty(MONEY)
  returned: string;
}

export class PaymentPageDto extends PageOf(PaymentDto) {
  @ApiProperty({ type: PaymentTotalsDto, description: 'Of all that the filter finds' })
  totals: PaymentTotalsDto;
}

export class PaymentPartDto {
  @ApiProperty({ type: NameDto, nullable: true, description: '`null`: of the account as a whole' })
  service: NameDto | null;

  @ApiProperty({ type: NameDto, nullable: true, description: '`null`: of no recipient in particular' })
  recipient: NameDto | null;

  @ApiProperty({ ...MONTH, description: 'The month of the charge; of an advance, the month it came in' })
  period: string;

  @ApiProperty({ enum: ['charge', 'penalty', 'interest'] })
  kind: 'charge' | 'penalty' | 'interest';

  @ApiProperty({ ...orNull(MONEY), description: 'Owed there before; `null`: an advance, or not known any more' })
  due: string | null;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({
    example: 'Сначала старый долг',
    description: 'Why it went here; empty where it is not known any more',
  })
  reason: string;

  @ApiProperty({ ...orNull(TEXT), example: 'ПП РФ № 354, п. 118' })
  clause: string | null;
}

export class AllocationDto {
  @ApiProperty({ type: [PaymentPartDto], description: 'Together they are the payment' })
  parts: PaymentPartDto[];

  @ApiProperty({ ...MONEY, description: 'Advances that are set off against debts first' })
  setOff: string;

  @ApiProperty({ ...MONEY, description: 'Of the payment, beyond all debts' })
  advance: string;
}

export class RecipientPartDto {
  @ApiProperty({ type: NameDto, nullable: true })
  recipient: NameDto | null;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...MONEY, description: 'What the channel keeps of it' })
  fee: string;

  @ApiProperty({ enum: ['split', 'prepared', 'sent'], description: 'How far it has come' })
  stage: 'split' | 'prepared' | 'sent';

  @ApiProperty(orNull(DAY))
  sentOn: string | null;
}

class PaymentOperationDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: ['match', 'move', 'void', 'refund'] })
  kind: 'match' | 'move' | 'void' | 'refund';

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ type: AccountNumberDto, nullable: true })
  from: AccountNumberDto | null;

  @ApiProperty({ type: AccountNumberDto, nullable: true })
  to: AccountNumberDto | null;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(DAY)
  bookedOn: string;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(TEXT)
  recordedBy: string;
}

class NamedServiceDto {
  @ApiProperty({ type: NameDto, nullable: true })
  service: NameDto | null;

  @ApiProperty(MONEY)
  amount: string;
}

class PayersWordsDto {
  @ApiProperty({ ...orNull(MONTH), description: 'The month that the payer named' })
  period: string | null;

  @ApiProperty({ type: [NamedServiceDto] })
  services: NamedServiceDto[];

  @ApiProperty({ ...orNull(MONEY), description: 'Named for penalties' })
  penalties: string | null;

  @ApiProperty(orNull(TEXT))
  purpose: string | null;
}

export class PaymentCardDto extends PaymentDto {
  @ApiProperty(INSTANT)
  paidAt: Date;

  @ApiProperty({ type: PayersWordsDto })
  words: PayersWordsDto;

  @ApiProperty({ ...orNull(TEXT), description: 'Who entered it; `null`: the channel told of it' })
  recordedBy: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'The rule by which it was split' })
  rule: string | null;

  @ApiProperty({ type: [PaymentPartDto], description: 'Where its money stands now, by the books' })
  split: PaymentPartDto[];

  @ApiProperty({ type: [RecipientPartDto] })
  recipients: RecipientPartDto[];

  @ApiProperty({ type: [PaymentOperationDto], description: 'What was done with it afterwards' })
  operations: PaymentOperationDto[];

  @ApiProperty({
    ...orNull(TEXT),
    description: 'The call as it came; names and phones are masked for those who only read',
  })
  request: string | null;

  @ApiProperty(orNull(TEXT))
  answer: string | null;
}

class ServiceSumDto {
  @ApiProperty(ID)
  @IsId()
  serviceId: string;

  @ApiProperty(MONEY)
  @Matches(ROUBLES)
  amount: string;
}

export class NamedByPayerDto {
  @ApiProperty(MONEY)
  @Matches(ROUBLES)
  amount: string;

  @ApiPropertyOptional({ ...orNull(MONTH), description: 'The month that the payer has named' })
  @IsOptional()
  @IsMonth()
  period?: string | null;

  @ApiPropertyOptional({ type: [ServiceSumDto], description: 'Sums that the payer has named for services' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ServiceSumDto)
  services?: ServiceSumDto[];

  @ApiPropertyOptional({ ...orNull(MONEY), description: 'Named for penalties; without it they get nothing' })
  @IsOptional()
  @Matches(ROUBLES)
  penalties?: string | null;
}

export class PreviewPaymentDto extends NamedByPayerDto {
  @ApiProperty(ID)
  @IsId()
  accountId: string;
}

export class EnterPaymentDto extends NamedByPayerDto {
  @ApiPropertyOptional({ ...orNull(ID), description: 'Without: it is not known whose it is, and it waits' })
  @IsOptional()
  @IsId()
  accountId?: string | null;

  @ApiPropertyOptional({ ...TEXT, description: 'Of money that waits: what stands on the paper for an account' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  accountGiven?: string;

  @ApiProperty(DAY)
  @IsDay()
  paidOn: string;

  @ApiPropertyOptional({ ...orNull(TEXT), description: 'Of the paper: with its day it names the payment' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  documentNumber?: string | null;

  @ApiPropertyOptional({ ...orNull(TEXT), description: 'The payer’s own words' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  purpose?: string | null;

  @ApiPropertyOptional({ ...orNull(ID), description: 'A channel without a door of its own; without: by hand' })
  @IsOptional()
  @IsId()
  channelId?: string | null;
}

export class EnteredPaymentDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ ...orNull(ID), description: '`null`: it waits for its account' })
  accountId: string | null;

  @ApiProperty({ type: Boolean, description: 'It stood in the books already' })
  repeated: boolean;
}

export class PutOnPreviewDto {
  @ApiProperty(ID)
  @IsId()
  accountId: string;
}

export class ReasonDto {
  @ApiProperty({ ...TEXT, example: 'Заявление плательщика' })
  @IsString()
  @IsNotEmpty()
  @Length(3, 500)
  reason: string;
}

export class PutOnDto extends ReasonDto {
  @ApiProperty(ID)
  @IsId()
  accountId: string;
}

export class RefundPreviewDto {
  @ApiProperty(MONEY)
  @Matches(ROUBLES)
  amount: string;
}

export class RefundDto extends ReasonDto {
  @ApiProperty(MONEY)
  @Matches(ROUBLES)
  amount: string;
}

export class TakenBackDto {
  @ApiProperty({
    type: [PaymentPartDto],
    description: 'What is taken back, and from where; empty for money that waits',
  })
  parts: PaymentPartDto[];
}

const SUGGESTED_BY = ['number', 'number-slip', 'state-id', 'address', 'name'] as const;

export class SuggestionDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '1000000001' })
  number: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty(orNull(TEXT))
  payerName: string | null;

  @ApiProperty({ enum: ['open', 'closed', 'not-yet-open'] })
  state: 'open' | 'closed' | 'not-yet-open';

  @ApiProperty({ ...COUNT, description: 'Of a hundred' })
  score: number;

  @ApiProperty({ enum: SUGGESTED_BY, isArray: true })
  reasons: readonly (typeof SUGGESTED_BY)[number][];
}

export class SuggestionListDto extends ListOf(SuggestionDto) {}
