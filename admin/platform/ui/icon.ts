import type { ComponentType } from "react";

/** A drawn sign, as lucide-react makes them. */
export type Icon = ComponentType<{ size?: number; "aria-hidden"?: boolean }>;
