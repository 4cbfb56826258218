import { z } from "zod";
import { editionNames } from "../model/edition.ts";
import { documentAnswer, healthAnswer, problemAnswer, rowBody } from "./answers.ts";
import { mediaTypes } from "./choose-answer.ts";
import { documentTypes } from "./read-document.ts";

/** Returns the OpenAPI 3.1 description of the service, generated from the schemas of its responses. */
export function describeService(version: string): unknown {
  const schemas = { Document: documentAnswer, Problem: problemAnswer, Health: healthAnswer, Row: rowBody };
  const made = {
    description: "The files, as a list or, where `Accept` names a format, one of them.",
    content: { "application/json": { schema: ref("Document") }, ...binary(Object.keys(mediaTypes)) },
  };
  const failed = (description: string) => ({
    description,
    content: { "application/problem+json": { schema: ref("Problem") } },
  });
  const answers = {
    200: made,
    400: failed("The request is not well-formed."),
    401: failed("The token is missing or wrong."),
    404: failed("There is no such thing here."),
    413: failed("The request is too large."),
    415: failed("This is no document."),
    422: failed("The document or the row has errors; they are listed."),
    503: {
      ...failed("Too many wait, or the service stops."),
      headers: { "Retry-After": { schema: { type: "integer" } } },
    },
    504: failed("The document took longer than the deadline."),
  };
  const edition = {
    name: "edition",
    in: "query",
    description: "Editions to make, with commas between them.",
    schema: { type: "string", examples: [editionNames.join(",")] },
  };
  const name = (title: string) => ({ name: title, in: "path", required: true, schema: { type: "string" } });
  return {
    openapi: "3.1.1",
    info: { title: "Offprint", version, description: "Documents and rows become checked files." },
    paths: {
      "/documents": {
        post: {
          operationId: "makeDocument",
          parameters: [edition],
          requestBody: { required: true, content: binary(documentTypes) },
          responses: answers,
        },
      },
      "/publications/{slug}/rows": {
        post: {
          operationId: "makeRow",
          parameters: [name("slug"), edition],
          requestBody: { required: true, content: { "application/json": { schema: ref("Row") } } },
          responses: answers,
        },
      },
      "/artifacts/{sha256}/{name}": {
        get: {
          operationId: "getArtifact",
          parameters: [name("sha256"), name("name")],
          responses: {
            200: { description: "The file.", content: binary(Object.keys(mediaTypes)) },
            404: failed("It is not, or no longer, there."),
          },
        },
      },
      "/health": {
        get: {
          operationId: "getHealth",
          security: [],
          responses: { 200: { description: "It runs.", content: { "application/json": { schema: ref("Health") } } } },
        },
      },
      "/metrics": {
        get: {
          operationId: "getMetrics",
          responses: { 200: { description: "Prometheus.", content: binary(["text/plain"]) } },
        },
      },
    },
    security: [{ token: [] }, {}],
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, toSchema(schema)])),
    },
  };
}

function ref(name: string): unknown {
  return { $ref: `#/components/schemas/${name}` };
}

function binary(types: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(types.map((type) => [type, {}]));
}

function toSchema(schema: z.ZodType): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
}
