import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  CHECK_CODES,
  type CheckCode,
  CLOSE_STEPS,
  type CloseStep,
  HOLD_CODES,
  HOLD_STATES,
  type HoldCode,
  type HoldState,
} from '@dvor/billing';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { ApprovalDto } from '../approvals/approvals.dto.js';
import { IsId } from '../door/fields.js';
import { ListOf, PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, ID, INSTANT, orNull, TEXT } from '../door/shapes.js';
import { RunDto } from './runs.dto.js';

const CHECK_STATES = ['ok', 'warn', 'red', 'skipped'] as const;
const OWNERS = ['accountant', 'cashier', 'senior-accountant'] as const;

export class AskReasonDto {
  @ApiProperty({ example: 'Месяц сверен с банком', description: 'Whoever decides reads it' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

class MonthCheckDto {
  @ApiProperty({ enum: CHECK_CODES, enumName: 'MonthCheckCode' })
  code: CheckCode;

  @ApiProperty({ enum: CLOSE_STEPS, enumName: 'CloseStep' })
  step: CloseStep;

  @ApiProperty({ enum: OWNERS, enumName: 'CheckOwner', description: 'Whose business it is' })
  owner: (typeof OWNERS)[number];

  @ApiProperty({ enum: CHECK_STATES, enumName: 'CheckState', description: '`red` blocks the closing' })
  state: (typeof CHECK_STATES)[number];

  @ApiProperty({ example: 'Показания переданы' })
  title: string;

  @ApiProperty({ example: 'Нет показаний по 12 счётчикам в 3 домах.', description: 'What was found, with figures' })
  text: string;

  @ApiProperty({ description: 'It may be left for a reason, with a second person’s word' })
  skippable: boolean;

  @ApiProperty({ type: ApprovalDto, nullable: true, description: 'The word about leaving it, of these very figures' })
  skip: ApprovalDto | null;

  @ApiProperty({ description: 'Goes over to the next month as it is' })
  slips: boolean;
}

class StandingWordDto {
  @ApiProperty({ description: 'The organisation wants a second person’s word' })
  required: boolean;

  @ApiProperty({ type: ApprovalDto, nullable: true })
  approval: ApprovalDto | null;
}

class ReopeningDto extends StandingWordDto {
  @ApiProperty({ description: 'It is the last closed month and nobody has its receipts yet' })
  possible: boolean;

  @ApiProperty({ ...orNull(TEXT), description: 'Why a closed month can’t be opened again' })
  refusal: string | null;
}

export class CloseChecklistDto {
  @ApiProperty({ type: RunDto })
  run: RunDto;

  @ApiProperty({ type: [MonthCheckDto], description: 'In their order' })
  checks: MonthCheckDto[];

  @ApiProperty({
    enum: CLOSE_STEPS,
    enumName: 'CloseStep',
    nullable: true,
    description: 'The first step that something blocks',
  })
  current: CloseStep | null;

  @ApiProperty({ description: 'No check blocks' })
  mayClose: boolean;

  @ApiProperty({ type: StandingWordDto })
  closing: StandingWordDto;

  @ApiProperty({ type: ReopeningDto })
  reopening: ReopeningDto;
}

export class HoldsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: HOLD_STATES, enumName: 'HoldState' })
  @IsOptional()
  @IsIn(HOLD_STATES)
  state?: HoldState;

  @ApiPropertyOptional({ enum: HOLD_CODES, enumName: 'HoldCode' })
  @IsOptional()
  @IsIn(HOLD_CODES)
  code?: HoldCode;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;
}

class HeldServiceDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  name: string;
}

class HeldBillDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ ...orNull(ID), description: '`null`: the service of the whole house' })
  accountId: string | null;

  @ApiProperty(orNull(TEXT))
  accountNumber: string | null;

  @ApiProperty({ enum: HOLD_CODES, enumName: 'HoldCode' })
  code: HoldCode;

  @ApiProperty({ type: HeldServiceDto, nullable: true, description: '`null`: the whole bill' })
  service: HeldServiceDto | null;

  @ApiProperty({ example: 'Начислено 12 668,85 ₽, у похожих квартир не больше 410,20 ₽.' })
  text: string;

  @ApiProperty({ enum: HOLD_STATES, enumName: 'HoldState' })
  state: HoldState;

  @ApiProperty(INSTANT)
  foundAt: Date;

  @ApiProperty(orNull(TEXT))
  decidedBy: string | null;

  @ApiProperty(orNull(INSTANT))
  decidedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  note: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Asked about it; the answer stands in the inbox' })
  question: string | null;

  @ApiProperty(orNull(TEXT))
  askedBy: string | null;
}

class HoldCountDto {
  @ApiProperty({ enum: HOLD_CODES, enumName: 'HoldCode' })
  code: HoldCode;

  @ApiProperty({ example: 'Больше похожих квартир' })
  title: string;

  @ApiProperty(COUNT)
  held: number;

  @ApiProperty(COUNT)
  accepted: number;
}

export class AcceptBillsDto {
  @ApiPropertyOptional({
    type: [String],
    example: ['17'],
    description: 'These; without them all that the filter takes',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @IsId({ each: true })
  ids?: string[];

  @ApiPropertyOptional({ enum: HOLD_CODES, enumName: 'HoldCode' })
  @IsOptional()
  @IsIn(HOLD_CODES)
  code?: HoldCode;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiProperty({ example: 'Сверено с показаниями', description: 'Why the bills are right' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class AcceptedBillsDto {
  @ApiProperty({ ...COUNT, description: 'Reasons to hold that are settled now' })
  accepted: number;
}

export class AskAboutBillDto {
  @ApiProperty({ example: 'Проверьте показание: лишний разряд?' })
  @IsString()
  @Length(3, 500)
  question: string;
}

export class RecalculateDto {
  @ApiPropertyOptional({ type: [String], example: ['7'], description: 'Houses; without them the whole run' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsId({ each: true })
  houseIds?: string[];
}

export class HeldBillPageDto extends PageOf(HeldBillDto) {}
export class HoldCountListDto extends ListOf(HoldCountDto) {}
