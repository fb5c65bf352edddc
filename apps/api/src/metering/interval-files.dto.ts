import {
  type DayOutcome,
  GAP_REASONS,
  type GapReason,
  MONTH_ACTIONS,
  type MonthAction,
  type ZonedValue,
} from '@dvor/metering/core';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { PageOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';

const FIGURE = {
  oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: { type: 'string' } }],
  example: '1520.5',
};

class SentMessageDto {
  @ApiProperty({ ...COUNT, description: 'A higher one replaces the same day' })
  number: number;

  @ApiProperty(DAY)
  day: string;

  @ApiProperty(TEXT)
  sender: string;
}

class DayCountsDto implements Record<DayOutcome, number> {
  @ApiProperty(COUNT)
  new: number;

  @ApiProperty({ ...COUNT, description: 'Sent again under a higher number' })
  replaces: number;

  @ApiProperty({ ...COUNT, description: 'A higher number has come before: kept, and not in force' })
  older: number;

  @ApiProperty({ ...COUNT, description: 'Stood already, to the last figure' })
  same: number;

  @ApiProperty({ ...COUNT, description: 'The same number says something else: not taken' })
  differs: number;
}

export class IntervalFileDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  fileName: string;

  @ApiProperty({ ...TEXT, example: 'windows-1251' })
  encoding: string;

  @ApiProperty({ type: [SentMessageDto] })
  messages: readonly SentMessageDto[];

  @ApiProperty({ type: Boolean, description: '`false`: it is only tried out, and its id leads nowhere' })
  isKept: boolean;

  @ApiProperty({ type: DayCountsDto, description: 'Days of channels by what became of them' })
  counts: DayCountsDto;

  @ApiProperty(INSTANT)
  receivedAt: Date;

  @ApiProperty(orNull(TEXT))
  receivedBy: string | null;

  @ApiProperty(orNull(INSTANT))
  withdrawnAt: Date | null;

  @ApiProperty(orNull(TEXT))
  withdrawnBy: string | null;

  @ApiProperty(orNull(TEXT))
  withdrawalReason: string | null;
}

export class IntervalFilePageDto extends PageOf(IntervalFileDto) {}

class IntervalProblemDto {
  @ApiProperty({ ...orNull(TEXT), description: 'Of several in an archive' })
  file: string | null;

  @ApiProperty(COUNT)
  line: number;

  @ApiProperty(TEXT)
  value: string;

  @ApiProperty({ ...TEXT, example: 'value-unreadable' })
  reason: string;

  @ApiProperty({ ...TEXT, description: 'What is wrong and what to do, in the reader’s language' })
  detail: string;
}

class PointMeterDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty(TEXT)
  address: string;
}

class FilePointDto {
  @ApiProperty(ID)
  pointId: string;

  @ApiProperty({ ...TEXT, example: '772000000000101' })
  code: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty({ ...TEXT, example: '01', description: '`01` active in, `02` active out, `03` and `04` reactive' })
  channel: string;

  @ApiProperty(DAY)
  from: string;

  @ApiProperty({ ...DAY, description: 'The last one' })
  to: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  counts: Readonly<Partial<Record<DayOutcome, number>>>;

  @ApiProperty({ ...COUNT, description: 'Days without a total' })
  notWhole: number;

  @ApiProperty({ ...NUMBER, description: 'kWh of what is known' })
  known: string;

  @ApiProperty({ type: PointMeterDto, nullable: true, description: '`null`: nobody has said which meter it is' })
  meter: PointMeterDto | null;
}

class DayGapDto {
  @ApiProperty(DAY)
  from: string;

  @ApiProperty({ ...DAY, description: 'The last one' })
  to: string;

  @ApiProperty({ enum: GAP_REASONS })
  reason: GapReason;
}

export class MonthOfDaysDto {
  @ApiProperty(ID)
  meterId: string;

  @ApiProperty(ID)
  houseId: string;

  @ApiProperty({ ...orNull(ID), description: '`null`: a meter of the house, its month is a volume; else a reading' })
  premisesId: string | null;

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty(MONTH)
  period: string;

  @ApiProperty({
    enum: MONTH_ACTIONS,
    description:
      '`enter`: into the books; `offer`: whole, to be entered by a person; `differs`: the books say something else; `broken`: what stands came from days no longer whole; `forget`: taken out again; `same`; `wait`: not whole',
  })
  action: MonthAction;

  @ApiProperty({ ...FIGURE, nullable: true, description: 'What the books say' })
  was: ZonedValue | null;

  @ApiProperty({ ...FIGURE, nullable: true, description: 'What the days say; `null`: they are not whole' })
  now: ZonedValue | null;

  @ApiProperty({ ...NUMBER, description: 'kWh of the days that are known' })
  known: string;

  @ApiProperty({ type: [DayGapDto], description: 'Why there is no whole' })
  gaps: DayGapDto[];

  @ApiProperty({ ...COUNT, description: 'Counted, and not commercial' })
  doubtfulMinutes: number;

  @ApiProperty({ ...orNull(TEXT), description: 'Why the books did not take it' })
  refused: string | null;
}

export class IntervalFileCardDto extends IntervalFileDto {
  @ApiProperty({ type: [IntervalProblemDto] })
  problems: IntervalProblemDto[];

  @ApiProperty({ type: [FilePointDto] })
  points: readonly FilePointDto[];

  @ApiProperty({ type: [MonthOfDaysDto], description: 'Months that its days have made whole, or changed' })
  effects: MonthOfDaysDto[];
}

export class BringIntervalFileDto {
  @ApiProperty({ type: String, format: 'binary', description: 'A message, or a ZIP of them, up to 32 MB' })
  @IsOptional()
  file?: unknown;
}

export class WithdrawIntervalFileDto {
  @ApiProperty({ ...TEXT, example: 'Прислали не тот месяц' })
  @IsString()
  @Length(3, 500)
  reason: string;
}
