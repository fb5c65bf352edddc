import {
  DEBT_AGES,
  DEBT_STAGES,
  type DebtAge,
  DEBTOR_SORTS,
  type DebtorSort,
  type DebtStage,
  OVERDUE_AGES,
} from '@dvor/debts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsDay, IsId, IsMonth } from '../door/fields.js';
import { ListOf, PageOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';

const ROUBLES = /^\d{1,10}(\.\d{1,2})?$/;
const PLANS = ['kept', 'late'] as const;
const AGES = 'By the age of each debt; with `ahead` taken off they come to the balance';
const KNOWN_THEN = 'Of `asOf`, only what was entered by the end of that day: such a register never changes';

/** A query holds texts. */
const IsYesNo = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

export class DebtViewQuery {
  @ApiPropertyOptional({ ...DAY, description: 'As the books stood at its end; without: now' })
  @IsOptional()
  @IsDay()
  asOf?: string;

  @ApiPropertyOptional({ type: Boolean, description: KNOWN_THEN })
  @IsOptional()
  @IsYesNo()
  @IsBoolean()
  knownThen?: boolean;
}

/** Which debtors: the same in the register, in its table, and in a write-off of many. */
export class DebtorFilterDto {
  @ApiPropertyOptional({ ...TEXT, description: 'Words of number, address or payer, in any order' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional({ enum: OVERDUE_AGES, description: 'Its oldest debt is so old or older' })
  @IsOptional()
  @IsIn(OVERDUE_AGES)
  age?: Exclude<DebtAge, 'not-due'>;

  @ApiPropertyOptional({ ...MONEY, description: 'Of the debt in all, no less' })
  @IsOptional()
  @Matches(ROUBLES)
  least?: string;

  @ApiPropertyOptional({ ...MONEY, description: 'Of the debt in all, no more' })
  @IsOptional()
  @Matches(ROUBLES)
  most?: string;

  @ApiPropertyOptional({ enum: DEBT_STAGES })
  @IsOptional()
  @IsIn(DEBT_STAGES)
  stage?: DebtStage;

  @ApiPropertyOptional({ type: Boolean, description: 'Owes penalties' })
  @IsOptional()
  @IsYesNo()
  @IsBoolean()
  penalties?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'Has instalments that hold' })
  @IsOptional()
  @IsYesNo()
  @IsBoolean()
  plan?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'Has an open dispute' })
  @IsOptional()
  @IsYesNo()
  @IsBoolean()
  disputed?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'Money waits to be put on the account' })
  @IsOptional()
  @IsYesNo()
  @IsBoolean()
  inTransit?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'The account is closed' })
  @IsOptional()
  @IsYesNo()
  @IsBoolean()
  closed?: boolean;

  @ApiPropertyOptional({ ...DAY, description: 'Nobody has spoken to them since' })
  @IsOptional()
  @IsDay()
  noContactSince?: string;
}

/** As `DebtorFilterDto`, in an address. */
export class DebtorsTableQuery extends DebtorFilterDto {
  @ApiPropertyOptional({ ...DAY, description: 'As the books stood at its end; without: now' })
  @IsOptional()
  @IsDay()
  asOf?: string;

  @ApiPropertyOptional({ type: Boolean, description: KNOWN_THEN })
  @IsOptional()
  @IsYesNo()
  @IsBoolean()
  knownThen?: boolean;

  @ApiPropertyOptional({ enum: DEBTOR_SORTS, default: 'overdue' })
  @IsOptional()
  @IsIn(DEBTOR_SORTS)
  sort?: DebtorSort;
}

