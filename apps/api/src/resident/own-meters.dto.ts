import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { IsDay, IsId } from '../door/fields.js';
import { ListOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, MONEY, NUMBER, orNull, TEXT } from '../door/shapes.js';
import { ProposedMeterDto } from '../metering/meter-proposals.dto.js';
import { RESOURCES } from '../metering/readings.dto.js';

export class OwnProposalDto extends ProposedMeterDto {
  @ApiProperty({ ...orNull(TEXT), description: 'The number of the meter that it takes the place of' })
  replaces: string | null;

  @ApiProperty({ description: 'It was decided upon within two weeks' })
  isNews: boolean;
}

export class OwnProposalListDto extends ListOf(OwnProposalDto) {}

/** Fields of a form with files: all of them are texts. */
export class NewProposalDto {
  @ApiProperty({ enum: RESOURCES })
  @IsIn(RESOURCES)
  resource: (typeof RESOURCES)[number];

  @ApiProperty({ example: '20-118273', description: 'The number on the meter' })
  @IsString()
  @Length(1, 40)
  serial: string;

  @ApiPropertyOptional({ ...TEXT, example: 'day;night', description: 'Zones of the day; without: one for all of it' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  zones?: string;

  @ApiProperty({ ...COUNT, example: 5, description: 'Figures before the point' })
  @Type(() => Number)
  @IsInt()
  @Min(3)
  @Max(9)
  digits: number;

  @ApiProperty({ ...COUNT, description: 'Figures behind the point' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(4)
  scale: number;

  @ApiProperty(DAY)
  @IsDay()
  installedOn: string;

  @ApiProperty({ ...DAY, example: '2032-10-31', description: 'Last good day of its verification' })
  @IsDay()
  verifiedUntil: string;

  @ApiProperty({ ...TEXT, example: '0', description: 'What it showed when it was installed; by the zones: `0;0`' })
  @IsString()
  @Length(1, 100)
  shown: string;

  @ApiPropertyOptional({ ...ID, description: 'The meter that it takes the place of' })
  @IsOptional()
  @IsId()
  replacesId?: string;

  @ApiPropertyOptional({ ...TEXT, example: '123.4', description: 'What that one showed last' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  final?: string;

  @ApiPropertyOptional(TEXT)
  @IsOptional()
  @IsString()
  @Length(1, 500)
  note?: string;

  @ApiPropertyOptional({ type: String, format: 'binary', description: 'A photo of the meter: JPEG, PNG or PDF' })
  @IsOptional()
  photo?: unknown;

  @ApiPropertyOptional({ type: String, format: 'binary', description: 'Its passport: JPEG, PNG or PDF' })
  @IsOptional()
  passport?: unknown;
}

export class CostQuestionDto {
  @ApiProperty(ID)
  @IsId()
  meterId: string;

  @ApiProperty({ ...TEXT, example: '1200;611', description: 'What the dial shows; zones in the order of the meter' })
  @IsString()
  @Length(1, 100)
  value: string;
}

class CostOfServiceDto {
  @ApiProperty(TEXT)
  name: string;

  @ApiProperty(MONEY)
  amount: string;
}

export class CostOfReadingDto {
  @ApiProperty({ ...orNull(NUMBER), description: 'What ran since the last reading before the month' })
  volume: string | null;

  @ApiProperty({ ...orNull(MONEY), description: 'About so much, at today’s tariffs; `null`: it can’t be told' })
  amount: string | null;

  @ApiProperty({ type: [CostOfServiceDto], description: 'The same by service' })
  services: CostOfServiceDto[];
}
