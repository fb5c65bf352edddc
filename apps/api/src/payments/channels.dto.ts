import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { AreAddressRanges, IsDay, IsId, IsTimeZone } from '../door/fields.js';
import { ListOf, PageOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, orNull, TEXT } from '../door/shapes.js';
import { NameDto } from './payments.dto.js';

const ROUBLES = /^\d{1,12}(\.\d{1,2})?$/;
const STATES = ['off', 'testing', 'on'] as const;
const PAYERS = ['payer', 'organization'] as const;
const ENCODINGS = ['utf-8', 'windows-1251'] as const;
const DIGITS_OR_ANY = ['digits', 'any'] as const;
const TRIAL_KINDS = ['check', 'unknown-account', 'pay', 'repeat', 'other'] as const;

export class ChannelPresetDto {
  @ApiProperty({ example: 'qiwi' })
  code: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty({ example: 'terminals' })
  kind: string;

  @ApiProperty({ example: 'osmp' })
  protocol: string;

  @ApiProperty({
    enum: ['online', 'entered'],
    nullable: true,
    description: '`online`: it asks and tells itself; `entered`: its money is entered or loaded; `null`: not built yet',
  })
  way: 'online' | 'entered' | null;

  @ApiProperty({ type: [String], description: 'Settings that must be told before it is switched on' })
  needs: readonly string[];

  @ApiProperty({ ...TEXT, description: 'What to know before it is switched on' })
  note: string;
}

export class ChannelPresetListDto extends ListOf(ChannelPresetDto) {}

export class ChannelFeeDto {
  @ApiProperty(DAY)
  since: string;

  @ApiProperty({ enum: PAYERS, description: '`payer`: on top of what is paid; `organization`: out of it' })
  payer: 'payer' | 'organization';

  @ApiProperty({ ...TEXT, example: '1.5', description: 'Percent' })
  percent: string;

  @ApiProperty(MONEY)
  least: string;

  @ApiProperty(orNull(MONEY))
  most: string | null;
}

export class ChannelDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: 'terminal-1', description: 'Stands in the address that the bank calls' })
  code: string;

  @ApiProperty({ type: NameDto, description: 'The preset it was opened by' })
  preset: NameDto;

  @ApiProperty({ ...orNull(TEXT), description: '`null`: no door of its own, its money is entered or loaded' })
  protocol: string | null;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty({ enum: STATES })
  state: 'off' | 'testing' | 'on';

  @ApiProperty({ type: Boolean, description: 'Everybody has it; it is not set up' })
  builtIn: boolean;

  @ApiProperty({ type: ChannelFeeDto, nullable: true, description: 'Of today; `null`: none' })
  fee: ChannelFeeDto | null;
}

export class ChannelListDto extends ListOf(ChannelDto) {}

export class BillerDto {
  @ApiPropertyOptional({ enum: ENCODINGS })
  @IsOptional()
  @IsIn(ENCODINGS)
  encoding?: 'utf-8' | 'windows-1251';

  @ApiPropertyOptional({ enum: DIGITS_OR_ANY, description: 'What an account’s number is made of' })
  @IsOptional()
  @IsIn(DIGITS_OR_ANY)
  accounts?: 'digits' | 'any';

  @ApiPropertyOptional({ enum: DIGITS_OR_ANY, description: 'What the agent’s numbers of payments are made of' })
  @IsOptional()
  @IsIn(DIGITS_OR_ANY)
  transactions?: 'digits' | 'any';