export class DebtorsQuery extends DebtorsTableQuery {
  @ApiPropertyOptional({ description: '`nextCursor` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 50;
}

class DebtAgesDto implements Record<DebtAge, string> {
  @ApiProperty({ ...MONEY, description: 'It may still be paid in time' })
  'not-due': string;

  @ApiProperty(MONEY)
  'to-30': string;

  @ApiProperty(MONEY)
  'to-60': string;

  @ApiProperty(MONEY)
  'to-90': string;

  @ApiProperty(MONEY)
  'to-180': string;

  @ApiProperty(MONEY)
  'to-365': string;

  @ApiProperty(MONEY)
  'to-3-years': string;

  @ApiProperty({ ...MONEY, description: 'Past the limitation (ГК РФ, ст. 196)' })
  'over-3-years': string;
}

export class DebtSumsDto {
  @ApiProperty({ ...MONEY, description: 'The debit balance of the account' })
  balance: string;

  @ApiProperty(MONEY)
  overdue: string;

  @ApiProperty({ type: DebtAgesDto, description: AGES })
  ages: DebtAgesDto;

  @ApiProperty({ ...MONEY, description: 'Paid ahead for other services, taken off' })
  ahead: string;

  @ApiProperty(MONEY)
  principal: string;

  @ApiProperty({ ...MONEY, description: 'With the interest of instalments' })
  penalties: string;

  @ApiProperty({ ...MONEY, description: 'Of the principal' })
  utilities: string;

  @ApiProperty({ ...MONEY, description: 'Of the principal' })
  housing: string;

  @ApiProperty({ ...MONEY, description: 'Of the principal' })
  capitalRepair: string;

  @ApiProperty({ ...MONEY, description: 'Of the principal' })
  other: string;

  @ApiProperty({ ...MONEY, description: 'Under open disputes' })
  disputed: string;

  @ApiProperty({ ...MONEY, description: 'Has come and waits to be put on the account' })
  inTransit: string;
}

class LastPaymentDto {
  @ApiProperty(DAY)
  on: string;

  @ApiProperty(MONEY)
  amount: string;
}

export class DebtorDto extends DebtSumsDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty(ID)
  houseId: string;

  @ApiProperty({ example: '100200300' })
  number: string;

  @ApiProperty({ example: 'г. Барнаул, ул. Юрина, д. 5, кв. 12' })
  address: string;

  @ApiProperty(orNull(TEXT))
  payerName: string | null;

  @ApiProperty({ type: Boolean })
  closed: boolean;

  @ApiProperty({ enum: DEBT_AGES, description: 'Of its oldest debt' })
  age: DebtAge;

  @ApiProperty({ ...orNull(MONTH), description: 'The month of its oldest debt' })
  oldest: string | null;

  @ApiProperty({ enum: DEBT_STAGES })
  stage: DebtStage;

  @ApiProperty({ enum: PLANS, nullable: true, description: 'Instalments that hold today' })
  plan: (typeof PLANS)[number] | null;

  @ApiProperty({ type: LastPaymentDto, nullable: true })
  lastPayment: LastPaymentDto | null;

  @ApiProperty(orNull(DAY))
  lastContact: string | null;
}

export class DebtorTotalsDto extends DebtSumsDto {
  @ApiProperty(COUNT)
  accounts: number;
}

export class DebtorPageDto extends PageOf(DebtorDto) {
  @ApiProperty({ ...DAY, description: 'Ages are counted to it' })
  day: string;

  @ApiProperty({ type: DebtorTotalsDto, description: 'Of all that the filter finds' })
  totals: DebtorTotalsDto;

  @ApiProperty({ ...MONEY, description: 'Debit balances of all accounts: what the turnover statement of the day says' })
  debit: string;
}

export class DebtMonthsQuery {
  @ApiProperty({ ...MONTH, description: 'The first month' })
  @IsMonth()
  from: string;

  @ApiProperty({ ...MONTH, description: 'The last month, no more than 36 after the first' })
  @IsMonth()
  to: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;
}

export class DebtMonthDto extends DebtorTotalsDto {
  @ApiProperty({ ...DAY, description: 'The month’s last day, or today' })
  day: string;
}

export class DebtMonthListDto extends ListOf(DebtMonthDto) {}
