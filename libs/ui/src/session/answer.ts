import { ApiProblem, type ProblemBody } from './problem.js';

interface Answered<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** What the generated client was answered, or the problem thrown. */
export async function answer<Data>(call: Promise<Answered<Data>>): Promise<Data> {
  let answered: Answered<Data>;
  try {
    answered = await call;
  } catch (error) {
    // fetch rejects with a TypeError when nothing answers; a cancelled request goes on as what it is
    if (error instanceof TypeError) throw ApiProblem.unreachable();
    throw error;
  }
  const { data, error, response } = answered;
  if (response.ok) return data as Data;
  throw ApiProblem.from(response, typeof error === 'object' && error ? (error as ProblemBody) : {});
}
