import { READING_SOURCES } from '@dvor/metering/core';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { IsFlag, IsId } from '../door/fields.js';
import { ListOf, PageOf } from '../door/page.dto.js';
import { ID, TEXT } from '../door/shapes.js';
import { EarlierReadingDto } from '../metering/readings.dto.js';
import { MeterToReadDto } from '../metering/reading-rounds.dto.js';

export class OwnMeterListDto extends ListOf(MeterToReadDto) {}

export class ReadingOfMineDto extends EarlierReadingDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: READING_SOURCES })
  source: (typeof READING_SOURCES)[number];

  @ApiProperty({ description: '`false`: it was looked at and found wrong' })
  counts: boolean;
}

export class OwnReadingPageDto extends PageOf(ReadingOfMineDto) {}

export class OwnReadingDto {
  @ApiProperty(ID)
  @IsId()
  meterId: string;

  @ApiProperty({ ...TEXT, example: '1200;611', description: 'What the dial shows; zones in the order of the meter' })
  @IsString()
  @Length(1, 100)
  value: string;

  @ApiPropertyOptional({ description: 'I was asked about what is doubtful and say that it is right' })
  @IsOptional()
  @IsFlag()
  confirmed?: boolean;

  @ApiPropertyOptional({ type: String, format: 'binary', description: 'A photo of the dial: JPEG or PNG' })
  @IsOptional()
  photo?: unknown;
}
