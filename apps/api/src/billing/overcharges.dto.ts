import { CLAIM_DECISIONS, NOTICE_WAYS } from '@dvor/billing';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsId, IsInstant, IsMonth } from '../door/fields.js';
import { ListOf } from '../door/page.dto.js';
import { DAY, ID, INSTANT, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';

class FindingDto {
  @ApiProperty({ enum: ['replay', 'manual'], description: 'By a recalculation, or by somebody who corrected it' })
  by: 'replay' | 'manual';

  @ApiProperty(INSTANT)
  foundAt: Date;

  @ApiProperty({ ...orNull(INSTANT), description: 'When the payer was told' })
  toldAt: Date | null;

  @ApiProperty({ ...orNull(INSTANT), description: 'When the month that gave it back was closed' })
  postedAt: Date | null;

  @ApiProperty(MONEY)
  excess: string;
}

class OwnErrorDto extends FindingDto {
  @ApiProperty(ID)
  correctionId: string;

  @ApiProperty({ example: '7' })
  number: string;

  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '100200300' })
  account: string;

  @ApiProperty({ example: 'Лесная, 5, 12' })
  address: string;

  @ApiProperty({ example: 'Отопление' })
  service: string;

  @ApiProperty(MONTH)
  origin: string;

  @ApiProperty({ description: 'The payer had claimed before it was found' })
  claimed: boolean;
}

export class OwnErrorListDto extends ListOf(OwnErrorDto) {}

class FoundOverchargeDto extends OmitType(FindingDto, ['by']) {
  @ApiProperty({ ...ID, description: 'The run that gives it back' })
  runId: string;

  @ApiProperty({ description: 'The payer had claimed before it was found' })
  claimed: boolean;

  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '100200300' })
  account: string;

  @ApiProperty({ example: 'Лесная, 5, 12' })
  address: string;

  @ApiProperty({ example: 'Отопление' })
  service: string;

  @ApiProperty(MONTH)
  origin: string;

  @ApiProperty({ type: [String], description: 'Why it was recalculated' })
  reasons: readonly string[];
}

export class FoundOverchargeListDto extends ListOf(FoundOverchargeDto) {}

export class OverchargeClaimDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '100200300' })
  account: string;

  @ApiProperty({ example: 'Лесная, 5, 12' })
  address: string;

  @ApiProperty(ID)
  serviceId: string;

  @ApiProperty({ example: 'Отопление' })
  service: string;

  @ApiProperty(MONTH)
  origin: string;

  @ApiProperty(INSTANT)
  receivedAt: Date;

  @ApiProperty(TEXT)
  claim: string;

  @ApiProperty({ type: FindingDto, nullable: true, description: 'What was found first; `null`: nothing yet' })
  finding: FindingDto | null;

  @ApiProperty({ enum: ['claim', 'finding'], description: 'What came first decides whether a fine is due' })
  first: 'claim' | 'finding';

  @ApiProperty({ ...DAY, description: 'A month to check' })
  checkBy: string;

  @ApiProperty({ ...DAY, description: 'Two months to pay' })
  payBy: string;

  @ApiProperty({ ...orNull(MONEY), description: 'Half of what was found, where the claim came first' })
  fine: string | null;

  @ApiProperty({ enum: CLAIM_DECISIONS, nullable: true })
  decision: (typeof CLAIM_DECISIONS)[number] | null;

  @ApiProperty(orNull(TEXT))
  decisionReason: string | null;

  @ApiProperty(orNull(INSTANT))
  decidedAt: Date | null;

  @ApiProperty({ ...orNull(ID), description: 'The document that posts the fine' })
  fineId: string | null;
}

export class OverchargeClaimListDto extends ListOf(OverchargeClaimDto) {}

export class NewOverchargeClaimDto {
  @ApiProperty(ID)
  @IsId()
  accountId: string;

  @ApiProperty(ID)
  @IsId()
  serviceId: string;

  @ApiProperty({ ...MONTH, description: 'Which month the payer says was charged too much' })
  @IsMonth()
  origin: string;

  @ApiProperty({ ...INSTANT, description: 'When the claim came' })
  @IsInstant()
  receivedAt: string;

  @ApiProperty({ example: 'За отопление начислили дважды' })
  @IsString()
  @Length(3, 1000)
  claim: string;

  @ApiPropertyOptional(orNull(ID))
  @IsOptional()
  @IsId()
  documentId?: string | null;
}

export class ClaimDecisionDto {
  @ApiProperty({ enum: CLAIM_DECISIONS })
  @IsIn(CLAIM_DECISIONS)
  decision: (typeof CLAIM_DECISIONS)[number];

  @ApiProperty({ example: 'Проверка начислений' })
  @IsString()
  @Length(3, 500)
  reason: string;

  @ApiPropertyOptional({ ...orNull(MONEY), description: 'Of a fine: roubles charged above the due' })
  @IsOptional()
  @Matches(/^\d{1,10}(\.\d{1,2})?$/)
  excess?: string | null;

  @ApiPropertyOptional({ ...orNull(ID), description: 'Of a fine: the paper' })
  @IsOptional()
  @IsId()
  documentId?: string | null;
}

export class OverchargeNoticeDto {
  @ApiProperty(ID)
  @IsId()
  accountId: string;

  @ApiProperty({ enum: NOTICE_WAYS })
  @IsIn(NOTICE_WAYS)
  how: (typeof NOTICE_WAYS)[number];
}
