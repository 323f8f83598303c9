import { assert } from '../../../domain/error/assert.ts';
import { demoAccounts } from '../company/market.ts';
import { readTable } from '../company/read-table.ts';
import { regionOfAccount } from './refund-stories.ts';
import type { Special } from './story.ts';

// Age in days. They wait for the one answer that goes to all who have the same fault.
const known = `
age  | customer         | requester | issue     | severity | title                                 | what
0.2  | castlegate       | imogen    | KNOWN-311 | sev3     | Exports end at 10 000 rows            | The file ends in the middle of a line.
0.6  | donau-diagnostik | johanna   | KNOWN-311 | sev3     | Half of the export is missing         | We get 10 000 of 23 000 rows.
1.1  | nordhavn         | sofie     | KNOWN-311 | sev4     | Export of samples is too short        | The last page of samples is not in it.
1.7  | prairie          | dana      | KNOWN-311 | sev3     | Export cut off                        | The auditor needs the whole year; we get nine months.
2.2  | bayview          | dana      | KNOWN-311 | sev4     | Rows missing in the weekly file       | Each week a few hundred rows fewer than on the page.
2.9  | kiri-optics      | mei       | KNOWN-311 | sev3     | The export stops                      | It stops at 63 per cent and says it is done.
0.3  | hopital-valmont  | johanna   | KNOWN-327 | sev3     | Dates a day off in the report         | A reading of 23:30 shows under the next day.
0.9  | clinica-ribera   | johanna   | KNOWN-327 | sev4     | Readings under the wrong day          | Night readings are counted twice on the first of the month.
1.4  | coral-coast      | mei       | KNOWN-327 | sev3     | Report begins on Sunday               | The week begins a day early since the update.
2.5  | harbourbio       | mei       | KNOWN-327 | sev3     | Monday is missing                     | The weekly report goes from Tuesday to Tuesday.
3.2  | summit-materials | dana      | KNOWN-327 | sev4     | Shift report one day late             | Night shifts appear under the day after.
0.5  | lumenlab         | sofie     | KNOWN-330 | sev4     | Chart legend overlaps                 | Names of more than 30 letters cover the chart.
1.9  | serra-azul       | bruno     | KNOWN-330 | sev4     | Legend hides the last bar             | December cannot be seen in print.
0.8  | andeslab         | bruno     | KNOWN-330 | sev4     | Names run into each other             | Three series and one cannot tell them apart.
1.0  | lumenlab         | sofie     | KNOWN-333 | sev3     | Search misses accents                 | Müller is found, Muller is not.
1.3  | clinica-ribera   | johanna   | KNOWN-333 | sev3     | Names with ñ are not found            | Search for Muñoz answers with nothing.
2.1  | hopital-valmont  | johanna   | KNOWN-333 | sev4     | Search without results for é          | Only when the name is typed with its accent.
2.8  | serra-azul       | bruno     | KNOWN-333 | sev3     | João cannot be found                  | His samples are there when one scrolls.
3.6  | laboratorios-sol | bruno     | KNOWN-333 | sev4     | Accents in search                     | It worked in August.
2.7  | orion-health     | imogen    | KNOWN-330 | sev3     | Legend over the figures               | Their board sees the chart on Thursday.
`;

/** Reports of faults that are known already, which stand on the care team's desk. */
export const knownIssues: readonly Special[] = readTable(
  ['age', 'customer', 'requester', 'issue', 'severity', 'title', 'what'] as const,
  known,
).map(({ age, customer, requester, issue, severity, title, what }) => {
  const account = demoAccounts.find(({ id }) => id === customer);
  assert(account !== undefined, `there is a customer ${customer}`);
  return {
    ...{ age: Number(age), requester, source: 'email', leftIn: 'received' },
    values: {
      customer,
      contact_email: `lab@${account.domains[0] ?? 'mail.example'}`,
      segment: account.segment,
      region: regionOfAccount(account),
      ...{ title, product_area: 'data', severity, known_issue: issue, description: what },
      ...{ impact: severity === 'sev3' ? 'one_site' : 'one_user', workaround: true },
    },
  };
});

// Age in days, and for how many days the role is wanted; empty: for good.
const ledger = `
age | requester | role       | days | urgency | why
0.4 | luc       | erp-viewer | 60   | normal  | See which invoices of my vendors are still open.
1.2 | jade      | erp-viewer |      | normal  | Compare what was billed with what was won, each month.
1.9 | theo      | erp-viewer | 90   | high    | Figures for the board in the first week of the month.
2.6 | nils      | erp-poster | 90   | normal  | Enter credit notes for my accounts while Petra trains the new colleague.
4.4 | rosa      | erp-viewer |      | low     | Check payments before I call a vendor back.
`;

/** Wishes for a role in the ledger, which its owners have to sign. */
export const ledgerWishes: readonly Special[] = readTable(
  ['age', 'requester', 'role', 'days', 'urgency', 'why'] as const,
  ledger,
).map(({ age, requester, role, days, urgency, why }) => ({
  ...{ age: Number(age), requester, source: 'form', leftIn: 'gate' },
  values: {
    ...{ system: 'erp', erp_role: role, justification: why, urgency, impact: 'one' },
    ...(days === '' ? { kept: 'permanent' } : { kept: 'temporary', duration_days: Number(days) }),
  },
}));
