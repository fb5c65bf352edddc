import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { MessageDesk } from '@dvor/metering';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import type { Language } from '../door/language.js';
import { PageQuery } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { messageView } from './message-texts.js';
import { InboundMessageDto, InboundMessagePageDto, NewInboundMessageDto } from './messages.dto.js';

/** Where gateways of SMS, messengers and mail hand over what residents write. */
@ApiTags('Metering')
@Controller('inbound-messages')
export class MessagesController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly desk: MessageDesk,
  ) {}

  @Get()
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'What residents have written and what they were answered, the latest first' })
  @ApiOkResponse({ type: InboundMessagePageDto })
  async listInboundMessages(
    @Query() page: PageQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<InboundMessagePageDto> {
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) => this.desk.list(tx, page));
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
}
