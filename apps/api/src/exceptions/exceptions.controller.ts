import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import type { Clock } from '@dvor/kernel';
import { AuditLog, CLOCK, Database, type ExceptionRow, ExceptionsInbox, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { ReaderLanguage } from '../door/reader.js';
import { exceptionReason } from './exception-texts.js';
import { type ExceptionDto, ExceptionPageDto, ExceptionsQuery, ResolveDto } from './exceptions.dto.js';

@ApiTags('Exceptions')
@Controller('exceptions')
export class ExceptionsController {
  constructor(
    private readonly database: Database,
    private readonly inbox: ExceptionsInbox,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @RequirePermission('exceptions.read')
  @ApiOperation({ summary: 'What needs a person, the oldest first' })
  @ApiOkResponse({ type: ExceptionPageDto })
  async listExceptions(
    @Query() { state, kind, ...page }: ExceptionsQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ExceptionPageDto> {
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) =>
      this.inbox.list(tx, { state, kind }, page),
    );
    return { items: items.map((row) => this.describe(row, language)), nextCursor };
  }

  @Post(':id/resolve')
  @RequirePermission('exceptions.resolve')
  @HttpCode(204)
  @ApiOperation({ summary: 'Tell what was done about it' })
  @ApiNoContentResponse()
  async resolveException(
    @IdParam() id: string,
    @Body() { note }: ResolveDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      await this.inbox.resolve(tx, id, { userId: staff.userId, note });
      await this.audit.record(tx, {
        userId: staff.userId,
        action: 'exception.resolve',
        object: { type: 'exception', id },
        details: { note },
      });
    });
  }

  private describe(row: ExceptionRow, language: Language): ExceptionDto {
    const { id, kind, objectType, objectId, objectLabel, createdAt, resolvedAt, resolution } = row;
    return {
      ...{ id, kind, createdAt, resolvedAt, resolution },
      reason: exceptionReason(row, language),
      object: { type: objectType, id: objectId, label: objectLabel },
      age: Math.max(0, Math.round((this.clock.now().getTime() - createdAt.getTime()) / 1000)),
      state: resolvedAt ? 'resolved' : 'open',
    };
  }
}
