import { MESSAGE_CHANNELS, type MessageChannel } from '@dvor/metering';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsId } from '../door/fields.js';
import { PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, ID, INSTANT, orNull, TEXT } from '../door/shapes.js';
import { BasisDto } from '../housing/basis.dto.js';

const ANSWERED = ['taken', 'unread', 'unknown-sender', 'unknown-account', 'several-accounts', 'ignored'] as const;

export class NewInboundMessageDto {
  @ApiProperty({ enum: MESSAGE_CHANNELS })
  @IsIn(MESSAGE_CHANNELS)
  channel: MessageChannel;

  @ApiProperty({ ...TEXT, description: 'The gateway’s own: the same message sent again is answered the same' })
  @IsString()
  @Length(1, 200)
  externalId: string;

  @ApiProperty({ ...TEXT, example: '+79132104567', description: 'The phone, or the e-mail, of whoever has sent it' })
  @IsString()
  @Length(3, 200)
  sender: string;

  @ApiProperty({ ...TEXT, example: 'ХВС 123 ГВС 45' })
  @IsString()
  @Length(0, 10_000)
  text: string;
}

class MessageFileDto {
  @ApiProperty({ ...COUNT, example: 1 })
  place: number;

  @ApiProperty(TEXT)
  name: string;
}

export class InboundMessageDto extends NewInboundMessageDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ ...orNull(TEXT), description: 'Of a mail' })
  subject: string | null;

  @ApiProperty({ type: [MessageFileDto], description: 'Photos and papers that came with a mail' })
  attachments: readonly MessageFileDto[];

  @ApiProperty(INSTANT)
  receivedAt: Date;

  @ApiProperty({ ...orNull(TEXT), description: 'Whose readings they are' })
  accountNumber: string | null;

  @ApiProperty({ enum: ANSWERED, description: 'Readings are taken by the first alone, each with a result of its own' })
  answer: (typeof ANSWERED)[number];

  @ApiProperty({
    ...TEXT,
    description: 'To be sent back: what was taken, or what is wrong; empty: nothing is to be sent',
  })
  reply: string;
}

export class InboundMessagePageDto extends PageOf(InboundMessageDto) {}

export class InboundMessagesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ANSWERED })
  @IsOptional()
  @IsIn(ANSWERED)
  answer?: (typeof ANSWERED)[number];

  @ApiPropertyOptional({ enum: MESSAGE_CHANNELS })
  @IsOptional()
  @IsIn(MESSAGE_CHANNELS)
  channel?: MessageChannel;

  @ApiPropertyOptional({ ...TEXT, description: 'A part of the sender, or the beginning of an account’s number' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  search?: string;
}

export class LinkSenderDto extends BasisDto {
  @ApiProperty({ ...ID, description: 'For which account whoever has sent it speaks' })
  @IsId()
  accountId: string;
}

export class BringMailDto {
  @ApiProperty({ type: String, format: 'binary', description: 'A raw letter (RFC 822), up to 30 MB' })
  @IsOptional()
  file?: unknown;
}
