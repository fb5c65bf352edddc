import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { ServiceNameDto } from '../catalogue/catalogue.dto.js';
import { IsMonth } from '../door/fields.js';
import { DAY, ID, MONEY, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';

export class LinesQuery {
  @ApiPropertyOptional(MONTH)
  @IsOptional()
  @IsMonth()
  period?: string;
}

class ExplanationStepDto {
  @ApiProperty({ example: 'Разница' })
  label: string;

  @ApiProperty({ example: '5,123 м³' })
  value: string;

  @ApiPropertyOptional({ ...TEXT, description: 'Act and clause' })
  clause?: string;
}

class ExplanationDto {
  @ApiProperty({ example: 'По счётчику: 5,123 м³ по 36,47 ₽ за м³.', description: 'In Russian, as on the receipt' })
  sentence: string;

  @ApiProperty({ type: [ExplanationStepDto], description: 'From what was known to the sum' })
  steps: ExplanationStepDto[];
}

export class AccountLineDto {
  @ApiProperty({ ...ID, description: 'Number of the line in the month' })
  id: string;

  @ApiProperty({ type: ServiceNameDto })
  service: ServiceNameDto;

  @ApiProperty(TEXT)
  supplier: string;

  @ApiProperty({ example: 'individual' })
  part: string;

  @ApiProperty({ ...orNull(TEXT), example: 'night', description: 'Of a meter that counts zones of the day apart' })
  zone: string | null;

  @ApiProperty({
    ...orNull(NUMBER),
    description: 'In the service’s unit; `null` for a line that adds money and no volume',
  })
  volume: string | null;

  @ApiProperty({ ...orNull(NUMBER), description: '`null` for a line by a formula that names no tariff' })
  rate: string | null;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ type: ExplanationDto })
  explanation: ExplanationDto;
}

class BillCauseDto {
  @ApiProperty({ example: 'Холодная вода: тариф вырос с 1 июля', description: 'In Russian, as on the receipt' })
  text: string;

  @ApiProperty({ ...MONEY, example: '-12.40' })
  amount: string;
}

class BillChangeDto {
  @ApiProperty({ ...MONEY, description: 'The bill of the month before' })
  before: string;

  @ApiProperty({ type: [BillCauseDto], description: 'The main reasons; they add up to the difference' })
  causes: BillCauseDto[];
}

export class AccountLinesDto {
  @ApiProperty(MONTH)
  period: string;

  @ApiProperty({ ...orNull(TEXT), example: 'closed', description: 'State of the month’s run; `null`: not calculated' })
  runState: string | null;

  @ApiProperty({ type: [AccountLineDto] })
  items: AccountLineDto[];

  @ApiProperty(MONEY)
  total: string;

  @ApiProperty({ type: BillChangeDto, nullable: true, description: '`null`: no closed month to compare with' })
  change: BillChangeDto | null;
}

const LEDGER_KINDS = ['charge', 'payment', 'refund', 'move', 'offset', 'penalty', 'interest', 'correction'] as const;

class LedgerItemDto {
  @ApiProperty(DAY)
  date: string;

  @ApiProperty(MONTH)
  period: string;

  @ApiProperty({
    enum: LEDGER_KINDS,
    description:
      '`move`: of a payment; `offset`: an advance set off against debts; `penalty`: for late payment; `interest`: on instalments',
  })
  kind: (typeof LEDGER_KINDS)[number];

  @ApiProperty({ example: 'Начислено за октябрь 2026' })
  text: string;

  @ApiProperty({ ...MONEY, description: 'Positive adds to the debt' })
  amount: string;

  @ApiProperty({ ...MONEY, description: 'After this item' })
  balance: string;

  @ApiProperty({ ...orNull(ID), description: 'The payment it is about' })
  paymentId: string | null;
}

export class AccountLedgerDto {
  @ApiProperty(MONEY)
  opening: string;

  @ApiProperty({ type: [LedgerItemDto], description: 'Oldest first' })
  items: LedgerItemDto[];

  @ApiProperty(MONEY)
  closing: string;
}
