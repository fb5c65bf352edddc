import { READING_SOURCES } from '@dvor/metering/core';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsDay, IsFlag } from '../door/fields.js';
import { COUNT, DAY, ID, orNull, TEXT } from '../door/shapes.js';
import { ReadingMonthDto } from './reading-windows.dto.js';
import { EarlierReadingDto, RESOURCES } from './readings.dto.js';

const VERIFICATIONS = ['unknown', 'good', 'soon', 'over'] as const;

class ReadingOfMonthDto extends EarlierReadingDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: READING_SOURCES })
  source: (typeof READING_SOURCES)[number];
}

export class MeterToReadDto {
  @ApiProperty({ ...ID, description: 'Of the meter' })
  id: string;

  @ApiProperty({ enum: RESOURCES })
  resource: (typeof RESOURCES)[number];

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty({ type: [String], example: ['day', 'night'], description: '`["all"]`: it has none' })
  zones: readonly string[];

  @ApiProperty({ ...COUNT, description: 'Figures before the point' })
  digits: number;

  @ApiProperty({ ...COUNT, description: 'Figures behind the point' })
  scale: number;

  @ApiProperty({ ...orNull(DAY), description: 'Last good day' })
  verifiedUntil: string | null;

  @ApiProperty({ enum: VERIFICATIONS, description: '`soon`: it ends within 60 days' })
  verification: (typeof VERIFICATIONS)[number];

  @ApiProperty({ type: 'integer', nullable: true, description: 'Until its last good day; below zero: since it' })
  daysLeft: number | null;

  @ApiProperty({ ...TEXT, description: 'The number of the flat' })
  premises: string;

  @ApiProperty({ type: 'integer', nullable: true })
  entrance: number | null;

  @ApiProperty({ type: [String] })
  accountNumbers: readonly string[];

  @ApiProperty({ type: EarlierReadingDto, description: 'The last before the month' })
  previous: EarlierReadingDto;

  @ApiProperty({ type: ReadingOfMonthDto, nullable: true, description: 'The last of the month' })
  current: ReadingOfMonthDto | null;

  @ApiProperty({ type: EarlierReadingDto, nullable: true, description: 'One of the month that waits for a look' })
  held: EarlierReadingDto | null;

  @ApiProperty({ type: ReadingMonthDto, description: 'For which month a reading of the day would count' })
  counts: ReadingMonthDto;
}

export class ReadingRoundDto {
  @ApiProperty(DAY)
  date: string;

  @ApiProperty({ type: [MeterToReadDto], description: 'By entrances and flats' })
  meters: MeterToReadDto[];

  @ApiProperty({ type: 'array', items: { type: 'integer' }, description: 'All that have meters' })
  entrances: readonly number[];

  @ApiProperty({ ...COUNT, description: 'Meters of the house' })
  total: number;

  @ApiProperty({ ...COUNT, description: 'Those read in the month' })
  read: number;
}

export class ReadingRoundQuery {
  @ApiPropertyOptional({ ...DAY, description: 'Default: today' })
  @IsOptional()
  @IsDay()
  date?: string;

  @ApiPropertyOptional({ ...COUNT, minimum: 1, maximum: 99 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(99)
  entrance?: number;

  @ApiPropertyOptional({ enum: RESOURCES })
  @IsOptional()
  @IsIn(RESOURCES)
  resource?: (typeof RESOURCES)[number];

  @ApiPropertyOptional({ description: 'Only meters without a reading in the month' })
  @IsOptional()
  @IsFlag()
  missing?: boolean;
}
