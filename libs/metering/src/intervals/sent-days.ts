import { createHash } from 'node:crypto';
import { type Channel, type IntervalProblem, readIntervalFile } from '@dvor/formats';
import { DomainError, formatDate, type LocalDate } from '@dvor/kernel';
import type { CountedPart } from '../core/index.js';

/** A day of a channel as a message tells it. */
export interface SentDay {
  readonly code: string;
  readonly name: string;
  readonly area: string;
  readonly channel: Channel;
  readonly day: LocalDate;
  /** Of the message. */
  readonly number: number;
  readonly parts: readonly CountedPart[];
}

export type FileProblem = IntervalProblem & { readonly file?: string };

export interface SentMessage {
  readonly number: number;
  readonly day: string;
  readonly sender: string;
}

export interface SentFile {
  readonly name: string;
  readonly hash: Buffer;
  readonly content: Buffer;
  readonly encoding: string;
  readonly messages: readonly SentMessage[];
  readonly problems: readonly FileProblem[];
  /** By the numbers of their messages: a later one replaces an earlier one of the same archive too. */
  readonly days: readonly SentDay[];
}

/**
 * @throws DomainError `interval-file.too-large`, `interval-file.not-80020`, `interval-file.broken` naming the line,
 * `interval-file.nothing-read`
 */
export async function readSentFile({ fileName, content }: { fileName: string; content: Buffer }): Promise<SentFile> {
  const read = await openFile(content);
  const problems = read.flatMap(({ problems: of, file }) =>
    of.map((problem) => ({ ...problem, ...(file && { file }) })),
  );
  const messages = read.flatMap(({ message }) => message ?? []).sort((a, b) => a.number - b.number);
  if (messages.length === 0) throw refusal(problems[0]);
  const days = messages.flatMap(({ number, day, areas }) =>
    areas.flatMap((area) =>
      area.points.flatMap(({ code, name, channels }) =>
        channels.map(({ channel, intervals }) => ({
          ...{ code, name, channel, day, number, area: area.name || area.inn },
          parts: intervals.map(
            ({ start, end, value, doubtful }) => [start, end, value?.toString() ?? null, doubtful] as const,
          ),
        })),
      ),
    ),
  );
  if (days.length === 0) throw new DomainError('interval-file.nothing-read');
  return {
    ...{ name: fileName, content, problems, days },
    hash: createHash('sha256').update(content).digest(),
    encoding: read[0]!.encoding,
    messages: messages.map(({ number, day, sender }) => ({
      number,
      day: formatDate(day),
      sender: sender.name || sender.inn,
    })),
  };
}

async function openFile(content: Buffer): ReturnType<typeof readIntervalFile> {
  try {
    return await readIntervalFile(content);
  } catch (error) {
    if (error instanceof DomainError) throw new DomainError('interval-file.archive', { cause: error.code });
    throw error;
  }
}

function refusal(problem: FileProblem | undefined): DomainError {
  if (!problem || problem.reason === 'file-empty') return new DomainError('interval-file.nothing-read');
  const { reason, line, value } = problem;
  if (reason === 'file-too-large') return new DomainError('interval-file.too-large', { size: value });
  if (reason === 'class-other') return new DomainError('interval-file.not-80020', { found: value });
  return new DomainError('interval-file.broken', { line, value });
}
