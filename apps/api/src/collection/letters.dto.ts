import { BATCH_KINDS, DEBT_STAGES, DELIVERY_WAYS, LETTER_KINDS, OVERDUE_AGES } from '@dvor/debts';
import type { BatchKind, DebtStage, DeliveryWay, LetterKind } from '@dvor/debts';
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
import { ListOf, PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';

const SUM = /^\d{1,12}(\.\d{1,2})?$/;

/** Why a debtor gets no letter; besides the reason it names the plan, the dispute, the day or the sum. */
export const OBSTACLES = [
  ...['paid', 'plan', 'dispute', 'in-transit', 'died', 'no-debtor', 'account-closed'],
  ...['at-court', 'written-lately', 'all-left-out', 'below-least'],
  ...['below-norms', 'no-norm-fee', 'no-way', 'going-on', 'nothing-to-restrict'],
] as const;

export class ObstacleDto {
  @ApiProperty({ enum: OBSTACLES, enumName: 'DebtObstacle' })
  reason: string;

  @ApiPropertyOptional({ ...TEXT, description: 'The plan, the case, what is disputed' })
  what?: string;

  @ApiPropertyOptional(MONEY)
  sum?: string;

  @ApiPropertyOptional(DAY)
  on?: string;
}

export class LetterRuleDto {
  @ApiProperty({ enum: BATCH_KINDS, enumName: 'LetterBatchKind' })
  @IsIn(BATCH_KINDS)
  kind: BatchKind;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional({ enum: OVERDUE_AGES, description: 'The oldest debt is of this age or older' })
  @IsOptional()
  @IsIn(OVERDUE_AGES)
  age?: (typeof OVERDUE_AGES)[number];

  @ApiPropertyOptional({ ...MONEY, description: 'The debt is not less' })
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

  @ApiPropertyOptional({ ...DAY, description: 'The last day to pay; without: by the organisation’s setting' })
  @IsOptional()
  @IsDay()
  payBy?: string;
}

export class LeftOutMonthDto {
  @ApiProperty(MONTH)
  period: string;

  @ApiProperty({ enum: ['time-barred', 'other-payer'] })
  why: 'time-barred' | 'other-payer';

  @ApiProperty(MONEY)
  sum: string;
}

class ConsideredDebtorDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '00010001' })
  account: string;

  @ApiProperty(TEXT)
  debtor: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty(MONEY)
  principal: string;

  @ApiProperty(MONEY)
  penalty: string;

  @ApiProperty({ type: [ObstacleDto], description: 'Empty: there will be a letter' })
  obstacles: ObstacleDto[];

  @ApiProperty({ type: [LeftOutMonthDto], description: 'Months that are not asked for' })
  leftOut: LeftOutMonthDto[];
}

export class LetterPreviewDto {
  @ApiProperty(DAY)
  dated: string;

  @ApiProperty(DAY)
  payBy: string;

  @ApiProperty(COUNT)
  letters: number;

  @ApiProperty({ ...COUNT, description: 'Debtors of the rule who get no letter' })
  without: number;

  @ApiProperty({ ...MONEY, description: 'Asked for in all letters' })
  sum: string;

  @ApiProperty({ type: [ConsideredDebtorDto], description: 'The first 500, those without a letter first' })
  items: ConsideredDebtorDto[];
}

export class LetterBatchDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(COUNT)
  number: number;

  @ApiProperty({ enum: LETTER_KINDS, enumName: 'LetterKind' })
  kind: LetterKind;

  @ApiProperty(DAY)
  asOf: string;

  @ApiProperty(DAY)
  payBy: string;

  @ApiProperty({ enum: ['writing', 'printing', 'ready', 'failed'] })
  state: 'writing' | 'printing' | 'ready' | 'failed';

  @ApiProperty(COUNT)
  letters: number;

  @ApiProperty({ ...COUNT, description: 'Of them printed so far' })
  printed: number;

  @ApiProperty(COUNT)
  leftOut: number;

  @ApiProperty(MONEY)
  sum: string;

  @ApiProperty({ description: 'The file of all letters is there' })
  fileReady: boolean;

  @ApiProperty(INSTANT)
  createdAt: Date;

  @ApiProperty(orNull(TEXT))
  by: string | null;
}

class LeftOutDebtorDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '00010001' })
  account: string;

  @ApiProperty({ type: [ObstacleDto] })
  obstacles: ObstacleDto[];
}

export class LetterBatchDetailDto extends LetterBatchDto {
  @ApiProperty({ type: [LeftOutDebtorDto] })
  without: LeftOutDebtorDto[];
}

export class LetterBatchPageDto extends PageOf(LetterBatchDto) {}

export class LettersQuery extends PageQuery {
  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  batchId?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  accountId?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional({ enum: DEBT_STAGES, enumName: 'DebtStage', description: 'Where its debtor stands now' })
  @IsOptional()
  @IsIn(DEBT_STAGES)
  stage?: DebtStage;

  @ApiPropertyOptional({ enum: LETTER_KINDS, enumName: 'LetterKind' })
  @IsOptional()
  @IsIn(LETTER_KINDS)
  kind?: LetterKind;

  @ApiPropertyOptional({ type: Boolean, description: 'Known to have come, or not' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  delivered?: boolean;
}

class LetterSentDto {
  @ApiProperty({ enum: DELIVERY_WAYS, enumName: 'LetterWay' })
  way: DeliveryWay;

  @ApiProperty(DAY)
  on: string;
}

export class DebtLetterDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(ID)
  batchId: string;

  @ApiProperty({ example: '12/3' })
  number: string;

  @ApiProperty({ enum: LETTER_KINDS, enumName: 'LetterKind' })
  kind: LetterKind;

  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '00010001' })
  account: string;

  @ApiProperty(TEXT)
  debtor: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty(DAY)
  dated: string;

  @ApiProperty(DAY)
  payBy: string;

  @ApiProperty(MONEY)
  principal: string;

  @ApiProperty(MONEY)
  penalty: string;

  @ApiProperty({ description: 'It is printed' })
  fileReady: boolean;

  @ApiProperty({ ...orNull(DAY), description: 'The first day on which it came' })
  deliveredOn: string | null;

  @ApiProperty({ type: LetterSentDto, nullable: true, description: 'How it was last sent' })
  sent: LetterSentDto | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Why it was taken back' })
  voided: string | null;
}

export class DebtLetterPageDto extends PageOf(DebtLetterDto) {}

class LetterDeliveryDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: DELIVERY_WAYS, enumName: 'LetterWay' })
  way: DeliveryWay;

  @ApiProperty(DAY)
  sentOn: string;

  @ApiProperty(orNull(DAY))
  deliveredOn: string | null;

  @ApiProperty(orNull(DAY))
  returnedOn: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Number of the registered letter, or who took it' })
  proof: string | null;

  @ApiProperty({ description: 'There is a paper that proves it' })
  hasFile: boolean;

  @ApiProperty(orNull(TEXT))
  by: string | null;
}

class LetterMonthDto {
  @ApiProperty(MONTH)
  period: string;

  @ApiProperty(DAY)
  due: string;

  @ApiProperty(COUNT)
  days: number;

  @ApiProperty(MONEY)
  principal: string;

  @ApiProperty(MONEY)
  penalty: string;

  @ApiProperty(MONEY)
  total: string;
}

export class DebtLetterDetailDto extends DebtLetterDto {
  @ApiProperty(TEXT)
  title: string;

  @ApiProperty({ type: [String], description: 'Paragraphs before the figures' })
  opening: string[];

  @ApiProperty({ type: [String], description: 'Paragraphs after them' })
  closing: string[];

  @ApiProperty({ type: [LetterMonthDto] })
  months: LetterMonthDto[];

  @ApiProperty({ type: [LeftOutMonthDto] })
  leftOut: LeftOutMonthDto[];

  @ApiProperty({ type: [LetterDeliveryDto] })
  deliveries: LetterDeliveryDto[];
}

export class LetterTextDto {
  @ApiProperty(TEXT)
  subject: string;

