import {
  ApiProperty,
  ApiPropertyOptional,
  type ApiPropertyOptions,
  IntersectionType,
  PartialType,
  OmitType,
} from '@nestjs/swagger';
import { AGREEMENT_KINDS, type AgreementKind, DOCUMENT_KINDS, type DocumentKind } from '@dvor/housing';
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
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsDecimal, IsId, IsShare, IsTimeZone } from '../door/fields.js';
import { COUNT, DAY, ID, NUMBER, orNull, TEXT } from '../door/shapes.js';
import { BasisDto, DaysDto, FromDayDto } from './basis.dto.js';

const PREMISES_KINDS = ['flat', 'room', 'nonresidential', 'parking', 'common'] as const;
type PremisesKindDto = (typeof PREMISES_KINDS)[number];
const TRAITS = {
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
  example: { stove: 'electric' },
  description: 'What tariffs and norms look at',
} satisfies ApiPropertyOptions;
type TraitsDto = Readonly<Record<string, string | number | boolean>>;

// -------------------------------------------------------------------------------------------------------- houses

class HouseNamesDto {
  @ApiProperty({ example: 'г. Барнаул' })
  @IsString()
  @Length(1, 200)
  city: string;

  @ApiProperty({ example: 'ул. Северная' })
  @IsString()
  @Length(1, 200)
  street: string;

  @ApiProperty({ example: '15' })
  @IsString()
  @Length(1, 40)
  building: string;

  @ApiPropertyOptional({ ...orNull(TEXT), example: '656000' })
  @IsOptional()
  @Matches(/^\d{6}$/)
  postalCode?: string | null;

  @ApiPropertyOptional(orNull(COUNT))
  @IsOptional()
  @IsInt()
  @Min(1700)
  @Max(2100)
  yearBuilt?: number | null;

  @ApiProperty({ example: 'Asia/Barnaul' })
  @IsTimeZone()
  timeZone: string;

  @ApiPropertyOptional({ ...orNull(TEXT), description: 'ГАР/ФИАС id of the house' })
  @IsOptional()
  @IsUUID()
  fiasId?: string | null;

  @ApiPropertyOptional({ ...orNull(TEXT), example: '22:63:050424:117' })
  @IsOptional()
  @Matches(/^\d{2}:\d{2}:\d{1,7}:\d{1,9}$/)
  cadastralNumber?: string | null;

  @ApiPropertyOptional({ ...orNull(TEXT), example: '01701000' })
  @IsOptional()
  @Matches(/^(\d{8}|\d{11})$/)
  oktmo?: string | null;
}

class HouseValuesDto {
  @ApiPropertyOptional({ ...orNull(NUMBER), description: 'Sоб: all residential and non-residential premises, m²' })
  @IsOptional()
  @IsDecimal()
  area?: string | null;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: 'Sои: common property, m²' })
  @IsOptional()
  @IsDecimal()
  commonArea?: string | null;

  @ApiPropertyOptional(orNull(COUNT))
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  floors?: number | null;

  @ApiPropertyOptional(orNull(COUNT))
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  entrances?: number | null;

  @ApiPropertyOptional(TRAITS)
  @IsOptional()
  @IsObject()
  traits?: TraitsDto;
}

export class NewHouseDto extends IntersectionType(HouseNamesDto, HouseValuesDto, FromDayDto) {}
export class HouseNamesChangeDto extends IntersectionType(HouseNamesDto, BasisDto) {}
export class HouseValuesChangeDto extends IntersectionType(HouseValuesDto, DaysDto) {}

// ------------------------------------------------------------------------------------------------------ premises

class PremisesNamesDto {
  @ApiProperty({ enum: PREMISES_KINDS })
  @IsIn(PREMISES_KINDS)
  kind: PremisesKindDto;

  @ApiProperty({ example: '15' })
  @IsString()
  @Length(1, 40)
  number: string;

  @ApiPropertyOptional({ ...orNull(ID), description: 'The communal flat that a room is in' })
  @IsOptional()
  @IsId()
  parentId?: string | null;

  @ApiPropertyOptional(orNull(COUNT))
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  entrance?: number | null;

