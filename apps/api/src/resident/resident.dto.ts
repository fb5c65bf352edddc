import { ApiProperty } from '@nestjs/swagger';
import { DAY, ID, MONEY, TEXT } from '../door/shapes.js';

class DueDto {
  @ApiProperty({ ...MONEY, description: 'Roubles of the last receipt' })
  amount: string;

  @ApiProperty({ ...DAY, description: 'To be paid by' })
  date: string;
}

export class ResidentAccountDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: '1000000001' })
  number: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ ...MONEY, description: 'Roubles owed; negative: paid ahead' })
  balance: string;

  @ApiProperty({ type: DueDto, nullable: true, description: '`null` while there is no receipt' })
  due: DueDto | null;
}
