import { Injectable } from '@nestjs/common';
import { DomainError, formatDate, type Id, type LocalDate, Money, type UserId } from '@dvor/kernel';
import { addFact, AuditLog, constraintOf, type FactTable, type Recording, removeFacts, type Tx } from '@dvor/platform';
import {
  type BenchCase,
  type BenchOutcome,
  FormulaFault,
  type FormulaInput,
  readFormula,
  runBench,
} from '../core/index.js';
import { type FormulaQuestion, unitsOf, volumesOf } from './formula-units.js';

export type ChargeFormulaId = Id<'Formula'>;
export const FORMULA_STATES = ['draft', 'active', 'retired'] as const;
export type FormulaState = (typeof FORMULA_STATES)[number];

/** What a formula says; the act and the clause may be missing until it is put in force. */
export interface FormulaDraft extends FormulaQuestion {
  readonly act: string | null;
  readonly clause: string | null;
  readonly note: string | null;
  readonly cases: readonly BenchCase[];
}

export interface TriedCase extends BenchCase {
  /** As it came out when the case or the text was last written. */
  readonly outcome: BenchOutcome;
}

export interface FormulaVersion extends Omit<FormulaDraft, 'cases'> {
  readonly id: string;
  readonly ordinal: number;
  readonly state: FormulaState;
  readonly cases: readonly TriedCase[];
  /** Days on which it is, or was, charged by; `to` is the first day on which it isn't. */
  readonly terms: readonly { readonly from: string; readonly to: string | null }[];
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly activatedAt: Date | null;
  readonly activatedBy: string | null;
}

export interface ChargeFormula {
  readonly id: ChargeFormulaId;
  readonly code: string;
  readonly name: string;
  readonly version: number;
  /** The latest first. */
  readonly versions: readonly FormulaVersion[];
}

/** What a text is worth before anything is charged by it. */
export interface FormulaCheck {
  readonly fault: FormulaFault | null;
  readonly inputs: readonly FormulaInput[];
  readonly outcomes: readonly BenchOutcome[];
}

const TERMS: FactTable<'formula_id', 'version_id'> = {
  name: 'charge_formula_terms',
  key: { formula_id: 'bigint' },
  values: { version_id: 'bigint' },
  subject: { type: 'organization' },
};

/** An organisation's own formulas, from the first draft to the day they are charged by no longer. */
@Injectable()
export class Formulas {
  constructor(private readonly audit: AuditLog) {}

  /** By name. */
  async list(tx: Tx): Promise<ChargeFormula[]> {
    return readFormulas(tx, null);
  }

  /** @throws DomainError `formula.not-found` */
  async read(tx: Tx, id: ChargeFormulaId): Promise<ChargeFormula> {
    const [formula] = await readFormulas(tx, id);
    if (!formula) throw new DomainError('formula.not-found');
    return formula;
  }

  /** Reads a text, checks its units and holds it against the cases; nothing is written. */
  async check(tx: Tx, question: FormulaQuestion & { readonly cases?: readonly BenchCase[] }): Promise<FormulaCheck> {
    const units = await unitsOf(tx, question);
    const found = readFormula(question.text, units);
    const outcomes = runBench(question.text, units, question.cases ?? []);
    if (found instanceof FormulaFault) return { fault: found, inputs: [], outcomes };
    return { fault: null, inputs: found.inputs, outcomes };
  }

  /** A new formula with its first draft. @throws DomainError `formula.code-taken` */
  async create(
    tx: Tx,
    { code, name, ...draft }: FormulaDraft & { readonly code: string; readonly name: string },
    by: UserId | null,
  ): Promise<ChargeFormula> {
    const id = await insertFormula(tx, { code, name, by });
    await this.insertDraft(tx, id, draft, by);
    await this.note(tx, 'formula.create', { id, by }, { code, name, text: draft.text });
    return this.read(tx, id);
  }

  /**
   * Puts other words in place of the draft as it was seen at `version`; where all versions were in force, begins the
   * next one.
   *
   * @throws DomainError `formula.not-found`, `formula.stale`
   */
  async writeDraft(
    tx: Tx,
    id: ChargeFormulaId,
    { name, ...draft }: FormulaDraft & { readonly name: string },
    { by, version }: { by: UserId; version: number },
  ): Promise<ChargeFormula> {
    await lockFormula(tx, id, version);
    await tx.query('update charge_formulas set name = $2, version = version + 1 where id = $1', [id, name]);
    const before = draftOf(await this.read(tx, id));
    if (before) {
      await tx.query(
        `update charge_formula_versions set text = $2, unit = $3, norm_per = $4, volumes = $5, act = $6, clause = $7, note = $8, cases = $9
          where id = $1`,
        [before.id, ...(await columnsOf(tx, draft))],
      );
    } else await this.insertDraft(tx, id, draft, by);
    await this.note(tx, 'formula.edit', { id, by }, { text: draft.text, cases: draft.cases.length });
    return this.read(tx, id);
  }

