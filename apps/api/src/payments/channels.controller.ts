import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { CHANNEL_PRESETS, channelPreset } from '@dvor/formats';
import {
  type ChannelId,
  DomainError,
  formatDate,
  type LocalDate,
  Money,
  parseDate,
  type SupplierId,
} from '@dvor/kernel';
import { BY_HAND, type Channel, ChannelDesk, PaymentChannels, waysOf } from '@dvor/payments';
import { Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import type { Response } from 'express';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { SeenVersion, tellVersion } from '../door/etag.js';
import { IdParam } from '../door/id.pipe.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { MadeDto } from '../housing/housing-views.dto.js';
import {
  ChannelCardDto,
  type ChannelDto,
  type ChannelFeeDto,
  ChannelListDto,
  ChannelPresetListDto,
  ChannelSettingsDto,
  ChannelStateDto,
  ChannelTrialPageDto,
  NewChannelDto,
  NewChannelFeeDto,
} from './channels.dto.js';

const ETAG = { ETag: { schema: { type: 'string' as const } } };

@ApiTags('Payment channels')
@Controller('payment-channels')
export class ChannelsController {
  constructor(
    private readonly database: Database,
    private readonly channels: PaymentChannels,
    private readonly desk: ChannelDesk,
    private readonly clock: OrganizationClock,
  ) {}

  @Get()
  @RequirePermission('channel.read')
  @ApiOperation({ summary: 'Channels by which money comes' })
  @ApiOkResponse({ type: ChannelListDto })
  async listChannels(@Query() _: PageQuery, @CurrentTenant() tenant: Tenant): Promise<ChannelListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const today = await this.clock.today(tx);
      return whole((await this.channels.list(tx)).map((channel) => describe(channel, today)));
    });
  }

  @Get('presets')
  @RequirePermission('channel.read')
  @ApiOperation({ summary: 'Kinds of channels that can be opened, and those that are not built yet' })
  @ApiOkResponse({ type: ChannelPresetListDto })
  async listChannelPresets(@Query() _: PageQuery): Promise<ChannelPresetListDto> {
    return whole(
      CHANNEL_PRESETS.map((preset) => {
        const { code, name, kind, protocol, needs, note } = preset;
        return { code, name, kind, protocol, needs, note, way: waysOf(preset) };
      }),
    );
  }

  @Post()
  @RequirePermission('channel.edit')
  @ApiOperation({ summary: 'Open a channel of a preset; it is off' })
  @ApiCreatedResponse({ type: MadeDto })
  async openChannel(
    @Body() asked: NewChannelDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<MadeDto> {
    return { id: await this.database.inTenant(tenant, (tx) => this.desk.open(tx, asked, userId)) };
  }

  @Get(':id')
  @RequirePermission('channel.read')
  @ApiOperation({ summary: 'A channel: settings, fees, and what it lacks to be switched on' })
  @ApiOkResponse({ type: ChannelCardDto, headers: ETAG })
  async readChannel(
    @IdParam() id: ChannelId,
    @CurrentTenant() tenant: Tenant,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChannelCardDto> {
    return this.database.inTenant(tenant, (tx) => this.tell(tx, id, response));
  }

  @Put(':id')
  @RequirePermission('channel.edit')
  @ApiOperation({ summary: 'Set up a channel' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ type: ChannelCardDto, headers: ETAG })
  async editChannel(
    @IdParam() id: ChannelId,
    @Body() asked: ChannelSettingsDto,
    @SeenVersion() version: number,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChannelCardDto> {
    const change = {
      ...asked,
      biller: { ...asked.biller },
      least: asked.least ? Money.parse(asked.least) : null,
      most: asked.most ? Money.parse(asked.most) : null,
      recipientId: (asked.recipientId ?? null) as SupplierId | null,
    };
    return this.database.inTenant(tenant, async (tx) => {
      await this.desk.edit(tx, id, change, { version, by });
      return this.tell(tx, id, response);
    });
  }

  @Post(':id/fees')
  @RequirePermission('channel.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'What the channel keeps, from a day on' })
  @ApiNoContentResponse()
  async setChannelFee(
    @IdParam() id: ChannelId,
    @Body() { since, least, most, ...asked }: NewChannelFeeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    const fee = {
      ...asked,
      since: parseDate(since),
      least: Money.parse(least),
      most: most ? Money.parse(most) : null,
    };
    await this.database.inTenant(tenant, (tx) => this.desk.setFee(tx, id, fee, userId));
  }

  @Get(':id/trials')
  @RequirePermission('channel.read')
  @ApiOperation({ summary: 'What the other side has tried, the latest first' })
  @ApiOkResponse({ type: ChannelTrialPageDto })
  async listChannelTrials(
    @IdParam() id: ChannelId,
    @Query() page: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<ChannelTrialPageDto> {
    return this.database.inTenant(tenant, (tx) => this.desk.trials(tx, id, page));
  }

  @Post(':id/state')
  @RequirePermission('channel.edit')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Switch a channel off, to trials, or on',
    description: 'On only after the other side has tried a check, an unknown account, a payment and its repeat.',
  })
  @ApiNoContentResponse()
  async setChannelState(
    @IdParam() id: ChannelId,
    @Body() { state }: ChannelStateDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.desk.setState(tx, id, state, userId));
  }

  private async tell(tx: Tx, id: ChannelId, response: Response): Promise<ChannelCardDto> {
    const channel = await this.channels.find(tx, id);
    if (!channel) throw new DomainError('channel.not-found');
    tellVersion(response, channel.version);
    const preset = channelPreset(channel.preset);
    const { networks, timeZone, least, most, recipientId, showsPayer, biller, sealed } = channel.settings;
    return {
      ...describe(channel, await this.clock.today(tx)),
      ...{ networks, timeZone, least, most, recipientId, showsPayer, biller },
      needs: preset?.needs ?? [],
      note: preset?.note ?? '',
      hasSecret: sealed.secret !== undefined,
      hasPassword: sealed.password !== undefined,
      fees: channel.fees.map(describeFee),
      readiness: await this.desk.readiness(tx, channel),
      version: channel.version,
    };
  }
}

function describe({ id, code, preset, protocol, name, state, fees }: Channel, today: LocalDate): ChannelDto {
  const fee = fees.find(({ since }) => since <= today);
  return {
    ...{ id, code, protocol, name, state },
    preset: { id: preset, name: channelPreset(preset)?.name ?? name },
    builtIn: preset === BY_HAND,
    fee: fee ? describeFee(fee) : null,
  };
}

function describeFee({ since, payer, percent, least, most }: Channel['fees'][number]): ChannelFeeDto {
  return {
    ...{ payer, percent },
    since: formatDate(since),
    least: least.toString(),
    most: most?.toString() ?? null,
  };
}
