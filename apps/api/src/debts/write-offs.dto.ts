import { WRITE_OFF_BASES, WRITE_OFF_STATES, type WriteOffBasis, type WriteOffState } from '@dvor/penalties';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsId, IsMonth } from '../door/fields.js';
import { PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';
import { DebtorFilterDto } from './debtors.dto.js';

const ROUBLES = /^\d{1,10}(\.\d{1,2})?$/;
const KINDS = ['charge', 'penalty', 'interest'] as const;
const OF = ['penalties', 'principal', 'all'] as const;

export class WriteOffPartDto {
  @ApiPropertyOptional(orNull(ID))
  @IsOptional()
  @IsId()
  recipientId?: string | null;

  @ApiPropertyOptional(orNull(ID))
  @IsOptional()
  @IsId()
  serviceId?: string | null;

  @ApiProperty(MONTH)
  @IsMonth()
  origin: string;

  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind: (typeof KINDS)[number];

  @ApiProperty(MONEY)
  @Matches(ROUBLES)
  amount: string;
}

/** Whose debts, and what of them: accounts or a filter of the register; all, a sum from the oldest on, or named parts. */
export class WriteOffChoiceDto {
  @ApiPropertyOptional({ type: [String], description: 'Accounts; without them, those of `filter`' })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(2000)
  @IsId({ each: true })
  accountIds?: string[];

  @ApiPropertyOptional({ type: DebtorFilterDto, description: 'All accounts of the register that it finds' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DebtorFilterDto)
  filter?: DebtorFilterDto;

  @ApiProperty({ enum: OF })
  @IsIn(OF)
  of: (typeof OF)[number];

  @ApiPropertyOptional({ ...orNull(MONTH), description: 'Debts of that month and older; without: of every month' })
  @IsOptional()
  @IsMonth()
  upTo?: string | null;

  @ApiPropertyOptional({ ...orNull(MONEY), description: 'Of one account: so much, the oldest first; without: all' })
  @IsOptional()
  @Matches(ROUBLES)
  amount?: string | null;

  @ApiPropertyOptional({ type: [WriteOffPartDto], description: 'Of one account: just these debts' })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => WriteOffPartDto)
  parts?: WriteOffPartDto[];
}

export class NewWriteOffDto extends WriteOffChoiceDto {
  @ApiProperty({ enum: WRITE_OFF_BASES })
  @IsIn(WRITE_OFF_BASES)
  basis: WriteOffBasis;

  @ApiProperty({ example: 'Решение собрания собственников' })
  @IsString()
  @Length(3, 500)
  reason: string;

  @ApiProperty({ ...ID, description: 'The paper that says so' })
  @IsId()
  documentId: string;
}

class PlannedPartDto {
  @ApiProperty(orNull(TEXT))
  service: string | null;

  @ApiProperty(orNull(TEXT))
  recipient: string | null;

  @ApiProperty(MONTH)
  origin: string;

  @ApiProperty({ enum: KINDS })
  kind: string;

  @ApiProperty({ ...MONEY, description: 'Owed there' })
  was: string;

  @ApiProperty(MONEY)
  amount: string;
}

class PlannedAccountDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '100200300' })
  number: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ ...MONEY, description: 'Owes now' })
  balance: string;

  @ApiProperty({ ...MONEY, description: 'Would be forgiven' })
  amount: string;

  @ApiProperty({ ...MONEY, description: 'Would owe after' })
  left: string;

  @ApiProperty({ type: [PlannedPartDto] })
  parts: PlannedPartDto[];
}

export class WriteOffPreviewDto {
  @ApiProperty(COUNT)
  accounts: number;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...MONEY, description: 'Of the amount' })
  penalties: string;

  @ApiProperty({ type: [PlannedAccountDto], description: 'The greatest first, 500 at most' })
  items: PlannedAccountDto[];
}

export class WriteOffDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: '7' })
  number: string;

  @ApiProperty({ enum: WRITE_OFF_BASES })
  basis: WriteOffBasis;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(ID)
  documentId: string;

  @ApiProperty({
    enum: WRITE_OFF_STATES,
    description: '`waiting`: for a second person’s word, or to be posted after it',
  })
  state: WriteOffState;

  @ApiProperty(COUNT)
  accounts: number;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...MONEY, description: 'Of the amount' })
  penalties: string;

  @ApiProperty(INSTANT)
  createdAt: Date;

  @ApiProperty(orNull(TEXT))
  createdBy: string | null;

  @ApiProperty(orNull(DAY))
  postedOn: string | null;

  @ApiProperty(orNull(TEXT))
  postedBy: string | null;

  @ApiProperty({ ...orNull(MONTH), description: 'The month it is booked in' })
  period: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Why it was taken back before it was posted' })
  withdrawn: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Why it was taken back after' })
  reversed: string | null;
}

export class WriteOffPageDto extends PageOf(WriteOffDto) {}

class WriteOffItemDto extends PlannedPartDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '100200300' })
  account: string;
}

export class WriteOffItemPageDto extends PageOf(WriteOffItemDto) {}

export class WriteOffsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: WRITE_OFF_STATES })
  @IsOptional()
  @IsIn(WRITE_OFF_STATES)
  state?: WriteOffState;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  accountId?: string;

  @ApiPropertyOptional({ description: 'A part of the reason, or the number' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;
}

export class ReverseWriteOffDto {
  @ApiProperty({ example: 'Решение собрания отменено судом' })
  @IsString()
  @Length(3, 500)
  reason: string;

  @ApiProperty({ ...ID, description: 'The paper that says so' })
  @IsId()
  documentId: string;
}
