import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional } from 'class-validator';
import { IsId, IsMonth } from '../door/fields.js';
import { COUNT, ID, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';
import { AccountLineDto } from './account-books.dto.js';

class DryRunAskedDto {
  @ApiProperty(MONTH)
  @IsMonth()
  period: string;

  @ApiPropertyOptional({
    default: false,
    description: 'Suppose readings that have not come, at the pace of a meter’s last two',
  })
  @IsOptional()
  @IsBoolean()
  extrapolate?: boolean;
}

export class DryRunQuestionDto extends DryRunAskedDto {
  @ApiPropertyOptional({ type: [String], example: ['17'], description: 'None: all' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsId({ each: true })
  houseIds?: string[];

  @ApiPropertyOptional({
    type: [String],
    description: 'Only these accounts are shown; their houses are calculated whole',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsId({ each: true })
  accountIds?: string[];

  @ApiPropertyOptional({ type: [String], description: 'Only these services are shown' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsId({ each: true })
  serviceIds?: string[];
}

export class DryRunAccountQuestionDto extends DryRunAskedDto {
  @ApiProperty(ID)
  @IsId()
  accountId: string;
}

class DryRunHouseDto {
  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty(COUNT)
  accounts: number;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...MONEY, description: 'Of the sum: corrections of closed months' })
  corrections: string;
}

class DryRunServiceDto {
  @ApiProperty(ID)
  serviceId: string;

  @ApiProperty(TEXT)
  service: string;

  @ApiProperty(COUNT)
  lines: number;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...MONEY, description: 'Of the sum: corrections of closed months' })
  corrections: string;
}

class DryRunAccountDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty(TEXT)
  number: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...MONEY, description: 'Of the sum: corrections of closed months' })
  corrections: string;
}

class DryRunParkedDto {
  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ ...orNull(ID), description: '`null`: the whole house' })
  accountId: string | null;

  @ApiProperty({ example: 'no-tariff' })
  code: string;

  @ApiProperty({ ...TEXT, description: 'Why, and what to mend' })
  message: string;
}

export class DryRunDto {
  @ApiProperty(MONTH)
  period: string;

  @ApiProperty(COUNT)
  lines: number;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...MONEY, description: 'Of the sum: corrections of closed months' })
  corrections: string;

  @ApiProperty({ ...COUNT, description: 'Meters whose reading is supposed' })
  supposed: number;

  @ApiProperty({ type: [DryRunHouseDto] })
  houses: DryRunHouseDto[];

  @ApiProperty({ type: [DryRunServiceDto] })
  services: DryRunServiceDto[];

  @ApiProperty({ type: [DryRunAccountDto], description: 'By number' })
  accounts: DryRunAccountDto[];

  @ApiProperty({ type: [DryRunParkedDto] })
  parked: DryRunParkedDto[];
}

export class DryRunLinesDto {
  @ApiProperty(MONTH)
  period: string;

  @ApiProperty({ type: [AccountLineDto] })
  items: AccountLineDto[];

  @ApiProperty(MONEY)
  total: string;
}
