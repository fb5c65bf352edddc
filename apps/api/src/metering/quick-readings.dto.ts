import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { TEXT } from '../door/shapes.js';
import { OUTCOMES, RESOURCES } from './readings.dto.js';

export class QuickMeterDto {
  @ApiProperty({ ...TEXT, example: '1000000001' })
  @IsString()
  @Length(1, 40)
  account: string;

  @ApiProperty({ ...TEXT, example: '20-118273', description: 'The meter’s own number, as it stands on it' })
  @IsString()
  @Length(1, 40)
  serial: string;
}

/** What it takes to read the meter, and nothing of whose it is. */
export class QuickDialDto {
  @ApiProperty({ enum: RESOURCES })
  resource: (typeof RESOURCES)[number];

  @ApiProperty({ type: [String], example: ['all'] })
  zones: readonly string[];
}

export class QuickReadingDto extends QuickMeterDto {
  @ApiProperty({ type: [String], example: ['123,45'], description: 'What the dial shows, zones in their order' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  value: string[];

  @ApiPropertyOptional({ description: 'I was asked to look again and say that it is right' })
  @IsOptional()
  @IsBoolean()
  confirmed?: boolean;
}

export class QuickOutcomeDto {
  @ApiProperty({ enum: OUTCOMES })
  outcome: (typeof OUTCOMES)[number];

  @ApiProperty({ ...TEXT, description: 'What became of the reading; no figure of the books' })
  text: string;
}
