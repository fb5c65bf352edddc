import { createHash } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
  applyDecorators,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FileFieldsInterceptor, FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes, ApiHeader } from '@nestjs/swagger';
import { type KeyedRequest, RepeatedRequests, type StoredAnswer } from '@dvor/auth';
import { DomainError } from '@dvor/kernel';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { callerOf } from './access.js';
import { languageOf } from './language.js';
import { isUnexpected, PROBLEM_MEDIA_TYPE, problemOf } from './problem.js';
import { requestIdOf } from './request-context.js';

const KEY_NEED = 'dvor:idempotency';
const UPLOAD = 'dvor:upload';
const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Money moves here: the request must name itself, or it is refused. */
export const RequiresIdempotencyKey = () =>
  applyDecorators(
    SetMetadata(KEY_NEED, 'required'),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'Names the request: the same key and body is done once and answered the same for 24 hours',
    }),
  );

/** For writes whose answer holds a secret and must not be kept. */
export const WithoutIdempotency = () => SetMetadata(KEY_NEED, 'none');

/** What multer makes of a file that came with a request. */
export interface UploadedFile {
  readonly originalname: string;
  readonly buffer: Buffer;
}

/** The write brings a file in `field`: it is read first, so that the same key with another file is told from a repeat. */
export const TakesFile = (field: string, { upToBytes }: { upToBytes: number }) =>
  applyDecorators(
    SetMetadata(UPLOAD, true),
    UseInterceptors(
      FileInterceptor(field, { limits: { fileSize: upToBytes, files: 1 } }),
      IdempotencyOfUploads, // after the file is there
    ),
    ApiConsumes('multipart/form-data'),
  );

/** The same of several fields, a file in each. */
export const TakesFiles = (fields: readonly string[], { upToBytes }: { upToBytes: number }) =>
  applyDecorators(
    SetMetadata(UPLOAD, true),
    UseInterceptors(
      FileFieldsInterceptor(
        fields.map((name) => ({ name, maxCount: 1 })),
        { limits: { fileSize: upToBytes, files: fields.length } },
      ),
      IdempotencyOfUploads,
    ),
    ApiConsumes('multipart/form-data'),
  );

/** API-03, for every write of somebody who is signed in and names the request by `Idempotency-Key`. */
@Injectable()
export class Idempotency implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly requests: RepeatedRequests,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return this.reflector.get<true | undefined>(UPLOAD, context.getHandler())
      ? next.handle()
      : this.onceByKey(context, next);
  }

  protected onceByKey(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const caller = callerOf(request);
    const need = this.reflector.get<'required' | 'none' | undefined>(KEY_NEED, context.getHandler());
    if (!WRITES.has(request.method) || need === 'none') return next.handle();
    const key = request.get('idempotency-key');
    if (key === undefined && need === 'required') throw new DomainError('idempotency.key-required');
    if (key === undefined || !caller?.organizationId) return next.handle();
    if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new DomainError('idempotency.key-invalid');
    const keyed: KeyedRequest = {
      organizationId: caller.organizationId,
      userId: caller.userId,
      key: caller.kind === 'key' ? `${caller.keyId} ${key}` : key, // no name holds a space: those of keys never meet their maker’s
      method: request.method,
      path: request.originalUrl,
      body: withFiles(request),
    };
    return from(this.once(keyed, request, context.switchToHttp().getResponse(), next));
  }

  private async once(keyed: KeyedRequest, request: Request, response: Response, next: CallHandler): Promise<unknown> {
    const stored = await this.requests.begin(keyed);
    if (stored) return replay(response, stored);
    try {
      const body = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.requests.finish(keyed, { status: response.statusCode, body });
      return body;
    } catch (error) {
      if (isUnexpected(error)) await this.requests.release(keyed);
      else {
        const problem = problemOf(error, languageOf(request), requestIdOf(request));
        await this.requests.finish(keyed, { status: problem.status, body: problem });
      }
      throw error;
    }
  }
}

/** Where a file comes with the request: runs once multer has read it. */
@Injectable()
class IdempotencyOfUploads extends Idempotency {
  override intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return this.onceByKey(context, next);
  }
}

/** The body, with a digest in the place of each file. */
function withFiles(request: Request): unknown {
  const { file, files } = request as { file?: UploadedFile; files?: Readonly<Record<string, readonly UploadedFile[]>> };
  if (file) return { ...request.body, file: digestOf(file) };
  if (!files) return request.body;
  const digests = Object.entries(files).map(([field, of]) => [field, of.map(digestOf)]);
  return { ...request.body, files: Object.fromEntries(digests) as object };
}

function digestOf({ originalname, buffer }: UploadedFile): string {
  return `${originalname} ${createHash('sha256').update(buffer).digest('hex')}`;
}

function replay(response: Response, { status, body }: StoredAnswer): unknown {
  response.status(status).setHeader('Idempotency-Replayed', 'true');
  if (status >= 400) response.type(PROBLEM_MEDIA_TYPE);
  return body ?? undefined;
}
