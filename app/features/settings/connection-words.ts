/** What a field, a secret or a choice is called, and what to know of it. */
interface Told {
  readonly label: string;
  readonly hint?: string;
}

const fields: Readonly<Record<string, Told>> = {
  url: {
    label: 'Address',
    hint: 'Where messages are sent. Leave it out for a connection that only receives.',
  },
  format: { label: 'Form of messages' },
  source: {
    label: 'Source in messages',
    hint: 'For CloudEvents; made of the connection’s name when left out.',
  },
  accepts: {
    label: 'Messages it may send us',
    hint: 'Kinds of commands, separated by commas. None when left out.',
  },
  timeoutMs: { label: 'Wait for an answer, in milliseconds' },
  'limits/perSecond': { label: 'Messages a second at most' },
  'limits/concurrency': { label: 'Messages at a time' },
  baseUrl: { label: 'Address', hint: 'Of the other system, without a path to a record.' },
  'auth/kind': { label: 'How it recognises us' },
  'auth/username': { label: 'User name', hint: 'For a user name with a password.' },
  'auth/name': { label: 'Name of the header', hint: 'For a secret in a header of its own.' },
  resource: { label: 'Where records are made', hint: 'A path, such as /tickets.' },
  record: { label: 'Where one record is', hint: 'A path with {id}; the path above and /{id} when left out.' },
  updateMethod: { label: 'How a record is changed' },
  idempotencyHeader: { label: 'Header that says a message is a repeat' },
  idField: { label: 'Field with the id of a record' },
  'lookup/parameter': {
    label: 'Parameter to find a record by',
    hint: 'Finds a record that was made although its answer was lost.',
  },
  'lookup/field': { label: 'Field that holds our case' },
  'lookup/listField': { label: 'Field of the answer with the list' },
  linkField: { label: 'Field with the address for people' },
  linkPattern: { label: 'Address for people', hint: 'With {id} in it.' },
  from: { label: 'Sender', hint: 'The installation’s own when left out.' },
  replyTo: { label: 'Answers go to' },
  subjectPrefix: { label: 'Before every subject', hint: 'Such as [Requests].' },
};

const choices: Readonly<Record<string, string>> = {
  standard: 'Plain JSON (Standard Webhooks)',
  cloudevents: 'CloudEvents 1.0',
  none: 'Not at all',
  bearer: 'By a token',
  basic: 'By user name and password',
  header: 'By a secret in a header',
  PATCH: 'Changed fields only (PATCH)',
  PUT: 'The whole record (PUT)',
};

const secrets: Readonly<Record<string, Told>> = {
  signingSecret: {
    label: 'Signing secret',
    hint: 'whsec_ and 24 to 64 bytes in base64. The other system checks our messages with the same secret.',
  },
  formerSigningSecret: {
    label: 'Signing secret before',
    hint: 'While the other system changes over, messages are signed with both. Forget it afterwards.',
  },
  credential: { label: 'Token, password or secret', hint: 'As the other system gave it to you.' },
};

const events: Readonly<Record<string, string>> = {
  submitted: 'A request was submitted',
  routed: 'A case was routed',
  assigned: 'A case was handed over',
  accepted: 'Somebody took it on',
  declined: 'Somebody gave it back',
  'state-entered': 'Its state changed',
  'gate-opened': 'Signatures were asked for',
  voted: 'Somebody approved or rejected',
  'vote-retracted': 'Somebody took that back',
  decided: 'A gate was decided',
  asked: 'A question was asked',
  answered: 'A question was answered',
  commented: 'Somebody commented',
  attached: 'A file was attached',
  edited: 'Answers were edited',
  'priority-set': 'The priority changed',
  escalated: 'It was escalated',
  'clock-changed': 'A clock started, paused or ran out',
  'type-changed': 'Its request type changed',
  notice: 'Somebody is to be told',
};

/** Kinds of events of a case that a connection may be told of. */
export const eventKinds = Object.keys(events).filter((kind) => kind !== 'notice');

const sentence = (name: string): string => {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[/_-]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a field of a configuration is called, by its name as forms carry it. */
export const fieldWords = (name: string): Told => {
  const path = name.replace(/^config\//, '');
  return fields[path] ?? { label: sentence(path) };
};

/** What a secret is called. */
export const secretWords = (name: string): Told => secrets[name] ?? { label: sentence(name) };

/** What a choice is called. */
export const choiceWords = (value: string): string => choices[value] ?? value;

/** What a kind of event is called. */
export const eventWords = (kind: string): string => events[kind] ?? sentence(kind);

/** Where a delivery stands: its words, its drawing, and how much it matters. */
export const deliveryWords = {
  pending: { label: 'Waits to be sent', icon: 'clock', tone: 'fine' },
  delivered: { label: 'Delivered', icon: 'state-approved', tone: 'good' },
  refused: { label: 'Stopped', icon: 'error', tone: 'bad' },
  retrying: { label: 'Tries again', icon: 'alert', tone: 'soon' },
  cancelled: { label: 'Called off', icon: 'state-rejected', tone: 'fine' },
} as const;

/** Every state a delivery can be in. */
export type DeliveryState = keyof typeof deliveryWords;
