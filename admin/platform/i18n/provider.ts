import polyglotI18nProvider from "ra-i18n-polyglot";
import englishMessages from "ra-language-english";
import type { I18nProvider, TranslationMessages } from "react-admin";
import type { Language } from "../format";
import { model } from "../model";
import { reactAdminVi } from "./react-admin.vi";

/** Names of resources and fields, taken from the model so that they are written once. */
function declaredNames(language: Language): Record<string, unknown> {
  return Object.fromEntries(
    model.resources.map((resource) => [
      resource.plural,
      {
        name: language === "vi" ? resource.label.vi : `${resource.label.en} |||| ${resource.pluralLabel.en}`,
        fields: Object.fromEntries(resource.fields.map((field) => [field.name, field.label[language]])),
      },
    ]),
  );
}

const messages: Record<Language, TranslationMessages> = {
  vi: { ...reactAdminVi, resources: declaredNames("vi") } as TranslationMessages,
  en: { ...englishMessages, resources: declaredNames("en") } as TranslationMessages,
};

/** Vietnamese first; English by a switch, kept per browser in react-admin's store. */
export const i18nProvider: I18nProvider = polyglotI18nProvider(
  (locale) => messages[locale === "en" ? "en" : "vi"],
  "vi",
  [
    { locale: "vi", name: "Tiếng Việt" },
    { locale: "en", name: "English" },
  ],
  { allowMissing: true },
);

/** The language at hand, for what runs outside React. */
export function currentLanguage(): Language {
  return i18nProvider.getLocale() === "en" ? "en" : "vi";
}
