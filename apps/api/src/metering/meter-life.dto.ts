import { LIFE_ACT_KINDS, METER_ACT_KINDS, METER_ZONES, type ZonedValue } from '@dvor/metering/core';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
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
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { IsDay, IsReadingValue } from '../door/fields.js';
import { ListOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONTH, orNull, TEXT } from '../door/shapes.js';
import { BasisDto } from '../housing/basis.dto.js';

const RESOURCES = ['cold-water', 'hot-water', 'electricity', 'gas', 'heating'] as const;
const KINDS = [...LIFE_ACT_KINDS, ...METER_ACT_KINDS] as const;
const STANDING_KINDS = ['sealing', 'verification', 'removal'] as const;
const STATES = ['unknown', 'good', 'soon', 'over'] as const;
const LATE = 'Why it is entered although it speaks of what is more than 36 months ago';
const SHOWN = {
  oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: { type: 'string' } }],
  example: '0.5',
  description: 'What the dial showed; by the names of the zones where it has any',
};
const SEALS = {
  type: [String],
  example: ['00012345'],
  description: 'Numbers of the seals that were put on',
} satisfies ApiPropertyOptions;

// ------------------------------------------------------------------------------------------------- what is entered

export class LifePaperDto extends BasisDto {
  @ApiProperty({ example: '12' })
  @IsString()
  @Length(1, 60)
  number: string;

  @ApiProperty(DAY)
  @IsDay()
  dated: string;

  @ApiPropertyOptional({ ...orNull(DAY), description: 'The day on which it was done; without: the day of the act' })
  @IsOptional()
  @IsDay()
  on?: string | null;

