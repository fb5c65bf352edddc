import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { type Base, BASES, type Resource, RESOURCES, type Section, SECTIONS } from '@dvor/catalogue';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsTexts } from '../door/fields.js';
import { ListOf, PageQuery } from '../door/page.dto.js';
import { COUNT, orNull, TEXT } from '../door/shapes.js';
import { ServiceNameDto } from './catalogue.dto.js';

export class ServiceQuery extends PageQuery {
  @ApiPropertyOptional({ ...TEXT, description: 'A part of the name or of the code' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;

  @ApiPropertyOptional({ enum: SECTIONS })
  @IsOptional()
  @IsIn(SECTIONS)
  section?: Section;

  @ApiPropertyOptional({ type: Boolean, description: 'Only archived ones, or only those in use; without: all' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))
  @IsBoolean()
  archived?: boolean;
}

const GIS_CODES = {
  type: 'object',
  additionalProperties: { type: 'string' },
  example: { '1': '4' },
  description: 'Number of a directory of ГИС ЖКХ → code of its record',
} as const;

export class NewServiceDto {
  @ApiProperty({ example: 'cold-water', description: 'Latin letters, digits and dashes; it never changes' })
  @Matches(/^[a-z][a-z0-9-]{1,59}$/)
  code: string;

  @ApiProperty({ example: 'Холодное водоснабжение' })
  @IsString()
  @Length(1, 200)
  name: string;

  @ApiProperty({ example: 'м³' })
  @IsString()
  @Length(1, 20)
  @Matches(/\S/)
  unit: string;

  @ApiPropertyOptional({ enum: RESOURCES, nullable: true })
  @IsOptional()
  @IsIn(RESOURCES)
  resource?: Resource | null;

  @ApiProperty({ enum: SECTIONS, description: 'Part of the receipt' })
  @IsIn(SECTIONS)
  section: Section;

  @ApiProperty({ ...COUNT, description: 'Order on the receipt' })
  @IsInt()
  @Min(0)
  @Max(30_000)
  position: number;

  @ApiPropertyOptional({ enum: BASES, description: 'What the volume is counted by; without: as the unit says' })
  @IsOptional()
  @IsIn(BASES)
  base?: Base;

  @ApiPropertyOptional(GIS_CODES)
  @IsOptional()
  @IsTexts()
  gisCodes?: Readonly<Record<string, string>>;

  @ApiPropertyOptional({ description: 'A payer may decline it, and is then not charged' })
  @IsOptional()
  @IsBoolean()
  voluntary?: boolean;
}

/** What is left out stays as it is. */
export class ServiceChangeDto extends PartialType(
  PickType(NewServiceDto, ['name', 'unit', 'section', 'position', 'base', 'gisCodes', 'voluntary']),
  { skipNullProperties: false },
) {}

export class ServiceDto extends ServiceNameDto {
  @ApiProperty({ ...orNull(TEXT), example: 'cold-water' })
  resource: string | null;

  @ApiProperty({ example: 'communal', description: 'Part of the receipt' })
  section: string;

  @ApiProperty({ ...COUNT, description: 'Order on the receipt' })
  position: number;

  @ApiProperty({ enum: BASES, description: 'What the volume is counted by' })
  base: Base;

  @ApiProperty(GIS_CODES)
  gisCodes: Readonly<Record<string, string>>;

  @ApiProperty({ description: 'A payer may decline it, and is then not charged' })
  voluntary: boolean;

  @ApiProperty({ description: 'No longer charged' })
  archived: boolean;

  @ApiProperty({ ...COUNT, description: 'Also the ETag' })
  version: number;
}

export class ServiceListDto extends ListOf(ServiceDto) {}
