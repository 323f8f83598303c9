/** One of each kind of user of the demo, and whom of the invented company it is; a software agent among them, which never signs in. */
export const demoPersonas = [
  { persona: 'requester', person: 'paula' },
  { persona: 'handler', person: 'lea' },
  { persona: 'approver', person: 'priya' },
  { persona: 'designer', person: 'niamh' },
  { persona: 'auditor', person: 'daniel' },
  { persona: 'administrator', person: 'sam' },
  { persona: 'agent', person: 'scout' },
] as const;

/** The name of a persona. */
export type PersonaName = (typeof demoPersonas)[number]['persona'];
