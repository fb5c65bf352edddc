import { OFFER_STATES, PLAN_BASES, PLAN_STANDINGS } from '@dvor/penalties';
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
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsId, IsMonth } from '../door/fields.js';
import { ListOf, PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';

const KINDS = ['charge', 'penalty'] as const;
const PART_STATES = ['paid', 'ahead', 'late', 'missed'] as const;
const EVENTS = ['made', 'started', 'late', 'missed', 'done', 'ended', 'resumed', 'cancelled'] as const;
const RATE = { type: String, example: '17', description: 'Percent a year' };

class InstalmentPlaceDto {
  @ApiProperty(ID)
  recipientId: string;

  @ApiProperty({ example: 'УК «Двор»' })
  recipient: string;

  @ApiProperty(ID)
  serviceId: string;

  @ApiProperty({ example: 'Отопление' })
  service: string;

  @ApiProperty({ ...MONTH, description: 'The month of the debt' })
  period: string;

  @ApiProperty({ enum: KINDS })
  kind: (typeof KINDS)[number];

  @ApiProperty(MONEY)
  amount: string;
}

export class InstalmentPartDto {
  @ApiProperty({ ...DAY, description: 'The last day to pay' })
  dueOn: string;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...MONEY, description: 'Interest that is asked with it' })
  interest: string;
}

class InstalmentPartStandingDto extends InstalmentPartDto {
  @ApiProperty({
    enum: PART_STATES,
    description: '`late`: past its day, in time all the same within the days of grace',
  })
  state: (typeof PART_STATES)[number];

  @ApiProperty(orNull(DAY))
  paidOn: string | null;

  @ApiProperty({ ...MONEY, description: 'What is not paid of it' })
  left: string;
}

export class InstalmentDraftDto {
  @ApiProperty({ type: [InstalmentPlaceDto] })
  places: InstalmentPlaceDto[];

  @ApiProperty(MONEY)
  debt: string;

  @ApiProperty(RATE)
  rate: string;

  @ApiProperty({ ...RATE, description: 'No plan may cost more: the key rate and 3 points (ПП 354, п. 72)' })
  mostRate: string;

  @ApiProperty({ ...MONEY, description: 'Of all parts together' })
  interest: string;

  @ApiProperty({ type: [InstalmentPartDto] })
  parts: InstalmentPartDto[];
}

export class InstalmentPlanDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: 7 })
  number: number;

  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '100200300' })
  account: string;

  @ApiProperty({ example: 'Лесная, 5, 12' })
  address: string;

  @ApiProperty(orNull(TEXT))
  payer: string | null;

  @ApiProperty({ enum: PLAN_BASES, description: '`agreement`: on a debt; `right`: a fee has risen (ПП 354, п. 72)' })
  basis: (typeof PLAN_BASES)[number];

  @ApiProperty({ enum: PLAN_STANDINGS, description: 'As the money says today' })
  standing: (typeof PLAN_STANDINGS)[number];

  @ApiProperty(RATE)
  rate: string;

  @ApiProperty(MONEY)
  debt: string;

  @ApiProperty({ ...MONEY, description: 'Of the debt, since the plan was begun' })
  paid: string;

  @ApiProperty(MONEY)
  left: string;

  @ApiProperty({ ...orNull(DAY), description: 'The first day on which it holds' })
  startedOn: string | null;

  @ApiProperty({ ...orNull(DAY), description: 'The first day on which it holds no more' })
  endedOn: string | null;

  @ApiProperty({ type: InstalmentPartStandingDto, nullable: true, description: 'The first part that is not paid' })
  next: InstalmentPartStandingDto | null;
}

export class InstalmentPlanPageDto extends PageOf(InstalmentPlanDto) {}

class InstalmentEventDto {
  @ApiProperty({ enum: EVENTS })
  kind: (typeof EVENTS)[number];

  @ApiProperty({ ...orNull(COUNT), description: 'Which part' })
  part: number | null;

  @ApiProperty(INSTANT)
  at: Date;

  @ApiProperty(orNull(TEXT))
  by: string | null;

  @ApiProperty(orNull(TEXT))
  note: string | null;
}

export class InstalmentPlanCardDto extends InstalmentPlanDto {
  @ApiProperty(orNull(TEXT))
  note: string | null;

  @ApiProperty({
    ...orNull(ID),
    description: 'The signed agreement; `null`: accepted in the cabinet, or not signed yet',
  })
  documentId: string | null;

  @ApiProperty({ ...COUNT, description: 'So many days a part may be late' })
  graceDays: number;

  @ApiProperty({ ...COUNT, description: 'So many missed parts end the plan' })
  misses: number;

  @ApiProperty({ type: [InstalmentPlaceDto] })
  places: InstalmentPlaceDto[];

  @ApiProperty({ type: [InstalmentPartStandingDto] })
  parts: InstalmentPartStandingDto[];

  @ApiProperty({ type: [InstalmentEventDto], description: 'The oldest first' })
  events: InstalmentEventDto[];
}

export class InstalmentOfferDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '100200300' })
  account: string;

  @ApiProperty({ example: 'Лесная, 5, 12' })
  address: string;

  @ApiProperty(MONTH)
  period: string;

  @ApiProperty({ example: 'Отопление' })
  service: string;

  @ApiProperty({ ...MONEY, description: 'Charged for the month' })
  amount: string;

  @ApiProperty({ ...MONEY, description: 'Charged for the same month a year ago' })
  before: string;

  @ApiProperty({ ...COUNT, description: 'Equal parts, a month apart' })
  parts: number;

  @ApiProperty(RATE)
  rate: string;

  @ApiProperty({ enum: OFFER_STATES })
  state: (typeof OFFER_STATES)[number];

  @ApiProperty({ ...DAY, description: 'The last day to answer' })
  answerUntil: string;

  @ApiProperty(INSTANT)
  offeredAt: Date;

  @ApiProperty(orNull(INSTANT))
  answeredAt: Date | null;

  @ApiProperty(orNull(ID))
  planId: string | null;
}

