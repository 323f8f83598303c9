import { Link } from '@remix-run/react';
import { Avatar } from '../../ui/avatar.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './directory.module.css';
import type { Cell, Flag, Piece } from './directory-view.ts';
import { PressButton } from './press-button.tsx';

/** One cell: who or what it is about, words, marks, and what can be done by one press. */
export function CellView({ cell, to }: { readonly cell: Cell; readonly to?: string | undefined }) {
  const { avatar, pieces = [], flags = [], press, quiet } = cell;
  return (
    <span className={styles.cell} data-quiet={quiet}>
      {avatar === undefined ? null : <Avatar name={avatar.name} kind={avatar.kind} />}
      {pieces.length === 0 ? null : (
        <span className={styles.words}>
          {pieces.map((piece, i) => (
            <PieceView key={piece.text} piece={i === 0 && to !== undefined ? { ...piece, to } : piece} />
          ))}
        </span>
      )}
      <Flags flags={flags} />
      {press === undefined ? null : <PressButton press={press} small />}
    </span>
  );
}

/** Words, leading somewhere where they can, with quiet ones behind. */
export function PieceView({ piece: { text, to, note } }: { readonly piece: Piece }) {
  return (
    <span className={styles.piece}>
      {to === undefined ? <span>{text}</span> : <Link to={to}>{text}</Link>}
      {note === undefined ? null : <span className={styles.note}>{note}</span>}
    </span>
  );
}

/** Marks beside a name. */
export function Flags({ flags }: { readonly flags: readonly Flag[] }) {
  return flags.map(({ text, tone }) => (
    <Tag key={text} {...(tone === undefined ? {} : { tone })}>
      {text}
    </Tag>
  ));
}
