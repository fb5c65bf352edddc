import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsDecimal, IsId, IsMonth } from '../door/fields.js';
import { ListOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';
import { BasisDto, DaysDto } from '../housing/basis.dto.js';

const RESOURCES = ['cold-water', 'hot-water', 'electricity', 'gas', 'heating'] as const;
const MOST_MONTHS = 600;

export class HouseMetersQuery extends PageQuery {
  @ApiPropertyOptional({ ...MONTH, description: 'The first month to show; without: eleven months before the last' })
  @IsOptional()
  @IsMonth()
  from?: string;

  @ApiPropertyOptional({ ...MONTH, description: 'The last month to show; without: the current one' })
  @IsOptional()
  @IsMonth()
  to?: string;
}

class MonthOfMeterDto {
  @ApiProperty(MONTH)
  period: string;

  @ApiProperty({ ...NUMBER, description: 'In the unit of the resource: m³, kWh, Gcal' })
  volume: string;

  @ApiProperty({ ...orNull(NUMBER), description: 'What the dial showed at the end, where it was read' })
  reading: string | null;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;

  @ApiProperty(TEXT)
  reason: string;
}

export class HouseMeterDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: RESOURCES })
  resource: string;

  @ApiProperty({ example: '20-118273' })
  serial: string;

  @ApiProperty({ ...NUMBER, description: 'What the dial shows is multiplied by this' })
  ratio: string;

  @ApiProperty({ ...COUNT, description: 'Whole digits of the dial' })
  digits: number;

  @ApiProperty(DAY)
  installedOn: string;

  @ApiProperty(orNull(DAY))
  removedOn: string | null;

  @ApiProperty({ ...orNull(DAY), description: 'Last good day of its verification' })
  verifiedUntil: string | null;

  @ApiProperty({ type: [MonthOfMeterDto] })
  volumes: readonly MonthOfMeterDto[];
}

export class HouseMeterListDto extends ListOf(HouseMeterDto) {}

export class NewHouseMeterDto extends BasisDto {
  @ApiProperty({ enum: RESOURCES })
  @IsIn(RESOURCES)
  resource: (typeof RESOURCES)[number];

  @ApiProperty({ example: '20-118273' })
  @IsString()
  @Length(1, 60)
  serial: string;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: 'Of its transformers; without: 1' })
  @IsOptional()
  @IsDecimal()
  ratio?: string | null;

  @ApiPropertyOptional({ ...orNull(COUNT), description: 'Whole digits of the dial; without: 5' })
  @IsOptional()
  @IsInt()
  @Min(3)
  @Max(9)
  digits?: number | null;

  @ApiProperty({ ...DAY, description: 'By the act of commissioning' })
  @IsDay()
  installedOn: string;

  @ApiPropertyOptional(orNull(DAY))
  @IsOptional()
  @IsDay()
  verifiedUntil?: string | null;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: 'What the dial showed when it was installed; without: 0' })
  @IsOptional()
  @IsDecimal()
  initial?: string | null;
}

export class MeterRemovalDto extends BasisDto {
  @ApiProperty({ ...DAY, description: 'The first day without it' })
  @IsDay()
  on: string;
}

class EnteredMonthDto {
  @ApiProperty(ID)
  @IsId()
  meterId: string;

  @ApiProperty(MONTH)
  @IsMonth()
  period: string;

  @ApiPropertyOptional({
    ...orNull(NUMBER),
    description: 'What came in; without volume and reading the month is emptied',
  })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  volume?: string | null;

  @ApiPropertyOptional({
    ...orNull(NUMBER),
    description: 'What the dial showed: the volume follows from the last reading',
  })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  reading?: string | null;
}

export class MeterVolumesDto extends BasisDto {
  @ApiProperty({ type: [EnteredMonthDto], description: `Months of the house’s meters, at most ${MOST_MONTHS}` })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_MONTHS)
  @ValidateNested({ each: true })
  @Type(() => EnteredMonthDto)
  months: EnteredMonthDto[];
}

// ------------------------------------------------------------------------------------------------ heating seasons

class SeasonHouseDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  address: string;
}

class HeatingSeasonDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ type: SeasonHouseDto, nullable: true, description: '`null`: of all houses' })
  house: SeasonHouseDto | null;

  @ApiProperty(DAY)
  validFrom: string;

  @ApiProperty({ ...orNull(DAY), description: 'The day after the last' })
  validTo: string | null;

  @ApiProperty(orNull(TEXT))
  basis: string | null;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;
}

export class HeatingSeasonListDto extends ListOf(HeatingSeasonDto) {}

export class HeatingSeasonsQuery extends PageQuery {
  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;
}

export class HeatingSeasonChangeDto extends DaysDto {
  @ApiPropertyOptional({ ...orNull(TEXT), description: 'The act that declares it' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  basis?: string | null;
}

export class NewHeatingSeasonDto extends HeatingSeasonChangeDto {
  @ApiPropertyOptional({ ...orNull(ID), description: 'Of this house alone; without: of all houses' })
  @IsOptional()
  @IsId()
  houseId?: string | null;
}

// ---------------------------------------------------------------------------------------------- units of premises

class UnitsServiceDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty(TEXT)
  unit: string;
}

class PremisesUnitsDto {
  @ApiProperty({ type: UnitsServiceDto })
  service: UnitsServiceDto;

  @ApiProperty(NUMBER)
  units: string;

  @ApiProperty(DAY)
  validFrom: string;

  @ApiProperty(orNull(DAY))
  validTo: string | null;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;

  @ApiProperty(TEXT)
  reason: string;
}

export class PremisesUnitsListDto extends ListOf(PremisesUnitsDto) {}

export class UnitsChangeDto extends DaysDto {
  @ApiProperty(ID)
  @IsId()
  serviceId: string;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: '`null`: none on these days' })
  @IsOptional()
  @IsDecimal()
  units?: string | null;
}
