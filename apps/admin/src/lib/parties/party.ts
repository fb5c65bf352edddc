import type { Schemas } from '@dvor/api-client';
import { typedDay, typedText } from '../basis/typed.js';

export type Party = Schemas['PartyDto'];

/** Somebody chosen. */
export interface ChosenParty {
  readonly id: string;
  readonly name: string;
}

/** A person or a firm as it stands in a form: no field is missing, an empty one is `''`. */
export interface TypedParty {
  readonly kind: 'person' | 'firm';
  readonly name: string;
  readonly birthDate: string;
  readonly diedOn: string;
  readonly snils: string;
  readonly inn: string;
  readonly kpp: string;
  readonly ogrn: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}

export function typedParty(party: Partial<Party>): TypedParty {
  const { kind = 'person', name = '', birthDate, diedOn, snils, inn, kpp, ogrn, address, phone, email } = party;
  return {
    kind,
    name,
    birthDate: birthDate ?? '',
    diedOn: diedOn ?? '',
    snils: snils ?? '',
    inn: inn ?? '',
    kpp: kpp ?? '',
    ogrn: ogrn ?? '',
    address: address ?? '',
    phone: phone ?? '',
    email: email ?? '',
  };
}

/** As the API takes it. A firm has no birthday, a person no КПП. */
export function partyBody(party: TypedParty) {
  const { kind, name, birthDate, diedOn, snils, inn, kpp, ogrn, address, phone, email } = party;
  const person = kind === 'person';
  return {
    kind,
    name: name.trim(),
    birthDate: person && birthDate ? typedDay(birthDate) : null,
    diedOn: person && diedOn ? typedDay(diedOn) : null,
    snils: person ? typedText(snils) : null,
    inn: typedText(inn),
    kpp: person ? null : typedText(kpp),
    ogrn: typedText(ogrn),
    address: typedText(address),
    phone: typedText(phone),
    email: typedText(email),
  };
}
