import { QUALITY_SERVICES } from '@dvor/billing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsId, IsMinute, IsMonth, IsSignedDecimal } from '../door/fields.js';
import { PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';
import { BasisDto } from '../housing/basis.dto.js';

export const QUALITY_EVENTS = ['outage', 'temperature', 'pressure', 'composition', 'voltage'] as const;
const MINUTE = { type: String, pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$', example: '2026-09-10T08:00' } as const;
const OWN_CLOCK = 'By the house’s own clock';
const VALUE = 'Degrees of a temperature, percent off of a pressure; others have none';
const COMPLAINED = 'When a complaint was taken down; without: the executor knew himself';
const LATE = 'Why it is entered although it speaks of what is more than 36 months ago';

class QualityPremisesDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: 'flat' })
  kind: string;

  @ApiProperty({ example: '12' })
  number: string;
}

class QualityHouseDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: 'Лесная, 5' })
  address: string;

  @ApiProperty({ type: [QualityPremisesDto], nullable: true, description: '`null`: all of the house' })
  premises: readonly QualityPremisesDto[] | null;
}

class QualityCancelledDto {
  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(INSTANT)
  at: Date;

  @ApiProperty(orNull(TEXT))
  by: string | null;
}

export class QualityActDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: '5' })
  number: string;

  @ApiProperty(DAY)
  dated: string;

  @ApiProperty({ enum: QUALITY_SERVICES })
  service: (typeof QUALITY_SERVICES)[number];

  @ApiProperty({ enum: QUALITY_EVENTS })
  type: (typeof QUALITY_EVENTS)[number];

  @ApiProperty({ ...MINUTE, description: OWN_CLOCK })
  from: string;

  @ApiProperty({ ...orNull(MINUTE), description: '`null`: still going' })
  to: string | null;

  @ApiProperty({ ...orNull(NUMBER), description: VALUE })
  value: string | null;

  @ApiProperty({ ...orNull(MINUTE), description: COMPLAINED })
  complainedAt: string | null;

  @ApiProperty({ ...orNull(TEXT), description: LATE })
  lateReason: string | null;

  @ApiProperty({ type: [QualityHouseDto] })
  houses: readonly QualityHouseDto[];

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(orNull(ID))
  documentId: string | null;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;

  @ApiProperty({ ...COUNT, description: 'How often it was corrected' })
  corrections: number;

  @ApiProperty({ type: QualityCancelledDto, nullable: true })
  cancelled: QualityCancelledDto | null;
}

export class QualityActPageDto extends PageOf(QualityActDto) {}

export class QualityActsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'A part of the number' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  search?: string;

  @ApiPropertyOptional({ enum: QUALITY_SERVICES })
  @IsOptional()
  @IsIn(QUALITY_SERVICES)
  service?: (typeof QUALITY_SERVICES)[number];

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional({ ...MONTH, description: 'Which month it speaks of' })
  @IsOptional()
  @IsMonth()
  period?: string;

  @ApiPropertyOptional({ enum: ['standing', 'cancelled'] })
  @IsOptional()
  @IsIn(['standing', 'cancelled'])
  state?: 'standing' | 'cancelled';
}

/** A whole house, or what of it is named. */
export class QualityPlaceDto {
  @ApiProperty(ID)
  @IsId()
  houseId: string;

  @ApiPropertyOptional({ type: [Number], example: [1, 2] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(99, { each: true })
  entrances?: number[];

  @ApiPropertyOptional({ type: [String], example: ['17'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @IsId({ each: true })
  premisesIds?: string[];

  @ApiPropertyOptional({ type: [String], example: ['17'], description: 'The premises of these accounts' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @IsId({ each: true })
  accountIds?: string[];
}

class QualityActSaysDto extends BasisDto {
  @ApiProperty({ example: '5' })
  @IsString()
  @Length(1, 60)
  number: string;

  @ApiProperty(DAY)
  @IsDay()
  dated: string;

  @ApiProperty({ enum: QUALITY_SERVICES })
  @IsIn(QUALITY_SERVICES)
  service: (typeof QUALITY_SERVICES)[number];

  @ApiProperty({ enum: QUALITY_EVENTS })
  @IsIn(QUALITY_EVENTS)
  type: (typeof QUALITY_EVENTS)[number];

  @ApiProperty({ ...MINUTE, description: OWN_CLOCK })
  @IsMinute()
  from: string;

  @ApiPropertyOptional({ ...orNull(MINUTE), description: 'Without: still going' })
  @IsOptional()
  @IsMinute()
  to?: string | null;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: VALUE })
  @IsOptional()
  @IsSignedDecimal()
  value?: string | null;

  @ApiPropertyOptional({ ...orNull(MINUTE), description: COMPLAINED })
  @IsOptional()
  @IsMinute()
  complainedAt?: string | null;

  @ApiPropertyOptional({ ...orNull(TEXT), description: LATE })
  @IsOptional()
  @IsString()
  @Length(3, 500)
  lateReason?: string | null;

  @ApiProperty({ type: [QualityPlaceDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => QualityPlaceDto)
  places: QualityPlaceDto[];
}

export class NewQualityActDto extends QualityActSaysDto {}

class QualityAccountEffectDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '100200300' })
  number: string;

  @ApiProperty({ example: 'Лесная, 5, 12' })
  address: string;

  @ApiProperty(MONTH)
  period: string;

  @ApiProperty({ type: Boolean, description: 'The month is closed: its recalculation stands in the open month' })
  closed: boolean;

  @ApiProperty({ example: 'Холодная вода' })
  service: string;

  @ApiProperty({ ...MONEY, description: 'Roubles; below zero' })
  amount: string;

  @ApiProperty({ ...TEXT, description: 'The whole reduction of the month in words, with other acts of it' })
  sentence: string;
}

export class QualityEffectDto {
  @ApiProperty({ type: [QualityAccountEffectDto] })
  accounts: QualityAccountEffectDto[];

  @ApiProperty(MONEY)
  total: string;

  @ApiProperty({ ...COUNT, description: 'Accounts that can’t be charged in some month as things stand' })
  parked: number;

  @ApiProperty({ ...MONTH, description: 'The last month that was looked at' })
  until: string;
}
