import { COURT_STEPS, type CourtStep, STEP_KINDS, type StepKind } from '@dvor/debts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { IsDay, IsId } from '../door/fields.js';
import { PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';
import { LeftOutMonthDto, ObstacleDto } from './letters.dto.js';

class CourtResidentDto {
  @ApiProperty(ID)
  partyId: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty(orNull(DAY))
  birthDate: string | null;
}

class CourtOwnerDto {
  @ApiProperty(ID)
  partyId: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty({ example: '1/2' })
  share: string;
}

export class CourtCheckDto {
  @ApiProperty(TEXT)
  debtor: string;

  @ApiProperty(MONEY)
  principal: string;

  @ApiProperty(MONEY)
  penalty: string;

  @ApiProperty({ ...MONEY, description: 'State fee of an order, roubles' })
  fee: string;

  @ApiProperty({ type: [ObstacleDto], description: 'Empty: an application may be made' })
  obstacles: ObstacleDto[];

  @ApiProperty({ type: [LeftOutMonthDto], description: 'Months that may not be asked for' })
  leftOut: LeftOutMonthDto[];

  @ApiProperty({ type: [CourtOwnerDto], description: 'Owners of today; each month is asked of those of its time' })
  owners: CourtOwnerDto[];

  @ApiProperty({ type: [CourtResidentDto], description: 'Adults registered there' })
  residents: CourtResidentDto[];
}

export class NewCourtCaseDto {
  @ApiProperty(ID)
  @IsId()
  accountId: string;

  @ApiProperty({ example: 'Мировой судья судебного участка № 1 Ленинского района г. Барнаула' })
  @IsString()
  @Length(3, 300)
  courtName: string;

  @ApiProperty({ example: '656000, г. Барнаул, ул. Советская, 1' })
  @IsString()
  @Length(3, 300)
  courtAddress: string;

  @ApiPropertyOptional({ type: [String], description: 'Who answers together with the one owner or tenant' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsId({ each: true })
  together?: string[];
}

export class CourtCasesQuery extends PageQuery {
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  open?: boolean;
}

export class CourtCaseDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(COUNT)
  number: number;

  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '00010001' })
  account: string;

  @ApiProperty(TEXT)
  debtor: string;

  @ApiProperty(DAY)
  dated: string;

  @ApiProperty(TEXT)
  court: string;

  @ApiProperty(MONEY)
  principal: string;

  @ApiProperty(MONEY)
  penalty: string;

  @ApiProperty(MONEY)
  fee: string;

  @ApiProperty(orNull(DAY))
  closedOn: string | null;

  @ApiProperty({ enum: STEP_KINDS, enumName: 'DebtStepKind', description: 'The last step' })
  state: StepKind;

  @ApiProperty({ description: 'The package is there' })
  fileReady: boolean;
}

export class CourtCasePageDto extends PageOf(CourtCaseDto) {}

export class DebtStepDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: STEP_KINDS, enumName: 'DebtStepKind' })
  kind: StepKind;

  @ApiProperty(DAY)
  on: string;

  @ApiProperty(MONEY)
  principal: string;

  @ApiProperty(MONEY)
  penalty: string;

  @ApiProperty({ ...orNull(TEXT), description: 'Of the paper' })
  number: string | null;

  @ApiProperty(orNull(TEXT))
  note: string | null;

  @ApiProperty({ description: 'There is a paper' })
  hasFile: boolean;

  @ApiProperty(orNull(ID))
  letterId: string | null;

  @ApiProperty(orNull(ID))
  courtCaseId: string | null;

  @ApiProperty(orNull(ID))
  restrictionId: string | null;

  @ApiProperty({ ...orNull(MONEY), description: 'Its debtor pays so much for it' })
  cost: string | null;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  by: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Why it was taken back' })
  voided: string | null;
}

class CourtDebtorDto {
  @ApiProperty({ type: [String], description: 'Several answer together' })
  names: string[];

  @ApiProperty({ ...orNull(TEXT), example: '1/2' })
  share: string | null;

  @ApiProperty(MONEY)
  principal: string;

  @ApiProperty(MONEY)
  penalty: string;
}

export class CourtCaseDetailDto extends CourtCaseDto {
  @ApiProperty(MONTH)
  from: string;

  @ApiProperty(MONTH)
  to: string;

  @ApiProperty({ type: [CourtDebtorDto] })
  debtors: CourtDebtorDto[];

  @ApiProperty({ type: [DebtStepDto] })
  steps: DebtStepDto[];
}

export class NewCourtStepDto {
  @ApiProperty({ enum: COURT_STEPS, enumName: 'CourtStep' })
  @IsIn(COURT_STEPS)
  kind: CourtStep;

  @ApiProperty(DAY)
  @IsDay()
  on: string;

  @ApiPropertyOptional({ ...TEXT, description: 'Number of the order, the writ, the bailiff’s case' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string;

  @ApiPropertyOptional(TEXT)
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;

  @ApiPropertyOptional({ type: String, format: 'binary', description: 'The paper, up to 20 MB' })
  file?: unknown;
}

export class TakeBackStepDto {
  @ApiProperty({ example: 'Внесено по ошибке' })
  @IsString()
  @Length(3, 500)
  reason: string;
}
