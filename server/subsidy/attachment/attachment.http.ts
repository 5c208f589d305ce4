import type { FastifyRequest } from "fastify";
import { Readable } from "node:stream";
import { readKey } from "../../platform/changes/request";
import { Refusal } from "../../platform/errors/refusal";
import { answerProblems, callerOf } from "../../platform/http/caller";
import { nameOf, passBodies, receiveBody } from "../../platform/http/received-file";
import type { HttpRoutes } from "../../platform/http/serve";
import { parseId } from "../../platform/kinds/all";
import { ATTACHMENT_KIND } from "../claim-attachment.entity";
import { attach, ATTACHMENT_BYTES, attachmentOf, mayAttach, type Attaching } from "./attachment.service";

type AttachmentRequest = FastifyRequest<{ Params: { id: string }; Querystring: Record<string, unknown> }>;

const UNPROCESSABLE = 422;

/**
 * POST /api/subsidy-claims/<id>/attachments?kind=&name=&key= with the file as its body, and GET
 * /api/claim-attachments/<id>: the papers of claims, for whoever may see the claim.
 */
export const attachmentRoutes: HttpRoutes = (app, contextOf) =>
  void app.register(async (scope) => {
    answerProblems(scope);
    passBodies(scope);

    scope.post("/api/subsidy-claims/:id/attachments", async (request: AttachmentRequest, reply) => {
      const context = await contextOf(request, reply);
      callerOf(context, request);
      const asked = attachingOf(request);
      await mayAttach(context, asked);
      const file = await receiveBody(request, ATTACHMENT_BYTES);
      try {
        const { changeSetId, rows, problems } = await attach(context, asked, file);
        if (problems.length > 0) return await reply.code(UNPROCESSABLE).send({ problems });
        return await reply.code(201).send({ id: rows[0].id, sha256: file.sha256, size: file.size, changeSetId });
      } finally {
        await file.remove();
      }
    });

    scope.get("/api/claim-attachments/:id", { exposeHeadRoute: false }, async (request: AttachmentRequest, reply) => {
      const context = await contextOf(request, reply);
      callerOf(context, request);
      const { name, mediaType, length, content } = await attachmentOf(context, idOf(request));
      return reply
        .header("Content-Type", mediaType)
        .header("Content-Length", length)
        .header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .send(Readable.from(content, { objectMode: false }));
    });
  });

function attachingOf(request: AttachmentRequest): Attaching {
  const kind = ATTACHMENT_KIND.parse(needed(request, "kind"));
  if (!kind.ok) throw new Refusal(kind.problem.code, "kind", kind.problem.values, kind.problem.reason);
  return {
    claim: idOf(request),
    kind: kind.value as string,
    name: nameOf(needed(request, "name")),
    key: readKey(given(request, "key") || null),
  };
}

function given({ query }: AttachmentRequest, name: string): string {
  const value = query[name] ?? "";
  if (typeof value !== "string") throw new Refusal("BAD_INPUT", name, {}, "notText");
  return value;
}

function needed(request: AttachmentRequest, name: string): string {
  const value = given(request, name);
  if (value.trim() === "") throw new Refusal("REQUIRED", name, {}, "required");
  return value;
}

function idOf({ params }: AttachmentRequest): string {
  const id = parseId(params.id);
  if (!id.ok) throw new Refusal("BAD_INPUT", "id", id.problem.values, id.problem.reason);
  return id.value;
}
