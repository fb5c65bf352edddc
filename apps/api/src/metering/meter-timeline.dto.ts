import { READING_SOURCES, type ZonedValue } from '@dvor/metering/core';
import { ApiProperty } from '@nestjs/swagger';
import { DAY, ID, INSTANT, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';
import { RESOURCES, VALUE } from './readings.dto.js';

const STATES = ['counts', 'replaced', 'refused'] as const;

class TimelineReadingDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(DAY)
  date: string;

  @ApiProperty(VALUE)
  value: ZonedValue;

  @ApiProperty({ ...orNull(NUMBER), description: 'What ran since the one before that counts' })
  volume: string | null;

  @ApiProperty({ enum: READING_SOURCES })
  source: (typeof READING_SOURCES)[number];

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;

  @ApiProperty({ description: 'A photo of the dial, or the act, can be read' })
  hasPhoto: boolean;

  @ApiProperty({ ...MONTH, description: 'For which it counts' })
  month: string;

  @ApiProperty({
    enum: STATES,
    description: '`replaced`: another of the same day was recorded later; `refused`: it was found wrong',
  })
  state: (typeof STATES)[number];
}

class TimelineEstimateDto {
  @ApiProperty(MONTH)
  month: string;

  @ApiProperty({ enum: ['average', 'norm'] })
  how: 'average' | 'norm';

  @ApiProperty({ ...NUMBER, description: 'As the bill has it' })
  volume: string;

  @ApiProperty({ description: 'A later reading has told since what it was' })
  settled: boolean;
}

export class MeterTimelineDto {
  @ApiProperty({ enum: RESOURCES })
  resource: (typeof RESOURCES)[number];

  @ApiProperty({ type: [TimelineReadingDto], description: 'The latest first' })
  readings: TimelineReadingDto[];

  @ApiProperty({ type: [TimelineEstimateDto], description: 'Closed months without a reading, the latest first' })
  estimates: TimelineEstimateDto[];
}
