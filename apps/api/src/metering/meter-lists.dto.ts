import { METER_LISTS, type MeterList, type ZonedValue } from '@dvor/metering/core';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { IsId } from '../door/fields.js';
import { PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, MONTH, orNull, TEXT } from '../door/shapes.js';

const RESOURCES = ['cold-water', 'hot-water', 'electricity', 'gas', 'heating'] as const;
const STATES = ['unknown', 'good', 'soon', 'over'] as const;
const LIST = {
  enum: METER_LISTS,
  default: 'all',
  description:
    '`missing`: no reading of the open month; `overdue`: the verification is over; `expiring`: it ends within `days`; `undated`: nobody knows until when it is good',
};

export class MeterListQuery extends PageQuery {
  @ApiPropertyOptional(LIST)
  @IsOptional()
  @IsIn(METER_LISTS)
  list: MeterList = 'all';

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional({ enum: RESOURCES })
  @IsOptional()
  @IsIn(RESOURCES)
  resource?: (typeof RESOURCES)[number];

  @ApiPropertyOptional({ ...COUNT, default: 60, description: 'Of `expiring`' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3650)
  days?: number;

  @ApiPropertyOptional({ ...TEXT, description: 'The beginning of a number of a meter or of an account' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  search?: string;
}

class ListedReadingDto {
  @ApiProperty(DAY)
  date: string;

  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: { type: 'string' } }],
    example: '123.45',
  })
  value: ZonedValue;
}

export class ListedMeterDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty({ enum: RESOURCES })
  resource: (typeof RESOURCES)[number];

  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ ...orNull(ID), description: '`null`: a meter of the house' })
  premisesId: string | null;

  @ApiProperty({ type: [String] })
  accountNumbers: readonly string[];

  @ApiProperty(DAY)
  installedOn: string;

  @ApiProperty({ ...orNull(DAY), description: 'Last good day' })
  verifiedUntil: string | null;

  @ApiProperty({ enum: STATES })
  verification: (typeof STATES)[number];

  @ApiProperty({ ...orNull(COUNT), description: 'Until the last good day; below zero: since it' })
  daysLeft: number | null;

  @ApiProperty({ type: ListedReadingDto, nullable: true })
  lastReading: ListedReadingDto | null;

  @ApiProperty({
    ...COUNT,
    description: 'Months without a reading up to the open one; three of them are charged on average',
  })
  missed: number;

  @ApiProperty({ ...orNull(MONTH), description: 'The first month that is charged by the norm if no reading comes' })
  normFrom: string | null;
}

export class ListedMeterPageDto extends PageOf(ListedMeterDto) {}
