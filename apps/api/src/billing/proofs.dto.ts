import { ApiProperty } from '@nestjs/swagger';
import { IsMonth } from '../door/fields.js';
import { COUNT, ID, INSTANT, MONEY, MONTH, orNull, TEXT } from '../door/shapes.js';

export class ProofQuery {
  @ApiProperty(MONTH)
  @IsMonth()
  period: string;
}

export class LineProofDto {
  @ApiProperty({ description: 'The same kopecks come out of the very snapshot that the run kept' })
  reproduced: boolean;

  @ApiProperty({ ...TEXT, example: 'Проверено пересчётом из снимка: сошлось до копейки.' })
  text: string;

  @ApiProperty({ type: [String], description: 'What else there is to know: another engine, an input that was changed' })
  notes: string[];

  @ApiProperty({ ...MONEY, description: 'As it stands in the books' })
  booked: string;

  @ApiProperty({ ...orNull(MONEY), description: 'As it comes out now; `null`: no such line comes out' })
  again: string | null;

  @ApiProperty({ ...COUNT, description: 'Of the whole house, which is charged as one' })
  lines: number;

  @ApiProperty({ ...COUNT, description: 'Of them, lines that differ' })
  differing: number;

  @ApiProperty({ example: '5', description: 'That calculated the run' })
  engineThen: string;

  @ApiProperty({ example: '5', description: 'That checked it' })
  engineNow: string;
}

class ProofFindingDto {
  @ApiProperty({ ...orNull(ID), description: '`null`: of the whole run' })
  houseId: string | null;

  @ApiProperty(orNull(TEXT))
  address: string | null;

  @ApiProperty(orNull(ID))
  accountId: string | null;

  @ApiProperty(orNull(TEXT))
  accountNumber: string | null;

  @ApiProperty({ ...TEXT, example: 'Холодная вода: в счёте 250,00 ₽, пересчёт даёт 249,99 ₽.' })
  text: string;
}

class ProofOfRunDto {
  @ApiProperty({ enum: ['working', 'done'], description: 'A check that was asked for goes on in the worker' })
  state: 'working' | 'done';

  @ApiProperty({ description: 'Nothing that was checked differs' })
  reproduced: boolean;

  @ApiProperty({ ...TEXT, example: 'Проверено пересчётом из снимка: строк 1 204, домов 12, сошлось до копейки.' })
  text: string;

  @ApiProperty(COUNT)
  housesDone: number;

  @ApiProperty(COUNT)
  housesTotal: number;

  @ApiProperty(COUNT)
  lines: number;

  @ApiProperty(COUNT)
  differing: number;

  @ApiProperty({ type: [ProofFindingDto], description: 'The first hundred' })
  findings: ProofFindingDto[];

  @ApiProperty(INSTANT)
  askedAt: Date;

  @ApiProperty(orNull(TEXT))
  askedBy: string | null;

  @ApiProperty(orNull(INSTANT))
  doneAt: Date | null;
}

export class RunProofDto {
  @ApiProperty({ type: ProofOfRunDto, nullable: true, description: '`null`: nobody has asked yet' })
  proof: ProofOfRunDto | null;
}
