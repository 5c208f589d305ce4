import { defineWords, useWords } from "../platform/language";
import { fieldOf, type ModelResource } from "../platform/model";
import { FieldValue } from "./FieldValue";
import { RowName } from "./FilterSentence";

const words = defineWords({ vi: { blank: "(trống)" }, en: { blank: "(empty)" } });

/** Values of a row's fields as a change kept them. */
export type Image = Record<string, unknown>;

/** An image comes as an object, or as its JSON text. */
export function readImage(image: unknown): Image | null {
  if (typeof image === "string") {
    try {
      return JSON.parse(image) as Image;
    } catch {
      return null;
    }
  }
  return (image as Image | null) ?? null;
}

/** A value kept in history; references are kept by id and named here. */
export function ImageValue({ resource, name, value }: { resource?: ModelResource; name: string; value: unknown }) {
  const w = useWords(words);
  if (value === null || value === undefined || value === "") return <>{w.blank}</>;
  const field = resource && fieldOf(resource, name);
  if (!field) return <>{typeof value === "object" ? JSON.stringify(value) : String(value)}</>;
  if (field.kind.name === "ref" && typeof value !== "object") {
    return <RowName target={field.kind.target ?? ""} id={String(value)} />;
  }
  return <FieldValue field={field} value={value} plain />;
}
