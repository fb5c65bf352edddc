import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { ServiceNameDto } from '../catalogue/catalogue.dto.js';
import { IsId } from '../door/fields.js';
import { COUNT, DAY, ID, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';

const FREE = ['first-days', 'moratorium', 'instalments'] as const;

/** Days of delay with one rate and one part of it. */
class PenaltyDaysDto {
  @ApiProperty(DAY)
  from: string;

  @ApiProperty({ ...DAY, description: 'The last day, included' })
  to: string;

  @ApiProperty({ example: 60 })
  days: number;

  @ApiProperty({ example: '9.5', description: 'Percent a year; `0` where the days are free' })
  rate: string;

  @ApiProperty({ example: 300, description: 'One such part of the rate for a day; 1 where the days are free' })
  divisor: number;

  @ApiProperty({ enum: FREE, nullable: true, description: 'Why the days cost nothing' })
  free: (typeof FREE)[number] | null;

  @ApiProperty(MONEY)
  amount: string;
}

class PenaltyPartDto {
  @ApiProperty({ ...DAY, description: 'The last day to pay' })
  dueOn: string;

  @ApiProperty({ ...MONEY, description: 'The part of the debt' })
  debt: string;

  @ApiProperty({ ...orNull(DAY), description: '`null`: not paid by the day of the accrual' })
  paidOn: string | null;

  @ApiProperty({ ...MONEY, description: 'The sum of its days, rounded once' })
  amount: string;

  @ApiProperty({ ...TEXT, description: 'In Russian, as on the receipt' })
  sentence: string;

  @ApiProperty({ type: [PenaltyDaysDto] })
  days: PenaltyDaysDto[];
}

class PenaltyOfDebtDto {
  @ApiProperty({ ...MONTH, description: 'The month of the debt' })
  period: string;

  @ApiProperty({ type: ServiceNameDto })
  service: ServiceNameDto;

  @ApiProperty({ ...TEXT, example: 'УК «Двор»' })
  recipient: string;

  @ApiProperty({ ...DAY, description: 'Up to and including this day' })
  accruedTo: string;

  @ApiProperty({ ...MONEY, description: 'All that was accrued on it up to then' })
  accrued: string;

  @ApiProperty({ type: [PenaltyPartDto] })
  parts: PenaltyPartDto[];
}

export class AccountPenaltiesDto {
  @ApiProperty({ ...MONEY, description: 'All that was ever accrued, corrections counted' })
  accrued: string;

  @ApiProperty({ ...MONEY, description: 'What of it is owed now' })
  owed: string;

  @ApiProperty({ type: [PenaltyOfDebtDto], description: 'By the month of the debt, the latest first' })
  items: PenaltyOfDebtDto[];
}

export class RunPenaltiesQuery {
  @ApiPropertyOptional({ ...ID, description: 'Of one house; without: of all' })
  @IsOptional()
  @IsId()
  houseId?: string;
}

class EstimatedPenaltyDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '100200300' })
  account: string;

  @ApiProperty({ example: 'Лесная, 5, 12' })
  address: string;

  @ApiProperty(orNull(TEXT))
  payer: string | null;

  @ApiProperty({ ...MONEY, description: 'Below zero: accrued before, and taken back' })
  amount: string;
}

/** What the law calendar lacks. */
class PenaltyUnknownDto {
  @ApiProperty({ ...TEXT, example: 'penalty.rate-cap', description: 'The parameter of law' })
  parameter: string;

  @ApiProperty({ ...DAY, description: 'The first day it is not known of' })
  date: string;
}

export class RunPenaltiesDto {
  @ApiProperty({ ...DAY, description: 'The month’s last day' })
  asOf: string;

  @ApiProperty({ ...MONEY, description: 'Of all accounts' })
  amount: string;

  @ApiProperty({ ...COUNT, description: 'To how many accounts' })
  accounts: number;

  @ApiProperty({ ...COUNT, description: 'Accounts that would get none, for the law’s parameters are not known' })
  refused: number;

  @ApiProperty({ type: [PenaltyUnknownDto], description: 'What of the law is not known' })
  unknown: PenaltyUnknownDto[];

  @ApiProperty({ type: [EstimatedPenaltyDto], description: 'The dearest first, no more than 200' })
  items: EstimatedPenaltyDto[];
}

class EstimatedPenaltyOfDebtDto extends PenaltyOfDebtDto {
  @ApiProperty({ ...MONEY, description: 'Accrued on it before' })
  before: string;

  @ApiProperty({ ...MONEY, description: 'What the closing would add; below zero: take back' })
  amount: string;
}

export class RunAccountPenaltiesDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '100200300' })
  account: string;

  @ApiProperty({ example: 'Лесная, 5, 12' })
  address: string;

  @ApiProperty(orNull(TEXT))
  payer: string | null;

  @ApiProperty({ ...DAY, description: 'The month’s last day' })
  asOf: string;

  @ApiProperty({ ...MONEY, description: 'What the closing would add in all' })
  amount: string;

  @ApiProperty({ type: [PenaltyUnknownDto], description: 'Not empty: the account would get none' })
  unknown: PenaltyUnknownDto[];

  @ApiProperty({ type: [EstimatedPenaltyOfDebtDto], description: 'Debts whose penalty would change, the latest first' })
  items: EstimatedPenaltyOfDebtDto[];
}
