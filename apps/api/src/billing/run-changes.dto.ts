import { REASONS, type Reason, RUN_STATES, type RunState } from '@dvor/billing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type as TypeOf } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsId } from '../door/fields.js';
import { PageOf, type PageQuery } from '../door/page.dto.js';
import { COUNT, ID, MONEY, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';
import { AccountLineDto } from './account-books.dto.js';

const REASON = { enum: REASONS, enumName: 'ChangeReason' };
const PERCENT = { ...orNull(NUMBER), example: '8.4', description: 'Of what was before; `null` where that was nothing' };

export class RunChangesQuery {
  @ApiPropertyOptional({ ...ID, description: 'One house alone' })
  @IsOptional()
  @IsId()
  houseId?: string;
}

export class ChangesFilterQuery {
  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  serviceId?: string;

  @ApiPropertyOptional(REASON)
  @IsOptional()
  @IsIn(REASONS)
  reason?: Reason;

  @ApiPropertyOptional({ enum: ['up', 'down'] })
  @IsOptional()
  @IsIn(['up', 'down'])
  direction?: 'up' | 'down';

  @ApiPropertyOptional({ ...MONEY, example: '500', description: 'Changes of so many roubles or more, up or down' })
  @IsOptional()
  @Matches(/^\d{1,12}(\.\d{1,2})?$/)
  atLeast?: string;

  @ApiPropertyOptional({ ...TEXT, description: 'How the account’s number begins' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  search?: string;
}

export class ChangedAccountsQuery extends ChangesFilterQuery implements PageQuery {
  @ApiPropertyOptional({ description: '`nextCursor` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IsOptional()
  @TypeOf(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 50;
}

class ChangeDto {
  @ApiProperty(MONEY)
  before: string;

  @ApiProperty(MONEY)
  after: string;

  @ApiProperty({ ...MONEY, example: '-12.40' })
  change: string;

  @ApiProperty(PERCENT)
  changePercent: string | null;
}

class RunServiceChangeDto extends ChangeDto {
  @ApiProperty(ID)
  serviceId: string;

  @ApiProperty(TEXT)
  service: string;
}

class RunHouseChangeDto extends ChangeDto {
  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;
}

class ReasonServiceDto {
  @ApiProperty(ID)
  serviceId: string;

  @ApiProperty(TEXT)
  service: string;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty(COUNT)
  accounts: number;
}

class ChangeReasonTotalDto {
  @ApiProperty(REASON)
  reason: Reason;

  @ApiProperty({ example: 'Тариф', description: 'In the reader’s language' })
  text: string;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty(COUNT)
  accounts: number;

  @ApiProperty({ type: [ReasonServiceDto] })
  services: ReasonServiceDto[];
}

class MonthBeforeDto {
  @ApiProperty(ID)
  runId: string;

  @ApiProperty(MONTH)
  period: string;
}

const COMPARISON_STATES = ['none', 'partial', 'done'] as const;

class ComparisonDto {
  @ApiProperty({ enum: COMPARISON_STATES, description: '`none`: nobody asked for reasons yet' })
  state: (typeof COMPARISON_STATES)[number];

  @ApiProperty(COUNT)
  housesDone: number;

  @ApiProperty(COUNT)
  housesTotal: number;
}

export class RunChangesDto extends ChangeDto {
  @ApiProperty(MONTH)
  period: string;

  @ApiProperty({ enum: RUN_STATES, enumName: 'RunState' })
  runState: RunState;

  @ApiProperty({ type: MonthBeforeDto, nullable: true, description: '`null`: no closed month to compare with' })
  base: MonthBeforeDto | null;

  @ApiProperty({ type: ComparisonDto, description: 'How far the reasons are; sums are there at once' })
  comparison: ComparisonDto;

  @ApiProperty({ ...COUNT, description: 'Accounts whose bill changed' })
  accounts: number;

  @ApiProperty({ type: [RunServiceChangeDto] })
  services: RunServiceChangeDto[];

  @ApiProperty({ type: [RunHouseChangeDto], description: 'The greatest change first' })
  houses: RunHouseChangeDto[];

  @ApiProperty({ type: [ChangeReasonTotalDto], description: 'Their amounts add up to the change once all is compared' })
  reasons: ChangeReasonTotalDto[];
}

class ReasonPartDto {
  @ApiProperty(REASON)
  reason: Reason;

  @ApiProperty({ example: 'Тариф' })
  text: string;

  @ApiProperty(MONEY)
  amount: string;
}

class ChangedAccountDto extends ChangeDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty(TEXT)
  number: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ ...MONEY, description: 'Of the change, what the service and the reason asked for account for' })
  part: string;

  @ApiProperty({ type: [ReasonPartDto], description: 'Of that part, the greatest first' })
  reasons: ReasonPartDto[];
}

export class ChangedAccountsPageDto extends PageOf(ChangedAccountDto) {}

export class CauseDto {
  @ApiProperty({ example: 'Тариф вырос с 1 июля: 36,47 ₽ → 39,02 ₽ за м³', description: 'In Russian, as on a receipt' })
  text: string;

  @ApiProperty(MONEY)
  amount: string;
}

class ReasonedCauseDto extends CauseDto {
  @ApiProperty(REASON)
  reason: Reason;
}

class ServiceCausesDto extends RunServiceChangeDto {
  @ApiProperty({ type: [ReasonedCauseDto], description: 'They add up to the change' })
  causes: ReasonedCauseDto[];
}

export class AccountChangeDto extends ChangeDto {
  @ApiProperty(TEXT)
  number: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty(MONTH)
  periodBefore: string;

  @ApiProperty(MONTH)
  period: string;

  @ApiProperty({ type: [ServiceCausesDto], description: 'Services that changed' })
  services: ServiceCausesDto[];

  @ApiProperty({ type: [AccountLineDto] })
  linesBefore: AccountLineDto[];

  @ApiProperty({ type: [AccountLineDto] })
  linesAfter: AccountLineDto[];
}
