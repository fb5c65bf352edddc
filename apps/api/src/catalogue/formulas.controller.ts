import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import {
  type BenchCase,
  type BenchOutcome,
  type ChargeFormula,
  type ChargeLine,
  explain,
  type FormulaDraft,
  type ChargeFormulaId,
  Formulas,
  FormulaTrials,
} from '@dvor/billing';
import { type AccountId, Money, parseDate, parsePeriod, type ServiceId } from '@dvor/kernel';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import type { Response } from 'express';
import { parkedText } from '../billing/parked-texts.js';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { SeenVersion, tellVersion } from '../door/etag.js';
import { IdParam } from '../door/id.pipe.js';
import type { Language } from '../door/language.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { ReaderLanguage } from '../door/reader.js';
import { faultText, outcomeText } from './formula-texts.js';
import {
  FormulaCheckDto,
  type FormulaCaseDto,
  FormulaCheckedDto,
  FormulaDraftDto,
  FormulaDto,
  FormulaListDto,
  FormulaTermDto,
  FormulaTrialDto,
  FormulaTrialQuestionDto,
  NewFormulaDto,
} from './formulas.dto.js';

const ETAG = { ETag: { schema: { type: 'string' } } } as const;
const IF_MATCH = { name: 'If-Match', required: true, description: 'The ETag that was read' };

@ApiTags('Catalogue')
@Controller('formulas')
export class FormulasController {
  constructor(
    private readonly database: Database,
    private readonly formulas: Formulas,
    private readonly trials: FormulaTrials,
  ) {}