  @ApiPropertyOptional({ enum: ['minus', 'plus'], description: 'How a debt stands in a field named balance' })
  @IsOptional()
  @IsIn(['minus', 'plus'])
  debtSign?: 'minus' | 'plus';

  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @IsBoolean()
  getInfo?: boolean;

  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @IsBoolean()
  cancel?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'A check tells the meters and their last readings, a payment brings new ones',
  })
  @IsOptional()
  @IsBoolean()
  readings?: boolean;

  @ApiPropertyOptional(TEXT)
  @IsOptional()
  @IsString()
  @MaxLength(100)
  login?: string;

  @ApiPropertyOptional({ enum: ['roubles', 'kopecks'] })
  @IsOptional()
  @IsIn(['roubles', 'kopecks'])
  sumIn?: 'roubles' | 'kopecks';

  @ApiPropertyOptional({ ...TEXT, example: '1' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  schemaVersion?: string;
}

class ChannelTrialsDoneDto {
  @ApiProperty({ type: Boolean, description: 'An account was found' })
  check: boolean;

  @ApiProperty({ type: Boolean, description: 'An unknown account was refused' })
  'unknown-account': boolean;

  @ApiProperty({ type: Boolean })
  pay: boolean;

  @ApiProperty({ type: Boolean, description: 'The same payment told again got the first answer' })
  repeat: boolean;
}

class ChannelReadinessDto {
  @ApiProperty({ type: Boolean, description: 'The protocol is spoken' })
  built: boolean;

  @ApiProperty({ type: ChannelTrialsDoneDto, description: 'What the other side has tried by its own calls' })
  trials: ChannelTrialsDoneDto;

  @ApiProperty({ type: [String], description: 'Settings that are missing' })
  settings: readonly string[];
}

export class ChannelCardDto extends ChannelDto {
  @ApiProperty({ type: [String], description: 'Settings that the preset asks for' })
  needs: readonly string[];

  @ApiProperty({ ...TEXT, description: 'Of the preset: what to know before it is switched on' })
  note: string;

  @ApiProperty({ type: [String], description: 'Addresses that may call; none: nobody may' })
  networks: readonly string[];

  @ApiProperty({ example: 'Europe/Moscow' })
  timeZone: string;

  @ApiProperty(orNull(MONEY))
  least: string | null;

  @ApiProperty(orNull(MONEY))
  most: string | null;

  @ApiProperty({ ...orNull(ID), description: 'Its money belongs to this recipient alone' })
  recipientId: string | null;

  @ApiProperty({ type: Boolean, description: 'A check shows the payer’s masked name and the address' })
  showsPayer: boolean;

  @ApiProperty({ type: BillerDto })
  biller: BillerDto;

  @ApiProperty({ type: Boolean, description: 'It is set; what it is nobody is told' })
  hasSecret: boolean;

  @ApiProperty({ type: Boolean })
  hasPassword: boolean;

  @ApiProperty({ type: [ChannelFeeDto], description: 'The latest first' })
  fees: ChannelFeeDto[];

  @ApiProperty({ type: ChannelReadinessDto })
  readiness: ChannelReadinessDto;

  @ApiProperty(COUNT)
  version: number;
}

export class NewChannelDto {
  @ApiProperty({ example: 'qiwi' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  preset: string;

  @ApiProperty({ example: 'terminal-1' })
  @Matches(/^[a-z0-9][a-z0-9-]{1,39}$/)
  code: string;

  @ApiProperty({ example: 'Терминалы на Ленина' })
  @IsString()
  @Length(2, 100)
  name: string;
}

export class ChannelSettingsDto {
  @ApiProperty(TEXT)
  @IsString()
  @Length(2, 100)
  name: string;

  @ApiProperty({ type: [String], example: ['79.142.16.0/20'] })
  @IsArray()
  @ArrayMaxSize(50)
  @AreAddressRanges()
  networks: string[];

  @ApiProperty({ example: 'Europe/Moscow' })
  @IsTimeZone()
  timeZone: string;

  @ApiPropertyOptional(orNull(MONEY))
  @IsOptional()
  @Matches(ROUBLES)
  least?: string | null;

  @ApiPropertyOptional(orNull(MONEY))
  @IsOptional()
  @Matches(ROUBLES)
  most?: string | null;

  @ApiPropertyOptional(orNull(ID))
  @IsOptional()
  @IsId()
  recipientId?: string | null;

  @ApiProperty({ type: Boolean })
  @IsBoolean()
  showsPayer: boolean;

  @ApiProperty({ type: BillerDto })
  @ValidateNested()
  @Type(() => BillerDto)
  biller: BillerDto;

  @ApiPropertyOptional({ ...orNull(TEXT), description: 'Written, never read; `null` takes it away, without: as it is' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  secret?: string | null;

  @ApiPropertyOptional({ ...orNull(TEXT), description: 'Written, never read; `null` takes it away, without: as it is' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  password?: string | null;
}

export class NewChannelFeeDto {
  @ApiProperty({ ...DAY, example: '2036-12-31' })
  @IsDay()
  since: string;

  @ApiProperty({ enum: PAYERS })
  @IsIn(PAYERS)
  payer: 'payer' | 'organization';

  @ApiProperty({ ...TEXT, example: '1.5', description: 'Percent, no more than four decimals' })
  @Matches(/^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/)
  percent: string;

  @ApiProperty({ ...MONEY, example: '0.00' })
  @Matches(ROUBLES)
  least: string;

  @ApiPropertyOptional(orNull(MONEY))
  @IsOptional()
  @Matches(ROUBLES)
  most?: string | null;

  @ApiProperty({ ...TEXT, example: 'Договор № 12' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class ChannelStateDto {
  @ApiProperty({ enum: STATES })
  @IsIn(STATES)
  state: 'off' | 'testing' | 'on';
}

export class ChannelTrialDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: TRIAL_KINDS })
  kind: (typeof TRIAL_KINDS)[number];

  @ApiProperty(orNull(TEXT))
  externalId: string | null;

  @ApiProperty(TEXT)
  request: string;

  @ApiProperty(TEXT)
  answer: string;

  @ApiProperty(INSTANT)
  triedAt: Date;
}

export class ChannelTrialPageDto extends PageOf(ChannelTrialDto) {}
