import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DRAFT_STATES, type DraftState, RESOURCES, type Resource } from '@dvor/catalogue';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsDecimal, IsId, IsInstant, IsMonth, IsTexts, IsTraits } from '../door/fields.js';
import { ListOf, PageQuery } from '../door/page.dto.js';
import { RecordedDto } from '../door/recorded.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';
import { BasisDto, DaysDto } from '../housing/basis.dto.js';
import { RATES, type RatesOfDto, ServiceNameDto, TRAITS, type TraitsOfDto } from './catalogue.dto.js';

const yes = ({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value);

export class RateQuery extends PageQuery {
  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  serviceId?: string;

  @ApiPropertyOptional({ ...DAY, description: 'Only what holds on this day' })
  @IsOptional()
  @IsDay()
  on?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'With what was superseded' })
  @IsOptional()
  @Transform(yes)
  @IsBoolean()
  history?: boolean;

  @ApiPropertyOptional({ ...INSTANT, description: 'As it was known at this instant; without: as it is known now' })
  @IsOptional()
  @IsInstant()
  known?: string;
}

export class PriceRangeDto {
  @ApiProperty({ ...orNull(NUMBER), description: 'Units in a whole month; `null`: all above' })
  @IsOptional()
  @IsDecimal()
  upTo: string | null;

  @ApiProperty(RATES)
  @IsTexts()
  rates: RatesOfDto;
}

class RateBasisDto extends DaysDto {
  @ApiProperty(ID)
  @IsId()
  serviceId: string;

  @ApiPropertyOptional(TRAITS)
  @IsOptional()
  @IsTraits()
  appliesTo?: TraitsOfDto;

  @ApiProperty({ example: 'Решение комитета по тарифам № 412 от 18.12.2025' })
  @IsString()
  @Length(3, 500)
  act: string;

  @ApiProperty({ example: 'п. 2, прил. 1' })
  @IsString()
  @Length(1, 200)
  clause: string;

  @ApiPropertyOptional({
    description: 'Take over days that another version holds, and leave days between versions without one',
  })
  @IsOptional()
  @IsBoolean()
  replaces?: boolean;
}

export class NewTariffDto extends RateBasisDto {
  @ApiProperty(RATES)
  @IsTexts()
  rates: RatesOfDto;

  @ApiPropertyOptional({ type: [PriceRangeDto], nullable: true, description: 'Two or three, instead of one price' })
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PriceRangeDto)
  ranges?: PriceRangeDto[] | null;

  @ApiPropertyOptional({
    ...orNull(NUMBER),
    example: '22',
    description: 'Per cent of VAT in the price; `null`: without VAT',
  })
  @IsOptional()
  @IsDecimal()
  vatRate?: string | null;
}

export class NewNormDto extends RateBasisDto {
  @ApiProperty(NUMBER)
  @IsDecimal()
  value: string;
}

class RateDto extends RecordedDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ type: ServiceNameDto })
  service: ServiceNameDto;

  @ApiProperty(TRAITS)
  appliesTo: TraitsOfDto;

  @ApiProperty(DAY)
  validFrom: string;

  @ApiProperty({ ...orNull(DAY), description: 'The first day on which it no longer holds' })
  validTo: string | null;

  @ApiProperty({ ...TEXT, description: 'The act or agreement that sets it' })
  source: string;

  @ApiProperty({ ...orNull(TEXT), description: 'Its clause; `null` where it was taken over from other books' })
  clause: string | null;
}

export class TariffDto extends RateDto {
  @ApiProperty({ ...NUMBER, description: 'Roubles per unit; the first zone of a tariff with zones' })
  rate: string;

  @ApiProperty(RATES)
  rates: RatesOfDto;

  @ApiProperty({ type: [PriceRangeDto], nullable: true })
  ranges: readonly PriceRangeDto[] | null;

  @ApiProperty({ ...orNull(NUMBER), description: 'Per cent of VAT in the price; `null`: without VAT' })
  vatRate: string | null;
}

export class NormDto extends RateDto {
  @ApiProperty(NUMBER)
  value: string;

  @ApiProperty({ example: 'м³' })
  unit: string;
}

export class TariffListDto extends ListOf(TariffDto) {}
export class NormListDto extends ListOf(NormDto) {}

