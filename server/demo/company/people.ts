import { assert } from '../../../domain/error/assert.ts';
import { type SystemRole, systemRoles } from '../../../domain/stream/person/person-state.ts';
import { readTable, wordsIn } from './read-table.ts';

/** Somebody of the invented company. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly department: string;
  readonly office: Office;
  readonly manager: string | null;
  /** Beside requester, which everybody is. */
  readonly system: readonly SystemRole[];
  readonly roles: readonly string[];
  readonly skills: Readonly<Record<string, number>>;
  readonly groups: readonly string[];
  readonly capacity: number | null;
  readonly language: string;
  /** A calendar other than the office's: people who are on call. */
  readonly calendar: string | null;
  readonly kind: 'person' | 'service';
}

/** The offices: where people are, and which calendar is theirs. */
export const offices = {
  paris: { zone: 'Europe/Paris', country: 'FR', calendar: 'hq', language: 'fr' },
  london: { zone: 'Europe/London', country: 'GB', calendar: 'london', language: 'en' },
  newYork: { zone: 'America/New_York', country: 'US', calendar: 'new-york', language: 'en' },
  saoPaulo: { zone: 'America/Sao_Paulo', country: 'BR', calendar: 'sao-paulo', language: 'pt' },
  santiago: { zone: 'America/Santiago', country: 'CL', calendar: 'santiago', language: 'es' },
  kathmandu: { zone: 'Asia/Kathmandu', country: 'NP', calendar: 'kathmandu', language: 'en' },
  singapore: { zone: 'Asia/Singapore', country: 'SG', calendar: 'singapore', language: 'en' },
  sydney: { zone: 'Australia/Sydney', country: 'AU', calendar: 'sydney', language: 'en' },
} as const;
export type Office = keyof typeof offices;

const columns = [
  ...(['id', 'name', 'title', 'department', 'office', 'manager', 'system roles'] as const),
  ...(['roles', 'skills', 'groups', 'capacity', 'more'] as const),
] as const;

