import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type as TypeOf } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsId } from '../door/fields.js';
import { ID, MONEY, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';

const YEAR = { type: 'integer', minimum: 2000, maximum: 2100, example: 2026 } as const;

export class TrueUpsQuery {
  @ApiPropertyOptional({ ...YEAR, description: 'Default: the year of the last closed month' })
  @IsOptional()
  @TypeOf(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  @ApiPropertyOptional({ ...ID, description: 'An account of the house, for its own part' })
  @IsOptional()
  @IsId()
  accountId?: string;
}

class TrueUpMonthDto {
  @ApiProperty(MONTH)
  month!: string;

  @ApiProperty({ ...NUMBER, description: 'By the house’s meters; of common property, less what the premises used' })
  fact!: string;

  @ApiProperty({
    ...orNull(NUMBER),
    description: 'By norm or on average; `null` of heating, which is compared in money',
  })
  charged!: string | null;

  @ApiProperty({ ...NUMBER, description: 'Roubles for a unit' })
  rate!: string;

  @ApiProperty({ ...MONEY, description: 'What the fact comes to' })
  due!: string;

  @ApiProperty({ ...MONEY, description: 'What was charged, corrections with it' })
  billed!: string;

  @ApiProperty(MONEY)
  difference!: string;
}

class OwnTrueUpDto {
  @ApiProperty({ ...MONEY, description: 'Below zero: a credit' })
  difference!: string;

  @ApiProperty({ ...orNull(MONEY), description: 'A month of the next year; `null`: all at once' })
  part!: string | null;
}

class TrueUpServiceDto {
  @ApiProperty(ID)
  serviceId!: string;

  @ApiProperty(TEXT)
  name!: string;

  @ApiProperty(TEXT)
  unit!: string;

  @ApiProperty({ enum: ['common', 'heating'] })
  kind!: 'common' | 'heating';

  @ApiProperty({ description: 'The service’s assignment asks to settle the year' })
  settled!: boolean;

  @ApiProperty({ type: [TrueUpMonthDto], description: 'Closed months of the year that the house’s meters tell of' })
  months!: TrueUpMonthDto[];

  @ApiProperty(MONEY)
  due!: string;

  @ApiProperty(MONEY)
  billed!: string;

  @ApiProperty({ ...MONEY, description: 'What the year would be settled by now; below zero: a credit' })
  difference!: string;

  @ApiProperty({ type: OwnTrueUpDto, nullable: true })
  own!: OwnTrueUpDto | null;
}

class TrueUpAccountDto {
  @ApiProperty(ID)
  id!: string;

  @ApiProperty(TEXT)
  number!: string;

  @ApiProperty(NUMBER)
  area!: string;

  @ApiProperty(NUMBER)
  houseArea!: string;
}

export class TrueUpsDto {
  @ApiProperty({ ...YEAR, nullable: true, description: '`null`: no month was closed yet' })
  year!: number | null;

  @ApiProperty({ type: [TrueUpServiceDto] })
  services!: TrueUpServiceDto[];

  @ApiProperty({ type: TrueUpAccountDto, nullable: true })
  account!: TrueUpAccountDto | null;
}
