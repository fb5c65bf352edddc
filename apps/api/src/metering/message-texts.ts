import type { MessageProblem } from '@dvor/formats';
import { DomainError } from '@dvor/kernel';
import type { AnsweredMessage, MessageAnswer, MessageResult } from '@dvor/metering';
import { fillText } from '../door/fill-text.js';
import type { Language } from '../door/language.js';
import { problemOf } from '../door/problem.js';
import type { InboundMessageDto } from './messages.dto.js';
import { DOUBTS } from './quick-texts.js';
import { findingViews } from './reading-texts.js';

type Words = Readonly<Record<Language, string>>;
type Unread = Extract<MessageAnswer, { kind: 'unread' }>['problems'][number];

const EXAMPLE: Words = { ru: 'Напишите так: ХВС 123 ГВС 45', en: 'Write like this: ХВС 123 ГВС 45' };

/** A stranger learns neither how many meters there are nor their numbers. */
const WHICH: Words = {
  ru: 'Не поняли, о каком счётчике речь. Напишите его номер и показание: № 118273 123,4',
  en: 'It is not clear which meter you mean. Write its number and the reading: № 118273 123.4',
};

const WHO: Readonly<Record<Exclude<MessageAnswer['kind'], 'taken' | 'unread'>, Words>> = {
  ignored: { ru: '', en: '' },
  'unknown-sender': {
    ru: 'Не знаем, чей это номер. Допишите лицевой счёт: ЛС 1000000001 ХВС 123',
    en: 'It is not known whose number this is. Add the account: ЛС 1000000001 ХВС 123',
  },
  'unknown-account': {
    ru: 'Такого лицевого счёта нет. Проверьте номер на квитанции',
    en: 'There is no such account. Check its number on the receipt',
  },
  'several-accounts': {
    ru: 'За вами несколько лицевых счетов. Допишите нужный: ЛС 1000000001 ХВС 123',
    en: 'You have several accounts. Add the one you mean: ЛС 1000000001 ХВС 123',
  },
};

const PROBLEMS: Readonly<Record<Unread['code'], Words>> = {
  'message.empty': { ru: 'Показаний в сообщении нет', en: 'The message has no readings' },
  'message.too-long': { ru: 'Сообщение слишком длинное', en: 'The message is too long' },
  'message.word-unknown': { ru: 'Непонятное слово «{said}»', en: 'The word “{said}” is not understood' },
  'message.number-missing': { ru: 'После «{said}» нет числа', en: 'No number follows “{said}”' },
  'message.number-alone': { ru: 'Чьё это число: {said}?', en: 'Whose number is {said}?' },
  'message.number-unreadable': { ru: '«{said}» – не показание', en: '“{said}” is no reading' },
  'message.number-negative': { ru: 'Показание {said} меньше нуля', en: 'The reading {said} is below zero' },
  'message.named-twice': { ru: '«{said}» названо дважды', en: '“{said}” is named twice' },
  'message.no-such-meter': { ru: 'Такого счётчика у вас нет: {said}', en: 'You have no such meter: {said}' },
  'message.which-meter': {
    ru: 'Счётчиков несколько: {said}. Напишите все по порядку или номер счётчика',
    en: 'There are several meters: {said}. Write all in their order, or the number of the meter',
  },
  'message.zones': {
    ru: 'У счётчика {said} несколько тарифов. Напишите каждый: Т1 1200 Т2 611',
    en: 'The meter {said} has several zones. Write each: Т1 1200 Т2 611',
  },
};

const RESOURCES: Readonly<Record<MessageResult['resource'], Words>> = {
  'cold-water': { ru: 'ХВС', en: 'Cold water' },
  'hot-water': { ru: 'ГВС', en: 'Hot water' },
  electricity: { ru: 'Свет', en: 'Electricity' },
  gas: { ru: 'Газ', en: 'Gas' },
  heating: { ru: 'Тепло', en: 'Heating' },
};

const RESULTS = {
  taken: { ru: '{meter} {value}: принято', en: '{meter} {value}: taken' },
  used: { ru: '{meter} {value}: принято, расход {volume}', en: '{meter} {value}: taken, {volume} used' },
  same: { ru: '{meter} {value}: уже принято', en: '{meter} {value}: taken already' },
  held: { ru: '{meter} {value}: проверим. {why}', en: '{meter} {value}: will be looked at. {why}' },
  refused: { ru: '{meter} {value}: не принято. {why}', en: '{meter} {value}: not taken. {why}' },
} as const satisfies Record<string, Words>;

export function messageView({ answer, ...message }: AnsweredMessage, language: Language): InboundMessageDto {
  return { ...message, answer: answer.kind, reply: replyOf(answer, language) };
}

/** As short as an SMS wants it. */
function replyOf(answer: MessageAnswer, language: Language): string {
  switch (answer.kind) {
    case 'taken':
      return answer.results.map((result) => resultText(result, { known: answer.known, language })).join('. ');
    case 'unread':
      if (answer.known === false) return WHICH[language];
      return [...answer.problems.map((problem) => problemText(problem, language)), EXAMPLE[language]].join('. ');
    default:
      return WHO[answer.kind][language];
  }
}

function problemText({ code, said }: Unread, language: Language): string {
  const name = said in RESOURCES ? RESOURCES[said as MessageResult['resource']][language] : said;
  return fillText(PROBLEMS[code satisfies MessageProblem['code'] | Unread['code']][language], { said: name }, language);
}

function resultText(result: MessageResult, { known, language }: { known: boolean; language: Language }): string {
  const { resource, value, outcome, volume } = result;
  const words = outcome === 'taken' && volume && known ? RESULTS.used : RESULTS[outcome];
  return fillText(
    words[language],
    {
      meter: RESOURCES[resource][language],
      value: written(typeof value === 'string' ? value : Object.values(value).join(' / '), language),
      volume: written(volume ?? '', language),
      why: whyOf(result, { known, language }),
    },
    language,
  );
}

function whyOf(
  { serial, code, details, findings = [] }: MessageResult,
  { known, language }: { known: boolean; language: Language },
): string {
  if (findings.length > 0 && !known) return findings.map(({ rule }) => DOUBTS[rule][language]).join('. ');
  if (findings.length > 0)
    return findingViews(findings, language)
      .map(({ text }) => text)
      .join('. ');
  if (!code) return '';
  return problemOf(new DomainError(code, { account: '', serial: known ? serial : '', ...details }), language, '')
    .detail;
}

function written(figure: string, language: Language): string {
  return language === 'ru' ? figure.replaceAll('.', ',') : figure;
}
