import { ApiProperty } from '@nestjs/swagger';
import { ListOf } from '../door/page.dto.js';
import { DAY, ID, MONEY, TEXT } from '../door/shapes.js';
import { RecipientPartDto, PaymentPartDto } from '../payments/payments.dto.js';

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

export class ResidentPaymentDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(DAY)
  paidOn: string;

  @ApiProperty({ ...TEXT, description: 'By what it was paid' })
  channel: string;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty({ ...MONEY, description: 'Of it, given back' })
  returned: string;

  @ApiProperty({ ...MONEY, description: 'Paid to the channel on top' })
  fee: string;
}

export class ResidentPaymentListDto extends ListOf(ResidentPaymentDto) {}

export class ResidentPaymentCardDto extends ResidentPaymentDto {
  @ApiProperty({ ...DAY, description: 'When it came into the books' })
  bookedOn: string;

  @ApiProperty({ type: [PaymentPartDto], description: 'What it has paid for' })
  split: PaymentPartDto[];

  @ApiProperty({ type: [RecipientPartDto], description: 'Who gets it, and how far it has come' })
  recipients: RecipientPartDto[];
}