export class InstalmentOfferPageDto extends PageOf(InstalmentOfferDto) {}
export class InstalmentOfferListDto extends ListOf(InstalmentOfferDto) {}

class PlanCountsDto {
  @ApiProperty(COUNT)
  draft: number;

  @ApiProperty(COUNT)
  kept: number;

  @ApiProperty(COUNT)
  late: number;

  @ApiProperty(COUNT)
  done: number;

  @ApiProperty(COUNT)
  ended: number;

  @ApiProperty(COUNT)
  cancelled: number;
}

class OfferCountsDto {
  @ApiProperty(COUNT)
  open: number;

  @ApiProperty(COUNT)
  accepted: number;

  @ApiProperty(COUNT)
  declined: number;

  @ApiProperty(COUNT)
  expired: number;

  @ApiProperty(COUNT)
  withdrawn: number;
}

export class InstalmentCountsDto {
  @ApiProperty({ type: PlanCountsDto })
  plans: PlanCountsDto;

  @ApiProperty({ type: OfferCountsDto })
  offers: OfferCountsDto;
}

export class InstalmentPlansQuery extends PageQuery {
  @ApiPropertyOptional({ enum: PLAN_STANDINGS })
  @IsOptional()
  @IsIn(PLAN_STANDINGS)
  standing?: (typeof PLAN_STANDINGS)[number];

  @ApiPropertyOptional({ enum: PLAN_BASES })
  @IsOptional()
  @IsIn(PLAN_BASES)
  basis?: (typeof PLAN_BASES)[number];

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  accountId?: string;

  @ApiPropertyOptional({ description: 'A part of an account’s number, or a plan’s number' })
  @IsOptional()
  @IsString()
  @Length(1, 50)
  search?: string;
}

export class InstalmentOffersQuery extends PageQuery {
  @ApiPropertyOptional({ enum: OFFER_STATES })
  @IsOptional()
  @IsIn(OFFER_STATES)
  state?: (typeof OFFER_STATES)[number];

  @ApiPropertyOptional(MONTH)
  @IsOptional()
  @IsMonth()
  period?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  accountId?: string;
}

class PlaceToPutOffDto {
  @ApiProperty(ID)
  @IsId()
  recipientId: string;

  @ApiProperty(ID)
  @IsId()
  serviceId: string;

  @ApiProperty(MONTH)
  @IsMonth()
  period: string;

  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind: (typeof KINDS)[number];
}

class PartToPayDto {
  @ApiProperty(DAY)
  @IsDay()
  dueOn: string;

  @ApiProperty(MONEY)
  @Matches(/^\d{1,10}(\.\d{1,2})?$/)
  amount: string;
}

export class InstalmentsAskedDto {
  @ApiPropertyOptional({ type: [PlaceToPutOffDto], description: 'Without: all that the account owes' })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => PlaceToPutOffDto)
  places?: PlaceToPutOffDto[];

  @ApiPropertyOptional({ ...COUNT, minimum: 1, maximum: 60, description: 'Equal parts, a month apart; without: 6' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  parts?: number;

  @ApiPropertyOptional({ ...MONTH, description: 'The month of the first part; without: the next one' })
  @IsOptional()
  @IsMonth()
  from?: string;

  @ApiPropertyOptional({ ...COUNT, minimum: 1, maximum: 31, description: 'Of the month; without: that of its bills' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(31)
  day?: number;

  @ApiPropertyOptional({ ...RATE, description: 'Percent a year; without: no interest' })
  @IsOptional()
  @Matches(/^\d{1,3}(\.\d{1,4})?$/)
  rate?: string;

  @ApiPropertyOptional({ type: [PartToPayDto], description: 'In place of equal parts; it must add up to the debt' })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => PartToPayDto)
  schedule?: PartToPayDto[];
}

export class NewInstalmentsDto extends InstalmentsAskedDto {
  @ApiPropertyOptional({ ...orNull(TEXT), example: 'Заявление от 20.11.2026' })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  note?: string | null;
}

export class InstalmentsStartDto {
  @ApiProperty({ ...ID, description: 'The agreement that both have signed' })
  @IsId()
  documentId: string;
}

export class InstalmentsCancelDto {
  @ApiProperty({ example: 'По заявлению плательщика' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

const ANSWERS = ['accepted', 'declined'] as const;

export class OfferAnswerDto {
  @ApiProperty({ enum: ANSWERS })
  @IsIn(ANSWERS)
  answer: (typeof ANSWERS)[number];
}

class OfferWithScheduleDto extends InstalmentOfferDto {
  @ApiProperty({
    type: [InstalmentPartDto],
    description: 'What would be paid when; empty where nothing is owed any more',
  })
  schedule: InstalmentPartDto[];
}

export class OwnInstalmentsDto {
  @ApiProperty({ type: [InstalmentPlanCardDto], description: 'The latest first' })
  plans: InstalmentPlanCardDto[];

  @ApiProperty({ type: [OfferWithScheduleDto], description: 'Those that wait for an answer' })
  offers: OfferWithScheduleDto[];
}
