import type { Answer } from "../../platform/changes/change";
import { mayPersonChange } from "../../platform/changes/read-intents";
import type { Context } from "../../platform/context";
import { Refusal } from "../../platform/errors/refusal";
import type { ReceivedBody } from "../../platform/http/received-file";
import { OwnDocument } from "../../platform/planner/own-document";
import { refusalIn } from "./attachment.set-rule";
import { contentLength, contentOf, keepContent } from "./content.sql";
import { nameGivenOut, paperKind } from "./paper-kind";

/** The most bytes of an attachment. */
export const ATTACHMENT_BYTES = 8 * 1024 * 1024;

/** What is said of a paper that is to be attached, before it is sent. */
export interface Attaching {
  claim: string;
  kind: string;
  name: string;
  /** The client's idempotency key. */
  key: string | null;
}

const CLAIM = new OwnDocument<{ subsidyClaim: { state: string } | null }>(
  "query($id: ID!) { subsidyClaim(id: $id) { state } }",
);

/** Refuses whoever may not attach to the claim, or a claim to which nothing is attached any more, before the file is received. */
export async function mayAttach(context: Context, { claim }: Attaching): Promise<void> {
  const { services, person, source } = context;
  const act = { person, source, verb: "attach", note: null, mode: "ALL_OR_NONE", dryRun: false, key: null } as const;
  mayPersonChange({ ...act, changes: [] }, services.registry.single("claimAttachment"));
  const { subsidyClaim } = await CLAIM.read(context, { id: claim });
  if (subsidyClaim === null)
    throw new Refusal("NOT_FOUND", "claim", { id: claim, field: { vi: "đề nghị", en: "claim" } });
  const reason = refusalIn(subsidyClaim.state, true);
  if (reason !== null) throw new Refusal("CLOSED", "claim", {}, reason);
}

/**
 * Attaches a received file to a claim. Its bytes are kept first and the row that names them is written then: whatever
 * ends the server in between leaves bytes without a row, which the same file finds again, and never a row without bytes.
 */
export async function attach(context: Context, { key, ...asked }: Attaching, file: ReceivedBody): Promise<Answer> {
  const { services, person, source } = context;
  const { size, sha256 } = file;
  const { mediaType } = await paperKind(file.path);
  await keepContent(services.database, file.path, sha256);
  return services.changes.apply({
    person,
    source,
    note: null,
    verb: "attach",
    mode: "ALL_OR_NONE",
    dryRun: false,
    key,
    changes: [
      {
        resource: services.registry.single("claimAttachment"),
        input: { create: { ...asked, mediaType, size, sha256 } },
      },
    ],
  });
}

/** Takes a paper away from a claim that is open. Its row goes, into history; the bytes stay, since history names them. */
export function detach({ services, person, source }: Context, id: string, note: string | null): Promise<Answer> {
  return services.changes.apply({
    person,
    source,
    note,
    verb: "detach",
    mode: "ALL_OR_NONE",
    dryRun: false,
    key: null,
    changes: [{ resource: services.registry.single("claimAttachment"), input: { delete: { id } } }],
  });
}

/** An attachment as it is given out. */
export interface GivenOut {
  name: string;
  mediaType: string;
  length: number;
  content: AsyncGenerator<Buffer>;
}

const ATTACHMENT = new OwnDocument<{ claimAttachment: { name: string; mediaType: string; sha256: string } | null }>(
  "query($id: ID!) { claimAttachment(id: $id) { name mediaType sha256 } }",
);

/** An attachment with its bytes, for whoever may see the claim. */
export async function attachmentOf(context: Context, id: string): Promise<GivenOut> {
  const { claimAttachment } = await ATTACHMENT.read(context, { id });
  if (claimAttachment === null)
    throw new Refusal("NOT_FOUND", "id", { id, field: { vi: "giấy tờ đính kèm", en: "attachment" } });
  const { name, mediaType, sha256 } = claimAttachment;
  const { database } = context.services;
  const length = await contentLength(database, sha256);
  if (length === null) throw new Refusal("NOT_FOUND", "id", { name }, "attachmentLost");
  return { name: nameGivenOut(name, mediaType), mediaType, length, content: contentOf(database, sha256, length) };
}
