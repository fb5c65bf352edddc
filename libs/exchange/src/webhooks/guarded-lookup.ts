import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isWithin } from '@dvor/platform';

/** Where no message of ours has any business: this machine, its networks, clouds' metadata, and what is no place at all. */
const NOT_PUBLIC = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];
/** Of IPv6 only 2000::/3 is handed out, and of that these dress up an IPv4 address or are no place. */
const PUBLIC_V6 = ['2000::/3'];
const NOT_PUBLIC_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

export class PrivateAddress extends Error {}

/** What a message may be sent to: public addresses over TLS, and the private networks that the install has named. */
export interface Reach {
  readonly secure: boolean;
  readonly privateNetworks: readonly string[];
}

export function mayReach(address: string, { secure, privateNetworks }: Reach): boolean {
  return (secure && isPublic(address)) || isWithin(privateNetworks, address);
}

export function isPublic(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (isIP(mapped ?? address) === 4) return !isWithin(NOT_PUBLIC, mapped ?? address);
  return isWithin(PUBLIC_V6, address) && !isWithin(NOT_PUBLIC_V6, address);
}

type Resolver = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Resolves a name for the very connection that follows and refuses it when any of its addresses is private: a name that
 * was public when it was entered and points inside now (DNS rebinding) gets nowhere.
 */
export function guardedLookup(reach: Reach, resolve: Resolver = systemLookup as Resolver): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      if (addresses.length === 0 || !addresses.every(({ address }) => mayReach(address, reach)))
        return done(new PrivateAddress(hostname), '', 0);
      return options.all ? done(null, addresses) : done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}
