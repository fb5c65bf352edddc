import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { READING_SOURCES } from '@dvor/metering';
import { ServiceNameDto } from '../catalogue/catalogue.dto.js';
import { IsMonth } from '../door/fields.js';
import { COUNT, DAY, ID, INSTANT, MONEY, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';

export const HOW_USED = ['meter', 'house', 'given', 'average', 'norm'] as const;

export class UseQuery {
  @ApiPropertyOptional({ ...MONTH, description: 'The first month; without: the first that was closed' })
  @IsOptional()
  @IsMonth()
  from?: string;

  @ApiPropertyOptional({ ...MONTH, description: 'The last month; without: the last that was closed' })
  @IsOptional()
  @IsMonth()
  to?: string;
}

class DialDto {
  @ApiProperty(DAY)
  date: string;

  @ApiProperty(NUMBER)
  value: string;
}

class UsedReadingDto {
  @ApiProperty(ID)
  meterId: string;

  @ApiProperty(orNull(TEXT))
  serial: string | null;

  @ApiProperty({ ...orNull(TEXT), example: 'night', description: 'Of a meter that counts zones of the day apart' })
  zone: string | null;

  @ApiProperty({ type: DialDto })
  from: DialDto;

  @ApiProperty({ type: DialDto })
  to: DialDto;

  @ApiProperty({
    enum: READING_SOURCES,
    nullable: true,
    description: 'Of the later reading; `null`: of an act, or taken back since',
  })
  source: (typeof READING_SOURCES)[number] | null;

  @ApiProperty(orNull(INSTANT))
  recordedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;

  @ApiProperty({ ...orNull(ID), description: 'A photo of the dial, an act' })
  documentId: string | null;
}

class UseMonthDto {
  @ApiProperty(MONTH)
  period: string;

  @ApiProperty({
    ...orNull(NUMBER),
    description: 'By meters, the reading of several months spread over them; `null`: estimated',
  })
  used: string | null;

  @ApiProperty({ ...NUMBER, description: 'As the bill has it; below zero where earlier estimates were too high' })
  billed: string;

  @ApiProperty({ enum: HOW_USED, description: 'What the bill stands on: the weakest of its grounds' })
  how: (typeof HOW_USED)[number];

  @ApiProperty({ ...COUNT, description: 'Months that share the reading; 1 is usual' })
  over: number;

  @ApiProperty({ ...MONEY, description: 'The own fee with its corrections since, without common property' })
  amount: string;

  @ApiProperty({ type: [UsedReadingDto] })
  readings: UsedReadingDto[];

  @ApiProperty({ ...orNull(ID), description: 'The receipt of the month' })
  receiptId: string | null;
}

class UseRecordDto {
  @ApiProperty(MONTH)
  period: string;

  @ApiProperty(NUMBER)
  volume: string;
}

class ServiceUseDto {
  @ApiProperty({ type: ServiceNameDto })
  service: ServiceNameDto;

  @ApiProperty({ ...orNull(NUMBER), description: 'A month, estimates left out' })
  average: string | null;

  @ApiProperty({ ...COUNT, description: 'Months of the average' })
  counted: number;

  @ApiProperty({ type: UseRecordDto, nullable: true })
  highest: UseRecordDto | null;

  @ApiProperty({ type: UseRecordDto, nullable: true })
  lowest: UseRecordDto | null;

  @ApiProperty({ type: [UseMonthDto], description: 'The earliest first' })
  months: UseMonthDto[];
}

export class AccountUseDto {
  @ApiProperty({ type: [ServiceUseDto] })
  services: ServiceUseDto[];
}

class UseSavingDto {
  @ApiProperty(ID)
  serviceId: string;

  @ApiProperty({ ...COUNT, description: 'Months that are compared' })
  months: number;

  @ApiProperty({ ...NUMBER, description: 'Less than by the norm; below zero: more' })
  volume: string;

  @ApiProperty(MONEY)
  amount: string;
}

export class UseSavingsDto {
  @ApiProperty({ type: [UseSavingDto], description: 'Of the last twelve months by meter' })
  services: UseSavingDto[];
}
