import { type DirectoryState, directoryStream } from '../directory/directory-stream.ts';

/** A role of the organisation, as definitions name it. */
interface BusinessRole {
  readonly id: string;
  readonly title: string;
}

/** What the whole installation shares. */
export interface InstallationState extends DirectoryState {
  readonly name: string;
  /** Public address, such as `https://desk.example.com`. */
  readonly origin: string | null;
  readonly businessRoles: readonly BusinessRole[];
  /** Counts up at each restore; begins at 1. */
  readonly generation: number;
  /** The key checkpoints are signed with, as SPKI in base64. */
  readonly publicKey: string | null;
  /** Whether everything here is invented: people, cases and what became of them. */
  readonly demo: boolean;
  /** When the demo was complete, epoch milliseconds; null while it is being made, and where there is none. */
  readonly demoMadeAt: number | null;
}

/** The id of the one installation. */
export const installationId = 'main';

/** The stream of the installation. */
export const installationStream = directoryStream<InstallationState>({
  kind: 'installation',
  initial: {
    active: false,
    createdAt: 0,
    reason: '',
    name: '',
    origin: null,
    businessRoles: [],
    generation: 1,
    publicKey: null,
    demo: false,
    demoMadeAt: null,
  },
  indexOf: (_state, id) => ({ lists: ['installation'], sort: id }),
  more: {
    'demo-begun': (state) => ({ ...state, demo: true }),
    'demo-finished': (state, { at }) => ({ ...state, demoMadeAt: at }),
    restored: (state, { data }) => ({ ...state, generation: Number(data['generation'] ?? state.generation) }),
  },
});
