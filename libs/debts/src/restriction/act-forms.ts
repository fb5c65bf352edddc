import { Injectable } from '@nestjs/common';
import { formatDate, type LocalDate, Money } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { DraftLetters } from '../letters/draft-letters.js';
import { PaperPrinter } from '../paper-printer.js';
import { dayText, issuerView, onPaper, paperTemplate, sumText } from '../render-papers.js';
import type { DebtStep } from '../steps/debt-steps.js';
import type { RestrictionStep } from './restriction-acts.js';
import type { RestrictionId } from './restriction-warnings.js';
import { type Restriction, Restrictions } from './restrictions.js';

/** What is signed on the spot when a service is limited, cut off or given back. */
export type ActKind = Exclude<RestrictionStep, 'restriction-stopped'>;

/** Forms of acts with all that is known filled in; an act that was written down has its number and day too. */
@Injectable()
export class ActForms {
  constructor(
    private readonly restrictions: Restrictions,
    private readonly drafts: DraftLetters,
    private readonly printer: PaperPrinter,
  ) {}

  /** A PDF. @throws DomainError `restriction.not-found`, `chromium-not-found` */
  async print(
    tx: Tx,
    id: RestrictionId,
    kind: ActKind,
  ): Promise<{ readonly name: string; readonly content: Uint8Array }> {
    const one = await this.restrictions.read(tx, id);
    const steps = await this.restrictions.stepsOf(tx, id);
    const step = steps.find((made) => made.kind === kind && made.voided === null) ?? null;
    const { title, text } = ACTS[kind];
    const body = onPaper(
      `${title}, лицевой счёт ${one.account}`,
      template({
        ...{ issuer: issuerView(await this.drafts.issuer(tx)), title, text },
        ...{ number: step?.number ?? null, on: step && dayText(step.on), signers: SIGNERS },
        ...{ debtor: one.debtor, account: one.account, address: one.address, service: one.service },
        grounds: groundsOf(one, kind, step),
      }),
    );
    return { name: `${title} ${one.account}.pdf`, content: await this.printer.print(body) };
  }
}

const template = paperTemplate('act');

const RULES = 'Правил, утверждённых постановлением Правительства РФ от 06.05.2011 № 354';
const UNHARMED =
  'Действия не привели к повреждению общего имущества, нарушению прав и интересов потребителей, которые пользуются другими помещениями в доме и полностью исполняют свои обязательства, и установленных требований пригодности жилого помещения для проживания (пункт 122 Правил).';

const ACTS: Readonly<Record<ActKind, { readonly title: string; readonly text: readonly string[] }>> = {
  restriction: {
    title: 'Акт об ограничении предоставления коммунальной услуги',
    text: [
      `В связи с неполной оплатой коммунальной услуги и на основании подпункта «а» пункта 117, пунктов 118 и 119 ${RULES}, введено ограничение её предоставления.`,
      UNHARMED,
    ],
  },
  suspension: {
    title: 'Акт о приостановлении предоставления коммунальной услуги',
    text: [
      `В связи с неполной оплатой коммунальной услуги и на основании подпункта «а» пункта 117, пункта 118 и подпункта «в» пункта 119 ${RULES}, её предоставление приостановлено.`,
      UNHARMED,
    ],
  },
  restoration: {
    title: 'Акт о возобновлении предоставления коммунальной услуги',
    text: [`На основании пункта 120 ${RULES}, предоставление коммунальной услуги возобновлено в полном объёме.`],
  },
};

const SIGNERS = ['Представитель исполнителя', 'Потребитель', 'Присутствовал', 'Присутствовал'];

interface Ground {
  readonly what: string;
  readonly told: string;
}

function groundsOf(one: Restriction, kind: ActKind, step: DebtStep | null): Ground[] {
  const { warning, warnedOn, remindedOn, limitedOn, suspendedOn, debt, normFee } = one;
  const grounds: Ground[] = [];
  const add = (what: string, told: string | null) => told !== null && grounds.push({ what, told });
  const came = (on: LocalDate | null) => (on === null ? '' : `, доставлено ${dayOf(on)}`);
  if (kind === 'restoration') {
    add('Ограничена', limitedOn && dayOf(limitedOn));
    add('Приостановлена', suspendedOn && dayOf(suspendedOn));
    return grounds;
  }
  add('Предупреждение', warning && `№ ${warning.number}${came(warnedOn)}`);
  add('Повторное предупреждение', remindedOn && `доставлено ${dayOf(remindedOn)}`);
  add('Ограничена', kind === 'suspension' && limitedOn !== null ? dayOf(limitedOn) : null);
  add('Долг за услугу', `${sumText((step?.principal ?? debt).toString())} ₽`);
  add('Два месячных размера платы по нормативу', `${sumText(Money.sum([normFee, normFee]).toString())} ₽`);
  return grounds;
}

function dayOf(date: LocalDate): string {
  return dayText(formatDate(date));
}
