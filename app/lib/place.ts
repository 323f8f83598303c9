/** One place to go: its address, word, drawing, and how many things wait there. */
export interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: string;
  readonly count?: string;
}

/** Places that belong together; the first group needs no head. */
export interface PlaceGroup {
  readonly name: string;
  readonly places: readonly Place[];
}
