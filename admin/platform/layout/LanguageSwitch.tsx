import { useLocaleState } from "react-admin";
import { useWords } from "../language";
import { Segments } from "../ui/Segments";
import { words } from "./words";

/** Vietnamese or English; each is named in itself. */
export function LanguageSwitch({ short }: { short?: boolean }) {
  const w = useWords(words);
  const [locale, setLocale] = useLocaleState();
  return (
    <Segments
      label={w.language}
      value={locale === "en" ? "en" : "vi"}
      options={[
        { value: "vi", text: short ? "VI" : "Tiếng Việt", lang: "vi" },
        { value: "en", text: short ? "EN" : "English", lang: "en" },
      ]}
      onChange={setLocale}
    />
  );
}
