import { Money, parseDate } from '@dvor/kernel';
import type { ChannelFee, ChannelSettings, NewChannel } from '@dvor/payments';

export type DemoChannel = 'sberbank' | 'terminal' | 'post' | 'card' | 'cash';

const SINCE = parseDate('2025-10-20');

const SETTINGS: ChannelSettings = {
  networks: [],
  timeZone: 'Asia/Barnaul',
  least: '1.00',
  most: null,
  recipientId: null,
  showsPayer: true,
  biller: {},
  sealed: {},
};

/** Whoever tries the doors from the same machine may: nobody else. */
const THIS_MACHINE = ['127.0.0.0/8', '::1/128'];

/** Roads by which the demo's money comes; the first two have doors: /pay/sber/demo and /pay/osmp/demo. */
export const DEMO_CHANNELS: Readonly<Record<DemoChannel, NewChannel>> = {
  sberbank: {
    code: 'demo',
    preset: 'sber-online',
    protocol: 'sber-action',
    name: 'Сбербанк Онлайн',
    state: 'on',
    settings: { ...SETTINGS, networks: THIS_MACHINE, most: '300000.00' },
    fee: fee('organization', '0.8'),
  },
  terminal: {
    code: 'demo',
    preset: 'terminals',
    protocol: 'osmp',
    name: 'Терминалы',
    state: 'on',
    settings: { ...SETTINGS, networks: THIS_MACHINE, most: '15000.00' },
    fee: fee('payer', '2', '30'),
  },
  post: { ...withoutDoor('post', 'Почта России'), fee: fee('organization', '1.5') },
  card: { ...withoutDoor('registry', 'Банковские карты, реестр'), fee: fee('organization', '1') },
  cash: { ...withoutDoor('cash-desk', 'Касса компании'), fee: null },
};

function withoutDoor(preset: string, name: string): Omit<NewChannel, 'fee'> {
  return { code: `demo-${preset}`, preset, protocol: null, name, state: 'on', settings: SETTINGS };
}

function fee(payer: ChannelFee['payer'], percent: string, least = '0'): NewChannel['fee'] {
  return { since: SINCE, payer, percent, least: Money.parse(least), most: null };
}
