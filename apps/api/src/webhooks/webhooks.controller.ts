import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { PUBLIC_EVENTS, schemaOf, type WebhookEndpoint, WebhookLog, Webhooks } from '@dvor/exchange';
import type { Tenant } from '@dvor/platform';
import type { Response } from 'express';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { SeenVersion, tellVersion } from '../door/etag.js';
import { IdParam } from '../door/id.pipe.js';
import { WithoutIdempotency } from '../door/idempotency.js';
import type { Language } from '../door/language.js';
import { whole } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import {
  DeliveriesQuery,
  DeliveryFilterDto,
  GivenWebhookDto,
  ReplayedDto,
  RotateWebhookSecretDto,
  WebhookDeliveryInFullDto,
  WebhookDeliveryPageDto,
  WebhookDto,
  WebhookEventListDto,
  WebhookListDto,
  WebhookSettingsDto,
} from './webhooks.dto.js';

const DEFAULT_GRACE_HOURS = 24;
const WITH_ETAG = { type: WebhookDto, headers: { ETag: { schema: { type: 'string' } } } } as const;

/** Events sent out by Standard Webhooks (API-04). */
@ApiTags('Webhooks')
@Controller()
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly log: WebhookLog,
  ) {}

  @Get('webhook-events')
  @RequirePermission('webhook.manage')
  @ApiOperation({ summary: 'The catalogue of events that go out, with the schema of each' })
  @ApiOkResponse({ type: WebhookEventListDto })
  listWebhookEvents(@ReaderLanguage() language: Language): WebhookEventListDto {
    return whole(
      PUBLIC_EVENTS.map((event) => ({
        type: event.type,
        title: event.title[language],
        objectType: event.object.type,
        schema: schemaOf(event),
      })),
    );
  }

  @Get('webhooks')
  @RequirePermission('webhook.manage')
  @ApiOperation({ summary: 'Where events are sent' })
  @ApiOkResponse({ type: WebhookListDto })
  async listWebhooks(@CurrentTenant() tenant: Tenant): Promise<WebhookListDto> {
    return whole(await this.webhooks.list(tenant));
  }

  @Post('webhooks')
  @RequirePermission('webhook.manage')
  @WithoutIdempotency()
  @ApiOperation({
    summary: 'Send events to an address',
    description:
      'By Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature: v1,<base64 of HMAC-SHA256 over id.timestamp.body>`. ' +
      'What is not taken (any answer but 2xx, within 15 s) is tried ten times within a day; events of one object come in order; ' +
      'an event may come twice, under the same `webhook-id`. The answer holds the secret: it is told this once.',
  })
  @ApiCreatedResponse({ type: GivenWebhookDto })
  async addWebhook(
    @Body() settings: WebhookSettingsDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<GivenWebhookDto> {
    return this.webhooks.add(tenant, settingsOf(settings), staff.userId);
  }

  @Get('webhooks/:id')
  @RequirePermission('webhook.manage')
  @ApiOperation({ summary: 'A webhook: address, events, state, what stands in line' })
  @ApiOkResponse(WITH_ETAG)
  async readWebhook(
    @IdParam() id: string,
    @CurrentTenant() tenant: Tenant,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WebhookDto> {
    return told(await this.webhooks.read(tenant, id), response);
  }

  @Put('webhooks/:id')
  @RequirePermission('webhook.manage')
  @ApiOperation({ summary: 'Change the address or the events' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse(WITH_ETAG)
  async editWebhook(
    @IdParam() id: string,
    @Body() settings: WebhookSettingsDto,
    @SeenVersion() version: number,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WebhookDto> {
    const seen = { version, by: staff.userId };
    return told(await this.webhooks.edit(tenant, id, settingsOf(settings), seen), response);
  }

  @Delete('webhooks/:id')
  @RequirePermission('webhook.manage')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove the webhook, its log and what stands in line' })
  @ApiNoContentResponse()
  async removeWebhook(
    @IdParam() id: string,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<void> {
    await this.webhooks.remove(tenant, id, staff.userId);
  }

  @Post('webhooks/:id/rotate-secret')
  @RequirePermission('webhook.manage')
  @HttpCode(200)
  @WithoutIdempotency()
  @ApiOperation({
    summary: 'Give the webhook a new secret',
    description: 'While the grace lasts both secrets sign: the header holds two signatures.',
  })
  @ApiOkResponse({ type: GivenWebhookDto })
  async rotateWebhookSecret(
    @IdParam() id: string,
    @Body() { graceHours }: RotateWebhookSecretDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<GivenWebhookDto> {
    return this.webhooks.rotateSecret(tenant, id, { graceHours: graceHours ?? DEFAULT_GRACE_HOURS, by: staff.userId });
  }

  @Post('webhooks/:id/pause')
  @RequirePermission('webhook.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send nothing for now', description: 'Events go on to stand in line.' })
  @ApiOkResponse({ type: WebhookDto })
  async pauseWebhook(
    @IdParam() id: string,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<WebhookDto> {
    return this.webhooks.pause(tenant, id, staff.userId);
  }

  @Post('webhooks/:id/resume')
  @RequirePermission('webhook.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send again', description: 'What stood in line goes out, in order.' })
  @ApiOkResponse({ type: WebhookDto })
  async resumeWebhook(
    @IdParam() id: string,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<WebhookDto> {
    return this.webhooks.resume(tenant, id, staff.userId);
  }

  @Post('webhooks/:id/try-out')
  @RequirePermission('webhook.manage')
  @ApiOperation({ summary: 'Send a trial event, `webhook.trial`, to this webhook alone' })
  @ApiCreatedResponse({ type: WebhookDeliveryInFullDto })
  async tryOutWebhook(
    @IdParam() id: string,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<WebhookDeliveryInFullDto> {
    return this.log.tryOut(tenant, id, staff.userId);
  }

  @Get('webhooks/:id/deliveries')
  @RequirePermission('webhook.manage')
  @ApiOperation({ summary: 'What was sent and what came of it, the latest first', description: 'Kept for 30 days.' })
  @ApiOkResponse({ type: WebhookDeliveryPageDto })
  async listWebhookDeliveries(
    @IdParam() id: string,
    @Query() { cursor, limit, ...filter }: DeliveriesQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<WebhookDeliveryPageDto> {
    return this.log.list(tenant, id, filterOf(filter), { cursor, limit });
  }

  @Get('webhooks/:id/deliveries/:deliveryId')
  @RequirePermission('webhook.manage')
  @ApiOperation({ summary: 'One event on its way: its body and every attempt' })
  @ApiOkResponse({ type: WebhookDeliveryInFullDto })
  async readWebhookDelivery(
    @IdParam() id: string,
    @IdParam('deliveryId') deliveryId: string,
    @CurrentTenant() tenant: Tenant,
  ): Promise<WebhookDeliveryInFullDto> {
    return this.log.read(tenant, id, deliveryId);
  }

  @Post('webhooks/:id/deliveries/:deliveryId/replay')
  @RequirePermission('webhook.manage')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Send one event again',
    description: 'Under the same `webhook-id`. One that waits for its next attempt is tried now.',
  })
  @ApiOkResponse({ type: WebhookDeliveryInFullDto })
  async replayWebhookDelivery(
    @IdParam() id: string,
    @IdParam('deliveryId') deliveryId: string,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<WebhookDeliveryInFullDto> {
    return this.log.replay(tenant, id, deliveryId, staff.userId);
  }

  @Post('webhooks/:id/replay')
  @RequirePermission('webhook.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send again, in their order, all events that match' })
  @ApiOkResponse({ type: ReplayedDto })
  async replayWebhook(
    @IdParam() id: string,
    @Body() filter: DeliveryFilterDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<ReplayedDto> {
    return { replayed: await this.log.replayRange(tenant, id, filterOf(filter), staff.userId) };
  }
}

function told(endpoint: WebhookEndpoint, response: Response): WebhookDto {
  tellVersion(response, endpoint.version);
  return endpoint;
}

function settingsOf({ url, description, eventTypes }: WebhookSettingsDto) {
  return { url, description: description ?? '', eventTypes: eventTypes ?? [] };
}

function filterOf({ from, to, ...filter }: DeliveryFilterDto) {
  return { ...filter, from: from ? new Date(from) : undefined, to: to ? new Date(to) : undefined };
}
