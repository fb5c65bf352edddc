import { BlockList, isIP } from 'node:net';

/** `203.0.113.7`, `203.0.113.0/24`, `2001:db8::/32`. */
export function isAddressRange(text: string): boolean {
  return readRange(text) !== null;
}

/** Is the address in one of the ranges? An IPv4 address that comes dressed as IPv6 (`::ffff:203.0.113.7`) counts as itself. */
export function isWithin(ranges: readonly string[], address: string): boolean {
  const family = isIP(address);
  return family !== 0 && listOf(ranges).check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** A channel's ranges are asked about hundreds of times a second. */
const lists = new WeakMap<readonly string[], BlockList>();

function listOf(ranges: readonly string[]): BlockList {
  const known = lists.get(ranges);
  if (known) return known;
  const list = new BlockList();
  for (const range of ranges.map(readRange))
    if (range) list.addSubnet(range.network, range.prefix, range.family === 4 ? 'ipv4' : 'ipv6');
  lists.set(ranges, list);
  return list;
}

function readRange(text: string): { network: string; prefix: number; family: 4 | 6 } | null {
  const match = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text);
  const family = match ? isIP(match[1]!) : 0;
  if (family !== 4 && family !== 6) return null;
  const longest = family === 4 ? 32 : 128;
  const prefix = match![2] === undefined ? longest : Number(match![2]);
  return prefix <= longest ? { network: match![1]!, prefix, family } : null;
}
