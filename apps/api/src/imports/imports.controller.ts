import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  Post,
  Put,
  Query,
  Res,
  type StreamableFile,
  UploadedFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { IMPORT_KINDS, type ImportKind, Imports } from '@dvor/exchange';
import { DomainError } from '@dvor/kernel';
import type { Tenant } from '@dvor/platform';
import type { Response } from 'express';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { sendEvents } from '../door/event-stream.js';
import { TakesFile, type UploadedFile as Uploaded } from '../door/idempotency.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { whole } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { savedFile } from '../door/saved-file.js';
import { uploadedName } from '../door/uploaded-name.js';
import { ImportProgress } from './import-progress.js';
import { importDetail, importRow } from './import-views.js';
import {
  ImportDetailDto,
  ImportDto,
  ImportPageDto,
  ImportProblemKindListDto,
  ImportProblemPageDto,
  ImportProblemsQuery,
  ImportSampleDto,
  ImportSampleQuery,
  ImportsQuery,
  MapImportDto,
  ReadImportDto,
  UploadImportDto,
} from './imports.dto.js';

const LARGEST_FILE = 40 * 1024 * 1024;
const KINDS = Object.fromEntries(IMPORT_KINDS.map((kind) => [kind, kind]));

@ApiTags('Imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly progress: ImportProgress,
  ) {}

  @Get()
  @RequirePermission('import.read')
  @ApiOperation({ summary: 'Loads of tables, the latest first' })
  @ApiOkResponse({ type: ImportPageDto })
  async listImports(
    @Query() asked: ImportsQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ImportPageDto> {
    const { items, nextCursor } = await this.imports.list(tenant, asked);
    return { items: items.map((one) => importRow(one, language)), nextCursor };
  }

  @Post()
  @RequirePermission('import.run')
  @TakesFile('file', { upToBytes: LARGEST_FILE })
  @ApiOperation({
    summary: 'Bring a table: XLSX, CSV or DBF',
    description: 'Its columns are recognised by their headings, or remembered from the last table with the same ones.',
  })
  @ApiCreatedResponse({ type: ImportDetailDto })
  async uploadImport(
    @UploadedFile() file: Uploaded | undefined,
    @Body() { kind, sheet }: UploadImportDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ImportDetailDto> {
    if (!file) throw new DomainError('import.no-file');
    const upload = { kind, sheet, fileName: uploadedName(file), content: file.buffer };
    return importDetail(await this.imports.upload(tenant, upload, staff.userId), language);
  }

  @Get('templates/:kind')
  @RequirePermission('import.read')
  @ApiParam({ name: 'kind', enum: IMPORT_KINDS })
  @ApiOperation({ summary: 'An empty table with its headings and an example line' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  readImportTemplate(
    @Param('kind', new ParseEnumPipe(KINDS, { errorHttpStatusCode: 404 })) kind: ImportKind,
  ): StreamableFile {
    return savedFile(this.imports.template(kind));
  }

  @Get(':id')
  @RequirePermission('import.read')
  @ApiOperation({ summary: 'A load: its columns, state, progress, control totals' })
  @ApiOkResponse({ type: ImportDetailDto })
  async readImport(
    @IdParam() id: string,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ImportDetailDto> {
    return importDetail(await this.imports.detail(tenant, id), language);
  }

  @Get(':id/sample')
  @RequirePermission('import.read')
  @ApiOperation({ summary: 'The first rows of the file, to see what its columns hold or where its headings stand' })
  @ApiOkResponse({ type: ImportSampleDto })
  async readImportSample(
    @IdParam() id: string,
    @Query() asked: ImportSampleQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<ImportSampleDto> {
    return whole(await this.imports.sample(tenant, id, asked));
  }

  @Put(':id/reading')
  @RequirePermission('import.run')
  @ApiOperation({
    summary: 'Say in which encoding and with which line of headings the file is to be read, and read it anew',
    description: 'Its columns are recognised again. Remembered, with the map, for the next table of this source.',
  })
  @ApiOkResponse({ type: ImportDetailDto })
  async rereadImport(
    @IdParam() id: string,
    @Body() { encoding, headingLine }: ReadImportDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ImportDetailDto> {
    const reading = { encoding: encoding ?? null, headingLine: headingLine ?? null };
    return importDetail(await this.imports.setReading(tenant, id, reading, staff.userId), language);
  }

  @Put(':id/map')
  @RequirePermission('import.run')
  @ApiOperation({ summary: 'Say which column is which; remembered for the next table of this source' })
  @ApiOkResponse({ type: ImportDetailDto })
  async mapImport(
    @IdParam() id: string,
    @Body() body: MapImportDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ImportDetailDto> {
    return importDetail(await this.imports.setMap(tenant, id, body, staff.userId), language);
  }

  @Post(':id/check')
  @RequirePermission('import.run')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Try the load out: nothing is written',
    description: 'Goes on in the worker; watch it by `progress`.',
  })
  @ApiAcceptedResponse({ type: ImportDetailDto })
  async checkImport(
    @IdParam() id: string,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ImportDetailDto> {
    return importDetail(await this.imports.requestCheck(tenant, id, staff.userId), language);
  }

  @Post(':id/apply')
  @RequirePermission('import.run')
  @HttpCode(202)
  @ApiOperation({ summary: 'Write the good rows into the books', description: 'Goes on in the worker.' })
  @ApiAcceptedResponse({ type: ImportDetailDto })
  async applyImport(
    @IdParam() id: string,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ImportDetailDto> {
    return importDetail(await this.imports.requestApply(tenant, id, staff.userId), language);
  }

  @Post(':id/undo')
  @RequirePermission('import.run')
  @HttpCode(202)
  @ApiOperation({ summary: 'Take the load back while nothing was built on it', description: 'Goes on in the worker.' })
  @ApiAcceptedResponse({ type: ImportDetailDto })
  async undoImport(
    @IdParam() id: string,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ImportDetailDto> {
    return importDetail(await this.imports.requestUndo(tenant, id, staff.userId), language);
  }

  @Get(':id/problems')
  @RequirePermission('import.read')
  @ApiOperation({ summary: 'What is wrong with the rows, by lines' })
  @ApiOkResponse({ type: ImportProblemPageDto })
  async listImportProblems(
    @IdParam() id: string,
    @Query() asked: ImportProblemsQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ImportProblemPageDto> {
    return this.imports.problems(tenant, id, { ...asked, language });
  }

  @Get(':id/problem-kinds')
  @RequirePermission('import.read')
  @ApiOperation({ summary: 'What kinds of problem the rows have, and how often; the commonest first' })
  @ApiOkResponse({ type: ImportProblemKindListDto })
  async listImportProblemKinds(
    @IdParam() id: string,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<ImportProblemKindListDto> {
    return whole(await this.imports.problemKinds(tenant, id, language));
  }

  @Get(':id/bad-rows')
  @RequirePermission('import.read')
  @ApiOperation({ summary: 'The rows that were not loaded, with what is wrong and what to do, as a table' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async readImportBadRows(@IdParam() id: string, @CurrentTenant() tenant: Tenant): Promise<StreamableFile> {
    return savedFile(await this.imports.badRows(tenant, id));
  }

  @Get(':id/progress')
  @RequirePermission('import.read')
  @ApiOperation({
    summary: 'The load as it goes on, as server-sent events',
    description: 'Each event’s data is an ImportDto. The stream ends with the step that is going on.',
  })
  @ApiProduces('text/event-stream')
  @ApiExtraModels(ImportDto)
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { $ref: getSchemaPath(ImportDto) } } } })
  async watchImport(
    @IdParam() id: string,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
    @Res() response: Response,
  ): Promise<void> {
    sendEvents(response, await this.progress.of(tenant, id, language));
  }
}
