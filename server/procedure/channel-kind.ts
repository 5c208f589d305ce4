import { choice } from "../platform/kinds/all";

/** How a dossier is handed in or its result handed out. */
export const CHANNEL = choice("ChannelKind", [
  { value: "COUNTER", vi: "Trực tiếp", en: "Counter" },
  { value: "POST", vi: "Bưu chính công ích", en: "Post" },
  { value: "ONLINE", vi: "Trực tuyến", en: "Online" },
]);
