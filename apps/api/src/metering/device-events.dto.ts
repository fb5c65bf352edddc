import { EVENT_OUTCOMES } from '@dvor/metering';
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
  ValidateNested,
} from 'class-validator';
import { IsId, IsInstant } from '../door/fields.js';
import { PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, ID, INSTANT, orNull, TEXT } from '../door/shapes.js';
import { BasisDto } from '../housing/basis.dto.js';
import { ReadingFindingDto } from './readings.dto.js';

const MOST_EVENTS = 1_000;
const OUTCOME = {
  enum: EVENT_OUTCOMES,
  description:
    '`same`: it came before; `replaced`: a later one of its day counts; `waiting`: for the other zones of its moment; `unknown-device`: kept, in the inbox',
};

export class DeviceEventDto {
  @ApiProperty({ ...TEXT, example: '20-118273', description: 'The meter’s own number, or one that was linked to it' })
  @IsString()
  @Length(1, 60)
  device: string;

  @ApiProperty({ ...INSTANT, type: String })
  @IsInstant()
  at: string;

  @ApiProperty({ ...TEXT, example: '123.45', description: 'What the dial shows' })
  @IsString()
  @Length(1, 40)
  value: string;

  @ApiProperty({ ...TEXT, example: 'm3', description: '`m3`, `l`, `kWh`, `Wh`, `MWh`, `Gcal`, `Mcal`' })
  @IsString()
  @Length(1, 10)
  unit: string;

  @ApiPropertyOptional({
    ...TEXT,
    example: 'night',
    description:
      'Of a meter with zones: `day`, `night`, `peak`, `half-peak`. A reading is made when all of a moment have come',
  })
  @IsOptional()
  @IsString()
  @Matches(/^[a-z0-9-]{1,20}$/)
  zone?: string;
}

export class DeviceEventsDto {
  @ApiProperty({ type: [DeviceEventDto], maxItems: MOST_EVENTS })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_EVENTS)
  @ValidateNested({ each: true })
  @Type(() => DeviceEventDto)
  events: DeviceEventDto[];
}

export class DeviceEventResultDto {
  @ApiProperty(OUTCOME)
  outcome: (typeof EVENT_OUTCOMES)[number];

  @ApiPropertyOptional({ ...TEXT, example: 'reading.future' })
  code?: string;

  @ApiPropertyOptional({ ...TEXT, description: 'Why it is refused, or waits, in the reader’s language' })
  detail?: string;

  @ApiPropertyOptional({ type: [ReadingFindingDto] })
  findings?: ReadingFindingDto[];
}

export class DeviceEventResultsDto {
  @ApiProperty({ type: [DeviceEventResultDto], description: 'In the order of the events' })
  items: DeviceEventResultDto[];
}

export class ListedEventsQuery extends PageQuery {
  @ApiPropertyOptional(OUTCOME)
  @IsOptional()
  @IsIn(EVENT_OUTCOMES)
  outcome?: (typeof EVENT_OUTCOMES)[number];

  @ApiPropertyOptional({ ...TEXT, description: 'The beginning of the number of a device' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  device?: string;
}

class MeterOfEventDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty(TEXT)
  address: string;
}

export class ListedEventDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  device: string;

  @ApiProperty({ ...INSTANT, description: 'Of the device' })
  at: Date;

  @ApiProperty(TEXT)
  value: string;

  @ApiProperty(TEXT)
  unit: string;

  @ApiProperty(orNull(TEXT))
  zone: string | null;

  @ApiProperty(OUTCOME)
  outcome: (typeof EVENT_OUTCOMES)[number];

  @ApiProperty({ ...orNull(TEXT), description: 'Why it is refused, or waits, in the reader’s language' })
  detail: string | null;

  @ApiProperty(INSTANT)
  receivedAt: Date;

  @ApiProperty({ ...orNull(INSTANT), description: 'When what had waited was taken in' })
  settledAt: Date | null;

  @ApiProperty({ type: MeterOfEventDto, nullable: true })
  meter: MeterOfEventDto | null;
}

export class ListedEventPageDto extends PageOf(ListedEventDto) {}

export class UnknownDeviceDto {
  @ApiProperty(TEXT)
  device: string;

  @ApiProperty({ ...COUNT, description: 'That wait for a meter' })
  events: number;

  @ApiProperty(INSTANT)
  firstAt: Date;

  @ApiProperty(INSTANT)
  lastAt: Date;

  @ApiProperty({ ...TEXT, description: 'What it showed last' })
  value: string;

  @ApiProperty(TEXT)
  unit: string;
}

export class UnknownDevicePageDto extends PageOf(UnknownDeviceDto) {}

export class ReplayDeviceDto extends BasisDto {
  @ApiProperty(TEXT)
  @IsString()
  @Length(1, 60)
  device: string;

  @ApiPropertyOptional({
    ...orNull(ID),
    description: 'Which meter it is; without: it is looked for anew by its number',
  })
  @IsOptional()
  @IsId()
  meterId?: string | null;
}

export class ReplayedDeviceDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Events that had waited, by what became of them',
  })
  counts: Readonly<Record<string, number>>;
}