  @ApiProperty({ type: [String], example: ['Иванов И. И.', 'Петров П. П.'], description: 'Who signed it' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @Length(2, 120, { each: true })
  signedBy: string[];

  @ApiPropertyOptional({ ...orNull(TEXT), description: LATE })
  @IsOptional()
  @IsString()
  @Length(3, 500)
  lateReason?: string | null;
}

class SealsDto extends LifePaperDto {
  @ApiProperty(SHOWN)
  @IsReadingValue()
  shown: ZonedValue;

  @ApiPropertyOptional(SEALS)
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  seals?: string[];
}

export class MeterInstallationDto extends SealsDto {
  @ApiProperty({ enum: RESOURCES })
  @IsIn(RESOURCES)
  resource: (typeof RESOURCES)[number];

  @ApiProperty({ example: '20-118273' })
  @IsString()
  @Length(1, 40)
  serial: string;

  @ApiPropertyOptional({
    type: [String],
    enum: METER_ZONES,
    description: 'Zones of the day, two to four; without: one for all of it',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  zones?: string[];

  @ApiPropertyOptional({ ...COUNT, default: 5, description: 'Whole digits of the dial' })
  @IsOptional()
  @IsInt()
  @Min(3)
  @Max(9)
  digits: number = 5;

  @ApiPropertyOptional({ ...COUNT, default: 3, description: 'Figures behind the point' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(4)
  scale: number = 3;

  @ApiPropertyOptional({ ...orNull(DAY), description: 'Last good day of its verification' })
  @IsOptional()
  @IsDay()
  verifiedUntil?: string | null;
}

export class MeterLifeActDto extends SealsDto {
  @ApiProperty({ enum: STANDING_KINDS })
  @IsIn(STANDING_KINDS)
  kind: (typeof STANDING_KINDS)[number];

  @ApiPropertyOptional({ ...DAY, description: 'Of a verification: its last good day' })
  @ValidateIf(({ kind }: MeterLifeActDto) => kind === 'verification')
  @IsDay()
  verifiedUntil?: string;
}

class NextMeterDto {
  @ApiProperty({ example: '20-118273' })
  @IsString()
  @Length(1, 40)
  serial: string;

  @ApiPropertyOptional({ type: [String], enum: METER_ZONES, description: 'Without: as the one that it replaces' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  zones?: string[];

  @ApiPropertyOptional({ ...COUNT, default: 5 })
  @IsOptional()
  @IsInt()
  @Min(3)
  @Max(9)
  digits: number = 5;

  @ApiPropertyOptional({ ...COUNT, default: 3 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(4)
  scale: number = 3;

  @ApiProperty(SHOWN)
  @IsReadingValue()
  shown: ZonedValue;

  @ApiPropertyOptional(orNull(DAY))
  @IsOptional()
  @IsDay()
  verifiedUntil?: string | null;
}

export class MeterReplacementDto extends SealsDto {
  @ApiProperty({ type: NextMeterDto })
  @ValidateNested()
  @Type(() => NextMeterDto)
  next: NextMeterDto;
}

export class MeterImpossibilityDto extends LifePaperDto {
  @ApiProperty({ enum: RESOURCES })
  @IsIn(RESOURCES)
  resource: (typeof RESOURCES)[number];

  @ApiPropertyOptional({ ...orNull(DAY), description: 'Since this day one can be installed; without: still none' })
  @IsOptional()
  @IsDay()
  until?: string | null;
}

export class LifeMirrorDto extends BasisDto {
  @ApiPropertyOptional({ ...orNull(TEXT), description: LATE })
  @IsOptional()
  @IsString()
  @Length(3, 500)
  lateReason?: string | null;
}

// --------------------------------------------------------------------------------------------------- what is told

class MeterLinkDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  serial: string;
}

class MeterPremisesDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  kind: string;

  @ApiProperty(TEXT)
  number: string;
}

class MeterAccountDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  number: string;
}

class MeterLastReadingDto {
  @ApiProperty(DAY)
  date: string;

  @ApiProperty(SHOWN)
  value: ZonedValue;
}

export class MeterCardDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty({ enum: RESOURCES })
  resource: (typeof RESOURCES)[number];

  @ApiProperty({ type: [String] })
  zones: readonly string[];

  @ApiProperty(COUNT)
  digits: number;

  @ApiProperty(COUNT)
  scale: number;

  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ type: MeterPremisesDto, nullable: true, description: '`null`: a meter of the house' })
  premises: MeterPremisesDto | null;

  @ApiProperty({ type: [MeterAccountDto] })
  accounts: readonly MeterAccountDto[];

  @ApiProperty(DAY)
  installedOn: string;

  @ApiProperty(orNull(DAY))
  removedOn: string | null;

  @ApiProperty({ ...orNull(DAY), description: 'Last good day' })
  verifiedUntil: string | null;

  @ApiProperty({ enum: STATES, description: '`soon`: it ends within 60 days' })
  verification: (typeof STATES)[number];

  @ApiProperty({ ...orNull(COUNT), description: 'Until the last good day; below zero: since it' })
  daysLeft: number | null;

  @ApiProperty(SHOWN)
  initial: ZonedValue;

  @ApiProperty({ ...SHOWN, nullable: true })
  final: ZonedValue | null;

  @ApiProperty(SEALS)
  seals: readonly string[];

  @ApiProperty({ type: MeterLastReadingDto, nullable: true })
  lastReading: MeterLastReadingDto | null;

  @ApiProperty({ type: MeterLinkDto, nullable: true, description: 'The meter that it replaced' })
  before: MeterLinkDto | null;

  @ApiProperty({ type: MeterLinkDto, nullable: true, description: 'The meter that replaced it' })
  after: MeterLinkDto | null;
}

class LifeMirroredDto {
  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(INSTANT)
  at: Date;

  @ApiProperty(orNull(TEXT))
  by: string | null;
}

export class LifeEventDto {
  @ApiProperty({
    enum: ['life', 'acts'],
    description: 'An act of its life, or one on a failure, refused access, interference',
  })
  of: 'life' | 'acts';

  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: KINDS })
  kind: (typeof KINDS)[number];

  @ApiProperty(DAY)
  on: string;

  @ApiProperty({ ...orNull(DAY), description: 'The day after the last on which it holds' })
  until: string | null;

  @ApiProperty(TEXT)
  number: string;

  @ApiProperty(DAY)
  dated: string;

  @ApiProperty({ type: [String] })
  signedBy: readonly string[];

  @ApiProperty({ ...SHOWN, nullable: true })
  value: ZonedValue | null;

  @ApiProperty(SEALS)
  seals: readonly string[];

  @ApiProperty(orNull(DAY))
  verifiedUntil: string | null;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(orNull(ID))
  documentId: string | null;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;

  @ApiProperty({ type: LifeMirroredDto, nullable: true })
  takenBack: LifeMirroredDto | null;

  @ApiProperty({ description: 'The latest that stands: it can be taken back' })
  isLast: boolean;
}

export class LifeEventListDto extends ListOf(LifeEventDto) {}

export class ImpossibilityDto extends LifeEventDto {
  @ApiProperty({ enum: RESOURCES })
  resource: (typeof RESOURCES)[number];
}

export class ImpossibilityListDto extends ListOf(ImpossibilityDto) {}

export class ForesightQuery {
  @ApiProperty({ ...DAY, description: 'The day on which something would be otherwise' })
  @IsDay()
  on: string;
}

/** What a change of the past would do. */
export class ForesightDto {
  @ApiProperty({
    type: [String],
    example: ['2026-09', '2026-10'],
    description: 'Closed months that would be calculated again',
  })
  months: string[];

  @ApiProperty({
    ...orNull(MONTH),
    description: 'The first of the months that are too old to be calculated again by themselves',
  })
  tooOldFrom: string | null;

  @ApiProperty({ ...MONTH, description: 'The month in whose bill the difference would stand' })
  inMonth: string;
}
