/** Names of simulated customers. Every address is under .example, so that no mail can reach anybody. */
import type { Random } from './random.ts';

const FIRST = [
  'Alma',
  'Bruno',
  'Chiara',
  'Dilan',
  'Esther',
  'Farid',
  'Greta',
  'Hana',
  'Ilias',
  'Jana',
  'Kenji',
  'Lucia',
  'Mateo',
  'Nadia',
  'Oskar',
  'Priya',
  'Quinn',
  'Rosa',
  'Sven',
  'Tala',
];
const LAST = [
  'Abel',
  'Brandt',
  'Costa',
  'Dahl',
  'Eriksen',
  'Ferrari',
  'Gomez',
  'Haddad',
  'Ito',
  'Jansen',
  'Keller',
  'Lindt',
  'Moreau',
  'Novak',
  'Okafor',
  'Petrov',
  'Quist',
  'Rossi',
  'Sato',
  'Tanaka',
];
const COMPANY = [
  'Alder',
  'Birch',
  'Cobalt',
  'Delta',
  'Ember',
  'Fjord',
  'Granite',
  'Harbor',
  'Indigo',
  'Juniper',
  'Kestrel',
  'Lumen',
  'Meridian',
  'Nimbus',
  'Onyx',
  'Pioneer',
  'Quartz',
  'Ridge',
  'Summit',
  'Tundra',
];
const TRADE = ['Foods', 'Health', 'Logistics', 'Media', 'Motors', 'Partners', 'Retail', 'Systems', 'Travel', 'Works'];
const COUNTRY = ['DE', 'US', 'FR', 'JP', 'GB', 'NL', 'CH', 'IT', 'ES', 'SE'];
const EDITION = ['Enterprise Edition', 'Unlimited Edition', 'Professional Edition', 'Developer Edition'];
const INSTANCE = ['EU42', 'EU45', 'NA211', 'NA224', 'AP26', 'UM8'];

export interface Customer {
  readonly company: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly country: string;
  readonly edition: string;
  readonly instance: string;
}

/** The customer number `index` of a scenario: company names do not repeat below 200. */
export function customer(index: number, random: Random): Customer {
  const name = COMPANY[index % COMPANY.length] ?? 'Alder';
  const trade = TRADE[Math.floor(index / COMPANY.length) % TRADE.length] ?? 'Works';
  const round = Math.floor(index / (COMPANY.length * TRADE.length));
  const company = round === 0 ? `${name} ${trade}` : `${name} ${trade} ${round + 1}`;
  const firstName = random.pick(FIRST);
  const lastName = random.pick(LAST);
  const domain = `${company.toLowerCase().replaceAll(' ', '-')}.example`;
  return {
    company,
    firstName,
    lastName,
    email: `${firstName}.${lastName}@${domain}`.toLowerCase(),
    country: random.pick(COUNTRY),
    edition: random.pick(EDITION),
    instance: random.pick(INSTANCE),
  };
}
