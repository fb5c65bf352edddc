export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly errors?: readonly FieldProblem[];
  readonly traceId?: string;
}

/** An answer that isn't a success: `application/problem+json` in the reader's language, or no answer at all. */
export class ApiProblem extends Error {
  constructor(
    /** 0 when nothing answered. */
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly FieldProblem[] = [],
    readonly traceId: string | null = null,
  ) {
    super(detail || title || code);
    this.name = 'ApiProblem';
  }

  static async of(response: Response): Promise<ApiProblem> {
    return ApiProblem.from(response, await readProblem(response));
  }

  static from(response: Response, body: ProblemBody): ApiProblem {
    return new ApiProblem(
      response.status,
      body.code ?? `http.${response.status}`,
      body.title ?? '',
      body.detail ?? '',
      body.errors ?? [],
      body.traceId ?? response.headers.get('x-request-id'),
    );
  }

  static readonly unreachable = () => new ApiProblem(0, 'network', '', '');
}

/** Worth asking again by itself: the answer may change without the reader doing anything. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status === 429 || error.status >= 502);
}

async function readProblem(response: Response): Promise<ProblemBody> {
  try {
    return (await response.json()) as ProblemBody;
  } catch {
    return {};
  }
}
