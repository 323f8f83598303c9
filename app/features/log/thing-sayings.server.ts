import { capital, type Naming } from './log-names.server.ts';
import { type AnsweredRow, listed, type Say, settingInWords, text } from './say.server.ts';

/** Settings whose names say too little. */
const settings: Readonly<Record<string, string>> = {
  publicKey: 'the key its log is signed with',
  businessRoles: 'the roles of the organisation',
  origin: 'its address',
  name: 'its name',
  title: 'its name',
  personId: 'whose it is',
  teamId: 'its team',
  calendarId: 'its calendar',
  managerId: 'the manager',
  secretNames: 'its secrets',
  credential: 'its secrets',
  config: 'its settings',
  members: 'its members',
  lookAheadMs: 'how far it looks ahead',
  strategy: 'how it picks',
};

const setting = (name: string): string => settings[name] ?? settingInWords(name);

const deeds: Readonly<Record<string, string>> = {
  decide: 'deciding',
  retract: 'taking a decision back',
  transition: 'moving the case on',
  assign: 'handing it over',
  reroute: 'routing it again',
  withdraw: 'withdrawing it',
};

const member = ({ data }: AnsweredRow, name: Naming): string => name.person(data['person']);

const version = (value: unknown): string => `version ${String(value)}`;

/** What each kind of event says of what is no case. */
export const thingSayings: Readonly<Record<string, Say>> = {
  created: ({ stream, data }, name) =>
    stream.startsWith('token:')
      ? `Made ${name.stream(stream)} for ${name.person(data['personId'])}`
      : `Made ${name.stream(stream)}`,
  changed: ({ stream, data }, name) => `Changed ${name.stream(stream)}: ${listed(data['fields'], setting)}`,
  deactivated: ({ stream }, name) => `Took ${name.stream(stream)} out of use`,
  reactivated: ({ stream }, name) => `Took ${name.stream(stream)} into use again`,
  'role-granted': ({ stream, data }, name) =>
    `Gave ${name.stream(stream)} the role ${name.role(data['role'])}`,
  'role-revoked': ({ stream, data }, name) =>
    `Took the role ${name.role(data['role'])} from ${name.stream(stream)}`,
  'leave-recorded': ({ stream }, name) => `Recorded leave of ${name.stream(stream)}`,
  'leave-cancelled': ({ stream }, name) => `Cancelled leave of ${name.stream(stream)}`,
  'went-away': ({ stream }, name) => `${capital(name.stream(stream))} is away now`,
  'came-back': ({ stream }, name) => `${capital(name.stream(stream))} is back`,
  delegated: ({ stream, data }, name) =>
    `Let ${name.person(data['to'])} decide for ${name.stream(stream)} for a time`,
  'delegation-ended': ({ stream }, name) => `Ended a delegation of ${name.stream(stream)}`,
  joined: (row, name) => `Added ${member(row, name)} to ${name.stream(row.stream)}`,
  left: (row, name) => `Removed ${member(row, name)} from ${name.stream(row.stream)}`,
  'made-up': (row, name) =>
    `Gave ${member(row, name)} ${String(row.data['items'])} more of ${name.stream(row.stream)}, to make up`,
  'pick-returned': (row, name) => `Took a pick back from ${member(row, name)} in ${name.stream(row.stream)}`,
  'stopped-accepting': ({ stream }, name) => `Stopped giving out work: ${name.stream(stream)}`,
  'accepted-again': ({ stream }, name) => `Gives out work again: ${name.stream(stream)}`,
  revoked: ({ stream }, name) => `Revoked ${name.stream(stream)}`,
  replayed: ({ stream }, name) => `Sent a message again by ${name.stream(stream)}`,
  published: ({ data }, name) => `Published “${name.type(data['type'])}”, ${version(data['n'])}`,
  'rolled-back': ({ data }, name) =>
    `Rolled “${name.type(data['type'])}” back to ${version(data['n'])} from ${version(data['from'])}`,
  retired: ({ stream }, name) => `Retired ${name.stream(stream)}`,
  saved: ({ data }, name) => `Saved the draft of “${name.type(data['type'])}”`,
  based: ({ data }, name) =>
    `The draft of “${name.type(data['type'])}” now builds on ${version(data['base'])}`,
  restored: () => 'Restored the installation from a backup',
  'demo-begun': () => 'Began the demo: everything here is invented',
  'demo-finished': () => 'Finished the demo',
  refused: ({ data, human }) => {
    const deed = deeds[text(data['attempted'])] ?? settingInWords(text(data['attempted']));
    const why = text(human['message']);
    return `Refused, ${deed}${why === '' ? '' : `: ${why}`}`;
  },
};
