import { ApiProperty } from '@nestjs/swagger';
import { RUN_STATES, type RunState } from '@dvor/billing';
import { IsMonth } from '../door/fields.js';
import { ListOf, PageOf } from '../door/page.dto.js';
import { COUNT, ID, INSTANT, MONEY, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';

export class StartRunDto {
  @ApiProperty(MONTH)
  @IsMonth()
  period: string;
}

class RunHousesDto {
  @ApiProperty(COUNT)
  total: number;

  @ApiProperty({ ...COUNT, description: 'Calculated' })
  done: number;

  @ApiProperty({ ...COUNT, description: 'With something that could not be calculated' })
  parked: number;
}

class PrintedDto {
  @ApiProperty(COUNT)
  total: number;

  @ApiProperty(COUNT)
  done: number;
}

export class RunDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(MONTH)
  period: string;

  @ApiProperty({ enum: RUN_STATES, enumName: 'RunState' })
  state: RunState;

  @ApiProperty(INSTANT)
  requestedAt: Date;

  @ApiProperty({ ...orNull(TEXT), description: 'Who asked for it' })
  requestedBy: string | null;

  @ApiProperty(orNull(INSTANT))
  startedAt: Date | null;

  @ApiProperty({ ...orNull(INSTANT), description: 'When it was closed, or else came to review' })
  finishedAt: Date | null;

  @ApiProperty({ type: RunHousesDto })
  houses: RunHousesDto;

  @ApiProperty(COUNT)
  accounts: number;

  @ApiProperty(COUNT)
  lines: number;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ type: PrintedDto, nullable: true, description: '`null`: printing was not asked for' })
  receipts: PrintedDto | null;
}

class RunTotalDto {
  @ApiProperty(TEXT)
  service: string;

  @ApiProperty({ example: 'м³' })
  unit: string;

  @ApiProperty(NUMBER)
  volume: string;

  @ApiProperty(COUNT)
  lines: number;

  @ApiProperty(MONEY)
  amount: string;
}

class ParkedDto {
  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ ...orNull(ID), description: '`null`: the whole house' })
  accountId: string | null;

  @ApiProperty(orNull(TEXT))
  accountNumber: string | null;

  @ApiProperty({ example: 'no-tariff' })
  code: string;

  @ApiProperty({ ...TEXT, description: 'Why, and what to mend' })
  message: string;
}

export class RunDetailDto extends RunDto {
  @ApiProperty({ type: [RunTotalDto] })
  totals: RunTotalDto[];

  @ApiProperty({ type: [ParkedDto] })
  parked: ParkedDto[];

  @ApiProperty({ ...orNull(TEXT), description: 'Hash of inputs, rule versions and engine; set at review' })
  fingerprint: string | null;

  @ApiProperty(TEXT)
  engineVersion: string;

  @ApiProperty({ ...orNull(TEXT), description: 'Why it failed' })
  failure: string | null;
}

class RunHouseDto {
  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty(COUNT)
  accounts: number;

  @ApiProperty(COUNT)
  lines: number;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty(COUNT)
  parked: number;
}

class RunReceiptsDto {
  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ ...COUNT, description: 'Accounts with something to print' })
  total: number;

  @ApiProperty({ ...COUNT, description: 'Printed' })
  done: number;

  @ApiProperty({ description: 'The house’s file can be downloaded' })
  fileReady: boolean;
}

/** A moment of a run, several times a second while it works. */
export class RunProgressDto {
  @ApiProperty({ enum: RUN_STATES, enumName: 'RunState' })
  state: RunState;

  @ApiProperty({ enum: ['calculating', 'closing', 'printing'] })
  phase: 'calculating' | 'closing' | 'printing';

  @ApiProperty(COUNT)
  housesDone: number;

  @ApiProperty(COUNT)
  housesTotal: number;

  @ApiProperty(COUNT)
  accountsDone: number;

  @ApiProperty(COUNT)
  linesDone: number;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...orNull(COUNT), description: 'Accounts; receipts while printing' })
  perSecond: number | null;

  @ApiProperty(orNull(COUNT))
  secondsLeft: number | null;
}

export class RunPageDto extends PageOf(RunDto) {}
export class RunHouseListDto extends ListOf(RunHouseDto) {}
export class RunReceiptsListDto extends ListOf(RunReceiptsDto) {}
