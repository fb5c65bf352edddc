import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { IsId } from '../door/fields.js';
import { ListOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';

const STATES = ['waiting', 'approved', 'postponed', 'posted'] as const;

export class RecalculationDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: STATES, enumName: 'RecalculationState' })
  state: (typeof STATES)[number];

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

  @ApiProperty(orNull(INSTANT))
  decidedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  decidedBy: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Why it was postponed, or allowed for months long past' })
  decision: string | null;

  @ApiProperty({ ...orNull(MONTH), description: 'Whose bills hold it' })
  postedIn: string | null;
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

  @ApiProperty({ ...MONEY, description: 'Should have been charged' })
  should: string;

  @ApiProperty(MONEY)
  difference: string;
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

  @ApiProperty({ ...MONEY, description: 'Of the houses on this page' })
  difference: string;

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
