import { METER_ACT_KINDS } from '@dvor/metering';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsDay, IsDecimal, IsId } from '../door/fields.js';
import { ListOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, NUMBER, orNull, TEXT } from '../door/shapes.js';
import { BasisDto } from '../housing/basis.dto.js';

const RESOURCES = ['cold-water', 'hot-water', 'electricity', 'gas', 'heating'] as const;
const MONTHS = 'Of an interference: months before the act, above zero and no more than three';
const SINCE = 'Of a failure: the day it failed; without: the day of the act';
const UNTIL = 'Of a refusal: the day access was given; without: not yet';
const LATE = 'Why it is entered although it speaks of what is more than 36 months ago';

class ActMeterDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: '20-118273' })
  serial: string;
}

class ActCancelledDto {
  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(INSTANT)
  at: Date;

  @ApiProperty(orNull(TEXT))
  by: string | null;
}

export class MeterActDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: METER_ACT_KINDS })
  kind: (typeof METER_ACT_KINDS)[number];

  @ApiProperty({ enum: RESOURCES })
  resource: (typeof RESOURCES)[number];

  @ApiProperty({ type: ActMeterDto, nullable: true, description: '`null`: of no one meter' })
  meter: ActMeterDto | null;

  @ApiProperty({ example: '12' })
  number: string;

  @ApiProperty(DAY)
  dated: string;

  @ApiProperty({ type: [String], description: 'Who signed it' })
  signedBy: readonly string[];

  @ApiProperty({ ...orNull(DAY), description: SINCE })
  since: string | null;

  @ApiProperty({ ...orNull(DAY), description: UNTIL })
  until: string | null;

  @ApiProperty({ ...orNull(NUMBER), description: MONTHS })
  months: string | null;

  @ApiProperty({ ...orNull(TEXT), description: LATE })
  lateReason: string | null;

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

  @ApiProperty({ type: ActCancelledDto, nullable: true })
  cancelled: ActCancelledDto | null;
}

export class MeterActListDto extends ListOf(MeterActDto) {}

class LateDto extends BasisDto {
  @ApiPropertyOptional({ ...orNull(TEXT), description: LATE })
  @IsOptional()
  @IsString()
  @Length(3, 500)
  lateReason?: string | null;
}

export class MeterActCancellationDto extends LateDto {}

export class MeterActChangeDto extends LateDto {
  @ApiProperty({ example: '12' })
  @IsString()
  @Length(1, 60)
  number: string;

  @ApiProperty(DAY)
  @IsDay()
  dated: string;

  @ApiProperty({ type: [String], example: ['Иванов И. И.', 'Петров П. П.'], description: 'Who signed it' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @Length(2, 120, { each: true })
  signedBy: string[];

  @ApiPropertyOptional({ ...orNull(DAY), description: SINCE })
  @IsOptional()
  @IsDay()
  since?: string | null;

  @ApiPropertyOptional({ ...orNull(DAY), description: UNTIL })
  @IsOptional()
  @IsDay()
  until?: string | null;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: MONTHS })
  @IsOptional()
  @IsDecimal()
  months?: string | null;
}

export class NewMeterActDto extends MeterActChangeDto {
  @ApiProperty({ enum: METER_ACT_KINDS })
  @IsIn(METER_ACT_KINDS)
  kind: (typeof METER_ACT_KINDS)[number];

  @ApiPropertyOptional({ ...orNull(ID), description: 'The meter; without: `resource` is named' })
  @IsOptional()
  @IsId()
  meterId?: string | null;

  @ApiPropertyOptional({ enum: RESOURCES, nullable: true, description: 'Where no one meter is meant' })
  @IsOptional()
  @IsIn(RESOURCES)
  resource?: (typeof RESOURCES)[number] | null;
}
