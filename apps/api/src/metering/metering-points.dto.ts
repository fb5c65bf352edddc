import { ACTIVE_CHANNELS, type ActiveChannel } from '@dvor/metering';
import { DAY_OUTCOMES, type DayOutcome } from '@dvor/metering/core';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsId, IsMonth } from '../door/fields.js';
import { ListOf, PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';
import { BasisDto, DaysDto } from '../housing/basis.dto.js';
import { MonthOfDaysDto } from './interval-files.dto.js';

const STATES = ['all', 'unmatched', 'matched'] as const;
const CHANNELS = ['01', '02', '03', '04'] as const;

export class MeteringPointsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATES, default: 'all', description: '`unmatched`: no meter is named' })
  @IsOptional()
  @IsIn(STATES)
  state: (typeof STATES)[number] = 'all';

  @ApiPropertyOptional({ ...TEXT, description: 'The beginning of a code, or a part of a name' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  search?: string;
}

class PointLinkDto {
  @ApiProperty({ enum: ACTIVE_CHANNELS })
  channel: ActiveChannel;

  @ApiProperty(DAY)
  from: string;

  @ApiProperty({ ...orNull(DAY), description: 'The first day on which it holds no longer' })
  to: string | null;

  @ApiProperty(ID)
  meterId: string;

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ ...orNull(ID), description: '`null`: a meter of the house' })
  premisesId: string | null;

  @ApiProperty({ type: Boolean, description: 'Whole months go into the bills by themselves' })
  byItself: boolean;

  @ApiProperty(TEXT)
  reason: string;
}

export class MeteringPointDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ ...TEXT, example: '772000000000101' })
  code: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty(TEXT)
  area: string;

  @ApiProperty({ type: [String], description: 'That were sent' })
  channels: readonly string[];

  @ApiProperty(orNull(DAY))
  firstDay: string | null;

  @ApiProperty(orNull(DAY))
  lastDay: string | null;

  @ApiProperty({ type: [PointLinkDto] })
  links: readonly PointLinkDto[];
}

export class MeteringPointPageDto extends PageOf(MeteringPointDto) {}

export class PointDaysQuery extends PageQuery {
  @ApiProperty({ enum: CHANNELS })
  @IsIn(CHANNELS)
  channel: (typeof CHANNELS)[number];

  @ApiProperty(MONTH)
  @IsMonth()
  month: string;
}

class DayPartDto {
  @ApiProperty({ ...COUNT, description: 'Minutes from midnight' })
  from: number;

  @ApiProperty({ ...COUNT, description: '1440 is the midnight that ends the day' })
  to: number;

  @ApiProperty({ ...orNull(NUMBER), description: 'kWh; `null`: nobody knows' })
  value: string | null;

  @ApiProperty({ type: Boolean, description: 'Not commercial' })
  doubtful: boolean;
}

class DayVersionDto {
  @ApiProperty(COUNT)
  number: number;

  @ApiProperty({ enum: DAY_OUTCOMES })
  outcome: DayOutcome;

  @ApiProperty(ID)
  fileId: string;

  @ApiProperty(TEXT)
  fileName: string;

  @ApiProperty(INSTANT)
  receivedAt: string;
}

export class PointDayDto {
  @ApiProperty(DAY)
  day: string;

  @ApiProperty({ ...COUNT, description: 'Of the message that is in force' })
  number: number;

  @ApiProperty({ ...orNull(NUMBER), description: '`null`: a part of it is missing or unknown' })
  total: string | null;

  @ApiProperty(NUMBER)
  known: string;

  @ApiProperty(COUNT)
  unknownMinutes: number;

  @ApiProperty(COUNT)
  missingMinutes: number;

  @ApiProperty(COUNT)
  doubtfulMinutes: number;

  @ApiProperty({ type: [DayPartDto] })
  parts: DayPartDto[];

  @ApiProperty({ type: [DayVersionDto], description: 'All sendings, the latest first' })
  versions: readonly DayVersionDto[];
}

export class PointDayListDto extends ListOf(PointDayDto) {}

export class PointMonthsQuery extends PageQuery {
  @ApiProperty({ enum: CHANNELS })
  @IsIn(CHANNELS)
  channel: (typeof CHANNELS)[number];

  @ApiPropertyOptional({ ...MONTH, description: 'Without: eleven months before the last' })
  @IsOptional()
  @IsMonth()
  from?: string;

  @ApiPropertyOptional({ ...MONTH, description: 'Without: the current one' })
  @IsOptional()
  @IsMonth()
  to?: string;
}

export class MonthOfDaysListDto extends ListOf(MonthOfDaysDto) {}

export class LinkPointDto extends DaysDto {
  @ApiProperty({ enum: ACTIVE_CHANNELS, description: 'Active energy: what a meter of electricity counts' })
  @IsIn(ACTIVE_CHANNELS)
  channel: ActiveChannel;

  @ApiPropertyOptional({ ...orNull(ID), description: 'Without: nobody’s from that day on' })
  @IsOptional()
  @IsId()
  meterId?: string | null;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Whole months go into the bills by themselves' })
  @IsOptional()
  @IsBoolean()
  byItself?: boolean;
}

export class EnterMonthOfDaysDto extends BasisDto {
  @ApiProperty(MONTH)
  @IsMonth()
  period: string;
}
