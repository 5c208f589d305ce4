import { choice } from "../platform/kinds/all";

/** What a level means, oldest first: "3" was something else in 2018 and in 2026. */
export const LEVEL_SCHEME = choice("LevelScheme", [
  { value: "ND43_2011", vi: "Mức độ 1-4 (NĐ 43/2011)", en: "Levels 1-4 (Decree 43/2011)" },
  { value: "ND42_2022", vi: "Một phần, toàn trình (NĐ 42/2022)", en: "Partial, full (Decree 42/2022)" },
]);
