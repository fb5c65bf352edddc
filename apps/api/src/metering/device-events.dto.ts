import { EVENT_OUTCOMES } from '@dvor/metering';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsString, Length, ValidateNested } from 'class-validator';
import { IsInstant } from '../door/fields.js';
import { INSTANT, TEXT } from '../door/shapes.js';
import { ReadingFindingDto } from './readings.dto.js';

const MOST_EVENTS = 1_000;

export class DeviceEventDto {
  @ApiProperty({ ...TEXT, example: '20-118273', description: 'The meter’s own number' })
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
  @ApiProperty({
    enum: EVENT_OUTCOMES,
    description:
      '`same`: it came before; `replaced`: a later one of its day counts; `unknown-device`: kept, in the inbox',
  })
  outcome: (typeof EVENT_OUTCOMES)[number];

  @ApiPropertyOptional({ ...TEXT, example: 'reading.future' })
  code?: string;

  @ApiPropertyOptional({ ...TEXT, description: 'Why it is refused, in the reader’s language' })
  detail?: string;

  @ApiPropertyOptional({ type: [ReadingFindingDto] })
  findings?: ReadingFindingDto[];
}

export class DeviceEventResultsDto {
  @ApiProperty({ type: [DeviceEventResultDto], description: 'In the order of the events' })
  items: DeviceEventResultDto[];
}
