import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Query,
  type StreamableFile,
  UploadedFile,
} from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { type AccountId, DomainError } from '@dvor/kernel';
import { MailDesk, MessageDesk } from '@dvor/metering';
import { Database, FileStore, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { TakesFile, type UploadedFile as Uploaded } from '../door/idempotency.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { ReaderLanguage } from '../door/reader.js';
import { recordingOf } from '../housing/basis.dto.js';
import { messageView } from './message-texts.js';
import { AnswersPaper, paperFile } from '../collection/papers.js';
import {
  BringMailDto,
  InboundMessageDto,
  InboundMessagePageDto,
  InboundMessagesQuery,
  LinkSenderDto,
  NewInboundMessageDto,
} from './messages.dto.js';

const LARGEST_MAIL = 30 * 1024 * 1024;

/** Where gateways of SMS, messengers and mail hand over what residents write. */
@ApiTags('Metering')
@Controller('inbound-messages')
export class MessagesController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly desk: MessageDesk,
    private readonly mail: MailDesk,
    private readonly files: FileStore,
  ) {}

  @Get()
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'What residents have written and what they were answered, the latest first' })
  @ApiOkResponse({ type: InboundMessagePageDto })
  async listInboundMessages(
    @Query() { answer, channel, search, ...page }: InboundMessagesQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<InboundMessagePageDto> {
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) =>
      this.desk.list(tx, { answer, channel, search }, page),
    );
    return { items: items.map((message) => messageView(message, language)), nextCursor };
  }

  @Post()
  @RequirePermission('reading.enter')
  @HttpCode(200)
  @ApiOperation({
    summary: 'A message of a resident with readings, in any order and case: `ХВС 123 ГВС 45`',
    description:
      'By a key of the gateway. The sender is known by the phone or the e-mail of who pays for or owns the flat, or names the account. The reply is to be sent back.',
  })
  @ApiOkResponse({ type: InboundMessageDto })
  async receiveMessage(
    @Body() message: NewInboundMessageDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<InboundMessageDto> {
    const answered = await this.database.inTenant(tenant, async (tx) =>
      this.desk.receive(tx, message, { by, today: await this.clock.today(tx) }),
    );
    return messageView(answered, language);
  }

  @Post('mail')
  @RequirePermission('reading.enter')
  @TakesFile('file', { upToBytes: LARGEST_MAIL })
  @HttpCode(200)
  @ApiBody({ type: BringMailDto })
  @ApiOperation({
    summary: 'A raw letter of a resident, as a mail server has it',
    description:
      'Read as a message is, in whatever encoding; photos are kept beside the readings. A letter that a program has written is kept and gets no reply.',
  })
  @ApiOkResponse({ type: InboundMessageDto })
  async receiveMail(
    @UploadedFile() file: Uploaded | undefined,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
  ): Promise<InboundMessageDto> {
    if (!file) throw new DomainError('mail.no-file');
    const answered = await this.database.inTenant(tenant, async (tx) =>
      this.mail.receive(tx, file.buffer, { by, today: await this.clock.today(tx) }),
    );
    return messageView(answered, language);
  }

  @Get(':id/files/:place')
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'A photo or a paper that came with a mail' })
  @AnswersPaper()
  async readMessageFile(
    @IdParam() id: string,
    @Param('place', ParseIntPipe) place: number,
    @CurrentTenant() tenant: Tenant,
  ): Promise<StreamableFile> {
    return this.database.inTenant(tenant, async (tx) =>
      paperFile(await this.files.read(tx, await this.desk.file(tx, id, place))),
    );
  }

  @Post(':id/sender-link')
  @RequirePermission('account.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say for which account the sender of a message speaks, from now on' })
  @ApiNoContentResponse()
  async linkMessageSender(
    @IdParam() id: string,
    @Body() asked: LinkSenderDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) =>
      this.desk.linkSender(tx, id, asked.accountId as AccountId, recordingOf(asked, staff)),
    );
  }
}
