import { Controller, Get, HttpCode, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { DomainError } from '@dvor/kernel';
import { ReadingRegistries } from '@dvor/metering';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { TakesFile, type UploadedFile as Uploaded } from '../door/idempotency.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { PageQuery } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { uploadedName } from '../door/uploaded-name.js';
import {
  BringReadingRegistryDto,
  ReadingRegistryDto,
  ReadingRegistryPageDto,
  ReadingRegistryRowPageDto,
  ReadingRegistryRowsQuery,
} from './reading-registries.dto.js';
import { registryRowView } from './registry-texts.js';

const LARGEST_REGISTRY = 32 * 1024 * 1024;

/** Registries of readings that banks send beside their registries of payments. */
@ApiTags('Metering')
@Controller('reading-registries')
export class ReadingRegistriesController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly registries: ReadingRegistries,
  ) {}

  @Get()
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'Registries of readings, the latest first' })
  @ApiOkResponse({ type: ReadingRegistryPageDto })
  async listReadingRegistries(
    @Query() page: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<ReadingRegistryPageDto> {
    return this.database.inTenant(tenant, (tx) => this.registries.list(tx, page));
  }

  @Post()
  @RequirePermission('reading.enter')
  @TakesFile('file', { upToBytes: LARGEST_REGISTRY })
  @HttpCode(200)
  @ApiBody({ type: BringReadingRegistryDto })
  @ApiOperation({
    summary: 'Bring a bank’s registry of readings: each meter gets a result of its own',
    description:
      'A meter of which anything can’t be read is left out and told by its line; the same file again changes nothing.',
  })
  @ApiOkResponse({ type: ReadingRegistryDto })
  async bringReadingRegistry(
    @UploadedFile() file: Uploaded | undefined,
    @CurrentStaff() { userId: by }: StaffCaller,
    @CurrentTenant() tenant: Tenant,
  ): Promise<ReadingRegistryDto> {
    if (!file) throw new DomainError('reading-registry.no-file');
    const registry = { fileName: uploadedName(file), content: file.buffer };
    return this.database.inTenant(tenant, async (tx) =>
      this.registries.take(tx, registry, { by, today: await this.clock.today(tx) }),
    );
  }

  @Get(':id')
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'A registry and what became of it' })
  @ApiOkResponse({ type: ReadingRegistryDto })
  async readReadingRegistry(@IdParam() id: string, @CurrentTenant() tenant: Tenant): Promise<ReadingRegistryDto> {
    return this.database.inTenant(tenant, (tx) => this.registries.read(tx, id));
  }

  @Get(':id/rows')
  @RequirePermission('reading.enter')
  @ApiOperation({ summary: 'Meters of a registry, each with its result, in the order of the file' })
  @ApiOkResponse({ type: ReadingRegistryRowPageDto })
  async listReadingRegistryRows(
    @IdParam() id: string,
    @Query() { outcome, ...page }: ReadingRegistryRowsQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ReadingRegistryRowPageDto> {
    const { items, nextCursor } = await this.database.inTenant(tenant, (tx) =>
      this.registries.rows(tx, id, outcome ?? null, page),
    );
    return { items: items.map((row) => registryRowView(row, language)), nextCursor };
  }
}