// ------------------------------------------------------------------------------------------------------------ drafts

export class RateDraftQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DRAFT_STATES })
  @IsOptional()
  @IsIn(DRAFT_STATES)
  state?: DraftState;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  serviceId?: string;
}

class SupposedRateDto {
  @ApiProperty({ enum: ['tariff', 'norm'] })
  @IsIn(['tariff', 'norm'])
  kind: 'tariff' | 'norm';

  @ApiProperty(ID)
  @IsId()
  serviceId: string;

  @ApiPropertyOptional(TRAITS)
  @IsOptional()
  @IsTraits()
  appliesTo?: TraitsOfDto;

  @ApiPropertyOptional({ ...RATES, description: 'Of a tariff' })
  @IsOptional()
  @IsTexts()
  rates?: RatesOfDto;

  @ApiPropertyOptional({ ...NUMBER, description: 'Of a norm' })
  @IsOptional()
  @IsDecimal()
  value?: string;
}

export class NewRateDraftDto extends SupposedRateDto {
  @ApiPropertyOptional({ type: [PriceRangeDto], nullable: true })
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PriceRangeDto)
  ranges?: PriceRangeDto[] | null;

  @ApiPropertyOptional(orNull(NUMBER))
  @IsOptional()
  @IsDecimal()
  vatRate?: string | null;

  @ApiProperty(DAY)
  @IsDay()
  from: string;

  @ApiPropertyOptional(orNull(DAY))
  @IsOptional()
  @IsDay()
  to?: string | null;

  @ApiPropertyOptional({ ...orNull(TEXT), description: 'May be missing until it is approved' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  act?: string | null;

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @IsString()
  @MaxLength(200)
  clause?: string | null;

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string | null;
}

export class DraftApprovalDto extends BasisDto {
  @ApiPropertyOptional({ description: 'Take over days that another version holds' })
  @IsOptional()
  @IsBoolean()
  replaces?: boolean;
}

export class RateDraftDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: ['tariff', 'norm'] })
  kind: 'tariff' | 'norm';

  @ApiProperty({ type: ServiceNameDto })
  service: ServiceNameDto;

  @ApiProperty(TRAITS)
  appliesTo: TraitsOfDto;

  @ApiProperty(DAY)
  from: string;

  @ApiProperty(orNull(DAY))
  to: string | null;

  @ApiProperty({ ...RATES, nullable: true })
  rates: RatesOfDto | null;

  @ApiProperty({ type: [PriceRangeDto], nullable: true })
  ranges: readonly PriceRangeDto[] | null;

  @ApiProperty(orNull(NUMBER))
  vatRate: string | null;

  @ApiProperty({ ...orNull(NUMBER), description: 'Of a norm' })
  value: string | null;

  @ApiProperty(orNull(TEXT))
  act: string | null;

  @ApiProperty(orNull(TEXT))
  clause: string | null;

  @ApiProperty(orNull(TEXT))
  note: string | null;

  @ApiProperty({ ...COUNT, description: 'Also the ETag' })
  version: number;

  @ApiProperty({ enum: DRAFT_STATES })
  state: DraftState;

  @ApiProperty(INSTANT)
  createdAt: Date;

  @ApiProperty(orNull(TEXT))
  createdBy: string | null;

  @ApiProperty(orNull(INSTANT))
  decidedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  decidedBy: string | null;
}

export class RateDraftListDto extends ListOf(RateDraftDto) {}

// ------------------------------------------------------------------------------------------------------------ effect

class SupposedFactorDto {
  @ApiProperty({ enum: RESOURCES })
  @IsIn(RESOURCES)
  resource: Resource;

  @ApiProperty({ ...NUMBER, example: '3' })
  @IsDecimal()
  factor: string;
}

/** Exactly one of `draftId`, `rate` and `excessFactor`. */
export class EffectQuestionDto {
  @ApiPropertyOptional({ ...ID, description: 'A draft that stands already' })
  @IsOptional()
  @IsId()
  draftId?: string;

