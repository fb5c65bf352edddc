import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { BENEFIT_GROUNDS, type BenefitGrounds, SUBSIDY_PAID_TO, type SubsidyPaidTo } from '@dvor/billing';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsDecimal, IsId } from '../door/fields.js';
import { ListOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, NUMBER, orNull, TEXT } from '../door/shapes.js';
import { BasisDto, DaysDto, FromDayDto } from '../housing/basis.dto.js';

const ROUBLES = /^\d{1,10}(\.\d{1,2})?$/;

// ---------------------------------------------------------------------------------------------------- categories

export class BenefitPercentDto {
  @ApiProperty({ example: 'heating', description: 'Code of the service' })
  @IsString()
  @Length(1, 60)
  service: string;

  @ApiProperty({ ...NUMBER, example: '50', description: '0 to 100' })
  @IsDecimal()
  percent: string;

  @ApiPropertyOptional({ ...orNull(COUNT), description: 'Full years from which it holds' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(120)
  fromAge?: number | null;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: 'Units a person and month; without: the service’s own norm' })
  @IsOptional()
  @IsDecimal()
  volumeNorm?: string | null;
}

class TermsDto {
  @ApiProperty({ type: [BenefitPercentDto] })
  percents: readonly BenefitPercentDto[];

  @ApiProperty({ ...orNull(NUMBER), description: 'm² for each covered person; `null`: the whole area' })
  areaNorm: string | null;

  @ApiProperty({ ...orNull(NUMBER), description: 'm² for one who lives alone' })
  areaNormAlone: string | null;

  @ApiProperty({ description: 'Everyone who is registered is covered, or the holder alone' })
  family: boolean;

  @ApiProperty(DAY)
  from: string;

  @ApiProperty({ ...orNull(DAY), description: 'The first day on which it holds no longer' })
  to: string | null;
}

export class BenefitTermsDto extends FromDayDto {
  @ApiProperty({ type: [BenefitPercentDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => BenefitPercentDto)
  percents: BenefitPercentDto[];

  @ApiPropertyOptional({ ...orNull(NUMBER), example: '22' })
  @IsOptional()
  @IsDecimal()
  areaNorm?: string | null;

  @ApiPropertyOptional({ ...orNull(NUMBER), example: '33' })
  @IsOptional()
  @IsDecimal()
  areaNormAlone?: string | null;

  @ApiProperty()
  @IsBoolean()
  family: boolean;
}

export class NewBenefitCategoryDto {
  @ApiProperty({ example: 'labour-veteran', description: 'Latin letters, digits and dashes; it never changes' })
  @Matches(/^[a-z0-9][a-z0-9-]{0,59}$/)
  code: string;

  @ApiProperty({ example: 'Ветеран труда' })
  @IsString()
  @Length(1, 200)
  name: string;

  @ApiProperty({ example: 'Закон № 5-ФЗ от 12.01.1995' })
  @IsString()
  @Length(1, 300)
  act: string;

  @ApiPropertyOptional({ ...orNull(TEXT), example: 'ст. 22' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  clause?: string | null;

  @ApiProperty({ enum: BENEFIT_GROUNDS })
  @IsIn(BENEFIT_GROUNDS)
  grounds: BenefitGrounds;
}

export class BenefitCategoryDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  code: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty(TEXT)
  act: string;

  @ApiProperty(orNull(TEXT))
  clause: string | null;

  @ApiProperty({ enum: BENEFIT_GROUNDS })
  grounds: BenefitGrounds;

  @ApiProperty()
  archived: boolean;

  @ApiProperty({ type: [TermsDto], description: 'By days, the first first' })
  terms: readonly TermsDto[];
}
export class BenefitCategoryListDto extends ListOf(BenefitCategoryDto) {}

// ------------------------------------------------------------------------------------------------------ accounts

export class NewAccountBenefitDto extends DaysDto {
  @ApiProperty({ ...ID, description: 'Who holds it' })
  @IsId()
  partyId: string;

  @ApiProperty(ID)
  @IsId()
  categoryId: string;

  @ApiPropertyOptional({ ...orNull(COUNT), description: 'Persons whose norms count; without: as the category says' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(99)
  covered?: number | null;
}

export class EndedBenefitDto extends DaysDto {
  @ApiProperty(ID)
  @IsId()
  partyId: string;

  @ApiProperty(ID)
  @IsId()
  categoryId: string;
}

export class AccountBenefitDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ ...TEXT, description: 'Number of the account' })
  account: string;

  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(ID)
  partyId: string;

  @ApiProperty(TEXT)
  person: string;

  @ApiProperty(ID)
  categoryId: string;

  @ApiProperty(TEXT)
  category: string;

  @ApiProperty(DAY)
  from: string;

  @ApiProperty({ ...orNull(DAY), description: 'The first day on which it holds no longer' })
  to: string | null;

  @ApiProperty(orNull(COUNT))
  covered: number | null;

  @ApiProperty(TEXT)
  reason: string;
}
export class AccountBenefitListDto extends ListOf(AccountBenefitDto) {}

export class ExpiringQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 366, default: 30, description: 'Days ahead' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(366)
  within: number = 30;
}

export class NewSubsidyDto extends DaysDto {
  @ApiProperty(ID)
  @IsId()
  partyId: string;

