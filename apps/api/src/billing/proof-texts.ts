import type { LineProof, ProofFault, RunProof } from '@dvor/billing';
import type { DetailValue } from '@dvor/kernel';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';
import { parkedText } from './parked-texts.js';

type Words = Readonly<Record<Language, string>>;

const SAME: Words = {
  ru: 'Проверено пересчётом из снимка: сошлось до копейки.',
  en: 'Calculated again from the snapshot: it comes out to the kopeck.',
};

const OTHER: Words = {
  ru: 'Не сошлось: в счёте {booked:money}, пересчёт из снимка даёт {again:money}.',
  en: 'It differs: {booked:money} on the bill, {again:money} calculated again from the snapshot.',
};

const NOT_THERE: Words = {
  ru: 'Не сошлось: в счёте {booked:money}, а пересчёт из снимка такой строки не даёт.',
  en: 'It differs: {booked:money} on the bill, and no such line comes out of the snapshot.',
};

const NOT_PROVED: Words = {
  ru: 'Проверить нельзя: снимок исходных данных не тот, что был при расчёте.',
  en: 'It can’t be checked: the snapshot of the inputs is not the one that the run was calculated from.',
};

const ENGINES: Words = {
  ru: 'Считала версия {then} расчётного ядра, проверяла версия {now}.',
  en: 'Calculated by version {then} of the engine, checked by version {now}.',
};

const NEIGHBOURS: Words = {
  ru: 'В этом доме не сошлось строк: {differing} из {lines}.',
  en: 'Lines of this house that differ: {differing} of {lines}.',
};

const FAULTS: Readonly<Record<ProofFault['code'], Words>> = {
  'snapshot-missing': {
    ru: 'Снимка исходных данных нет{month}.',
    en: 'There is no snapshot of the inputs{month}.',
  },
  'snapshot-unreadable': {
    ru: 'Снимок исходных данных повреждён и не читается{month}.',
    en: 'The snapshot of the inputs is damaged and can’t be read{month}.',
  },
  'snapshot-changed': {
    ru: 'Снимок исходных данных изменён после расчёта{month}: его хеш не совпадает с записанным.',
    en: 'The snapshot of the inputs was changed after the run{month}: its hash is not the one on record.',
  },
  'not-charged': {
    ru: 'Теперь ядро этого не начисляет. {cause}',
    en: 'The engine charges it no longer. {cause}',
  },
  fingerprint: {
    ru: 'Отпечаток расчёта не совпадает с записанным при проверке: исходные данные изменены после неё.',
    en: 'The run’s fingerprint is not the one on record: its inputs were changed after the review.',
  },
  'run-went-on': {
    ru: 'Закрытие месяца отменили во время проверки: остальные дома не проверены.',
    en: 'The closing was undone meanwhile: the other houses are not checked.',
  },
};

const MONTH: Words = { ru: ' (перерасчёт за {origin:month})', en: ' (recalculation of {origin:month})' };

/** An engine of another version is told, and is no fault while the kopecks are the same. */
export function lineProofText(proof: LineProof, language: Language): string {
  const details = { booked: proof.booked.toString(), again: proof.again?.toString() ?? '' };
  return fillText(wordsOf(proof)[language], details, language);
}

export function isReproduced({ booked, again, faults }: LineProof): boolean {
  return again !== null && again.equals(booked) && faults.length === 0;
}

function wordsOf(proof: LineProof): Words {
  if (isReproduced(proof)) return SAME;
  if (proof.again === null) return NOT_THERE;
  return proof.again.equals(proof.booked) ? NOT_PROVED : OTHER;
}

export function lineProofNotes({ engine, faults, differing, lines }: LineProof, language: Language): string[] {
  return [
    ...faults.map((fault) => faultText(fault, language)),
    ...(differing > 0 ? [fillText(NEIGHBOURS[language], { differing, lines }, language)] : []),
    ...(engine.then === engine.now ? [] : [fillText(ENGINES[language], engine, language)]),
  ];
}

export function faultText({ code, origin, parked }: ProofFault, language: Language): string {
  const details: Record<string, DetailValue> = {
    month: origin === null ? '' : fillText(MONTH[language], { origin }, language),
    cause: parked ? parkedText(parked.code, parked.details, language) : '',
  };
  return fillText(FAULTS[code][language], details, language);
}

const RUN_WORKING: Words = {
  ru: 'Проверяется: домов {done} из {total}.',
  en: 'Being checked: {done} of {total} houses.',
};

const RUN_SAME: Words = {
  ru: 'Проверено пересчётом из снимка, сошлось до копейки: строк {lines}, домов {done}.',
  en: 'Calculated again from the snapshots, to the kopeck: {lines} lines, {done} houses.',
};

const RUN_OTHER: Words = {
  ru: 'Не сошлось строк: {differing} из {lines}, проверено домов {done} из {total}.',
  en: 'Lines that differ: {differing} of {lines}, {done} of {total} houses checked.',
};

const RUN_DOUBTED: Words = {
  ru: 'Копейки сошлись: строк {lines}, домов {done} из {total}. Но исходные данные не те, что были при расчёте.',
  en: 'The kopecks come out: {lines} lines, {done} of {total} houses. But the inputs are not those of the run.',
};

export function isRunReproduced({ differing, findings }: RunProof): boolean {
  return differing === 0 && findings.length === 0;
}

export function runProofText(proof: RunProof, language: Language): string {
  const { engine, houses, lines, differing } = proof;
  const text = fillText(runWords(proof)[language], { ...houses, lines, differing }, language);
  return engine.then === engine.now ? text : `${text} ${fillText(ENGINES[language], engine, language)}`;
}

function runWords(proof: RunProof): Words {
  if (proof.state === 'working') return RUN_WORKING;
  if (isRunReproduced(proof)) return RUN_SAME;
  return proof.differing === 0 ? RUN_DOUBTED : RUN_OTHER;
}

const FINDINGS: Readonly<Record<'other' | 'gone' | 'new', Words>> = {
  other: {
    ru: '{service}: в счёте {booked:money}, пересчёт даёт {again:money}.',
    en: '{service}: {booked:money} on the bill, {again:money} now.',
  },
  gone: {
    ru: '{service}: в счёте {booked:money}, пересчёт такой строки не даёт.',
    en: '{service}: {booked:money} on the bill, no such line now.',
  },
  new: {
    ru: '{service}: в счёте такой строки нет, пересчёт даёт {again:money}.',
    en: '{service}: no such line on the bill, {again:money} now.',
  },
};

export function findingText(
  { service, booked, again, fault }: RunProof['findings'][number],
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  if (fault) return faultText(fault, language);
  const words = booked == null ? FINDINGS.new : again == null ? FINDINGS.gone : FINDINGS.other;
  const details = { service: names.get(service!) ?? service!, booked: booked ?? null, again: again ?? null };
  return fillText(words[language], details, language);
}
