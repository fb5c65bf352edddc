import {
  CONTACT_WAYS,
  type ContactWay,
  DEBT_AGES,
  type DebtAge,
  DISPUTE_OUTCOMES,
  type DisputeOutcome,
} from '@dvor/debts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { IsDay, IsId, IsMonth } from '../door/fields.js';
import { ListOf } from '../door/page.dto.js';
import { DAY, ID, INSTANT, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';

const ROUBLES = /^\d{1,10}(\.\d{1,2})?$/;
const KINDS = ['charge', 'penalty', 'interest'] as const;
const PROMISES = ['open', 'kept', 'broken'] as const;

class AccountDebtLineDto {
  @ApiProperty(orNull(ID))
  recipientId: string | null;

  @ApiProperty(orNull(TEXT))
  recipient: string | null;

  @ApiProperty(orNull(ID))
  serviceId: string | null;

  @ApiProperty(orNull(TEXT))
  service: string | null;

  @ApiProperty(MONTH)
  origin: string;

  @ApiProperty({ enum: KINDS })
  kind: string;

  @ApiProperty({ ...DAY, description: 'The last day to pay' })
  due: string;

  @ApiProperty({ enum: DEBT_AGES })
  age: DebtAge;

  @ApiProperty({ ...MONEY, description: 'Below zero where it is paid ahead' })
  amount: string;
}

export class AccountDebtDto {
  @ApiProperty(DAY)
  day: string;

  @ApiProperty(MONEY)
  balance: string;

  @ApiProperty(MONEY)
  overdue: string;

  @ApiProperty(MONEY)
  principal: string;

  @ApiProperty(MONEY)
  penalties: string;

  @ApiProperty({ ...MONEY, description: 'Under open disputes' })
  disputed: string;

  @ApiProperty({ ...MONEY, description: 'Has come and waits to be put on the account' })
  inTransit: string;

  @ApiProperty({ type: [AccountDebtLineDto], description: 'The oldest first' })
  lines: AccountDebtLineDto[];
}

class PromiseDto {
  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...DAY, description: 'The last day of the promise' })
  by: string;

  @ApiProperty({ ...MONEY, description: 'What came from the day of the promise up to its last' })
  paid: string;

  @ApiProperty({ enum: PROMISES })
  state: (typeof PROMISES)[number];
}

class DebtContactDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: CONTACT_WAYS })
  way: ContactWay;

  @ApiProperty(DAY)
  on: string;

  @ApiProperty({ type: Boolean, description: 'Somebody was spoken to' })
  reached: boolean;

  @ApiProperty(TEXT)
  note: string;

  @ApiProperty({ type: PromiseDto, nullable: true })
  promise: PromiseDto | null;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Why it was taken out as entered by mistake' })
  withdrawn: string | null;
}

export class DebtContactListDto extends ListOf(DebtContactDto) {}

class NewPromiseDto {
  @ApiProperty(MONEY)
  @Matches(ROUBLES)
  amount: string;

  @ApiProperty({ ...DAY, description: 'The last day of the promise' })
  @IsDay()
  by: string;
}

export class NewDebtContactDto {
  @ApiProperty({ enum: CONTACT_WAYS })
  @IsIn(CONTACT_WAYS)
  way: ContactWay;

  @ApiPropertyOptional({ ...DAY, description: 'Without: today' })
  @IsOptional()
  @IsDay()
  on?: string;

  @ApiProperty({ type: Boolean })
  @IsBoolean()
  reached: boolean;

  @ApiProperty({ example: 'Обещал заплатить после получки' })
  @IsString()
  @Length(1, 1000)
  note: string;

  @ApiPropertyOptional({ type: NewPromiseDto, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => NewPromiseDto)
  promise?: NewPromiseDto | null;
}

export class DebtReasonDto {
  @ApiProperty({ example: 'Записано не на тот счёт' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

class DisputeDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ ...orNull(ID), description: '`null`: every service' })
  serviceId: string | null;

  @ApiProperty(orNull(TEXT))
  service: string | null;

  @ApiProperty({ ...orNull(MONTH), description: '`null`: every month' })
  origin: string | null;

  @ApiProperty({ ...orNull(MONEY), description: '`null`: all that is owed there' })
  amount: string | null;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(orNull(ID))
  documentId: string | null;

  @ApiProperty(DAY)
  openedOn: string;

  @ApiProperty(orNull(TEXT))
  openedBy: string | null;

  @ApiProperty(orNull(DAY))
  closedOn: string | null;

  @ApiProperty(orNull(TEXT))
  closedBy: string | null;

  @ApiProperty({ enum: DISPUTE_OUTCOMES, nullable: true })
  outcome: DisputeOutcome | null;

  @ApiProperty(orNull(TEXT))
  outcomeNote: string | null;
}

export class DisputeListDto extends ListOf(DisputeDto) {}

export class NewDisputeDto {
  @ApiPropertyOptional({ ...orNull(ID), description: 'Without: every service' })
  @IsOptional()
  @IsId()
  serviceId?: string | null;

  @ApiPropertyOptional({ ...orNull(MONTH), description: 'Without: every month' })
  @IsOptional()
  @IsMonth()
  origin?: string | null;

  @ApiPropertyOptional({ ...orNull(MONEY), description: 'Without: all that is owed there' })
  @IsOptional()
  @Matches(ROUBLES)
  amount?: string | null;

  @ApiProperty({ example: 'Не согласен с показаниями за март' })
  @IsString()
  @Length(3, 1000)
  reason: string;

  @ApiPropertyOptional({ ...orNull(ID), description: 'The payer’s letter' })
  @IsOptional()
  @IsId()
  documentId?: string | null;

  @ApiPropertyOptional({ ...DAY, description: 'Without: today' })
  @IsOptional()
  @IsDay()
  openedOn?: string;
}

export class CloseDisputeDto {
  @ApiProperty({ enum: DISPUTE_OUTCOMES })
  @IsIn(DISPUTE_OUTCOMES)
  outcome: DisputeOutcome;

  @ApiProperty({ example: 'Показания проверены актом, начислено верно' })
  @IsString()
  @Length(3, 1000)
  note: string;

  @ApiPropertyOptional({ ...DAY, description: 'Without: today' })
  @IsOptional()
  @IsDay()
  on?: string;
}