  /** @throws DomainError `formula.not-found`, `formula.stale`, `formula.no-draft`, `formula.first-draft` */
  async discardDraft(
    tx: Tx,
    id: ChargeFormulaId,
    { by, version }: { by: UserId; version: number },
  ): Promise<ChargeFormula> {
    await lockFormula(tx, id, version);
    const formula = await this.read(tx, id);
    const draft = draftOf(formula);
    if (!draft) throw new DomainError('formula.no-draft');
    if (formula.versions.length === 1) throw new DomainError('formula.first-draft');
    await tx.query('delete from charge_formula_versions where id = $1', [draft.id]);
    await tx.query('update charge_formulas set version = version + 1 where id = $1', [id]);
    await this.note(tx, 'formula.discard', { id, by }, { text: draft.text });
    return this.read(tx, id);
  }

  /**
   * Puts the draft in force from a day on; what held then before gives way to it, earlier days keep it.
   *
   * @throws DomainError `formula.not-found`, `formula.stale`, `formula.no-draft`, `formula.no-law` without act or clause,
   * `formula.fault` naming the place, `formula.no-cases`, `formula.cases-fail` naming them
   */
  async activate(
    tx: Tx,
    id: ChargeFormulaId,
    { from, version, ...recording }: { from: LocalDate; version: number } & Recording,
  ): Promise<ChargeFormula> {
    await lockFormula(tx, id, version);
    const draft = draftOf(await this.read(tx, id));
    if (!draft) throw new DomainError('formula.no-draft');
    await refuseUnready(tx, draft);
    await tx.query(
      `update charge_formula_versions
          set state = 'active', activated_at = organization_now(), activated_by = $2, volumes = $3, cases = $4 where id = $1`,
      [draft.id, recording.by, await volumesOf(tx, draft), JSON.stringify(await casesOf(tx, draft))],
    );
    const days = { from, to: null };
    await removeFacts(tx, TERMS, { key: { formula_id: id }, days }, recording);
    await addFact(tx, TERMS, { key: { formula_id: id }, days, values: { version_id: draft.id } }, recording);
    await settleStates(tx, id);
    await this.note(
      tx,
      'formula.activate',
      { id, by: recording.by },
      { ordinal: draft.ordinal, text: draft.text, from: formatDate(from), reason: recording.reason },
    );
    return this.read(tx, id);
  }

  /**
   * Nothing is charged by it from a day on; earlier days keep it.
   *
   * @throws DomainError `formula.not-found`, `formula.stale`, `formula.not-active`, `formula.in-use` naming where
   */
  async retire(
    tx: Tx,
    id: ChargeFormulaId,
    { from, version, ...recording }: { from: LocalDate; version: number } & Recording & { readonly by: UserId },
  ): Promise<ChargeFormula> {
    const { code } = await lockFormula(tx, id, version);
    await refuseInUse(tx, code, from);
    const { removed } = await removeFacts(tx, TERMS, { key: { formula_id: id }, days: { from, to: null } }, recording);
    if (removed === 0) throw new DomainError('formula.not-active', { day: formatDate(from) });
    await settleStates(tx, id);
    await this.note(
      tx,
      'formula.retire',
      { id, by: recording.by },
      { from: formatDate(from), reason: recording.reason },
    );
    return this.read(tx, id);
  }

  private async insertDraft(tx: Tx, id: ChargeFormulaId, draft: FormulaDraft, by: UserId | null): Promise<void> {
    await tx.query(
      `insert into charge_formula_versions (organization_id, formula_id, ordinal, created_by, text, unit, norm_per, volumes, act, clause, note, cases)
       select current_organization(), $1, coalesce(max(ordinal), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10
         from charge_formula_versions where formula_id = $1`,
      [id, by, ...(await columnsOf(tx, draft))],
    );
  }

  private async note(
    tx: Tx,
    action: string,
    { id, by }: { id: ChargeFormulaId; by: UserId | null },
    details: NonNullable<Parameters<AuditLog['record']>[1]['details']>,
  ): Promise<void> {
    await this.audit.record(tx, { userId: by, action, object: { type: 'formula', id }, details });
  }
}

function draftOf({ versions }: ChargeFormula): FormulaVersion | null {
  return versions.find(({ state }) => state === 'draft') ?? null;
}

// -------------------------------------------------------------------------------------------------------------- checks

async function refuseUnready(tx: Tx, draft: FormulaVersion): Promise<void> {
  if (!draft.act?.trim() || !draft.clause?.trim()) throw new DomainError('formula.no-law');
  const found = readFormula(draft.text, await unitsOf(tx, draft));
  if (found instanceof FormulaFault)
    throw new DomainError('formula.fault', { fault: found.code, at: found.place.at + 1, ...found.details });
  if (draft.cases.length === 0) throw new DomainError('formula.no-cases');
  const failing = (await casesOf(tx, draft)).filter(({ outcome }) => !outcome.passed);
  if (failing.length > 0)
    throw new DomainError('formula.cases-fail', {
      count: failing.length,
      cases: failing.map(({ name }) => name).join('; '),
    });
}

