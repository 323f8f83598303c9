import { readTable, wordsIn } from './read-table.ts';

/** An account of the invented company: a customer, a prospect, one of our own. */
export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
  /** platinum, gold, silver or bronze */
  readonly tier: string;
  /** prospect, trial, customer, renewal or former */
  readonly lifecycle: string;
  /** enterprise, midmarket or small */
  readonly segment: string;
  readonly owner: string | null;
  readonly parent: string | null;
  readonly lists: readonly string[];
  readonly active: boolean;
}

const columns = [
  ...(['id', 'name', 'domains', 'tier', 'lifecycle', 'segment', 'owner'] as const),
  ...(['parent', 'lists', 'closed'] as const),
] as const;

const table = `
id               | name                     | domains                                    | tier     | lifecycle | segment    | owner   | parent      | lists                | closed
orion-group      | Orion Group              | orion-group.example orion.kestrel.example  | platinum | customer  | enterprise | imogen  |             |                      |
orion-health     | Orion Health             | orionhealth.example                        | platinum | customer  | enterprise | imogen  | orion-group |                      |
orion-imaging    | Orion Imaging            | orionimaging.example orion.kestrel.example | gold     | trial     | midmarket  | imogen  | orion-group |                      |
nordhavn         | Nordhavn Biologics       | nordhavn.example                           | gold     | customer  | enterprise | sofie   |             | cs-adoption          |
lumenlab         | Lumen Lab                | lumenlab.example                           | silver   | renewal   | midmarket  | sofie   |             | renewal              |
halden-energy    | Halden Energy            | haldenenergy.example                       | platinum | prospect  | enterprise | marcus  |             | strategic            |
meridian-pharma  | Meridian Pharma          | meridianpharma.example                     | platinum | customer  | enterprise | marcus  |             | strategic open-deal  |
rheinwerk        | Rheinwerk Turbinen       | rheinwerk-turbinen.example                 | gold     | prospect  | enterprise |         |             |                      |
alpenglas        | Alpenglas                | alpenglas.example                          | silver   | prospect  | midmarket  | johanna |             |                      |
donau-diagnostik | Donau Diagnostik         | donau-diagnostik.example                   | silver   | customer  | midmarket  | johanna |             | open-deal            |
optique-sud      | Optique du Sud           | optique-sud.example                        | bronze   | customer  | small      | imogen  |             |                      |
hopital-valmont  | Hôpital Valmont          | valmont-sante.example                      | gold     | customer  | enterprise | johanna |             |                      |
clinica-ribera   | Clínica Ribera           | clinica-ribera.example                     | silver   | customer  | midmarket  | johanna |             |                      |
quickparts       | Quick Parts              | quickparts.example                         | bronze   | customer  | small      |         |             | fraud-case           |
pinewood         | Pinewood Crafts          | pinewood.example                           | bronze   | prospect  | small      | imogen  |             |                      |
castlegate       | Castlegate University    | castlegate-uni.example                     | gold     | customer  | enterprise | imogen  |             |                      |
prairie          | Prairie Diagnostics      | prairie.example                            | silver   | customer  | midmarket  | dana    |             |                      |
lakeshore        | Lakeshore Genomics       | lakeshoregenomics.example                  | gold     | prospect  | enterprise | dana    |             | in-procurement       |
summit-materials | Summit Materials         | summitmaterials.example                    | gold     | customer  | enterprise | dana    |             |                      |
bayview          | Bayview Research         | bayviewresearch.example                    | silver   | customer  | midmarket  | dana    |             |                      |
serra-azul       | Laboratório Serra Azul   | serra-azul.example                         | silver   | customer  | midmarket  | bruno   |             |                      |
alto-rio         | Mineração Alto Rio       | altorio.example                            | gold     | prospect  | enterprise |         |             |                      |
andeslab         | Andes Lab                | andeslab.example                           | silver   | customer  | midmarket  | bruno   |             |                      |
laboratorios-sol | Laboratorios Sol         | laboratorios-sol.example                   | bronze   | customer  | small      | bruno   |             |                      |
harbourbio       | Harbour Bio              | harbourbio.example                         | gold     | customer  | midmarket  | mei     |             | sensitive-escalation |
straits          | Straits Genomics         | straitsgenomics.example                    | silver   | prospect  | midmarket  |         |             |                      |
kiri-optics      | Kiri Optics              | kirioptics.example                         | silver   | customer  | midmarket  | mei     |             |                      |
himal-health     | Himal Health             | himalhealth.example                        | bronze   | customer  | small      | mei     |             |                      |
coral-coast      | Coral Coast University   | coralcoast-uni.example                     | gold     | customer  | enterprise | mei     |             |                      |
nordhavn-old     | Nordhavn Biologics (old) | nordhavn-labs.example                      | bronze   | former    | small      |         |             |                      | closed
kestrel-test     | Kestrel test account     | test.kestrel.example                       | bronze   | trial     | small      |         |             | test                 |
`;

