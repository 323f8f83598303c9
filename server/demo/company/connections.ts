/** A connection of the invented company; all of them are paused, since the systems behind them are invented too. */
export interface DemoConnection {
  readonly id: string;
  readonly plugin: string;
  readonly title: string;
  readonly config: Readonly<Record<string, string>>;
  readonly types: readonly string[];
  readonly paused: true;
}

/** The connections that the request types name. */
export const demoConnections: readonly DemoConnection[] = [
  {
    id: 'erp',
    plugin: 'http-sync',
    title: 'Ledgerline vendors',
    config: { baseUrl: 'https://ledgerline.example', resource: '/vendors' },
    types: ['vendor-onboarding'],
    paused: true,
  },
  {
    id: 'status-hooks',
    plugin: 'webhook',
    title: 'Status page',
    config: { url: 'https://status.example/hooks/signalbox' },
    types: ['customer-issue'],
    paused: true,
  },
  {
    id: 'engineering-tickets',
    plugin: 'http-sync',
    title: 'Engineering tickets',
    config: { baseUrl: 'https://tickets.example', resource: '/tickets' },
    types: ['customer-issue'],
    paused: true,
  },
];
