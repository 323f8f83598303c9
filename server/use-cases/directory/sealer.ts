/** Seals secrets for storage; `place` binds a sealed text to where it is kept. */
export interface Sealer {
  seal(plain: string, place: string): string;
  /** @throws Fault for another place, or a changed text. */
  open(sealed: string, place: string): string;
}
