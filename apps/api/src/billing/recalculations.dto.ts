import { BATCH_STATES, type BatchState } from '@dvor/billing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { ApprovalDto } from '../approvals/approvals.dto.js';
import { IsFlag, IsId } from '../door/fields.js';
import { ListOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';

export class RecalculationDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: BATCH_STATES, enumName: 'RecalculationState' })
  state: BatchState;

  @ApiProperty({ type: [String], description: 'Tables of facts that were changed', example: ['norms'] })
  facts: readonly string[];

  @ApiProperty({ type: [String] })
  reasons: readonly string[];

  @ApiProperty({ type: [String], description: 'Names of the services they are of' })
  services: readonly string[];

  @ApiProperty({ ...COUNT, description: 'Houses that were changed themselves' })
  houses: number;

  @ApiProperty({ ...DAY, description: 'The first day that was changed' })
  from: string;

  @ApiProperty(INSTANT)
  changedAt: Date;

  @ApiProperty(orNull(TEXT))
  changedBy: string | null;

  @ApiProperty({ type: [String], description: 'Ids of those who made the changes: none of them lets it in' })
  authors: readonly string[];

  @ApiProperty(orNull(INSTANT))
  decidedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  decidedBy: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Why it was postponed, or allowed for months long past' })
  decision: string | null;

  @ApiProperty({ description: 'Let in for months beyond those that are usual too' })
  beyond: boolean;

  @ApiProperty({ ...orNull(MONTH), description: 'Whose bills hold it' })
  postedIn: string | null;
}

class RecalculationLettingDto {
  @ApiProperty({ description: 'A second person’s word is needed' })
  required: boolean;

  @ApiProperty({ type: ApprovalDto, nullable: true, description: 'Asked for or given, and not used yet' })
  approval: ApprovalDto | null;

  @ApiProperty({ description: 'The word speaks of months beyond those that are usual too' })
  beyond: boolean;

  @ApiProperty({ ...orNull(MONTH), description: 'The first month that is too old to be recalculated by itself' })
  cutOff: string | null;

  @ApiProperty({ ...COUNT, description: 'How many months back are usual' })
  monthsBack: number;
}

export class RecalculationCardDto extends RecalculationDto {
  @ApiProperty({ type: RecalculationLettingDto })
  letting: RecalculationLettingDto;
}

export class RecalculationListDto extends ListOf(RecalculationDto) {}

class PreviewedMonthDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '00010002' })
  account: string;

  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(MONTH)
  month: string;

  @ApiProperty({ ...MONEY, description: 'Was charged, of what changes' })
  charged: string;

  @ApiProperty({ ...MONEY, description: 'By other changes of the same days, which come with it' })
  besides: string;

  @ApiProperty({ ...MONEY, description: 'By this recalculation alone' })
  difference: string;

  @ApiProperty({ ...MONEY, description: 'Should have been charged: the three together' })
  should: string;
}

const BESIDE_STATES = ['next-run', 'waiting', 'approved', 'postponed'] as const;

class WaitsBesideDto {
  @ApiProperty({ ...ID, description: 'As of a recalculation' })
  transaction: string;

  @ApiProperty({ enum: BESIDE_STATES, enumName: 'WaitsBesideState', description: '`next-run`: waits for nobody' })
  state: (typeof BESIDE_STATES)[number];

  @ApiProperty({ type: [String] })
  reasons: readonly string[];
}

class NotApartDto {
  @ApiProperty({ ...orNull(TEXT), description: 'Of the later change of the same days' })
  reason: string | null;
}

class HousesDoneDto {
  @ApiProperty(COUNT)
  done: number;

  @ApiProperty(COUNT)
  total: number;
}

export class RecalculationPreviewDto {
  @ApiProperty({ type: [PreviewedMonthDto] })
  items: PreviewedMonthDto[];

  @ApiProperty({ ...MONEY, description: 'By this recalculation alone, in the houses on this page' })
  difference: string;

  @ApiProperty({ ...MONEY, description: 'By the other changes of the same days, in these houses' })
  besides: string;

  @ApiProperty({ type: [WaitsBesideDto], description: 'The other changes of the same accounts, services and months' })
  waitBeside: readonly WaitsBesideDto[];

  @ApiProperty({
    type: NotApartDto,
    nullable: true,
    description: 'Its own part can’t be told from the others’, `difference` holds both; `null`: it can',
  })
  notApart: NotApartDto | null;

  @ApiProperty({ ...COUNT, description: 'Months of accounts that can’t be recalculated from what is known' })
  unreplayed: number;

  @ApiProperty({ type: HousesDoneDto })
  houses: HousesDoneDto;

  @ApiProperty({ ...orNull(ID), description: 'The house to go on after; `null`: there are no more' })
  next: string | null;
}

export class RecalculationPreviewQuery {
  @ApiPropertyOptional({ ...ID, description: '`next` of the page before' })
  @IsOptional()
  @IsId()
  after?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'With the months beyond those that are usual' })
  @IsOptional()
  @IsFlag()
  beyond?: boolean;
}

export class ApproveRecalculationDto {
  @ApiPropertyOptional({ type: Boolean, description: 'For months beyond those that are usual too: asks for a reason' })
  @IsOptional()
  @IsBoolean()
  beyond?: boolean;

  @ApiPropertyOptional(TEXT)
  @IsOptional()
  @IsString()
  @Length(1, 500)
  reason?: string;
}

export class PostponeRecalculationDto {
  @ApiProperty(TEXT)
  @IsString()
  @Length(1, 500)
  reason: string;
}
