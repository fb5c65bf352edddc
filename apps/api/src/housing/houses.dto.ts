import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { ListOf, PageOf, PageQuery } from '../door/page.dto.js';
import { RecordedDto } from '../door/recorded.dto.js';
import { COUNT, DAY, ID, NUMBER, orNull, TEXT } from '../door/shapes.js';
import { AsOfQuery } from './basis.dto.js';

export class HousesQuery extends PageQuery {
  @ApiPropertyOptional({ ...TEXT, description: 'Words of the address' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'Only those that lack a ФИАС id' })
  @IsOptional()
  @Transform(({ value }) => value === 'true' || value === true)
  @IsBoolean()
  withoutStateIds?: boolean;
}

export class PremisesQuery extends IntersectionType(PageQuery, AsOfQuery) {}

export class HouseDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: 'г. Барнаул, ул. Северная, д. 15' })
  address: string;

  @ApiProperty(orNull(COUNT))
  yearBuilt: number | null;

  @ApiProperty(orNull(COUNT))
  floors: number | null;

  @ApiProperty(COUNT)
  flats: number;

  @ApiProperty({ ...COUNT, description: 'Open today' })
  accounts: number;

  @ApiProperty({ ...orNull(NUMBER), description: 'All premises, m²' })
  area: string | null;

  @ApiProperty({ ...orNull(NUMBER), description: 'Common property, m²' })
  commonArea: string | null;
}

/** A value of one attribute of the house's passport and the days on which it held, or was believed to hold. */
export class PassportEntryDto extends RecordedDto {
  @ApiProperty({ example: 'area' })
  attribute: string;

  @ApiProperty(TEXT)
  value: string;

  @ApiProperty(DAY)
  validFrom: string;

  @ApiProperty(orNull(DAY))
  validTo: string | null;
}

export class HouseCardDto extends HouseDto {
  @ApiProperty(TEXT)
  city: string;

  @ApiProperty(TEXT)
  street: string;

  @ApiProperty(TEXT)
  building: string;

  @ApiProperty({ ...orNull(TEXT), description: 'ГАР/ФИАС id' })
  fiasId: string | null;

  @ApiProperty(orNull(TEXT))
  cadastralNumber: string | null;

  @ApiProperty(orNull(TEXT))
  oktmo: string | null;

  @ApiProperty({ ...orNull(NUMBER), description: 'Sum over flats and non-residential premises, m²' })
  areaOfPremises: string | null;

  @ApiProperty(orNull(TEXT))
  postalCode: string | null;

  @ApiProperty({ example: 'Asia/Barnaul' })
  timeZone: string;

  @ApiProperty(orNull(COUNT))
  entrances: number | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
    example: { stove: 'electric' },
    description: 'What tariffs and norms look at',
  })
  traits: Readonly<Record<string, string | number | boolean>>;

  @ApiProperty({ type: [PassportEntryDto] })
  history: PassportEntryDto[];
}

export class PremisesDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: '15' })
  number: string;

  @ApiProperty({ example: 'кв. 15' })
  name: string;

  @ApiProperty({ enum: ['flat', 'room', 'nonresidential', 'parking', 'common'] })
  kind: string;

  @ApiProperty(orNull(COUNT))
  entrance: number | null;

  @ApiProperty(orNull(COUNT))
  floor: number | null;

  @ApiProperty({ ...orNull(NUMBER), description: 'm²' })
  area: string | null;

  @ApiProperty({ ...orNull(NUMBER), description: 'm²' })
  livingArea: string | null;

  @ApiProperty({ ...orNull(ID), description: 'The account open today' })
  accountId: string | null;

  @ApiProperty(orNull(TEXT))
  accountNumber: string | null;
}

export class HousePageDto extends PageOf(HouseDto) {}
export class PremisesListDto extends ListOf(PremisesDto) {}
