import { createParamDecorator, type ExecutionContext, Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import {
  ApiKeys,
  AuditTrail,
  type Caller,
  looksLikeApiKey,
  mayDo,
  type Permission,
  type ResidentCaller,
  type StaffCaller,
  tenantOf,
} from '@dvor/auth';
import { DomainError } from '@dvor/kernel';
import { addToLogContext, type Tenant } from '@dvor/platform';
import type { Request } from 'express';
import { bearerOf } from '../operations/bearer.js';
import { type Payer, RateLimits } from './rate-limits.js';

type Access = 'public' | 'signed-in' | 'residents' | { readonly permission: Permission };

export const ACCESS = 'dvor:access';

/** Open to everybody. */
export const Public = () =>
  applyDecorators(SetMetadata(ACCESS, 'public' satisfies Access), ApiExtension('x-access', 'public'));
/** For whoever has signed in, about themselves; a program with a key has nothing of its own. */
export const ForSignedIn = () => closed('signed-in');
/** For residents, about their own accounts. */
export const ForResidents = () => closed('residents');
/** For staff whose role has the permission, and programs whose key has it too. */
export const RequirePermission = (permission: Permission) => closed({ permission });

function closed(access: Access) {
  return applyDecorators(
    SetMetadata(ACCESS, access),
    ApiBearerAuth(),
    ApiExtension('x-access', typeof access === 'string' ? access : access.permission),
  );
}

/** Nothing is open by oversight: an endpoint that says nothing about access answers nobody. */
@Injectable()
export class AccessGuard extends AuthGuard('access-token') {
  constructor(
    private readonly reflector: Reflector,
    private readonly trail: AuditTrail,
    private readonly keys: ApiKeys,
    private readonly limits: RateLimits,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === undefined)
      throw new Error(`${context.getClass().name}.${context.getHandler().name} says nothing about access`);
    const request = context.switchToHttp().getRequest<Request>();
    const caller = access === 'public' ? null : await this.identify(context, request);
    await this.limits.request(payerOf(caller, request));
    if (access === 'signed-in' && caller?.kind === 'key') throw new DomainError('auth.key-not-here');
    if (access === 'residents' && caller?.kind !== 'resident') throw new DomainError('auth.residents-only');
    if (typeof access === 'object') await this.demand(access.permission, caller!, request);
    return true;
  }

  /** Guessing at tokens is limited like anything else that comes from an address. */
  private async identify(context: ExecutionContext, request: Request): Promise<Caller> {
    try {
      if (looksLikeApiKey(bearerOf(request))) await this.identifyKey(request);
      else await super.canActivate(context);
      return callerOf(request);
    } catch (refusal) {
      await this.limits.request({ address: request.ip ?? '' });
      throw refusal;
    }
  }

  private async identifyKey(request: Request): Promise<void> {
    const holder = await this.keys.holderOf(bearerOf(request), request.ip ?? '');
    const { organizationId, userId, keyId } = holder;
    addToLogContext({ organizationId, userId, apiKeyId: keyId });
    request.user = holder;
  }

  private async demand(permission: Permission, caller: Caller, request: Request): Promise<void> {
    if (caller.kind !== 'resident' && mayDo(caller, permission)) return;
    if (caller.organizationId) {
      const tenant = { organizationId: caller.organizationId };
      await this.trail.recordDenial(tenant, {
        userId: caller.userId,
        permission,
        request: `${request.method} ${request.path}`,
      });
    }
    throw new DomainError(caller.kind === 'key' ? 'auth.key-scope' : 'auth.forbidden', { permission });
  }
}

/** Who pays for the request: each user and each key for themselves, whoever is nobody by their address. */
function payerOf(caller: Caller | null, request: Request): Payer {
  if (!caller) return { address: request.ip ?? '' };
  return caller.kind === 'key' ? caller : { userId: caller.userId };
}

export function callerOf(request: Request): Caller {
  return request.user as Caller;
}

/** Who asks; behind `ForSignedIn`. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller =>
  callerOf(context.switchToHttp().getRequest()),
);

/** The member of staff who asks; behind `RequirePermission`. */
export const CurrentStaff = createParamDecorator((_: unknown, context: ExecutionContext): StaffCaller =>
  staffOf(context),
);

/** The resident who asks; behind `ForResidents`. */
export const CurrentResident = createParamDecorator(
  (_: unknown, context: ExecutionContext): ResidentCaller =>
    callerOf(context.switchToHttp().getRequest()) as ResidentCaller,
);

/** The rows the request may see; behind `RequirePermission`. */
export const CurrentTenant = createParamDecorator((_: unknown, context: ExecutionContext): Tenant =>
  tenantOf(staffOf(context)),
);

function staffOf(context: ExecutionContext): StaffCaller {
  const caller = callerOf(context.switchToHttp().getRequest());
  if (caller.kind === 'resident') throw new DomainError('auth.forbidden');
  return caller;
}