  @ApiProperty({ ...MONEY, description: 'Roubles a month' })
  @Matches(ROUBLES)
  amount: string;

  @ApiProperty({ enum: SUBSIDY_PAID_TO, description: 'Only what is paid to the executor stands on the receipt' })
  @IsIn(SUBSIDY_PAID_TO)
  paidTo: SubsidyPaidTo;
}

export class EndedSubsidyDto extends DaysDto {
  @ApiProperty(ID)
  @IsId()
  partyId: string;
}

export class SubsidyDto {
  @ApiProperty(ID)
  partyId: string;

  @ApiProperty(TEXT)
  person: string;

  @ApiProperty(DAY)
  from: string;

  @ApiProperty(orNull(DAY))
  to: string | null;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ enum: SUBSIDY_PAID_TO })
  paidTo: SubsidyPaidTo;

  @ApiProperty(TEXT)
  reason: string;
}
export class SubsidyListDto extends ListOf(SubsidyDto) {}

export class SubsidyQuestionDto {
  @ApiProperty({ ...MONEY, description: 'The region’s standard of cost for one person, roubles a month' })
  @Matches(ROUBLES)
  standard: string;

  @ApiProperty({ ...COUNT, description: 'Of the family' })
  @IsInt()
  @Min(1)
  @Max(99)
  persons: number;

  @ApiProperty({ ...MONEY, description: 'Of the family, roubles a month' })
  @Matches(ROUBLES)
  income: string;

  @ApiProperty({ ...MONEY, description: 'Subsistence minimum of the family for one person, roubles a month' })
  @Matches(ROUBLES)
  minimum: string;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: 'Percent of income the family may spend; without: by law' })
  @IsOptional()
  @Matches(/^\d{1,2}(\.\d{1,2})?$/)
  mostPercent?: string | null;

  @ApiPropertyOptional({ ...orNull(MONEY), description: 'What the family is charged: a subsidy is no larger' })
  @IsOptional()
  @Matches(ROUBLES)
  charged?: string | null;
}

export class SubsidyCheckDto {
  @ApiProperty({ ...MONEY, description: 'Roubles a month' })
  amount: string;

  @ApiProperty({ ...NUMBER, description: 'Percent of income it was reckoned with' })
  mostPercent: string;
}

export class NewDeclineDto extends DaysDto {
  @ApiProperty(ID)
  @IsId()
  serviceId: string;
}

export class DeclineTakenBackDto extends FromDayDto {
  @ApiProperty(ID)
  @IsId()
  serviceId: string;
}