  @ApiPropertyOptional(orNull(COUNT))
  @IsOptional()
  @IsInt()
  @Min(-5)
  @Max(200)
  floor?: number | null;

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @Matches(/^\d{2}:\d{2}:\d{1,7}:\d{1,9}$/)
  cadastralNumber?: string | null;

  @ApiPropertyOptional({ ...orNull(TEXT), description: 'Id of the premises in ГИС ЖКХ' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  gisId?: string | null;
}

class PremisesValuesDto {
  @ApiProperty({ ...NUMBER, description: 'm²' })
  @IsDecimal()
  area: string;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: 'm²' })
  @IsOptional()
  @IsDecimal()
  livingArea?: string | null;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: 'm²' })
  @IsOptional()
  @IsDecimal()
  heatedArea?: string | null;

  @ApiPropertyOptional(orNull(COUNT))
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(50)
  rooms?: number | null;

  @ApiPropertyOptional(TRAITS)
  @IsOptional()
  @IsObject()
  traits?: TraitsDto;

  @ApiPropertyOptional({
    type: [String],
    description: 'Resources for which an act says that no meter can be installed',
  })
  @IsOptional()
  @IsArray()
  @IsIn(['cold-water', 'hot-water', 'electricity', 'gas', 'heating'], { each: true })
  meterImpossible?: string[];

  @ApiPropertyOptional({ description: 'A lawful heat source of its own, or no heaters by the house’s project' })
  @IsOptional()
  @IsBoolean()
  ownHeating?: boolean;
}

export class NewPremisesDto extends IntersectionType(PremisesNamesDto, PremisesValuesDto, FromDayDto) {}
export class PremisesNamesChangeDto extends IntersectionType(PremisesNamesDto, BasisDto) {}
export class PremisesValuesChangeDto extends IntersectionType(PartialType(PremisesValuesDto), DaysDto) {}

class OwnerShareDto {
  @ApiProperty(ID)
  @IsId()
  partyId: string;

  @ApiProperty({ example: '1/3' })
  @IsShare()
  share: string;
}

export class OwnersDto extends FromDayDto {
  @ApiProperty({ type: [OwnerShareDto], description: 'All owners from that day on; their shares make a whole' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => OwnerShareDto)
  owners: OwnerShareDto[];
}

// ------------------------------------------------------------------------------------------------------ accounts

class PayerTermsDto extends FromDayDto {
  @ApiProperty(ID)
  @IsId()
  payerId: string;
}

export class PayerChangeDto extends PayerTermsDto {}

export class OpenAccountDto extends PayerTermsDto {
  @ApiPropertyOptional({ ...orNull(TEXT), example: '1000000321', description: 'Without: the next free one' })
  @IsOptional()
  @Matches(/^[\p{L}\d/-]{1,30}$/u)
  number?: string | null;
}

export class TransferAccountDto extends PayerTermsDto {
  @ApiPropertyOptional({ ...orNull(TEXT), description: 'Of the new account; without: the next free one' })
  @IsOptional()
  @Matches(/^[\p{L}\d/-]{1,30}$/u)
  number?: string | null;

  @ApiPropertyOptional({ description: 'The debt goes along; a document must say so', default: false })
  @IsOptional()
  @IsBoolean()
  moveDebt?: boolean;
}

const SPLIT_BY = ['rooms', 'shares'] as const;
type SplitByDto = (typeof SPLIT_BY)[number];

class SplitPartDto {
  @ApiPropertyOptional({ ...ID, description: 'By rooms: a room of the flat' })
  @IsOptional()
  @IsId()
  premisesId?: string;

  @ApiPropertyOptional({ example: '1/3', description: 'By shares: what the account bears of the premises' })
  @IsOptional()
  @IsShare()
  share?: string;

