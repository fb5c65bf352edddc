import { CORRECTION_STATES } from '@dvor/billing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { IsId, IsMonth } from '../door/fields.js';
import { ListOf, PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';

const PARTS = ['individual', 'common'] as const;
const KINDS = ['correction', 'fine'] as const;
const PART = { enum: PARTS, description: 'The individual fee, or that for common property: their sums never mix' };
const OWN = 'A mistake of the organisation itself: evidence against a fine for an overcharge (ЖК 157)';
const LATE = 'Why it speaks of what is more than 36 months ago';

class NamedCorrectionDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: '7' })
  number: string;
}

export class CorrectionDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: '7' })
  number: string;

  @ApiProperty({ enum: KINDS })
  kind: (typeof KINDS)[number];

  @ApiProperty(DAY)
  dated: string;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty({ ...orNull(TEXT), description: LATE })
  lateReason: string | null;

  @ApiProperty({ ...ID, description: 'The paper that says so' })
  documentId: string;

  @ApiProperty({ type: Boolean, description: OWN })
  ownError: boolean;

  @ApiProperty({ enum: CORRECTION_STATES })
  state: (typeof CORRECTION_STATES)[number];

  @ApiProperty({ ...orNull(MONTH), description: 'In which month it was posted' })
  postedIn: string | null;

  @ApiProperty({ type: Boolean, description: 'A second person’s word was needed' })
  aboveLimit: boolean;

  @ApiProperty({ type: NamedCorrectionDto, nullable: true, description: 'The correction that it takes back' })
  mirrors: NamedCorrectionDto | null;

  @ApiProperty({ type: NamedCorrectionDto, nullable: true, description: 'The correction that took it back' })
  mirroredBy: NamedCorrectionDto | null;

  @ApiProperty(COUNT)
  accounts: number;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty(INSTANT)
  createdAt: Date;

  @ApiProperty(orNull(TEXT))
  createdBy: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Why it was taken back before it was posted' })
  withdrawn: string | null;
}

export class CorrectionPageDto extends PageOf(CorrectionDto) {}

class CorrectionItemDto {
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

  @ApiProperty({ example: 'ООО «Тепло»' })
  supplier: string;

  @ApiProperty(PART)
  part: (typeof PARTS)[number];

  @ApiProperty(MONTH)
  origin: string;

  @ApiProperty({ ...orNull(MONEY), description: 'What stood for the month' })
  was: string | null;

  @ApiProperty({ ...MONEY, description: 'Roubles more, or less' })
  amount: string;

  @ApiProperty({
    ...orNull(MONEY),
    description: 'What the closed account owes in the end, below zero what is to be given back; `null`: it is open',
  })
  finalBalance: string | null;
}

export class CorrectionCardDto extends CorrectionDto {
  @ApiProperty({ type: [CorrectionItemDto] })
  items: CorrectionItemDto[];
}

export class CorrectionsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'A part of the reason, the number, or a part of an account’s number' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  search?: string;

  @ApiPropertyOptional({ enum: CORRECTION_STATES })
  @IsOptional()
  @IsIn(CORRECTION_STATES)
  state?: (typeof CORRECTION_STATES)[number];

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  accountId?: string;

  @ApiPropertyOptional({ ...MONTH, description: 'Which month it corrects' })
  @IsOptional()
  @IsMonth()
  origin?: string;
}

export class ChargedForQuery {
  @ApiProperty(MONTH)
  @IsMonth()
  period: string;
}

class ChargedForDto {
  @ApiProperty(ID)
  serviceId: string;

  @ApiProperty({ example: 'Отопление' })
  service: string;

  @ApiProperty(ID)
  supplierId: string;

  @ApiProperty({ example: 'ООО «Тепло»' })
  supplier: string;

  @ApiProperty(PART)
  part: (typeof PARTS)[number];

  @ApiProperty(MONEY)
  amount: string;
}

export class ChargedForListDto extends ListOf(ChargedForDto) {}

export class NewCorrectionItemDto {
  @ApiProperty(ID)
  @IsId()
  accountId: string;

  @ApiProperty(ID)
  @IsId()
  serviceId: string;

  @ApiPropertyOptional({ ...orNull(ID), description: 'Without: the one that charged the service in the month' })
  @IsOptional()
  @IsId()
  supplierId?: string | null;

  @ApiPropertyOptional({ ...PART, nullable: true })
  @IsOptional()
  @IsIn(PARTS)
  part?: (typeof PARTS)[number] | null;

  @ApiProperty(MONTH)
  @IsMonth()
  origin: string;

  @ApiProperty({ type: String, example: '-200.00', description: 'Roubles more, or less' })
  @Matches(/^-?\d{1,10}(\.\d{1,2})?$/)
  amount: string;
}

export class NewCorrectionDto {
  @ApiProperty({ example: 'Двойное начисление' })
  @IsString()
  @Length(3, 500)
  reason: string;

  @ApiProperty({ ...ID, description: 'The paper that says so' })
  @IsId()
  documentId: string;

  @ApiPropertyOptional({ type: Boolean, default: false, description: OWN })
  @IsOptional()
  @IsBoolean()
  ownError?: boolean;

  @ApiPropertyOptional({ ...orNull(TEXT), description: LATE })
  @IsOptional()
  @IsString()
  @Length(3, 500)
  lateReason?: string | null;

  @ApiProperty({ type: [NewCorrectionItemDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => NewCorrectionItemDto)
  items: NewCorrectionItemDto[];
}

export class CorrectionFileDto {
  @ApiProperty({ type: String, format: 'binary', description: 'XLSX or CSV, up to 2 MB and 1000 lines' })
  @IsOptional()
  file?: unknown;
}

class ForeseenItemDto {
  @ApiProperty({ ...COUNT, description: 'Of the file' })
  line: number;

  @ApiProperty({ example: '1000000017' })
  account: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty(TEXT)
  service: string;

  @ApiProperty(orNull(MONTH))
  origin: string | null;

  @ApiProperty({ ...orNull(MONEY), description: 'Stands now' })
  was: string | null;

  @ApiProperty({ ...orNull(MONEY), description: 'Will stand' })
  becomes: string | null;

  @ApiProperty({ type: NewCorrectionItemDto, nullable: true, description: 'As it is entered; `null`: it can’t be' })
  item: NewCorrectionItemDto | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Why the line can’t be entered, and what to mend' })
  problem: string | null;
}

export class CorrectionTableDto {
  @ApiProperty({ type: [ForeseenItemDto] })
  items: ForeseenItemDto[];

  @ApiProperty({ ...MONEY, description: 'Of the lines that can be entered' })
  amount: string;

  @ApiProperty({ ...COUNT, description: 'Lines that can’t be entered' })
  problems: number;
}

export class CorrectionReasonDto {
  @ApiProperty({ example: 'Передумали' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class CorrectionMirrorDto extends CorrectionReasonDto {
  @ApiProperty({ ...ID, description: 'The paper that says so' })
  @IsId()
  documentId: string;
}