/** The accounts, parents before their children. */
export const demoAccounts: readonly DemoAccount[] = readTable(columns, table).map((row) => ({
  id: row.id,
  name: row.name,
  domains: wordsIn(row.domains),
  tier: row.tier,
  lifecycle: row.lifecycle,
  segment: row.segment,
  owner: row.owner === '' ? null : row.owner,
  parent: row.parent === '' ? null : row.parent,
  lists: wordsIn(row.lists),
  active: row.closed === '',
}));

/** A territory of the invented company. */
export interface DemoTerritory {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly region: 'emea' | 'americas' | 'apac';
  readonly countries: readonly string[];
  readonly segments?: readonly string[];
  readonly postal?: readonly { readonly from: string; readonly to: string }[];
}

/** The territories, a city and a segment among them that overrule their country. */
export const demoTerritories: readonly DemoTerritory[] = [
  {
    id: 'dach',
    title: 'Germany, Austria, Switzerland',
    owner: 'johanna',
    region: 'emea',
    countries: ['DE', 'AT', 'CH'],
  },
  { id: 'france', title: 'France', owner: 'johanna', region: 'emea', countries: ['FR', 'BE', 'LU'] },
  {
    id: 'paris',
    title: 'Paris',
    owner: 'imogen',
    region: 'emea',
    countries: ['FR'],
    postal: [{ from: '75', to: '77' }],
  },
  {
    id: 'uk-ireland',
    title: 'Britain and Ireland',
    owner: 'imogen',
    region: 'emea',
    countries: ['GB', 'IE'],
  },
  {
    id: 'nordics',
    title: 'Nordics',
    owner: 'sofie',
    region: 'emea',
    countries: ['DK', 'SE', 'NO', 'FI', 'IS'],
  },
  {
    id: 'south-europe',
    title: 'Spain, Portugal, Italy',
    owner: 'johanna',
    region: 'emea',
    countries: ['ES', 'PT', 'IT'],
  },
  {
    id: 'north-america',
    title: 'United States and Canada',
    owner: 'dana',
    region: 'americas',
    countries: ['US', 'CA'],
  },
  {
    id: 'us-enterprise',
    title: 'United States, enterprise',
    owner: 'marcus',
    region: 'americas',
    countries: ['US'],
    segments: ['enterprise'],
  },
  {
    id: 'latin-america',
    title: 'Latin America',
    owner: 'bruno',
    region: 'americas',
    countries: ['BR', 'CL', 'AR', 'MX', 'CO', 'PE'],
  },
  {
    id: 'south-east-asia',
    title: 'South-East Asia',
    owner: 'mei',
    region: 'apac',
    countries: ['SG', 'MY', 'TH', 'VN', 'PH', 'ID'],
  },
  { id: 'south-asia', title: 'India and Nepal', owner: 'mei', region: 'apac', countries: ['IN', 'NP'] },
  {
    id: 'oceania',
    title: 'Australia and New Zealand',
    owner: 'mei',
    region: 'apac',
    countries: ['AU', 'NZ'],
  },
];
