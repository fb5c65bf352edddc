import {
  DEBT_STAGES,
  type DebtStage,
  RESTRICTION_ACTS,
  RESTRICTION_ENDS,
  RESTRICTION_STAGES,
  RESTRICTION_STEPS,
  type RestrictionEnd,
  type RestrictionStage,
  type RestrictionStep,
} from '@dvor/debts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { IsDay, IsId } from '../door/fields.js';
import { PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, MONEY, orNull, TEXT } from '../door/shapes.js';
import { DebtStepDto } from './court.dto.js';
import { ObstacleDto } from './letters.dto.js';

const SUM = /^\d{1,10}(\.\d{1,2})?$/;
export const ACT_KINDS = ['restriction', 'suspension', 'restoration'] as const;

/** Whose services are to be restricted, and which. */
export class RestrictionRuleDto {
  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional({ ...MONEY, description: 'The debt in all is not less' })
  @IsOptional()
  @Matches(SUM)
  least?: string;

  @ApiPropertyOptional({ enum: DEBT_STAGES, enumName: 'DebtStage' })
  @IsOptional()
  @IsIn(DEBT_STAGES)
  stage?: DebtStage;

  @ApiPropertyOptional({ type: [String], description: 'Only these accounts' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsId({ each: true })
  accountIds?: string[];

  @ApiPropertyOptional({ type: [String], description: 'Only these services; without: all that may be restricted' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsId({ each: true })
  serviceIds?: string[];

  @ApiPropertyOptional({
    type: [String],
    description: 'Services of which no less can be given: they are cut off at once, cold water not at all',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  cannotLimit?: string[];
}

class RestrictableServiceDto {
  @ApiProperty(ID)
  serviceId: string;

  @ApiProperty(TEXT)
  service: string;

  @ApiProperty({ ...MONEY, description: 'Overdue for it, without penalties' })
  debt: string;

  @ApiProperty({ ...MONEY, description: 'A month by the norm, at the tariff of the day' })
  normFee: string;

  @ApiProperty({ type: [String], description: 'How that came about' })
  explained: string[];

  @ApiProperty({ type: Boolean })
  canLimit: boolean;
}

class RestrictionCandidateDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '00010001' })
  account: string;

  @ApiProperty(TEXT)
  debtor: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ type: [RestrictableServiceDto] })
  services: RestrictableServiceDto[];

  @ApiProperty({ type: [ObstacleDto], description: 'Empty: he will be warned' })
  obstacles: ObstacleDto[];
}

export class RestrictionPreviewDto {
  @ApiProperty(DAY)
  dated: string;

  @ApiProperty({ ...COUNT, description: 'Accounts to be warned' })
  accounts: number;

  @ApiProperty({ ...COUNT, description: 'Accounts that will not be' })
  without: number;

  @ApiProperty({ ...COUNT, description: 'Restrictions that will be begun' })
  restrictions: number;

  @ApiProperty({ ...MONEY, description: 'Owed for those services' })
  sum: string;

  @ApiProperty({ type: [RestrictionCandidateDto], description: 'The first 500, those to be warned first' })
  items: RestrictionCandidateDto[];
}

class NextRestrictionActDto {
  @ApiProperty({ enum: RESTRICTION_ACTS, enumName: 'RestrictionNext' })
  act: (typeof RESTRICTION_ACTS)[number];

  @ApiProperty({ ...orNull(DAY), description: 'Not before' })
  from: string | null;

  @ApiProperty({ ...orNull(DAY), description: 'Not after' })
  until: string | null;
}

class RestrictionWarningDto {
  @ApiProperty(ID)
  letterId: string;

  @ApiProperty(ID)
  batchId: string;

