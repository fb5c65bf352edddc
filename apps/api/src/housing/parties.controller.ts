import { Body, Controller, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { Documents, Parties, type PartyFields } from '@dvor/housing';
import { type DocumentId, parseDate, type PartyId } from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import type { Response } from 'express';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { SeenVersion, tellVersion } from '../door/etag.js';
import { IdParam } from '../door/id.pipe.js';
import { whole } from '../door/page.dto.js';
import { recordingOf } from './basis.dto.js';
import { NewDocumentDto } from './housing-changes.dto.js';
import {
  DocumentDto,
  MadeDto,
  NewPartyDto,
  PartiesQuery,
  PartyCardDto,
  PartyChangeDto,
  PartyListDto,
} from './housing-views.dto.js';

@ApiTags('People and papers')
@Controller()
export class PartiesController {
  constructor(
    private readonly database: Database,
    private readonly parties: Parties,
    private readonly documents: Documents,
  ) {}

  @Get('parties')
  @RequirePermission('account.edit')
  @ApiOperation({ summary: 'People and firms by name, phone or number, to be chosen from' })
  @ApiOkResponse({ type: PartyListDto })
  async findParties(@Query() { search, limit }: PartiesQuery, @CurrentTenant() tenant: Tenant): Promise<PartyListDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.parties.find(tx, search, limit)));
  }

  @Get('parties/:id')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'A person or a firm, with what was written of them before' })
  @ApiOkResponse({ type: PartyCardDto, headers: { ETag: { schema: { type: 'string' } } } })
  async readParty(
    @IdParam() id: PartyId,
    @CurrentTenant() tenant: Tenant,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PartyCardDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const party = await this.parties.read(tx, id);
      tellVersion(response, party.version);
      return party;
    });
  }

  @Post('parties')
  @RequirePermission('account.edit')
  @ApiOperation({ summary: 'Enter a person or a firm' })
  @ApiCreatedResponse({ type: MadeDto })
  async addParty(
    @Body() { reason, documentId, ...party }: NewPartyDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    const recording = recordingOf({ reason, documentId }, staff);
    return this.database.inTenant(tenant, async (tx) => ({
      id: await this.parties.add(tx, fieldsOf(party) as PartyFields, recording),
    }));
  }

  @Patch('parties/:id')
  @RequirePermission('account.edit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Correct what is written of a person or a firm' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ type: PartyCardDto, headers: { ETag: { schema: { type: 'string' } } } })
  async editParty(
    @IdParam() id: PartyId,
    @Body() { reason, documentId, ...change }: PartyChangeDto,
    @SeenVersion() version: number,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PartyCardDto> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.parties.edit(tx, id, fieldsOf(change), version, recordingOf({ reason, documentId }, staff));
      const party = await this.parties.read(tx, id);
      tellVersion(response, party.version);
      return party;
    });
  }

  @Post('documents')
  @RequirePermission('account.edit')
  @ApiOperation({ summary: 'Enter a paper that facts stand on' })
  @ApiCreatedResponse({ type: MadeDto })
  async addDocument(
    @Body() { dated, ...document }: NewDocumentDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<MadeDto> {
    return this.database.inTenant(tenant, async (tx) => ({
      id: await this.documents.add(tx, { ...document, dated: parseDate(dated) }, staff.userId),
    }));
  }

  @Get('documents/:id')
  @RequirePermission('account.read')
  @ApiOperation({ summary: 'A paper that facts stand on' })
  @ApiOkResponse({ type: DocumentDto })
  async readDocument(@IdParam() id: DocumentId, @CurrentTenant() tenant: Tenant): Promise<DocumentDto> {
    return this.database.inTenant(tenant, (tx) => this.documents.read(tx, id));
  }
}

function fieldsOf({
  birthDate,
  diedOn,
  ...fields
}: Omit<PartyChangeDto, 'reason' | 'documentId'>): Partial<PartyFields> {
  const dayOf = (day: string | null) => (day === null ? null : parseDate(day));
  return {
    ...fields,
    ...(birthDate !== undefined && { birthDate: dayOf(birthDate) }),
    ...(diedOn !== undefined && { diedOn: dayOf(diedOn) }),
  };
}
