import type { Told } from '../../lib/times.server.ts';

/** A piece of text, leading somewhere when `to` is given. */
export interface Piece {
  readonly text: string;
  readonly to?: string | undefined;
  /** Quiet words behind it. */
  readonly note?: string | undefined;
}

/** Something known of an object: pieces stand after each other. */
export interface Fact {
  readonly label: string;
  readonly pieces: readonly Piece[];
}

/** A word that marks an object or a row. */
export interface Flag {
  readonly text: string;
  readonly tone?: 'accent' | 'warning' | 'danger' | 'success' | undefined;
}

/** A command without a form, sent by one press: what it posts beside its key. */
export interface Press {
  readonly deed: string;
  readonly label: string;
  readonly key: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Whose it is, read aloud behind the label. */
  readonly about?: string;
}

/** One cell of a row. */
export interface Cell {
  readonly pieces?: readonly Piece[];
  readonly flags?: readonly Flag[];
  readonly avatar?: { readonly name: string; readonly kind: 'person' | 'pool' | 'program' };
  readonly press?: Press;
  readonly quiet?: true;
}

/** One column: `side` ones are left out where it is narrow, `number` ones stand to the right. */
export interface Column {
  readonly label: string;
  readonly as?: 'side' | 'number' | 'press';
}

/** One member of a pool beside the others; widths are shares of the longest bar, 0 to 1. */
export interface ShareBar {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly got: number;
  readonly due: string;
  readonly owed: string;
  readonly owes: 'owed' | 'ahead' | 'even';
  readonly bar: number;
  readonly mark: number | null;
  /** Null where it is not for whoever looks. */
  readonly open: string | null;
  readonly full: boolean;
  readonly skills: string;
  readonly flag: Flag | null;
  readonly makeUp: string | null;
  readonly press: Press | null;
}

/** A stretch of open hours in the picture of a week, in minutes from midnight. */
export interface WeekWindow {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** What stands under one head of an object's page. */
export type Section = {
  readonly title: string;
  /** Forms that belong to it. */
  readonly deeds?: readonly DeedLink[];
  /** A sentence under it. */
  readonly note?: string | undefined;
  /** Said instead when there is nothing. */
  readonly none?: string;
} & (
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly { readonly id: string; readonly cells: readonly Cell[] }[];
    }
  | { readonly kind: 'shares'; readonly bars: readonly ShareBar[]; readonly keeps: boolean }
  | {
      readonly kind: 'week';
      readonly zone: string;
      readonly days: readonly { readonly name: string; readonly windows: readonly WeekWindow[] }[];
    }
);

/** A form that can be opened on the page, or why it cannot. */
export interface DeedLink {
  readonly id: string;
  readonly label: string;
  /** Where it stands, when that is on another page. */
  readonly to?: string;
}

/** One answer of a form. */
export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly kind:
    | 'line'
    | 'text'
    | 'number'
    | 'choice'
    | 'named'
    | 'date'
    | 'moment'
    | 'checks'
    | 'lines'
    | 'rows';
  readonly hint?: string | undefined;
  readonly required?: boolean | undefined;
  /** Of a choice, of checks, or what `named` offers. */
  readonly options?: readonly Option[] | undefined;
  /** Of rows. */
  readonly columns?: readonly FieldSpec[] | undefined;
  readonly wide?: boolean | undefined;
  /** Nothing is an answer like any other, and not marked as optional. */
  readonly plain?: true;
}

/** Something to choose. */
export interface Option {
  readonly id: string;
  readonly label: string;
}

/** What stands in the controls of a form, by name; a name with several values is a list of checks. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** What is wrong with one control, or with the whole (`name` is ''). */
export interface Problem {
  readonly name: string;
  readonly detail: string;
}

/** A form on the page: what it does, what it asks, and why it was refused. */
export interface DeedForm {
  readonly id: string;
  readonly title: string;
  readonly lead: string | null;
  readonly fields: readonly FieldSpec[];
  readonly values: Values;
  readonly verb: string;
  readonly key: string;
  readonly rev: string;
  readonly problems: readonly Problem[];
  readonly said: string | null;
  /** Shown before its fields, such as what somebody holds. */
  readonly before: readonly Section[];
  readonly cancel: string;
}

/** Something that happened to an object, as a sentence. */
export interface Happening {
  readonly seq: number;
  readonly at: Told;
  readonly who: { readonly name: string; readonly to: string | null; readonly program: boolean };
  readonly what: string;
  /** What changed, each on a line. */
  readonly changes: readonly { readonly label: string; readonly from: string | null; readonly to: string }[];
  readonly why: string | null;
}

/** A page of one kind of object. */
export interface ListView {
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly id: string; readonly to: string; readonly cells: readonly Cell[] }[];
  readonly next: string | null;
}

/** One object with all that is known of it. */
export interface ObjectView {
  readonly id: string;
  readonly title: string;
  readonly second: string;
  readonly avatar: { readonly name: string; readonly kind: 'person' | 'pool' | 'program' } | null;
  readonly flags: readonly Flag[];
  readonly presses: readonly Press[];
  readonly deeds: readonly DeedLink[];
  readonly sections: readonly Section[];
  readonly aside: readonly Section[];
}
