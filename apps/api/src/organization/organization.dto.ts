import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { LONGEST_PASSWORD, ORGANIZATION_KINDS, type OrganizationKind, SHORTEST_PASSWORD } from '@dvor/auth';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsInn, IsKpp, IsOgrn, IsTimeZone } from '../door/fields.js';
import { COUNT, DAY, ID, MONTH, orNull, TEXT } from '../door/shapes.js';

export class RequisitesDto {
  @ApiProperty({ enum: ORGANIZATION_KINDS, enumName: 'OrganizationKind' })
  @IsIn(ORGANIZATION_KINDS)
  kind: OrganizationKind;

  @ApiProperty({ example: 'Общество с ограниченной ответственностью «Двор»' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  name: string;

  @ApiProperty({ example: 'ООО «Двор»' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(160)
  shortName: string;

  @ApiProperty({ example: '7707083893' })
  @IsInn()
  inn: string;

  @ApiPropertyOptional({
    ...orNull(TEXT),
    example: '770701001',
    description: 'An association or a sole trader may have none',
  })
  @IsOptional()
  @IsKpp()
  kpp?: string | null;

  @ApiPropertyOptional({ ...orNull(TEXT), example: '1027700132195' })
  @IsOptional()
  @IsOgrn()
  ogrn?: string | null;

  @ApiProperty({ example: 'г. Барнаул, пр. Ленина, 1' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  address: string;

  @ApiProperty({ example: 'Asia/Barnaul' })
  @IsTimeZone()
  timeZone: string;

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @IsEmail()
  email?: string | null;
}

/** What is left out stays as it is. */
export class RequisitesChangeDto extends PartialType(RequisitesDto, { skipNullProperties: false }) {}

export class AdministratorDto {
  @ApiProperty({ example: 'Анна Петровна Серова' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ format: 'email' })
  @IsEmail()
  @MaxLength(254)
  email: string;

  @ApiProperty({ format: 'password', minLength: SHORTEST_PASSWORD })
  @IsString()
  @Length(SHORTEST_PASSWORD, LONGEST_PASSWORD)
  password: string;
}

export class SetupDto {
  @ApiProperty({ type: RequisitesDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => RequisitesDto)
  organization: RequisitesDto;

  @ApiProperty({ type: AdministratorDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => AdministratorDto)
  administrator: AdministratorDto;
}

export class SetupStateDto {
  @ApiProperty({ description: 'There is no organisation yet' })
  empty: boolean;
}

export class SetupDoneDto {
  @ApiProperty(ID)
  organizationId: string;
}

export class ClockDto {
  @ApiProperty({ ...DAY, example: '2026-12-02' })
  @IsDay()
  to: string;
}

export class OrganizationDto extends RequisitesDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ ...COUNT, description: 'Also the ETag' })
  version: number;

  @ApiProperty({ ...DAY, description: 'The day it is there, by its own clock' })
  today: string;

  @ApiProperty({ ...MONTH, description: 'The month to work on: the one after the last closed' })
  workingPeriod: string;

  @ApiProperty({ description: 'Its clock is moved by hand' })
  demo: boolean;
}