  @ApiProperty({ example: '3/1' })
  number: string;
}

export class RestrictionDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '00010001' })
  account: string;

  @ApiProperty(TEXT)
  debtor: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty(ID)
  serviceId: string;

  @ApiProperty(TEXT)
  service: string;

  @ApiProperty({ enum: RESTRICTION_STAGES, enumName: 'RestrictionStage' })
  stage: RestrictionStage;

  @ApiProperty({ ...MONEY, description: 'Owed for the service when it began' })
  debt: string;

  @ApiProperty(DAY)
  beganOn: string;

  @ApiProperty({ ...orNull(DAY), description: 'The warning came' })
  warnedOn: string | null;

  @ApiProperty({ ...orNull(DAY), description: 'The second warning came' })
  remindedOn: string | null;

  @ApiProperty(orNull(DAY))
  limitedOn: string | null;

  @ApiProperty(orNull(DAY))
  suspendedOn: string | null;

  @ApiProperty({ ...orNull(DAY), description: 'Its reason has fallen away' })
  clearedOn: string | null;

  @ApiProperty({ enum: ['paid', 'plan'], nullable: true })
  clearedWhy: 'paid' | 'plan' | null;

  @ApiProperty(orNull(DAY))
  endedOn: string | null;

  @ApiProperty({ enum: RESTRICTION_ENDS, enumName: 'RestrictionEnd', nullable: true })
  endedWhy: RestrictionEnd | null;

  @ApiProperty({ type: RestrictionWarningDto, nullable: true })
  warning: RestrictionWarningDto | null;

  @ApiProperty({ type: NextRestrictionActDto, nullable: true, description: '`null`: it is over' })
  next: NextRestrictionActDto | null;
}

export class RestrictionPageDto extends PageOf(RestrictionDto) {}

export class RestrictionDetailDto extends RestrictionDto {
  @ApiProperty({ ...MONEY, description: 'Owed for the service today, overdue, without penalties' })
  owes: string;

  @ApiProperty({ ...MONEY, description: 'A month by the norm when it began' })
  normFee: string;

  @ApiProperty({ type: [String], description: 'How that came about' })
  explained: string[];

  @ApiProperty({ type: Boolean, description: 'There is a way to give less of it' })
  canLimit: boolean;

  @ApiProperty({ type: Boolean, description: 'It may be cut off at all' })
  canSuspend: boolean;

  @ApiProperty({ type: [ObstacleDto], description: 'What stands against an act today' })
  obstacles: ObstacleDto[];

  @ApiProperty({ type: [DebtStepDto] })
  steps: DebtStepDto[];
}

class RestrictionCountDto {
  @ApiProperty({ enum: RESTRICTION_STAGES, enumName: 'RestrictionStage' })
  stage: RestrictionStage;

  @ApiProperty(COUNT)
  count: number;
}

export class RestrictionSummaryDto {
  @ApiProperty({ type: [RestrictionCountDto], description: 'Restrictions that are not over, by their stages' })
  stages: RestrictionCountDto[];

  @ApiProperty({ ...COUNT, description: 'Restrictions whose second warning is due' })
  toRemind: number;
}

export class RestrictionsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: RESTRICTION_STAGES, enumName: 'RestrictionStage' })
  @IsOptional()
  @IsIn(RESTRICTION_STAGES)
  stage?: RestrictionStage;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  accountId?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  serviceId?: string;

  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  open?: boolean;
}

export class NewRestrictionStepDto {
  @ApiProperty({ enum: RESTRICTION_STEPS, enumName: 'RestrictionStep' })
  @IsIn(RESTRICTION_STEPS)
  kind: RestrictionStep;

  @ApiProperty(DAY)
  @IsDay()
  on: string;

  @ApiPropertyOptional({ ...TEXT, description: 'Of the act; one that is let go needs none' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string;

  @ApiPropertyOptional(TEXT)
  @IsOptional()
  @IsString()
  @Length(0, 1000)
  note?: string;

  @ApiPropertyOptional({ ...ID, description: 'A work of the price list that its debtor pays' })
  @IsOptional()
  @IsId()
  costWorkId?: string;

  @ApiPropertyOptional({ ...MONEY, description: 'Its price; without: the list’s' })
  @IsOptional()
  @Matches(SUM)
  cost?: string;

  @ApiPropertyOptional({ type: String, format: 'binary', description: 'The signed act, up to 20 MB' })
  file?: unknown;
}

export class ActFormQuery {
  @ApiProperty({ enum: ACT_KINDS })
  @IsIn(ACT_KINDS)
  kind: (typeof ACT_KINDS)[number];
}