  @ApiProperty({ ...TEXT, description: 'For an e-mail or a message in ГИС ЖКХ; the paper goes along' })
  text: string;
}

export class BatchSendingDto {
  @ApiProperty({ enum: DELIVERY_WAYS, enumName: 'LetterWay' })
  @IsIn(DELIVERY_WAYS)
  way: DeliveryWay;

  @ApiProperty(DAY)
  @IsDay()
  sentOn: string;
}

export class SentCountDto {
  @ApiProperty({ ...COUNT, description: 'Letters that had been sent in no way yet' })
  letters: number;
}

export class NewLetterDeliveryDto extends BatchSendingDto {
  @ApiPropertyOptional({ ...DAY, description: 'The day it came' })
  @IsOptional()
  @IsDay()
  deliveredOn?: string;

  @ApiPropertyOptional({ ...DAY, description: 'The day it came back' })
  @IsOptional()
  @IsDay()
  returnedOn?: string;

  @ApiPropertyOptional({ ...TEXT, description: 'Number of the registered letter, or who took it' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  proof?: string;

  @ApiPropertyOptional({ type: String, format: 'binary', description: 'The paper that proves it, up to 20 MB' })
  file?: unknown;
}

export class LetterWordingDto {
  @ApiProperty({ example: 'Уведомление о задолженности', description: 'May name fields, as all of it may: `{долг}`' })
  @IsString()
  @Length(3, 200)
  title: string;

  @ApiProperty({ ...TEXT, description: 'Before the figures; empty lines part paragraphs' })
  @IsString()
  @Length(3, 8000)
  opening: string;

  @ApiProperty({ ...TEXT, description: 'After the figures' })
  @IsString()
  @Length(3, 8000)
  closing: string;

  @ApiProperty({ example: 'Директор' })
  @IsString()
  @Length(1, 200)
  signerPost: string;

  @ApiProperty({ example: 'И. И. Иванов', description: 'Empty: written in by hand' })
  @IsString()
  @MaxLength(200)
  signerName: string;
}

class KeptWordingDto extends LetterWordingDto {
  @ApiProperty({ enum: LETTER_KINDS, enumName: 'LetterKind' })
  kind: LetterKind;

  @ApiProperty({ description: 'Whether it is the one that everybody has' })
  standard: boolean;

  @ApiProperty({ ...orNull(INSTANT), description: 'In force since; `null`: it was never another' })
  recordedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  by: string | null;
}

class LetterFieldDto {
  @ApiProperty({ example: '{долг}' })
  field: string;

  @ApiProperty({ example: 'долг без пени' })
  what: string;
}

export class LetterWordingListDto extends ListOf(KeptWordingDto) {
  @ApiProperty({ type: [LetterFieldDto], description: 'What a wording may name' })
  fields: LetterFieldDto[];
}

export class WordingVersionsQuery {
  @ApiProperty({ enum: LETTER_KINDS, enumName: 'LetterKind' })
  @IsIn(LETTER_KINDS)
  kind: LetterKind;
}

class WordingVersionDto extends KeptWordingDto {
  @ApiProperty(ID)
  id: string;
}

export class WordingVersionListDto extends ListOf(WordingVersionDto) {}

export class WordingPreviewDto extends LetterWordingDto {
  @ApiPropertyOptional({ enum: LETTER_KINDS, enumName: 'LetterKind', description: 'Of which letter; a notice without' })
  @IsOptional()
  @IsIn(LETTER_KINDS)
  kind?: LetterKind;

  @ApiPropertyOptional({ ...ID, description: 'Whose debt stands in it; without: nobody’s' })
  @IsOptional()
  @IsId()
  accountId?: string;
}

export class FilledWordingDto {
  @ApiProperty({ ...orNull(TEXT), description: 'Of whose letter; `null`: of nobody’s' })
  debtor: string | null;

  @ApiProperty(TEXT)
  title: string;

  @ApiProperty({ type: [String] })
  opening: string[];

  @ApiProperty({ type: [String] })
  closing: string[];
}
