import { Injectable } from '@nestjs/common';
import { type BillerAnswer, type BillerRequest, type PayRequest, refused } from '@dvor/formats';
import { findAccountToPay } from '@dvor/housing';
import { localTime, type OrganizationId } from '@dvor/kernel';
import { Database, OrganizationClock } from '@dvor/platform';
import type { Channel } from './channels.js';

type Desk = { readonly organizationId: OrganizationId; readonly channel: Channel };
type TrialKind = 'check' | 'unknown-account' | 'pay' | 'repeat' | 'other';

/** A channel is tried by the other side before it is switched on: it hears true answers, and no money is booked. */
@Injectable()
export class ChannelTrials {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
  ) {}

  /** Answers as a payment would be, under the number of the trial. The same number again is the same trial. */
  pay({ organizationId, channel }: Desk, { transaction, account: given, amount }: PayRequest): Promise<BillerAnswer> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      const account = await findAccountToPay(tx, given, await this.clock.today(tx));
      if (!account) return refused('account-unknown');
      if (account.state !== 'open') return refused('account-closed');
      const asked = JSON.stringify({ account: given, amount: amount.toString() });
      const [made] = await tx.query<TrialRow[]>(
        `insert into payment_channel_trials (organization_id, channel_id, kind, external_id, request, answer)
         values (current_organization(), $1, 'pay', $2, $3, '')
         on conflict (channel_id, external_id) where kind = 'pay' do nothing
         returning id, request, tried_at as "triedAt"`,
        [channel.id, transaction, asked],
      );
      const [known] = made
        ? [made]
        : await tx.query<TrialRow[]>(
            `select id, request, tried_at as "triedAt" from payment_channel_trials
              where channel_id = $1 and external_id = $2 and kind = 'pay'`,
            [channel.id, transaction],
          );
      if (known!.request !== asked) return refused('transaction-conflict');
      const registeredAt = localTime(known!.triedAt, channel.settings.timeZone);
      return { kind: 'paid', ourId: known!.id, amount, registeredAt, repeated: !made };
    });
  }

  /** What was said and heard, for whoever decides to switch the channel on. */
  async note(
    { organizationId, channel }: Desk,
    request: BillerRequest,
    answer: BillerAnswer,
    heard: string,
  ): Promise<void> {
    const kind = kindOf(request, answer);
    const transaction = request.kind === 'pay' ? request.transaction : null;
    await this.database.inTenant({ organizationId }, async (tx) => {
      if (kind === 'pay')
        await tx.query(
          `update payment_channel_trials set answer = $3 where channel_id = $1 and external_id = $2 and kind = 'pay' and answer = ''`,
          [channel.id, transaction, heard],
        );
      else
        await tx.query(
          `insert into payment_channel_trials (organization_id, channel_id, kind, external_id, request, answer)
           values (current_organization(), $1, $2, $3, $4, $5)`,
          [channel.id, kind, transaction, JSON.stringify(request.said), heard],
        );
    });
  }
}

interface TrialRow {
  readonly id: string;
  readonly request: string;
  readonly triedAt: Date;
}

function kindOf(request: BillerRequest, answer: BillerAnswer): TrialKind {
  if (answer.kind === 'paid') return answer.repeated ? 'repeat' : 'pay';
  if (request.kind !== 'check') return 'other';
  if (answer.kind === 'account') return 'check';
  return answer.kind === 'refused' && answer.reason === 'account-unknown' ? 'unknown-account' : 'other';
}
