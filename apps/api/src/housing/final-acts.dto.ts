import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsDay } from '../door/fields.js';
import { COUNT, DAY, ID, INSTANT, MONEY, orNull, TEXT } from '../door/shapes.js';

export class NewFinalActDto {
  @ApiPropertyOptional({ ...orNull(TEXT), description: 'Of the paper' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string | null;

  @ApiPropertyOptional({ ...DAY, description: 'Date of the paper; today where not told' })
  @IsOptional()
  @IsDay()
  dated?: string;
}

class NamedDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  name: string;
}

class FinalLineDto {
  @ApiProperty({ type: NamedDto, nullable: true })
  recipient: NamedDto | null;

  @ApiProperty({ type: NamedDto, nullable: true })
  service: NamedDto | null;

  @ApiProperty({ enum: ['charge', 'penalty', 'interest'] })
  kind: 'charge' | 'penalty' | 'interest';

  @ApiProperty({ ...MONEY, description: 'Roubles; below zero where paid ahead' })
  amount: string;
}

class FinalAccountDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '1000000017' })
  number: string;

  @ApiProperty({ example: 'кв. 15' })
  premisesName: string;

  @ApiProperty(orNull(TEXT))
  payerName: string | null;

  @ApiProperty({ type: [FinalLineDto], description: 'Without those that are settled' })
  lines: FinalLineDto[];

  @ApiProperty({ ...MONEY, description: 'Roubles; below zero where paid ahead' })
  balance: string;
}

class FinalTotalsDto {
  @ApiProperty({ type: [FinalLineDto], description: 'By recipient, service and kind' })
  lines: FinalLineDto[];

  @ApiProperty({ ...MONEY, description: 'Of accounts that owe' })
  debts: string;

  @ApiProperty({ ...MONEY, description: 'Of accounts that have paid ahead, above zero' })
  advances: string;

  @ApiProperty(MONEY)
  balance: string;
}

export class FinalActDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ ...DAY, description: 'Of the management: the day of the balances' })
  lastDay: string;

  @ApiProperty(ID)
  documentId: string;

  @ApiProperty(orNull(TEXT))
  number: string | null;

  @ApiProperty({ ...DAY, description: 'Of the paper' })
  dated: string;

  @ApiProperty(COUNT)
  accounts: number;

  @ApiProperty(MONEY)
  debts: string;

  @ApiProperty(MONEY)
  advances: string;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;
}

export class FinalBalancesDto {
  @ApiProperty({ ...orNull(DAY), description: 'The last day on which the house was managed; `null` while it is' })
  lastDay: string | null;

  @ApiProperty({
    type: Boolean,
    description: 'Whether that day’s month is closed, so that its charges are in the books',
  })
  monthClosed: boolean;

  @ApiProperty({ type: [FinalAccountDto] })
  accounts: FinalAccountDto[];

  @ApiProperty({ type: FinalTotalsDto })
  totals: FinalTotalsDto;

  @ApiProperty({ type: [FinalActDto], description: 'Acts that were fixed, the latest first' })
  acts: FinalActDto[];
}
