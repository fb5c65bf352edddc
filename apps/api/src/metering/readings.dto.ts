import { READING_ACTIONS, READING_RULES, READING_SOURCES, type ZonedValue } from '@dvor/metering/core';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsId, IsReadingValue } from '../door/fields.js';
import { ListOf, PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';

export const OUTCOMES = ['taken', 'same', 'confirm', 'held', 'refused'] as const;
const STATES = ['open', 'asked', 'accepted', 'fixed', 'refused', 'replaced'] as const;
export const RESOURCES = ['cold-water', 'hot-water', 'electricity', 'gas', 'heating'] as const;
export const VALUE = {
  oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: { type: 'string' } }],
  example: '123.45',
  description: 'What the dial shows; of a meter with zones by their names: `{ "day": "1200", "night": "611" }`',
};
const MOST_AT_ONCE = 1_000;

export class NewReadingDto {
  @ApiPropertyOptional({ ...ID, description: 'The meter; or `account` and `serial`' })
  @IsOptional()
  @IsId()
  meterId?: string;

  @ApiPropertyOptional({ ...TEXT, example: '1000000001' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  account?: string;

  @ApiPropertyOptional({ ...TEXT, example: '20-118273', description: 'The meter’s own number, as it stands on it' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  serial?: string;

  @ApiPropertyOptional({ ...DAY, description: 'Default: today' })
  @IsOptional()
  @IsDay()
  date?: string;

  @ApiProperty(VALUE)
  @IsReadingValue()
  value: ZonedValue;

  @ApiPropertyOptional({ description: 'The sender was asked about what is doubtful and says that it is right' })
  @IsOptional()
  @IsBoolean()
  confirmed?: boolean;
}

export class NewReadingsDto {
  @ApiProperty({ type: [NewReadingDto], maxItems: MOST_AT_ONCE })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_AT_ONCE)
  @ValidateNested({ each: true })
  @Type(() => NewReadingDto)
  readings: NewReadingDto[];
}

export class ReadingFindingDto {
  @ApiProperty({ enum: READING_RULES })
  rule: (typeof READING_RULES)[number];

  @ApiProperty(TEXT)
  text: string;
}

export class ReadingOutcomeDto {
  @ApiProperty({
    enum: OUTCOMES,
    description:
      '`taken`; `same`: it stood already; `confirm`: send it again with `confirmed`; `held`: somebody looks at it first; `refused`',
  })
  outcome: (typeof OUTCOMES)[number];

  @ApiPropertyOptional({ ...ID, description: 'Of the reading that is taken, or stood' })
  id?: string;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: 'What ran through since the reading before' })
  volume?: string | null;

  @ApiPropertyOptional({ ...orNull(MONTH), description: 'For which it counts; `null`: that of its day' })
  month?: string | null;

  @ApiPropertyOptional({ type: [ReadingFindingDto] })
  findings?: ReadingFindingDto[];

  @ApiPropertyOptional({ ...TEXT, example: 'reading.future' })
  code?: string;

  @ApiPropertyOptional({ ...TEXT, description: 'Why it is refused, in the reader’s language' })
  detail?: string;
}

export class ReadingOutcomesDto {
  @ApiProperty({ type: [ReadingOutcomeDto], description: 'In the order of the readings' })
  items: ReadingOutcomeDto[];

  @ApiProperty(COUNT)
  taken: number;

  @ApiProperty(COUNT)
  refused: number;
}

export class EarlierReadingDto {
  @ApiProperty(DAY)
  date: string;

  @ApiProperty(VALUE)
  value: ZonedValue;
}

export class DoubtfulReadingDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(ID)
  meterId: string;

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty({ enum: RESOURCES })
  resource: (typeof RESOURCES)[number];

  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ type: [String] })
  accountNumbers: readonly string[];

  @ApiProperty(DAY)
  date: string;

  @ApiProperty(VALUE)
  value: ZonedValue;

  @ApiProperty({ type: EarlierReadingDto, nullable: true })
  previous: EarlierReadingDto | null;

  @ApiProperty(orNull(NUMBER))
  volume: string | null;

  @ApiProperty({ enum: READING_SOURCES })
  source: (typeof READING_SOURCES)[number];

  @ApiProperty({ type: [ReadingFindingDto] })
  findings: ReadingFindingDto[];

  @ApiProperty({ description: 'It counts already; else it waits' })
  isTaken: boolean;

  @ApiProperty({ enum: STATES })
  state: (typeof STATES)[number];

  @ApiProperty(INSTANT)
  raisedAt: Date;

  @ApiProperty(orNull(INSTANT))
  decidedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  decidedBy: string | null;

  @ApiProperty(orNull(TEXT))
  note: string | null;

  @ApiProperty({ description: 'The sender has sent a photo of the dial' })
  hasPhoto: boolean;
}

export class DoubtfulReadingPageDto extends PageOf(DoubtfulReadingDto) {}

export class DoubtfulReadingsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['standing', 'decided'], default: 'standing' })
  @IsOptional()
  @IsIn(['standing', 'decided'])
  state: 'standing' | 'decided' = 'standing';

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional({ enum: READING_RULES })
  @IsOptional()
  @IsIn(READING_RULES)
  rule?: (typeof READING_RULES)[number];

  @ApiPropertyOptional({ enum: READING_SOURCES })
  @IsOptional()
  @IsIn(READING_SOURCES)
  source?: (typeof READING_SOURCES)[number];
}

export class RightReadingDto {
  @ApiProperty(VALUE)
  @IsReadingValue()
  value: ZonedValue;

  @ApiProperty({ ...TEXT, description: 'Why so: by a photo, by a call' })
  @IsString()
  @Length(3, 500)
  note: string;
}

export class ReadingRefusalDto {
  @ApiProperty(TEXT)
  @IsString()
  @Length(3, 500)
  note: string;
}

export class ReadingPolicyDto {
  @ApiProperty({ enum: READING_SOURCES })
  source: (typeof READING_SOURCES)[number];

  @ApiProperty({ enum: READING_RULES })
  rule: (typeof READING_RULES)[number];

  @ApiProperty({ enum: READING_ACTIONS })
  action: (typeof READING_ACTIONS)[number];

  @ApiProperty({ enum: READING_ACTIONS, description: 'What is done where the organisation has not chosen' })
  usual: (typeof READING_ACTIONS)[number];
}

export class ReadingPolicyListDto extends ListOf(ReadingPolicyDto) {}

export class ReadingPolicyChoiceDto {
  @ApiProperty({ enum: READING_SOURCES })
  @IsIn(READING_SOURCES)
  source: (typeof READING_SOURCES)[number];

  @ApiProperty({ enum: READING_RULES })
  @IsIn(READING_RULES)
  rule: (typeof READING_RULES)[number];

  @ApiProperty({ enum: READING_ACTIONS, nullable: true, description: '`null`: what is usual' })
  @IsOptional()
  @IsIn(READING_ACTIONS)
  action: (typeof READING_ACTIONS)[number] | null;
}
