import { ApiProperty } from '@nestjs/swagger';
import { ListOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, MONEY, MONTH, TEXT } from '../door/shapes.js';

export class ReceiptDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  number: string;

  @ApiProperty(MONTH)
  period: string;

  @ApiProperty(DAY)
  issuedOn: string;

  @ApiProperty({ ...DAY, description: 'To be paid by' })
  dueOn: string;

  @ApiProperty({ ...MONEY, description: 'Roubles to pay' })
  total: string;

  @ApiProperty(COUNT)
  pages: number;
}

export class ReceiptListDto extends ListOf(ReceiptDto) {}
