/**
 * In UTF-16 units. A form without script carries all texts twice, as they are and as they were, and each Cyrillic letter as six signs:
 * with every field full, 24 statements still fit into what the server takes.
 */
export const LONGEST_ENTRIES = { evidence: 120, who: 60, improve: 240, look: 40 } as const;

/** More statements would not fit; see above. */
export const MOST_STATEMENTS = 24;
