import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  DELIVERY_STATES,
  type DeliveryInFull,
  type DeliveryState,
  PUBLIC_EVENTS,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookEndpoint,
} from '@dvor/exchange';
import {
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsInstant } from '../door/fields.js';
import { ListOf, PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, ID, INSTANT, orNull, TEXT } from '../door/shapes.js';

const EVENT_TYPE = { ...TEXT, example: 'run.closed' };
const TYPES = PUBLIC_EVENTS.map(({ type }) => type);

export class WebhookSettingsDto {
  @ApiProperty({
    ...TEXT,
    example: 'https://example.com/dvor',
    description: 'Public and over https, but for private networks that the install allows',
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  url: string;

  @ApiPropertyOptional(TEXT)
  @IsOptional()
  @IsString()
  @MaxLength(200)
  description?: string;

  @ApiPropertyOptional({
    ...EVENT_TYPE,
    isArray: true,
    enum: TYPES,
    example: ['run.closed'],
    description: 'None: every event there is or will be',
  })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(TYPES, { each: true })
  eventTypes?: string[];
}

export class RotateWebhookSecretDto {
  @ApiPropertyOptional({
    ...COUNT,
    example: 24,
    minimum: 0,
    maximum: 168,
    default: 24,
    description: 'For how many hours the secret before signs too',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(168)
  graceHours?: number;
}

export class WebhookDto implements WebhookEndpoint {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  url: string;

  @ApiProperty(TEXT)
  description: string;

  @ApiProperty({ ...EVENT_TYPE, isArray: true, example: ['run.closed'], description: 'None: every event' })
  eventTypes: readonly string[];

  @ApiProperty({ enum: ['active', 'paused'] })
  state: 'active' | 'paused';

  @ApiProperty({
    enum: ['by-hand', 'failures', 'gone'],
    nullable: true,
    description: 'Ten failures in a row pause it, an answer 410 at once',
  })
  pauseReason: 'by-hand' | 'failures' | 'gone' | null;

  @ApiProperty(orNull(INSTANT))
  pausedAt: Date | null;

  @ApiProperty({ ...COUNT, description: 'Attempts that failed one after another' })
  failures: number;

  @ApiProperty({ ...orNull(INSTANT), description: 'After a failure: when the next attempt is due' })
  retryAt: Date | null;

  @ApiProperty({ ...COUNT, description: 'Events that stand in line' })
  waiting: number;

  @ApiProperty({ ...orNull(INSTANT), description: 'Until when the secret before the rotation signs too' })
  formerUntil: Date | null;

  @ApiProperty(COUNT)
  version: number;

  @ApiProperty(INSTANT)
  createdAt: Date;
}

export class WebhookListDto extends ListOf(WebhookDto) {}

export class GivenWebhookDto {
  @ApiProperty({ type: WebhookDto })
  endpoint: WebhookDto;

  @ApiProperty({ ...TEXT, example: 'whsec_…', description: 'What signs, by Standard Webhooks. Told this once' })
  secret: string;
}

export class WebhookEventDto {
  @ApiProperty(EVENT_TYPE)
  type: string;

  @ApiProperty({ ...TEXT, description: 'In the reader’s language' })
  title: string;

  @ApiProperty({ ...TEXT, example: 'run', description: 'Events of one object come in order' })
  objectType: string;

  @ApiProperty({ type: Object, description: 'JSON Schema of the body' })
  schema: object;
}

export class WebhookEventListDto extends ListOf(WebhookEventDto) {}

export class DeliveryFilterDto {
  @ApiPropertyOptional({ enum: DELIVERY_STATES })
  @IsOptional()
  @IsIn(DELIVERY_STATES)
  state?: DeliveryState;

  @ApiPropertyOptional(EVENT_TYPE)
  @IsOptional()
  @IsString()
  @MaxLength(100)
  type?: string;

  @ApiPropertyOptional({ ...TEXT, example: 'run' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  objectType?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsString()
  @MaxLength(100)
  objectId?: string;

  @ApiPropertyOptional({ ...INSTANT, description: 'What happened then or later' })
  @IsOptional()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ ...INSTANT, description: 'What happened before' })
  @IsOptional()
  @IsInstant()
  to?: string;
}

export class DeliveriesQuery extends IntersectionType(DeliveryFilterDto, PageQuery) {}

export class WebhookDeliveryDto implements WebhookDelivery {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ ...TEXT, description: '`webhook-id`: the same at every attempt and replay' })
  messageId: string;

  @ApiProperty(EVENT_TYPE)
  type: string;

  @ApiProperty({ ...TEXT, example: 'run' })
  objectType: string;

  @ApiProperty(ID)
  objectId: string;

  @ApiProperty(INSTANT)
  occurredAt: Date;

  @ApiProperty({ enum: DELIVERY_STATES, enumName: 'WebhookDeliveryState' })
  state: DeliveryState;

  @ApiProperty({ ...COUNT, description: 'Since the event, or since its last replay' })
  attempts: number;

  @ApiProperty({ ...orNull(INSTANT), description: 'When the next attempt is due, while it waits' })
  dueAt: Date | null;

  @ApiProperty(orNull(INSTANT))
  finishedAt: Date | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'HTTP status of the last attempt' })
  lastStatus: number | null;

  @ApiProperty({
    ...orNull(TEXT),
    description: 'Why the last attempt had no answer: timeout, private-address, ECONNREFUSED …',
  })
  lastError: string | null;
}

export class WebhookDeliveryPageDto extends PageOf(WebhookDeliveryDto) {}

export class WebhookAttemptDto implements WebhookAttempt {
  @ApiProperty(INSTANT)
  at: Date;

  @ApiProperty({ ...COUNT, description: 'Milliseconds' })
  ms: number;

  @ApiProperty({ type: 'integer', nullable: true })
  status: number | null;

  @ApiProperty(orNull(TEXT))
  error: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'The first bytes of the answer' })
  answer: string | null;
}

export class WebhookDeliveryInFullDto extends WebhookDeliveryDto implements DeliveryInFull {
  @ApiProperty({ ...TEXT, description: 'What is signed and sent' })
  body: string;

  @ApiProperty({ type: [WebhookAttemptDto], description: 'The latest first' })
  log: readonly WebhookAttemptDto[];
}

export class ReplayedDto {
  @ApiProperty({ ...COUNT, description: 'How many stand in line again' })
  replayed: number;
}
