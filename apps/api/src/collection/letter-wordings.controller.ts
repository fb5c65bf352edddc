import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { exampleOf, LETTER_FIELDS, LETTER_KINDS, type LetterKind, LetterWordings } from '@dvor/debts';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { whole } from '../door/page.dto.js';
import { FilledWordingDto, LetterWordingDto, LetterWordingListDto } from './letters.dto.js';

const KINDS = Object.fromEntries(LETTER_KINDS.map((kind) => [kind, kind]));

@ApiTags('Debt letters')
@Controller('letter-wordings')
export class LetterWordingsController {
  constructor(
    private readonly database: Database,
    private readonly wordings: LetterWordings,
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

  @Put(':kind')
  @RequirePermission('debt.work')
  @HttpCode(204)
  @ApiParam({ name: 'kind', enum: LETTER_KINDS, enumName: 'LetterKind' })
  @ApiOperation({ summary: 'Write letters of a kind in words of one’s own, from now on' })
  @ApiNoContentResponse()
  async recordLetterWording(
    @Param('kind', new ParseEnumPipe(KINDS, { errorHttpStatusCode: 404 })) kind: LetterKind,
    @Body() wording: LetterWordingDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.wordings.record(tx, kind, wording, userId));
  }

  @Post('preview')
  @RequirePermission('debt.work')
  @HttpCode(200)
  @ApiOperation({ summary: 'A wording with nobody’s figures in place of its fields' })
  @ApiOkResponse({ type: FilledWordingDto })
  previewLetterWording(@Body() wording: LetterWordingDto): FilledWordingDto {
    return exampleOf(wording);
  }
}
