import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { FORMULA_STATES, type FormulaState, type NormBase, NORM_BASES, type Unit } from '@dvor/billing';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsDecimal, IsId, IsMonth, IsTexts } from '../door/fields.js';
import { ListOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';

const UNITS = ['m2', 'm3', 'kWh', 'Gcal', 'person', 'premises'] as const satisfies readonly Unit[];
const FORMULA = { ...TEXT, maxLength: 2000, example: 'min(площадь; 50 м²) × тариф' } satisfies ApiPropertyOptions;
const INPUTS = {
  type: 'object',
  additionalProperties: { type: 'string' },
  example: { площадь: '52.3', тариф: '31.50' },
  description: 'Figures of a whole month by the names of the formula’s inputs',
} satisfies ApiPropertyOptions;
const LAW = { ...TEXT, maxLength: 500 } satisfies ApiPropertyOptions;

export class FormulaCaseDto {
  @ApiProperty({ example: 'Квартира больше 50 м²' })
  @IsString()
  @Length(1, 200)
  name: string;

  @ApiProperty(INPUTS)
  @IsTexts()
  inputs: Record<string, string>;

  @ApiProperty({ ...MONEY, description: 'What has to come out, reckoned by hand' })
  @Matches(/^\d{1,12}([.,]\d{1,2})?$/)
  expected: string;
}

export class FormulaQuestionDto {
  @ApiProperty(FORMULA)
  @IsString()
  @MaxLength(2000)
  text: string;

  @ApiProperty({ enum: UNITS, example: 'm2', description: 'Roubles per this is the tariff' })
  @IsIn(UNITS)
  unit: Unit;

  @ApiPropertyOptional({
    enum: NORM_BASES,
    example: 'person',
    description: 'The norm is so many units for each of these',
  })
  @IsOptional()
  @IsIn(NORM_BASES)
  normPer?: NormBase;
}

export class FormulaCheckDto extends FormulaQuestionDto {
  @ApiPropertyOptional({ type: [FormulaCaseDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => FormulaCaseDto)
  cases?: FormulaCaseDto[];
}

export class FormulaDraftDto extends FormulaCheckDto {
  @ApiProperty({ example: 'Охрана по площади' })
  @IsString()
  @Length(1, 200)
  name: string;

  @ApiPropertyOptional({ ...orNull(LAW), example: 'Решение общего собрания № 4 от 01.10.2026' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  act?: string | null;

  @ApiPropertyOptional({ ...orNull(LAW), example: 'п. 2' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  clause?: string | null;

  @ApiPropertyOptional(orNull(LAW))
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

export class NewFormulaDto extends FormulaDraftDto {
  @ApiProperty({ example: 'guard', description: 'Stands in assignments and never changes' })
  @Matches(/^[a-z0-9][a-z0-9-]{0,59}$/)
  code: string;
}

export class FormulaTermDto {
  @ApiProperty(DAY)
  @IsDay()
  from: string;

  @ApiProperty({ example: 'Решение общего собрания' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class FormulaTrialQuestionDto extends FormulaQuestionDto {
  @ApiProperty(ID)
  @IsId()
  accountId: string;

  @ApiProperty(MONTH)
  @IsMonth()
  month: string;

  @ApiPropertyOptional({ ...orNull(ID), description: 'Its tariffs and norms are taken' })
  @IsOptional()
  @IsId()
  serviceId?: string | null;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: 'Instead of the service’s tariff' })
  @IsOptional()
  @IsDecimal()
  rate?: string | null;

  @ApiPropertyOptional({ ...orNull(NUMBER), description: 'Instead of the service’s norm' })
  @IsOptional()
  @IsDecimal()
  norm?: string | null;
}

// ------------------------------------------------------------------------------------------------------------ answers

class FormulaFaultDto {
  @ApiProperty({ example: 'unit-mismatch' })
  code: string;

  @ApiProperty({ ...COUNT, description: 'The first character at fault, from 0' })
  at: number;

  @ApiProperty(COUNT)
  length: number;

  @ApiProperty({ ...TEXT, description: 'What is wrong and how to mend it' })
  message: string;
}

class FormulaInputDto {
  @ApiProperty({ example: 'площадь' })
  name: string;

  @ApiProperty({ example: 'м²' })
  unit: string;
}

class FormulaOutcomeDto {
  @ApiProperty({ type: Boolean })
  passed: boolean;

  @ApiProperty(orNull(MONEY))
  amount: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Why nothing came out' })
  message: string | null;
}

export class FormulaCheckedDto {
  @ApiProperty({ type: FormulaFaultDto, nullable: true })
  fault: FormulaFaultDto | null;

  @ApiProperty({ type: [FormulaInputDto], description: 'What the formula asks for' })
  inputs: readonly FormulaInputDto[];

  @ApiProperty({ type: [FormulaOutcomeDto], description: 'Of the cases, in their order' })
  outcomes: FormulaOutcomeDto[];
}

class FormulaTriedCaseDto {
  @ApiProperty(TEXT)
  name: string;

  @ApiProperty(INPUTS)
  inputs: Readonly<Record<string, string>>;

  @ApiProperty(MONEY)
  expected: string;

  @ApiProperty({ type: FormulaOutcomeDto })
  outcome: FormulaOutcomeDto;
}

class FormulaDaysDto {
  @ApiProperty(DAY)
  from: string;

  @ApiProperty({ ...orNull(DAY), description: 'The first day on which it holds no longer' })
  to: string | null;
}

class FormulaVersionDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(COUNT)
  ordinal: number;

  @ApiProperty({ enum: FORMULA_STATES })
  state: FormulaState;

  @ApiProperty(FORMULA)
  text: string;

  @ApiProperty({ enum: UNITS })
  unit: Unit;

  @ApiProperty({ enum: NORM_BASES })
  normPer: NormBase;

  @ApiProperty(orNull(TEXT))
  act: string | null;

  @ApiProperty(orNull(TEXT))
  clause: string | null;

  @ApiProperty(orNull(TEXT))
  note: string | null;

  @ApiProperty({ type: [FormulaTriedCaseDto] })
  cases: FormulaTriedCaseDto[];

  @ApiProperty({ type: [FormulaDaysDto], description: 'Days on which it is charged by' })
  terms: readonly FormulaDaysDto[];

  @ApiProperty(INSTANT)
  createdAt: Date;

  @ApiProperty(orNull(TEXT))
  createdBy: string | null;

  @ApiProperty(orNull(INSTANT))
  activatedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  activatedBy: string | null;
}

export class FormulaDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: 'guard' })
  code: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty(COUNT)
  version: number;

  @ApiProperty({ type: [FormulaVersionDto], description: 'The latest first' })
  versions: FormulaVersionDto[];
}

class FormulaFigureDto {
  @ApiProperty({ example: 'площадь' })
  name: string;

  @ApiProperty({ ...TEXT, example: '52.3', description: 'Exact; a fraction where a decimal would not end' })
  figure: string;

  @ApiProperty({ example: 'м²' })
  unit: string;
}

class FormulaPartDto {
  @ApiProperty({ ...COUNT, description: 'Days on which the figures held' })
  days: number;

  @ApiProperty({ type: [FormulaFigureDto], description: 'What the formula was given' })
  inputs: FormulaFigureDto[];
}

class FormulaStepDto {
  @ApiProperty(TEXT)
  label: string;

  @ApiProperty(TEXT)
  value: string;
}

class FormulaTrialLineDto {
  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty(orNull(NUMBER))
  rate: string | null;

  @ApiProperty({ ...COUNT, description: 'Days of the month' })
  of: number;

  @ApiProperty({ type: [FormulaPartDto] })
  parts: FormulaPartDto[];

  @ApiProperty(TEXT)
  sentence: string;

  @ApiProperty({ type: [FormulaStepDto] })
  steps: readonly FormulaStepDto[];
}

export class FormulaTrialDto {
  @ApiProperty(MONEY)
  total: string;

  @ApiProperty({ type: [FormulaTrialLineDto] })
  lines: FormulaTrialLineDto[];

  @ApiProperty({ type: [String], description: 'Why the account could not be charged' })
  parked: string[];
}

export class FormulaListDto extends ListOf(FormulaDto) {}