  @ApiPropertyOptional({ type: SupposedRateDto, description: 'A rate that nobody has written down yet' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SupposedRateDto)
  rate?: SupposedRateDto;

  @ApiPropertyOptional({ type: SupposedFactorDto, description: 'A change of law: the factor where a meter is missing' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SupposedFactorDto)
  excessFactor?: SupposedFactorDto;

  @ApiPropertyOptional({ ...MONTH, description: 'Whose facts are charged; without: the last closed month' })
  @IsOptional()
  @IsMonth()
  month?: string;

  @ApiPropertyOptional({ type: [String], description: 'Only these houses' })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(5_000)
  @IsId({ each: true })
  houseIds?: string[];
}

class DifferenceDto {
  @ApiProperty(MONEY)
  before: string;

  @ApiProperty(MONEY)
  after: string;

  @ApiProperty(MONEY)
  change: string;

  @ApiProperty({ ...orNull(NUMBER), description: 'Per cent; `null` where there was nothing before' })
  changePercent: string | null;
}

class HouseEffectDto extends DifferenceDto {
  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty(COUNT)
  accounts: number;

  @ApiProperty(COUNT)
  affected: number;
}

class AccountEffectDto extends DifferenceDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty(TEXT)
  number: string;

  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;
}

export class RateEffectDto extends DifferenceDto {
  @ApiProperty(MONTH)
  month: string;

  @ApiProperty(COUNT)
  accounts: number;

  @ApiProperty({ ...COUNT, description: 'Accounts whose bill changes' })
  affected: number;

  @ApiProperty({ ...COUNT, description: 'Accounts that can’t be charged; their sums stand nowhere here' })
  parked: number;

  @ApiProperty({ ...orNull(MONEY), description: 'Of the accounts affected' })
  medianChange: string | null;

  @ApiProperty({ ...orNull(NUMBER), description: 'Per cent, of the account in the middle' })
  medianChangePercent: string | null;

  @ApiProperty({ type: [HouseEffectDto] })
  houses: HouseEffectDto[];

  @ApiProperty({ type: [AccountEffectDto], description: 'The twenty that change most' })
  top: AccountEffectDto[];
}

// ------------------------------------------------------------------------------------------------------ coefficients

export class CoefficientQuery extends PageQuery {
  @ApiPropertyOptional({ ...DAY, description: 'Only what holds on this day' })
  @IsOptional()
  @IsDay()
  on?: string;
}

export class NewCoefficientDto extends DaysDto {
  @ApiProperty({ example: 'excess-factor.cold-water' })
  @IsString()
  @MaxLength(100)
  code: string;

  @ApiPropertyOptional({ ...orNull(ID), description: 'One house; without: all of the organisation’s' })
  @IsOptional()
  @IsId()
  houseId?: string | null;

  @ApiProperty({ ...NUMBER, example: '1.5' })
  @IsDecimal()
  value: string;

  @ApiProperty({ example: 'Постановление края № 15 от 01.02.2026' })
  @IsString()
  @Length(3, 500)
  act: string;

  @ApiProperty({ example: 'п. 3' })
  @IsString()
  @Length(1, 200)
  clause: string;
}

class HouseNameDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  address: string;
}

export class CoefficientDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ type: HouseNameDto, nullable: true, description: '`null`: all of the organisation’s' })
  house: HouseNameDto | null;

  @ApiProperty({ example: 'excess-factor.cold-water' })
  code: string;

  @ApiProperty(TEXT)
  title: string;

  @ApiProperty(NUMBER)
  value: string;

  @ApiProperty(DAY)
  validFrom: string;

  @ApiProperty(orNull(DAY))
  validTo: string | null;

  @ApiProperty(TEXT)
  act: string;

  @ApiProperty(TEXT)
  clause: string;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;
}

class CoefficientNameDto {
  @ApiProperty({ example: 'excess-factor.cold-water' })
  code: string;

  @ApiProperty(TEXT)
  title: string;
}

export class CoefficientListDto extends ListOf(CoefficientDto) {
  @ApiProperty({ type: [CoefficientNameDto], description: 'All that may be given' })
  known: CoefficientNameDto[];
}

class ConsumerGroupDto {
  @ApiProperty({ example: 'electric-stove' })
  code: string;

  @ApiProperty(TEXT)
  title: string;

  @ApiProperty(TRAITS)
  appliesTo: TraitsOfDto;
}

export class ConsumerGroupListDto extends ListOf(ConsumerGroupDto) {}
