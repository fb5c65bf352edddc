/** What becomes of a meter that a resident has proposed. */
export const PROPOSAL_STATES = ['open', 'approved', 'refused', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What a resident shows of it. */
export const PROPOSAL_PICTURES = ['photo', 'passport'] as const;
export type ProposalPicture = (typeof PROPOSAL_PICTURES)[number];
