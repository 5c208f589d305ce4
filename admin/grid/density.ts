/** How much room the rows of a grid take. */
export type Density = "compact" | "normal" | "roomy";
