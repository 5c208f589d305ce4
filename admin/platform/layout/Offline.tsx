import { WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { formatTime } from "../format";
import { defineWords, useWords } from "../language";
import { Note } from "../ui/Note";

const words = defineWords({
  vi: {
    lost: (time: string) => `Mất kết nối lúc ${time}.`,
    kept: "Những gì đang gõ vẫn còn trên máy này; lưu được khi có mạng lại.",
  },
  en: {
    lost: (time: string) => `Connection lost at ${time}.`,
    kept: "What you are typing is still on this machine; it can be saved once the network is back.",
  },
});

/** Says since when there is no network, as long as there is none. */
export function Offline() {
  const w = useWords(words);
  const [since, setSince] = useState<string | null>(() => (navigator.onLine ? null : new Date().toISOString()));
  useEffect(() => {
    const lost = (): void => setSince(new Date().toISOString());
    const back = (): void => setSince(null);
    window.addEventListener("offline", lost);
    window.addEventListener("online", back);
    return () => {
      window.removeEventListener("offline", lost);
      window.removeEventListener("online", back);
    };
  }, []);
  if (!since) return null;
  return (
    <div style={{ padding: "12px 24px 0" }} role="status">
      <Note kind="changed" icon={WifiOff}>
        <b>{w.lost(formatTime(since))}</b> {w.kept}
      </Note>
    </div>
  );
}