// Capacity is of cases at a time; `more` is the calendar of those on call, or `service` for programs.
const table = `
id        | name             | title                             | department  | office    | manager | system roles   | roles                                               | skills                              | groups              | capacity | more
helene    | Hélène Marchetti | Chief operating officer           | operations  | paris     |         | agent approver | operations-lead                                     |                                     |                     |          |
edmund    | Edmund Achebe    | Head of operations, Americas      | operations  | newYork   | helene  | agent approver | operations-lead                                     |                                     |                     |          |
sam       | Sam Adeyemi      | Systems administrator             | it          | london    | alec    | admin          |                                                     |                                     |                     |          |
niamh     | Niamh Byrne      | Process designer                  | operations  | london    | helene  | designer       |                                                     |                                     |                     |          |
daniel    | Daniel Okafor    | Internal auditor                  | audit       | london    | helene  | auditor        |                                                     |                                     |                     |          |
tomas     | Tomas Lindqvist  | Head of procurement               | procurement | paris     | helene  | agent approver | procurement-lead                                    |                                     |                     | 12       |
oliver    | Oliver Nwosu     | Procurement lead                  | procurement | london    | tomas   | agent approver | procurement-lead                                    | licensing:2                         |                     | 10       |
amina     | Amina Benali     | Senior buyer                      | procurement | paris     | tomas   | agent          |                                                     | licensing:3                         |                     | 6        |
luc       | Luc Moreau       | Buyer                             | procurement | paris     | tomas   | agent          |                                                     |                                     |                     | 5        |
rosa      | Rosa Jiménez     | Buyer, Americas                   | procurement | newYork   | tomas   | agent          |                                                     | licensing:2                         |                     | 6        |
wei       | Wei Chen         | Buyer, Asia                       | procurement | singapore | tomas   | agent          |                                                     |                                     |                     | 6        |
camille   | Camille Rousseau | Finance director                  | finance     | paris     | helene  | agent approver | finance-lead                                        |                                     |                     |          |
kevin     | Kevin Osei       | Finance lead, Americas            | finance     | newYork   | camille | agent approver | finance-lead                                        |                                     |                     |          |
elise     | Élise Fontaine   | Controller                        | finance     | paris     | camille | approver       | finance-approver                                    |                                     | erp-payer           |          |
priya     | Priya Raman      | Finance partner                   | finance     | london    | camille | approver       | finance-approver erp-owner                          |                                     | erp-viewer          |          |
hugo      | Hugo Lambert     | Treasurer                         | finance     | paris     | camille | agent          | erp-owner                                           |                                     | erp-payer           | 8        |
valentina | Valentina Rojas  | Finance operations                | finance     | santiago  | kevin   | agent          |                                                     |                                     | erp-poster          | 10       |
petra     | Petra Novotná    | Finance operations                | finance     | paris     | camille | agent          |                                                     |                                     | erp-poster          | 10       |
noor      | Noor Haddad      | Head of security                  | security    | paris     | helene  | agent approver | security-lead security-reviewer                     |                                     |                     |          |
henrik    | Henrik Solberg   | Security lead                     | security    | london    | noor    | agent approver | security-lead                                       |                                     |                     |          |
pavel     | Pavel Ilić       | Security reviewer                 | security    | paris     | noor    | agent approver | security-reviewer                                   |                                     |                     | 8        |
sophie    | Sophie Lambert   | Data protection officer           | legal       | paris     | helene  | approver       |                                                     |                                     |                     |          |
arturo    | Arturo Bianchi   | Privacy counsel                   | legal       | london    | sophie  | approver       |                                                     |                                     |                     |          |
george    | George Ashdown   | Support lead                      | support     | london    | ruth    | agent approver | support-lead                                        |                                     |                     |          |
ruth      | Ruth Kimani      | Head of customer operations       | support     | london    | helene  | agent approver | customer-operations-lead crm-owner incident-manager |                                     |                     |          |
fatima    | Fatima El-Sayed  | Fraud analyst                     | support     | london    | ruth    | agent approver | fraud-analyst refund-approver                       |                                     |                     |          |
mateus    | Mateus Pereira   | Support lead, Americas            | support     | saoPaulo  | ruth    | agent approver | support-lead refund-approver                        |                                     |                     |          |
jonas     | Jonas Weber      | Customer care                     | support     | paris     | george  | agent          |                                                     | french:2                            |                     | 7        |
lea       | Léa Dubois       | Customer care                     | support     | paris     | george  | agent          |                                                     | french:3 spanish:1                  |                     | 20       |
marta     | Marta Kowalska   | Customer care                     | support     | london    | george  | agent          |                                                     | spanish:3                           |                     | 6        |
ben       | Ben Castellano   | Customer care                     | support     | newYork   | mateus  | agent          |                                                     | spanish:2 data:1                    |                     | 7        |
luiza     | Luiza Teixeira   | Customer care                     | support     | saoPaulo  | mateus  | agent          |                                                     | portuguese:3 spanish:2              |                     | 7        |
matias    | Matías Fuentes   | Customer care                     | support     | santiago  | mateus  | agent          |                                                     | spanish:3                           |                     | 5        |
arjun     | Arjun Nair       | Customer care                     | support     | singapore | george  | agent          |                                                     |                                     |                     | 7        |
isla      | Isla McGregor    | Customer care                     | support     | sydney    | george  | agent          |                                                     |                                     |                     | 6        |
lukas     | Lukáš Novák      | Specialist, platform              | support     | paris     | george  | agent          |                                                     | platform:4 data:2                   |                     | 6        | on-call
bikash    | Bikash Thapa     | Specialist, data                  | support     | kathmandu | george  | agent          |                                                     | data:3 integrations:3 platform:2    |                     | 6        |
liam      | Liam O’Sullivan  | Specialist, instruments           | support     | sydney    | george  | agent          | incident-manager                                    | instruments:4 platform:1            |                     | 6        |
hana      | Hana Sato        | Specialist, integrations          | support     | singapore | george  | agent          |                                                     | integrations:4 instruments:3 data:1 |                     | 6        |
alec      | Alec Brodie      | IT lead                           | it          | london    | helene  | agent approver | it-lead                                             |                                     |                     | 10       |
jin       | Jin-ah Park      | IT lead, Asia                     | it          | singapore | alec    | agent approver | it-lead                                             |                                     |                     | 8        |
yusuf     | Yusuf Demir      | IT service                        | it          | paris     | alec    | agent          |                                                     | production:2                        |                     | 8        |
sunita    | Sunita Gurung    | IT service                        | it          | kathmandu | jin     | agent          |                                                     | production:2                        |                     | 8        |
chloe     | Chloe Nguyen     | Data lead                         | engineering | sydney    | grace   | agent approver | warehouse-owner                                     |                                     |                     |          |
ravi      | Ravi Menon       | Data engineer                     | engineering | singapore | chloe   | approver       | warehouse-owner                                     |                                     | warehouse-engineer  |          |
grace     | Grace Liu        | Head of engineering               | engineering | newYork   | helene  | agent approver | engineering-lead production-owner                   |                                     |                     |          |
david     | David Mensah     | Platform engineer                 | engineering | london    | grace   | agent approver | production-owner engineering-lead                   | production:4                        | production-admin    | 6        |
anil      | Anil Shrestha    | Platform engineer                 | engineering | kathmandu | grace   | agent          |                                                     | production:3 platform:3             | production-deployer | 6        | on-call
irina     | Irina Petrova    | Firmware engineer                 | engineering | london    | grace   | agent          |                                                     | instruments:4                       |                     | 5        |
elena     | Elena Vásquez    | Head of sales                     | sales       | newYork   | helene  | agent approver | sales-lead                                          |                                     |                     |          |
johanna   | Johanna Brandt   | Account executive, central Europe | sales       | paris     | elena   | agent approver | sales-lead                                          |                                     |                     | 14       |
theo      | Theo Grant       | Revenue operations lead           | sales       | newYork   | elena   | agent approver | revenue-operations-lead                             |                                     |                     |          |
jade      | Jade Moreno      | Revenue operations                | sales       | london    | theo    | agent approver | revenue-operations-lead crm-owner                   |                                     | crm-exporter        |          |
aisha     | Aisha Coleman    | Head of customer success          | success     | newYork   | helene  | agent approver | customer-success-lead                               |                                     |                     |          |
nils      | Nils Eriksen     | Customer success manager          | success     | london    | aisha   | agent approver | customer-success-lead                               |                                     |                     | 9        |
imogen    | Imogen Hartley   | Account manager, Britain          | sales       | london    | johanna | agent approver |                                                     |                                     | crm-editor          | 12       |
sofie     | Sofie Halvorsen  | Account manager, Nordics          | sales       | london    | johanna | agent approver |                                                     |                                     | crm-editor          | 12       |
marcus    | Marcus Feld      | Strategic accounts                | sales       | newYork   | elena   | agent approver |                                                     |                                     |                     | 8        |
dana      | Dana Whitaker    | Account executive, North America  | sales       | newYork   | elena   | agent approver |                                                     |                                     |                     | 12       |
bruno     | Bruno Carvalho   | Account executive, Latin America  | sales       | saoPaulo  | elena   | agent approver |                                                     |                                     |                     | 12       |
mei       | Mei Tan          | Account executive, Asia           | sales       | singapore | elena   | agent approver |                                                     |                                     |                     | 12       |
zoe       | Zoé Papadakis    | Partner manager                   | sales       | paris     | johanna | agent          | partner-manager                                     |                                     |                     | 10       |
paula     | Paula Ferreira   | Marketing                         | marketing   | paris     | helene  | agent          |                                                     |                                     |                     |          |
manon     | Manon Girard     | Workplace                         | operations  | paris     | helene  | agent          |                                                     |                                     |                     |          |
kofi      | Kofi Boateng     | Research assistant                | research    | london    | helene  |                |                                                     |                                     | contractors         |          |
scout     | Scout            | Proposes next steps in sales      | sales       | london    |         |                |                                                     |                                     |                     |          | service
shop      | Shop import      | Brings refunds from the shop      | support     | london    |         |                |                                                     |                                     |                     |          | service
`;

/** Everybody of the invented company. */
export const demoPeople: readonly DemoPerson[] = readTable(columns, table).map((row) => {
  const office = officeIn(row.office);
  const kind = row.more === 'service' ? 'service' : 'person';
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    department: row.department,
    office,
    manager: row.manager === '' ? null : row.manager,
    system: systemRoles.filter((role) => wordsIn(row['system roles']).includes(role)),
    roles: wordsIn(row.roles),
    skills: Object.fromEntries(wordsIn(row.skills).map((skill) => skillIn(skill))),
    groups: ['staff', ...wordsIn(row.groups)],
    capacity: row.capacity === '' ? null : Number(row.capacity),
    language: offices[office].language,
    calendar: kind === 'service' || row.more === '' ? null : row.more,
    kind,
  };
});

function officeIn(cell: string): Office {
  const found = (Object.keys(offices) as Office[]).find((office) => office === cell);
  assert(found !== undefined, `there is an office ${cell}`);
  return found;
}

function skillIn(word: string): [skill: string, level: number] {
  const [skill = '', level] = word.split(':');
  return [skill, Number(level)];
}

/** Where somebody is; the rota of those on call is not where they sit. */
export function officeCalendarOf(person: DemoPerson): string {
  return offices[person.office].calendar;
}
