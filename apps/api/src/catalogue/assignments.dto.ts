import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsId } from '../door/fields.js';
import { ListOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, orNull, TEXT } from '../door/shapes.js';
import { BasisDto } from '../housing/basis.dto.js';
import { ServiceNameDto, SETTINGS_OF_METHOD, SupplierNameDto } from './catalogue.dto.js';

const KINDS = ['flat', 'room', 'nonresidential', 'parking'] as const;
const MOST_TARGETS = 5_000;

export class AssignmentQuery extends PageQuery {
  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  serviceId?: string;

  @ApiPropertyOptional({ ...DAY, description: 'Only what holds on this day' })
  @IsOptional()
  @IsDay()
  on?: string;
}

export class TargetDto {
  @ApiProperty(ID)
  @IsId()
  houseId: string;

  @ApiPropertyOptional({ ...orNull(COUNT), description: 'One entrance of the house' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  entrance?: number | null;

  @ApiPropertyOptional({ ...orNull(ID), description: 'One premises of the house' })
  @IsOptional()
  @IsId()
  premisesId?: string | null;
}

export class AssignmentWishDto {
  @ApiProperty(ID)
  @IsId()
  serviceId: string;

  @ApiProperty(ID)
  @IsId()
  supplierId: string;

  @ApiProperty({ example: 'metered', description: 'One of /charge-methods' })
  @IsString()
  @MaxLength(60)
  method: string;

  @ApiPropertyOptional(SETTINGS_OF_METHOD)
  @IsOptional()
  @IsObject()
  settings?: Readonly<Record<string, unknown>>;

  @ApiPropertyOptional({
    enum: KINDS,
    isArray: true,
    description: 'Of a house’s or an entrance’s; without: flats and rooms',
  })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(KINDS, { each: true })
  premisesKinds?: string[];

  @ApiProperty(DAY)
  @IsDay()
  from: string;

  @ApiPropertyOptional({ ...orNull(DAY), description: 'The first day on which it holds no longer' })
  @IsOptional()
  @IsDay()
  to?: string | null;

  @ApiProperty({ type: [TargetDto], description: `Houses, entrances or premises, at most ${MOST_TARGETS}` })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_TARGETS)
  @ValidateNested({ each: true })
  @Type(() => TargetDto)
  targets: TargetDto[];
}

export class AssignmentOrderDto extends AssignmentWishDto {
  @ApiProperty({ description: 'Of the preview; where it is another by now, nothing is done' })
  @Matches(/^[0-9a-f]{64}$/)
  fingerprint: string;

  @ApiPropertyOptional({ description: 'Do what can be done, and leave out the places with a conflict' })
  @IsOptional()
  @IsBoolean()
  skipConflicts?: boolean;

  @ApiProperty({ example: 'Договор № 4 от 01.10.2026' })
  @IsString()
  @Length(3, 500)
  reason: string;

  @ApiPropertyOptional({ ...orNull(ID), description: 'The paper that says so' })
  @IsOptional()
  @IsId()
  documentId?: string | null;
}

export class AssignmentChangeDto extends BasisDto {
  @ApiPropertyOptional({ ...DAY, description: 'From this day to the end of its days; without: all of them' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  supplierId?: string;

  @ApiPropertyOptional(TEXT)
  @IsOptional()
  @IsString()
  @MaxLength(60)
  method?: string;

  @ApiPropertyOptional(SETTINGS_OF_METHOD)
  @IsOptional()
  @IsObject()
  settings?: Readonly<Record<string, unknown>>;

  @ApiPropertyOptional({ enum: KINDS, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(KINDS, { each: true })
  premisesKinds?: string[];
}

class HouseNameDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  address: string;
}

class PremisesNameDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  number: string;
}

class NeighbourDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ type: SupplierNameDto })
  supplier: SupplierNameDto;

  @ApiProperty({ example: 'metered' })
  method: string;

  @ApiProperty(DAY)
  validFrom: string;

  @ApiProperty(orNull(DAY))
  validTo: string | null;
}

export class AssignmentDto extends NeighbourDto {
  @ApiProperty({ type: HouseNameDto })
  house: HouseNameDto;

  @ApiProperty({ ...orNull(COUNT), description: 'One entrance’s own rule' })
  entrance: number | null;

  @ApiProperty({ type: PremisesNameDto, nullable: true, description: 'One premises’ own rule' })
  premises: PremisesNameDto | null;

  @ApiProperty({ type: ServiceNameDto })
  service: ServiceNameDto;

  @ApiProperty({ type: [String], example: ['flat', 'room'] })
  premisesKinds: readonly string[];

  @ApiProperty(SETTINGS_OF_METHOD)
  settings: Readonly<Record<string, unknown>>;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;
}

class PlaceDto {
  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(orNull(COUNT))
  entrance: number | null;

  @ApiProperty(orNull(ID))
  premisesId: string | null;
}

class GapDto {
  @ApiProperty(DAY)
  from: string;

  @ApiProperty({ ...DAY, description: 'The first day on which somebody bills again' })
  to: string;
}

const OUTCOMES = ['create', 'same', 'overlap', 'elsewhere'] as const;

class PlannedAssignmentDto {
  @ApiProperty({ type: PlaceDto })
  target: PlaceDto;

  @ApiProperty({ example: 'г. Барнаул, ул. Юрина, 180, подъезд 2' })
  label: string;

  @ApiProperty({
    enum: OUTCOMES,
    description: 'elsewhere: another organisation bills the service of this house on these days',
  })
  outcome: (typeof OUTCOMES)[number];

  @ApiProperty({ type: NeighbourDto, nullable: true, description: 'What stands there already' })
  neighbour: NeighbourDto | null;

  @ApiProperty({ type: GapDto, nullable: true, description: 'Days before it on which nobody bills the service here' })
  gap: GapDto | null;

  @ApiProperty({
    enum: ['no-tariff', 'no-norm', 'no-common-area'],
    isArray: true,
    description: 'What the house’s bills will lack on the first day: nothing of its premises matches',
  })
  warnings: readonly string[];
}

export class AssignmentPlanDto {
  @ApiProperty({ description: 'To be sent back with the order' })
  fingerprint: string;

  @ApiProperty(COUNT)
  create: number;

  @ApiProperty(COUNT)
  same: number;

  @ApiProperty(COUNT)
  conflicts: number;

  @ApiProperty({ type: [PlannedAssignmentDto] })
  targets: readonly PlannedAssignmentDto[];
}

class MethodSettingDto {
  @ApiProperty({ example: 'mode' })
  name: string;

  @ApiProperty({
    enum: [
      'services',
      'service',
      'choice',
      'decimal',
      'signed',
      'flag',
      'months',
      'text',
      'formula',
      'meters',
      'meters-and-services',
    ],
  })
  kind: string;

  @ApiProperty()
  needed: boolean;

  @ApiPropertyOptional({ type: [String], description: 'Of a choice' })
  choices?: readonly string[];
}

class ChargeMethodDto {
  @ApiProperty({ example: 'sewage' })
  code: string;

  @ApiProperty(TEXT)
  title: string;

  @ApiProperty({ type: [String], example: ['of'], description: 'Settings it can’t work without' })
  needs: readonly string[];

  @ApiProperty({ type: [MethodSettingDto], description: 'All settings that it looks at' })
  settings: readonly MethodSettingDto[];
}

export class AssignmentListDto extends ListOf(AssignmentDto) {}
export class ChargeMethodListDto extends ListOf(ChargeMethodDto) {}
