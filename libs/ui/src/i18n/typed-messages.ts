export type Texts = Readonly<Record<string, string>>;

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type BaseKey<K> = K extends `${infer Base}_${PluralForm}` ? Base : K;

/** A message's name, without the ending of its plural form. */
export type Key<Ru extends Texts> = BaseKey<keyof Ru & string>;

type Names<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never;
type ParamNames<Ru extends Texts, K extends string> = Names<Ru[keyof Ru & (K | `${K}_${PluralForm}`)]>;
type Params<Ru extends Texts, K extends string> = {
  readonly [Name in ParamNames<Ru, K>]: Name extends 'n' ? number : string | number;
};

export type Translate<Ru extends Texts> = <K extends Key<Ru>>(
  key: K,
  ...params: [ParamNames<Ru, K>] extends [never] ? [] : [params: Params<Ru, K>]
) => string;

/** Fails to compile with the missing or unknown key in the message. */
export type SameKeys<Ru extends Texts, En extends Texts> = Readonly<Record<Exclude<Key<Ru>, Key<En>>, string>> &
  Readonly<Record<Exclude<Key<En>, Key<Ru>>, never>>;

declare const ru: unique symbol;

export interface Messages<out Ru extends Texts> {
  readonly feature: string;
  readonly [ru]?: Ru;
}
