import { Injectable } from '@nestjs/common';
import { People } from '@dvor/auth';
import type { LineProof, RunProof } from '@dvor/billing';
import { Services } from '@dvor/catalogue';
import { Accounts, Houses } from '@dvor/housing';
import type { AccountId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import type { Language } from '../door/language.js';
import {
  findingText,
  isReproduced,
  isRunReproduced,
  lineProofNotes,
  lineProofText,
  runProofText,
} from './proof-texts.js';
import type { LineProofDto, RunProofDto } from './proofs.dto.js';

/** What calculating again has shown, in words and with names. */
@Injectable()
export class ProofViews {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly people: People,
    private readonly services: Services,
    private readonly houses: Houses,
    private readonly accounts: Accounts,
  ) {}

  line(proof: LineProof, language: Language): LineProofDto {
    return {
      reproduced: isReproduced(proof),
      text: lineProofText(proof, language),
      notes: lineProofNotes(proof, language),
      booked: proof.booked.toString(),
      again: proof.again?.toString() ?? null,
      ...{ lines: proof.lines, differing: proof.differing },
      ...{ engineThen: proof.engine.then, engineNow: proof.engine.now },
    };
  }

  async run(tenant: Tenant, proof: RunProof | null, language: Language): Promise<RunProofDto> {
    if (!proof) return { proof: null };
    const { state, houses, lines, differing, askedAt, askedBy, doneAt } = proof;
    const names = await this.people.namesOf(askedBy ? [askedBy] : []);
    return {
      proof: {
        ...{ state, lines, differing, askedAt, doneAt },
        reproduced: isRunReproduced(proof),
        text: runProofText(proof, language),
        ...{ housesDone: houses.done, housesTotal: houses.total },
        findings: await this.findings(tenant, proof, language),
        askedBy: askedBy && (names.get(askedBy) ?? null),
      },
    };
  }

  private async findings(
    tenant: Tenant,
    { findings }: RunProof,
    language: Language,
  ): Promise<NonNullable<RunProofDto['proof']>['findings']> {
    if (findings.length === 0) return [];
    return this.database.inTenant(tenant, async (tx) => {
      const on = await this.clock.today(tx);
      const services = new Map((await this.services.list(tx)).map(({ code, name }) => [code as string, name]));
      const { items } = await this.houses.list(tx, { on, limit: EVERY_HOUSE });
      const addresses = new Map(items.map(({ id, address }) => [id, address]));
      const ids = findings.flatMap(({ accountId }) => accountId ?? []) as AccountId[];
      const accounts = await this.accounts.some(tx, [...new Set(ids)], on);
      const numbers = new Map<string, string>(accounts.map(({ id, number }) => [id, number]));
      return findings.map((finding) => ({
        houseId: finding.houseId,
        address: finding.houseId && (addresses.get(finding.houseId) ?? null),
        accountId: finding.accountId ?? null,
        accountNumber: numbers.get(finding.accountId ?? '') ?? null,
        text: findingText(finding, services, language),
      }));
    });
  }
}

const EVERY_HOUSE = 100_000;