export class DeclineDto {
  @ApiProperty(ID)
  serviceId: string;

  @ApiProperty(TEXT)
  service: string;

  @ApiProperty(DAY)
  from: string;

  @ApiProperty(orNull(DAY))
  to: string | null;

  @ApiProperty(TEXT)
  reason: string;
}
export class DeclineListDto extends ListOf(DeclineDto) {}

// ------------------------------------------------------------------------------------------------------ one-offs

export class NewOneOffWorkDto {
  @ApiProperty({ ...ID, description: 'Under which its lines stand on the receipt' })
  @IsId()
  serviceId: string;

  @ApiProperty({ ...ID, description: 'Who gets the money' })
  @IsId()
  supplierId: string;

  @ApiProperty({ example: 'Замена смесителя' })
  @IsString()
  @Length(1, 200)
  name: string;

  @ApiProperty({ example: 'шт.' })
  @IsString()
  @Length(1, 20)
  unit: string;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: 'Percent of VAT that the price holds; without: none' })
  @IsOptional()
  @Matches(/^\d{1,2}(\.\d{1,2})?$/)
  vatRate?: string | null;
}

export class OneOffPriceDto extends FromDayDto {
  @ApiProperty({ ...MONEY, description: 'Roubles with VAT' })
  @Matches(ROUBLES)
  price: string;
}

class PriceOfDaysDto {
  @ApiProperty(DAY)
  from: string;

  @ApiProperty(orNull(DAY))
  to: string | null;

  @ApiProperty(MONEY)
  price: string;
}

export class OneOffWorkDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(ID)
  serviceId: string;

  @ApiProperty(TEXT)
  service: string;

  @ApiProperty(ID)
  supplierId: string;

  @ApiProperty(TEXT)
  supplier: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty(TEXT)
  unit: string;

  @ApiProperty(orNull(NUMBER))
  vatRate: string | null;

  @ApiProperty()
  archived: boolean;

  @ApiProperty({ type: [PriceOfDaysDto] })
  prices: readonly PriceOfDaysDto[];
}
export class OneOffWorkListDto extends ListOf(OneOffWorkDto) {}

export class NewOneOffActDto extends BasisDto {
  @ApiProperty(ID)
  @IsId()
  workId: string;

  @ApiProperty({ example: '15' })
  @IsString()
  @Length(1, 40)
  number: string;

  @ApiProperty({ ...DAY, description: 'It is charged in the month of this day' })
  @IsDay()
  dated: string;

  @ApiProperty({ ...NUMBER, example: '1' })
  @IsDecimal()
  quantity: string;

  @ApiPropertyOptional({ ...orNull(MONEY), description: 'For one; without: as the price list says on that day' })
  @IsOptional()
  @Matches(ROUBLES)
  price?: string | null;

  @ApiPropertyOptional({ ...orNull(MONEY), description: 'Paid before the act; told beside the line' })
  @IsOptional()
  @Matches(ROUBLES)
  prepaid?: string | null;
}

class CancelledDto {
  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(INSTANT)
  at: Date;

  @ApiProperty({ ...orNull(DAY), description: '`null`: it was never billed' })
  reversedOn: string | null;
}

export class OneOffActDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(ID)
  workId: string;

  @ApiProperty(TEXT)
  work: string;

  @ApiProperty(TEXT)
  unit: string;

  @ApiProperty(TEXT)
  number: string;

  @ApiProperty(DAY)
  dated: string;

  @ApiProperty(NUMBER)
  quantity: string;

  @ApiProperty(MONEY)
  price: string;

  @ApiProperty(orNull(MONEY))
  prepaid: string | null;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty({ type: CancelledDto, nullable: true })
  cancelled: CancelledDto | null;
}
export class OneOffActListDto extends ListOf(OneOffActDto) {}

export class CancelledActDto {
  @ApiProperty({ ...orNull(DAY), description: 'From which day a reversal is billed; `null`: it was never billed' })
  reversedOn: string | null;
}
