import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { exampleOf, LETTER_FIELDS, LETTER_KINDS, type LetterKind, LetterWordings, WordingPreviews } from '@dvor/debts';
import type { AccountId } from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { whole } from '../door/page.dto.js';
import {
  FilledWordingDto,
  LetterWordingDto,
  LetterWordingListDto,
  WordingPreviewDto,
  WordingVersionListDto,
  WordingVersionsQuery,
} from './letters.dto.js';

const KINDS = Object.fromEntries(LETTER_KINDS.map((kind) => [kind, kind]));
const KindParam = () => Param('kind', new ParseEnumPipe(KINDS, { errorHttpStatusCode: 404 }));

@ApiTags('Debt letters')
@Controller('letter-wordings')
export class LetterWordingsController {
  constructor(
    private readonly database: Database,
    private readonly wordings: LetterWordings,
    private readonly previews: WordingPreviews,
  ) {}

  @Get()
  @RequirePermission('debt.read')
  @ApiOperation({ summary: 'What letters to debtors say around their figures, by their kinds' })
  @ApiOkResponse({ type: LetterWordingListDto })
  async listLetterWordings(@CurrentTenant() tenant: Tenant): Promise<LetterWordingListDto> {
    const kept = await this.database.inTenant(tenant, (tx) => this.wordings.list(tx));
    const fields = Object.entries(LETTER_FIELDS).map(([name, what]) => ({ field: `{${name}}`, what }));
    return { ...whole(kept), fields };
  }

  @Get('versions')
  @RequirePermission('debt.read')
  @ApiOperation({
    summary: 'All wordings of a letter that were written down, the latest first',
    description: 'Each was in force from the instant it was recorded to that of the next.',
  })
  @ApiOkResponse({ type: WordingVersionListDto })
  async listWordingVersions(
    @Query() { kind }: WordingVersionsQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<WordingVersionListDto> {
    return whole(await this.database.inTenant(tenant, (tx) => this.wordings.versions(tx, kind)));
  }

  @Put(':kind')
  @RequirePermission('debt.work')
  @HttpCode(204)
  @ApiParam({ name: 'kind', enum: LETTER_KINDS, enumName: 'LetterKind' })
  @ApiOperation({ summary: 'Write letters of a kind in words of one’s own, from now on' })
  @ApiNoContentResponse()
  async recordLetterWording(
    @KindParam() kind: LetterKind,
    @Body() wording: LetterWordingDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.wordings.record(tx, kind, wording, userId));
  }

  @Delete(':kind')
  @RequirePermission('debt.work')
  @HttpCode(204)
  @ApiParam({ name: 'kind', enum: LETTER_KINDS, enumName: 'LetterKind' })
  @ApiOperation({
    summary: 'Write letters of a kind in the standard words again; the own ones stay among the versions',
  })
  @ApiNoContentResponse()
  async restoreLetterWording(
    @KindParam() kind: LetterKind,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.wordings.restore(tx, kind, userId));
  }

  @Post('preview')
  @RequirePermission('debt.work')
  @HttpCode(200)
  @ApiOperation({ summary: 'A wording with a debtor’s figures in place of its fields, or with nobody’s' })
  @ApiOkResponse({ type: FilledWordingDto })
  async previewLetterWording(
    @Body() { kind = 'notice', accountId, ...wording }: WordingPreviewDto,
    @CurrentTenant() tenant: Tenant,
  ): Promise<FilledWordingDto> {
    if (accountId === undefined) return { ...exampleOf(wording), debtor: null };
    const asked = { kind, wording, accountId: accountId as AccountId };
    const { title, opening, closing, debtor } = await this.database.inTenant(tenant, (tx) =>
      this.previews.of(tx, asked),
    );
    return { title, opening: [...opening], closing: [...closing], debtor };
  }
}