  @Get()
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'The organisation’s own formulas, by name' })
  @ApiOkResponse({ type: FormulaListDto })
  async listFormulas(
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<FormulaListDto> {
    const formulas = await this.database.inTenant(tenant, (tx) => this.formulas.list(tx));
    return whole(formulas.map((formula) => formulaView(formula, language)));
  }

  @Get(':id')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'A formula with all its versions' })
  @ApiOkResponse({ type: FormulaDto, headers: ETAG })
  async readFormula(
    @IdParam() id: ChargeFormulaId,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FormulaDto> {
    return this.tell({ tenant, language, response }, (tx) => this.formulas.read(tx, id));
  }

  @Post()
  @RequirePermission('catalogue.edit')
  @ApiOperation({ summary: 'Begin a formula with a draft that no run sees' })
  @ApiCreatedResponse({ type: FormulaDto, headers: ETAG })
  async createFormula(
    @Body() { code, ...asked }: NewFormulaDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
    @ReaderLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FormulaDto> {
    return this.tell({ tenant, language, response }, (tx) =>
      this.formulas.create(tx, { code, ...draftOf(asked) }, userId),
    );
  }

  @Put(':id/draft')
  @RequirePermission('catalogue.edit')
  @ApiOperation({ summary: 'Put other words in place of the draft, or begin the next version' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: FormulaDto, headers: ETAG })
  async writeFormulaDraft(
    @IdParam() id: ChargeFormulaId,
    @Body() asked: FormulaDraftDto,
    @SeenVersion() version: number,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FormulaDto> {
    return this.tell({ tenant, language, response }, (tx) =>
      this.formulas.writeDraft(tx, id, draftOf(asked), { by, version }),
    );
  }

  @Post(':id/discard')
  @RequirePermission('catalogue.edit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Drop the draft of the next version' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: FormulaDto, headers: ETAG })
  async discardFormulaDraft(
    @IdParam() id: ChargeFormulaId,
    @SeenVersion() version: number,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FormulaDto> {
    return this.tell({ tenant, language, response }, (tx) => this.formulas.discardDraft(tx, id, { by, version }));
  }

  @Post(':id/activate')
  @RequirePermission('catalogue.edit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put the draft in force from a day on; every case of its bench must come out right' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: FormulaDto, headers: ETAG })
  async activateFormula(
    @IdParam() id: ChargeFormulaId,
    @Body() { from, reason }: FormulaTermDto,
    @SeenVersion() version: number,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FormulaDto> {
    return this.tell({ tenant, language, response }, (tx) =>
      this.formulas.activate(tx, id, { from: parseDate(from), reason, version, by }),
    );
  }

  @Post(':id/retire')
  @RequirePermission('catalogue.edit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Charge nothing by it from a day on' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: FormulaDto, headers: ETAG })
  async retireFormula(
    @IdParam() id: ChargeFormulaId,
    @Body() { from, reason }: FormulaTermDto,
    @SeenVersion() version: number,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @ReaderLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FormulaDto> {
    return this.tell({ tenant, language, response }, (tx) =>
      this.formulas.retire(tx, id, { from: parseDate(from), reason, version, by }),
    );
  }

  @Post('check')
  @RequirePermission('catalogue.read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Read a formula, check its units and hold it against cases; nothing is written' })
  @ApiOkResponse({ type: FormulaCheckedDto })
  async checkFormula(
    @Body() { text, unit, normPer = 'person', cases = [] }: FormulaCheckDto,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<FormulaCheckedDto> {
    const question = { text, unit, normPer, cases: cases.map(caseOf) };
    const { fault, inputs, outcomes } = await this.database.inTenant(tenant, (tx) => this.formulas.check(tx, question));
    return {
      fault: fault && { code: fault.code, ...fault.place, message: faultText(fault, language) },
      inputs,
      outcomes: outcomes.map((outcome) => outcomeView(outcome, language)),
    };
  }

  @Post('trial')
  @RequirePermission('catalogue.read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Try a formula on a real account of a month; nothing is written' })
  @ApiOkResponse({ type: FormulaTrialDto })
  async tryFormula(
    @Body() asked: FormulaTrialQuestionDto,
    @CurrentTenant() tenant: Tenant,
    @ReaderLanguage() language: Language,
  ): Promise<FormulaTrialDto> {
    const { text, unit, normPer = 'person', serviceId = null, rate = null, norm = null } = asked;
    const { lines, parked } = await this.trials.tryOn(tenant, {
      ...{ text, unit, normPer, rate, norm },
      accountId: asked.accountId as AccountId,
      month: parsePeriod(asked.month),
      serviceId: serviceId as ServiceId | null,
    });
    return {
      total: String(Money.sum(lines.map(({ amount }) => amount))),
      lines: lines.map(trialLine),
      parked: parked.map(({ code, details }) => parkedText(code, details, language)),
    };
  }

  private async tell(
    { tenant, language, response }: { tenant: Tenant; language: Language; response: Response },
    work: (tx: Tx) => Promise<ChargeFormula>,
  ): Promise<FormulaDto> {
    const formula = await this.database.inTenant(tenant, work);
    tellVersion(response, formula.version);
    return formulaView(formula, language);
  }
}

function draftOf(asked: FormulaDraftDto): FormulaDraft & { name: string } {
  const { name, text, unit, normPer = 'person', act, clause, note, cases = [] } = asked;
  return {
    ...{ name, text, unit, normPer },
    act: act?.trim() || null,
    clause: clause?.trim() || null,
    note: note?.trim() || null,
    cases: cases.map(caseOf),
  };
}

function caseOf({ name, inputs, expected }: FormulaCaseDto): BenchCase {
  return { name, inputs, expected: Money.parse(expected) };
}

function formulaView({ versions, ...formula }: ChargeFormula, language: Language): FormulaDto {
  return {
    ...formula,
    versions: versions.map(({ cases, ...version }) => ({
      ...version,
      cases: cases.map(({ outcome, expected, ...one }) => ({
        ...one,
        expected: String(expected),
        outcome: outcomeView(outcome, language),
      })),
    })),
  };
}

function outcomeView(outcome: BenchOutcome, language: Language) {
  const { passed, amount } = outcome;
  return { passed, amount: amount && String(amount), message: outcomeText(outcome, language) };
}

function trialLine({ amount, working }: ChargeLine): FormulaTrialDto['lines'][number] {
  const { sentence, steps } = explain(working);
  const { inputs, parts, of } = working.formula === 'formula' ? working : { inputs: [], parts: [], of: 0 }; // an account's own formula gives no other
  return {
    amount: String(amount),
    rate: working.rate,
    of,
    parts: parts.map(({ days, figures }) => ({
      days,
      inputs: inputs.map(([name, unit], i) => ({ name, unit, figure: figures[i]! })),
    })),
    sentence,
    steps: steps.map(({ label, figure }) => ({ label, value: figure })),
  };
}
