import { READING_SOURCES, WINDOW_ENTRIES, WINDOW_OUTSIDE } from '@dvor/metering/core';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsDay, IsId } from '../door/fields.js';
import { ListOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONTH, orNull, TEXT } from '../door/shapes.js';
import { DaysDto } from '../housing/basis.dto.js';

const RESOURCES = ['any', 'cold-water', 'hot-water', 'electricity', 'gas', 'heating'] as const;
const ENTRY = {
  enum: WINDOW_ENTRIES,
  description: 'Whether residents send readings themselves; `with-house-meter`: where the house is metered too',
};
const OUTSIDE = {
  enum: WINDOW_OUTSIDE,
  description: 'A reading of another day counts for the next window’s month, or is refused',
};
const DAY_OF_MONTH = { ...COUNT, minimum: 1, maximum: 31, description: '31: the last day of any month' };

class WindowHouseDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  address: string;
}

export class ReadingWindowDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ type: WindowHouseDto, nullable: true, description: '`null`: of all houses' })
  house: WindowHouseDto | null;

  @ApiProperty({ enum: RESOURCES })
  resource: (typeof RESOURCES)[number];

  @ApiProperty(DAY)
  validFrom: string;

  @ApiProperty({ ...orNull(DAY), description: 'The day after the last' })
  validTo: string | null;

  @ApiProperty(ENTRY)
  entry: (typeof WINDOW_ENTRIES)[number];

  @ApiProperty(DAY_OF_MONTH)
  opens: number;

  @ApiProperty(DAY_OF_MONTH)
  closes: number;

  @ApiProperty(OUTSIDE)
  outside: (typeof WINDOW_OUTSIDE)[number];

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;
}

export class ReadingWindowListDto extends ListOf(ReadingWindowDto) {}

export class ReadingWindowsQuery {
  @ApiPropertyOptional({ ...ID, description: 'Those of this house and of all houses' })
  @IsOptional()
  @IsId()
  houseId?: string;
}

export class NewReadingWindowDto extends DaysDto {
  @ApiPropertyOptional({ ...orNull(ID), description: 'Without: all houses that have none of their own' })
  @IsOptional()
  @IsId()
  houseId?: string | null;

  @ApiProperty({ enum: RESOURCES })
  @IsIn(RESOURCES)
  resource: (typeof RESOURCES)[number];

  @ApiProperty(ENTRY)
  @IsIn(WINDOW_ENTRIES)
  entry: (typeof WINDOW_ENTRIES)[number];

  @ApiProperty(DAY_OF_MONTH)
  @IsInt()
  @Min(1)
  @Max(31)
  opens: number;

  @ApiProperty(DAY_OF_MONTH)
  @IsInt()
  @Min(1)
  @Max(31)
  closes: number;

  @ApiProperty(OUTSIDE)
  @IsIn(WINDOW_OUTSIDE)
  outside: (typeof WINDOW_OUTSIDE)[number];
}

export class ReadingMonthQuery {
  @ApiPropertyOptional({ enum: READING_SOURCES, default: 'resident', description: 'Who would send it' })
  @IsOptional()
  @IsIn(READING_SOURCES)
  source: (typeof READING_SOURCES)[number] = 'resident';

  @ApiPropertyOptional({ ...DAY, description: 'The day on which the dial was read; without: today' })
  @IsOptional()
  @IsDay()
  date?: string;
}

/** For which month a reading would count that is sent now. */
export class ReadingMonthDto {
  @ApiProperty({ description: 'It would be taken' })
  isTaken: boolean;

  @ApiProperty({ ...orNull(MONTH), description: 'The month whose bill it would be in' })
  month: string | null;

  @ApiProperty({
    enum: ['own-month', 'window', 'calculated', 'closed'],
    nullable: true,
    type: String,
    description: 'Why that month: its own; the window is over; the month is calculated already; it is closed',
  })
  because: 'own-month' | 'window' | 'calculated' | 'closed' | null;

  @ApiProperty({ ...orNull(DAY), description: 'Of the window that is open or opens next; `null`: any day' })
  opensOn: string | null;

  @ApiProperty({ ...orNull(DAY), description: 'Its last day' })
  closesOn: string | null;

  @ApiProperty({ ...TEXT, example: 'Зачтётся за декабрь 2026', description: 'The same in words' })
  text: string;
}
