import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AccessTokens,
  Callers,
  mayDo,
  type Member,
  type OpenSession,
  People,
  PERMISSIONS,
  Sessions,
  type SignedIn,
  SignIn,
} from '@dvor/auth';
import { DomainError } from '@dvor/kernel';
import { type Config, CONFIG } from '@dvor/platform';
import type { Request, Response } from 'express';
import { CurrentCaller, CurrentStaff, ForSignedIn, Public, RequirePermission } from '../door/access.js';
import { deviceOf } from '../door/device.js';
import { WithoutIdempotency } from '../door/idempotency.js';
import { whole } from '../door/page.dto.js';
import { RateLimits } from '../door/rate-limits.js';
import { bearerOf } from '../operations/bearer.js';
import { giveQueuePass } from '../operations/queue-pass.js';
import { forgetRefreshToken, keepRefreshToken, kindOf, refreshTokenOf } from './refresh-cookie.js';
import { CredentialsDto, MeDto, RefreshDto, SessionListDto, SignedInDto, SignOutDto } from './sign-in.dto.js';

@ApiTags('Sign-in')
@Controller('auth')
export class SignInController {
  constructor(
    private readonly signIns: SignIn,
    private readonly sessions: Sessions,
    private readonly people: People,
    private readonly tokens: AccessTokens,
    private readonly callers: Callers,
    private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('sign-in')
  @Public()
  @HttpCode(200)
  @WithoutIdempotency()
  @ApiOperation({
    summary: 'Sign in by e-mail and password',
    description: 'The refresh token comes as a httpOnly cookie. Five failures lock the e-mail for 15 minutes (423).',
  })
  @ApiOkResponse({ type: SignedInDto })
  async signIn(
    @Body() credentials: CredentialsDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedInDto> {
    const session = await this.limits.signIn({ address: request.ip ?? '', email: credentials.email }, () =>
      this.signIns.withPassword(credentials, deviceOf(request)),
    );
    await this.sessions.signOut(refreshTokenOf(request, session.caller.kind)); // the one this browser held until now
    return this.welcome(session, response);
  }

  @Post('refresh')
  @Public()
  @HttpCode(200)
  @WithoutIdempotency()
  @ApiOperation({
    summary: 'A new access token for the refresh cookie',
    description: 'The cookie turns over at every use. One used twice ends the whole session.',
  })
  @ApiOkResponse({ type: SignedInDto })
  async refresh(
    @Body() { kind, organizationId }: RefreshDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedInDto> {
    const meant = kindOf(request, kind);
    try {
      return await this.welcome(
        await this.sessions.refresh(refreshTokenOf(request, meant), deviceOf(request), organizationId),
        response,
      );
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'auth.not-a-member')
        forgetRefreshToken(response, meant, this.config);
      throw error;
    }
  }

  @Post('sign-out')
  @Public()
  @HttpCode(204)
  @WithoutIdempotency()
  @ApiOperation({ summary: 'End this session', description: 'That of the access token, or else of the cookie.' })
  @ApiNoContentResponse()
  async signOut(
    @Body() { kind }: SignOutDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const sessionId = this.tokens.sessionOf(bearerOf(request), 'access');
    const caller = sessionId && (await this.callers.ofSession(sessionId));
    const meant = caller ? caller.kind : kindOf(request, kind);
    if (caller) await this.sessions.end(caller, caller.sessionId, 'signed-out');
    else await this.sessions.signOut(refreshTokenOf(request, meant));
    forgetRefreshToken(response, meant, this.config);
  }

  @Get('me')
  @ForSignedIn()
  @ApiOperation({ summary: 'Who is signed in and what they may do' })
  @ApiOkResponse({ type: MeDto })
  async me(@CurrentCaller() caller: SignedIn): Promise<MeDto> {
    return this.describe(caller);
  }

  @Get('sessions')
  @ForSignedIn()
  @ApiOperation({ summary: 'Where I am signed in' })
  @ApiOkResponse({ type: SessionListDto })
  async listSessions(@CurrentCaller() caller: SignedIn): Promise<SessionListDto> {
    return whole(await this.sessions.list(caller));
  }

  @Delete('sessions/:id')
  @ForSignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'End one of my sessions' })
  @ApiNoContentResponse()
  async endSession(@Param('id') id: string, @CurrentCaller() caller: SignedIn): Promise<void> {
    if (!UUID.test(id)) throw new NotFoundException();
    await this.sessions.end(caller, id);
  }

  @Post('queue-pass')
  @RequirePermission('queue.watch')
  @HttpCode(204)
  @WithoutIdempotency()
  @ApiOperation({ summary: 'A cookie that opens /queues for an hour' })
  @ApiNoContentResponse()
  queuePass(@CurrentStaff() caller: Member, @Res({ passthrough: true }) response: Response): void {
    giveQueuePass(response, this.tokens.issue(caller, 'queues'), this.config);
  }

  private async welcome({ caller, refreshToken, expiresAt }: OpenSession, response: Response): Promise<SignedInDto> {
    keepRefreshToken(response, { kind: caller.kind, refreshToken, expiresAt }, this.config);
    const { token, expiresIn } = this.tokens.issue(caller);
    return { accessToken: token, expiresIn, ...(await this.describe(caller)) };
  }

  private async describe(caller: SignedIn): Promise<MeDto> {
    const { memberships, ...user } = await this.people.profileOf(caller.userId);
    const permissions = caller.kind === 'staff' ? PERMISSIONS.filter((permission) => mayDo(caller, permission)) : [];
    return {
      kind: caller.kind,
      user,
      memberships: [...memberships],
      organizationId: caller.organizationId,
      permissions,
    };
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