  @ApiPropertyOptional({
    type: [String],
    example: ['18'],
    description: 'By shares: who of the registered goes with it',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsId({ each: true })
  residentIds?: string[];

  @ApiProperty(ID)
  @IsId()
  payerId: string;

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @Matches(/^[\p{L}\d/-]{1,30}$/u)
  number?: string | null;

  @ApiPropertyOptional({
    ...NUMBER,
    description: 'By rooms: of the debt, where it goes along; any weights, such as the rooms’ areas',
  })
  @IsOptional()
  @IsDecimal()
  weight?: string;
}

export class SplitAccountDto extends FromDayDto {
  @ApiPropertyOptional({
    enum: SPLIT_BY,
    default: 'rooms',
    description: 'By the rooms of a flat, or by shares of one premises that make up a whole',
  })
  @IsOptional()
  @IsIn(SPLIT_BY)
  by?: SplitByDto;

  @ApiProperty({ type: [SplitPartDto] })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SplitPartDto)
  parts: SplitPartDto[];

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  moveDebt?: boolean;
}

class AccountShareDto {
  @ApiProperty(ID)
  @IsId()
  accountId: string;

  @ApiProperty({ example: '1/3' })
  @IsShare()
  share: string;
}

export class AccountSharesDto extends FromDayDto {
  @ApiProperty({ type: [AccountShareDto], description: 'Those that change; with the others they make up a whole' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AccountShareDto)
  shares: AccountShareDto[];
}

export class MergeAccountsDto extends FromDayDto {
  @ApiProperty({ type: [String], example: ['18'], description: 'Accounts that are closed' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  accountIds: string[];

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  moveDebt?: boolean;
}

export class IdentifiersDto extends BasisDto {
  @ApiProperty({ ...orNull(TEXT), example: '10АА123456' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  els: string | null;

  @ApiProperty({ ...orNull(TEXT), example: '10АА123456-01' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  izhku: string | null;
}

// -------------------------------------------------------------------------------------------------------- people

export class MoveInDto extends DaysDto {
  @ApiProperty(ID)
  @IsId()
  partyId: string;

  @ApiProperty({ enum: ['permanent', 'temporary'] })
  @IsIn(['permanent', 'temporary'])
  kind: 'permanent' | 'temporary';
}

export class MoveOutDto extends FromDayDto {}

export class AbsenceDaysDto extends FromDayDto {
  @ApiProperty({ ...DAY, description: 'The day of coming back' })
  @IsDay()
  until: string;

  @ApiProperty(ID)
  @IsId()
  partyId: string;
}

export class NewAbsenceDto extends AbsenceDaysDto {
  @ApiProperty({ ...DAY, description: 'When the recalculation was asked for' })
  @IsDay()
  appliedOn: string;
}

export class SupposedAbsenceDto extends OmitType(NewAbsenceDto, ['reason', 'documentId']) {}

export class CertificateRequestDto {
  @ApiProperty({ enum: ['household', 'registration'] })
  @IsIn(['household', 'registration'])
  kind: 'household' | 'registration';

  @ApiProperty(DAY)
  @IsDay()
  on: string;

  @ApiPropertyOptional({ ...orNull(TEXT), description: 'Where it is to be shown' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  purpose?: string | null;
}

// ------------------------------------------------------------------------------------------------------- papers

export class NewDocumentDto {
  @ApiProperty({ enum: DOCUMENT_KINDS, enumName: 'DocumentKind' })
  @IsIn(DOCUMENT_KINDS)
  kind: DocumentKind;

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string | null;

  @ApiProperty(DAY)
  @IsDay()
  dated: string;

  @ApiPropertyOptional({ ...orNull(TEXT), description: 'Who issued it' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  issuer?: string | null;

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string | null;
}

export class NewAgreementDto extends DaysDto {
  @ApiProperty({ enum: AGREEMENT_KINDS, enumName: 'AgreementKind' })
  @IsIn(AGREEMENT_KINDS)
  kind: AgreementKind;

  @ApiProperty(TEXT)
  @IsString()
  @Length(1, 100)
  number: string;

  @ApiProperty(DAY)
  @IsDay()
  signedOn: string;

  @ApiPropertyOptional({ ...orNull(ID), description: 'Without: the whole house' })
  @IsOptional()
  @IsId()
  premisesId?: string | null;

  @ApiPropertyOptional(orNull(ID))
  @IsOptional()
  @IsId()
  partyId?: string | null;

  @ApiPropertyOptional(orNull(ID))
  @IsOptional()
  @IsId()
  supplierId?: string | null;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: 'm²' })
  @IsOptional()
  @IsDecimal()
  area?: string | null;
}

export class EndAgreementDto extends FromDayDto {}
