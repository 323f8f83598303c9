/** Words that would do harm in a page that takes them for markup, a template or a script, with a word too long for any line. */
export const hostileMark = `"><img src=x onerror="document.title='gone'">{{7*7}}\${7*7}`;
const longWord = 'W'.repeat(2_000);
const link = '[look](javascript:document.title="gone") javascript:document.title="gone"';

/** A name of at most this many characters: a formula at the beginning, markup within, a word without blanks at its end. */
export const hostileName = (what: string, length = 200): string =>
  `=HYPERLINK("http://elsewhere.example")${hostileMark}${what}${longWord}`.slice(0, length);

/** A text of several sentences with all there is of it. */
export const hostileText = (what: string): string =>
  `=HYPERLINK("http://elsewhere.example") ${what} ${hostileMark} ${link}\n\n<script>document.title='gone'</script> ${longWord}`;

/** A file's name with markup, parts of a path and a formula. */
export const hostileFile = `=1+1 ../../${hostileMark}<b>.pdf`;

const said = (what: string) => hostileName(what, 180);

/** A request type whose every text is hostile: routed to the pool `hostile`, signed by finance approvers, with two clocks. */
export const hostileType = {
  format: 1,
  slug: 'hostile',
  title: hostileName('Type', 120),
  summary: said('Summary'),
  category: hostileName('Category', 60),
  keywords: ['hostile', hostileName('keyword', 60)],
  prefix: 'BAD',
  owner: { role: 'procurement-lead' },
  backup: { role: 'operations-lead' },
  form: {
    language: 'en',
    currencies: { base: 'EUR', rates: { USD: 0.9 } },
    sections: [
      {
        ...{ id: 'main', title: said('Section'), help: said('Section help') },
        fields: ['remark', 'item', 'amount', 'urgency', 'site', 'note', 'parts', 'proof'],
      },
    ],
    fields: [
      { id: 'remark', kind: 'note', label: said('Note'), text: said('Note text') },
      {
        ...{ id: 'item', kind: 'short_text', label: said('Field'), help: said('Help') },
        ...{ example: said('Example'), required: true, searchable: true },
        edit: [{ states: ['review'], roles: ['requester', 'handler'] }],
      },
      { id: 'amount', kind: 'money', label: said('Amount'), required: true, purpose: 'amount' },
      {
        ...{ id: 'urgency', kind: 'choice', label: said('Choice'), purpose: 'urgency' },
        options: [
          { id: 'low', label: said('Option') },
          { id: 'high', label: said('Other') },
        ],
      },
      { id: 'site', kind: 'url', label: said('Address') },
      { id: 'note', kind: 'long_text', label: said('Long'), material: false },
      {
        ...{ id: 'parts', kind: 'table', label: said('Table'), maxRows: 5 },
        columns: [{ id: 'part', kind: 'short_text', label: said('Column') }],
      },
      { id: 'proof', kind: 'file', label: said('File') },
    ],
  },
  workflow: {
    initial: 'review',
    states: [
      {
        ...{ id: 'review', title: hostileName('State', 80), help: said('State help'), category: 'in_review' },
        owner: { role: 'procurement-lead' },
        backup: { role: 'operations-lead' },
        ...{ chain: 'intake', gates: ['finance'], next: 'Look at {{item}}.' },
      },
      { id: 'done', title: hostileName('Done', 80), category: 'done', outcome: 'approved' },
      { id: 'rejected', title: hostileName('Rejected', 80), category: 'done', outcome: 'rejected' },
    ],
    transitions: [
      {
        ...{ id: 'finish', title: hostileName('Finish', 80), from: ['review'], to: 'done' },
        who: ['assignee', 'accountable'],
      },
      {
        ...{ id: 'reject', title: hostileName('Reject', 80), from: ['review'], to: 'rejected' },
        ...{ who: ['assignee', 'accountable'], comment: 'required' },
      },
    ],
  },
  queues: [{ id: 'desk', title: hostileName('Queue', 80), team: 'hostile' }],
  chains: [
    {
      ...{ id: 'intake', title: hostileName('Chain', 80) },
      rules: [
        {
          ...{ id: 'big', name: hostileName('Rule', 80), owner: { role: 'procurement-lead' } },
          ...{ reason: said('Rule reason'), when: { '>': [{ var: 'amount.base' }, 50_000] } },
          to: { queue: 'desk' },
        },
        {
          ...{ id: 'normal', name: hostileName('Rest', 80), owner: { role: 'procurement-lead' } },
          ...{ reason: said('Rest reason'), when: { '<=': [{ var: 'amount.base' }, 50_000] } },
          ...{ to: { pool: 'hostile' }, onNobody: 'wait' },
        },
      ],
      default: { to: { queue: 'desk' } },
    },
  ],
  gates: [
    {
      ...{ id: 'finance', title: hostileName('Gate', 80), when: { '>': [{ var: 'amount.base' }, 1_000] } },
      inputs: ['amount'],
      steps: [
        {
          ...{ id: 's1', title: hostileName('Step', 80), approvers: [{ role: 'finance-approver' }] },
          ...{ quorum: { kind: 'any' }, deadline: { duration: '2d', calendar: 'hq' }, onDeadline: 'remind' },
        },
      ],
      onRejected: 'reject',
    },
  ],
  clocks: [
    {
      ...{ id: 'whole', title: hostileName('Clock', 80), kind: 'resolution', start: { on: 'submit' } },
      ...{ stop: { onEnter: ['done', 'rejected'] }, pauseIn: [] },
      targets: [{ duration: '3d', calendar: 'hq' }],
      thresholds: [{ id: 'half', at: '50%', steps: [{ do: 'raise_priority' }] }],
    },
  ],
  priority: { table: [{ urgency: ['high'], priority: 2 }], default: 3 },
  tests: [],
} as const;