/** A house that is charged by it on that day or later would be left without a bill. */
async function refuseInUse(tx: Tx, code: string, from: LocalDate): Promise<void> {
  const uses = await tx.query<{ house: string }[]>(
    `select distinct concat_ws(', ', h.city, h.street, h.building) as house
       from service_assignments a join houses h on h.id = a.house_id
      where a.superseded_at is null and a.method = 'formula' and a.settings ->> 'formula' = $1 and a.valid && daterange($2::date, null)
      order by house`,
    [code, formatDate(from)],
  );
  if (uses.length === 0) return;
  const houses = uses.slice(0, 3).map(({ house }) => house);
  throw new DomainError('formula.in-use', { count: uses.length, houses: houses.join('; ') });
}

// ---------------------------------------------------------------------------------------------------------------- rows

interface StoredCase {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Kopecks. */
  readonly expected: string;
  readonly outcome: Omit<BenchOutcome, 'amount'> & { readonly amount: string | null };
}

async function casesOf(tx: Tx, draft: FormulaDraft): Promise<StoredCase[]> {
  const outcomes = runBench(draft.text, await unitsOf(tx, draft), draft.cases);
  return draft.cases.map(({ name, inputs, expected }, i) => {
    const { amount, ...outcome } = outcomes[i]!;
    return {
      name,
      inputs,
      expected: String(expected.kopecks),
      outcome: { ...outcome, amount: amount && String(amount.kopecks) },
    };
  });
}

async function columnsOf(tx: Tx, draft: FormulaDraft): Promise<unknown[]> {
  return [
    draft.text,
    draft.unit,
    draft.normPer,
    await volumesOf(tx, draft),
    draft.act,
    draft.clause,
    draft.note,
    JSON.stringify(await casesOf(tx, draft)),
  ];
}

async function insertFormula(
  tx: Tx,
  { code, name, by }: { code: string; name: string; by: UserId | null },
): Promise<ChargeFormulaId> {
  try {
    const [row] = await tx.query<{ id: ChargeFormulaId }[]>(
      'insert into charge_formulas (organization_id, code, name, created_by) values (current_organization(), $1, $2, $3) returning id',
      [code, name, by],
    );
    return row!.id;
  } catch (error) {
    if (constraintOf(error) === 'charge_formulas_code') throw new DomainError('formula.code-taken', { code });
    throw error;
  }
}

async function lockFormula(tx: Tx, id: ChargeFormulaId, seen: number): Promise<{ code: string }> {
  const [row] = await tx.query<{ code: string; version: number }[]>(
    'select code, version from charge_formulas where id = $1 for update',
    [id],
  );
  if (!row) throw new DomainError('formula.not-found');
  if (row.version !== seen) throw new DomainError('formula.stale', { version: row.version });
  return row;
}

/** A version is active as long as some of its days have no end. */
async function settleStates(tx: Tx, id: ChargeFormulaId): Promise<void> {
  await tx.query(
    `update charge_formula_versions v
        set state = case when exists (select from charge_formula_terms t
                                       where t.version_id = v.id and t.superseded_at is null and upper_inf(t.valid)) then 'active' else 'retired' end
      where v.formula_id = $1 and v.state <> 'draft'`,
    [id],
  );
  await tx.query('update charge_formulas set version = version + 1 where id = $1', [id]);
}

type StoredVersion = Omit<FormulaVersion, 'cases'> & { readonly cases: readonly StoredCase[] };

async function readFormulas(tx: Tx, id: ChargeFormulaId | null): Promise<ChargeFormula[]> {
  const formulas = await tx.query<Omit<ChargeFormula, 'versions'>[]>(
    'select id, code, name, version from charge_formulas where $1::bigint is null or id = $1 order by name, id',
    [id],
  );
  const versions = await tx.query<(StoredVersion & { formulaId: ChargeFormulaId })[]>(VERSIONS, [id]);
  return formulas.map((formula) => ({
    ...formula,
    versions: versions
      .filter(({ formulaId }) => formulaId === formula.id)
      .map(({ formulaId: _, cases, ...version }) => ({ ...version, cases: cases.map(caseOf) })),
  }));
}

function caseOf({ name, inputs, expected, outcome }: StoredCase): TriedCase {
  const amount = outcome.amount === null ? null : Money.ofKopecks(outcome.amount);
  return { name, inputs, expected: Money.ofKopecks(expected), outcome: { ...outcome, amount } };
}

const VERSIONS = `
  select v.id, v.formula_id as "formulaId", v.ordinal, v.text, v.unit, v.norm_per as "normPer", v.act, v.clause, v.note, v.cases, v.state,
         v.created_at as "createdAt", c.name as "createdBy", v.activated_at as "activatedAt", a.name as "activatedBy",
         coalesce((select json_agg(json_build_object('from', lower(t.valid)::text, 'to', upper(t.valid)::text) order by t.valid)
                     from charge_formula_terms t where t.version_id = v.id and t.superseded_at is null), '[]') as terms
    from charge_formula_versions v
    left join users c on c.id = v.created_by
    left join users a on a.id = v.activated_by
   where $1::bigint is null or v.formula_id = $1
   order by v.ordinal desc`;
